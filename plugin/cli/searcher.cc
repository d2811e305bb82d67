#include "plugin/cli/searcher.h"

#include "plugin/cli/index_writer.h"
#include "plugin/cli/listing_data.h"

namespace saring::cli {
namespace {

bool StartsWith(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

// Reads what the plugin tagged the document with.
void ReadTags(const Xapian::Document& document, Hit* hit) {
  const saring::xapian::Tags tags;
  const std::string rule = tags.Rule("");
  Xapian::TermIterator term = document.termlist_begin();
  const Xapian::TermIterator end = document.termlist_end();
  if (term != end) term.skip_to(tags.prefix);
  for (; term != end && StartsWith(*term, tags.prefix); ++term) {
    const std::string name = *term;
    if (name == tags.Tagged()) hit->tagged = true;
    if (name == tags.Hide()) hit->action = SARING_HIDE;
    if (name == tags.Demote()) hit->action = SARING_DEMOTE;
    if (StartsWith(name, rule)) hit->rules.push_back(name.substr(rule.size()));
  }
}

void Run(const Xapian::Database& database, const PageChoice& choice,
         Xapian::Enquire* enquire, Page* page) {
  // Looking at every document is what makes the total exact.
  const Xapian::MSet found =
      enquire->get_mset(choice.offset, choice.limit, database.get_doccount());
  page->total = found.get_matches_estimated();
  for (Xapian::MSetIterator at = found.begin(); at != found.end(); ++at) {
    const Xapian::Document document = at.get_document();
    Hit hit;
    hit.document = *at;
    hit.rank = at.get_rank() + 1;
    hit.listing = RowOfData(document.get_data());
    ReadTags(document, &hit);
    page->hits.push_back(std::move(hit));
  }
}

}  // namespace

Xapian::Query ParseWords(const std::string& text) {
  Xapian::QueryParser parser;
  parser.set_default_op(Xapian::Query::OP_AND);
  return parser.parse_query(text, 0);
}

Page SearchPlain(const Xapian::Database& database, const std::string& query,
                 const PageChoice& choice) {
  Page page;
  page.query.text = query;
  page.query.action = SARING_SHOW;
  page.query.answer = SARING_CLEAN;
  page.query.query = ParseWords(query);
  Xapian::Enquire enquire(database);
  enquire.set_query(page.query.query);
  if (choice.by_price) {
    enquire.set_sort_by_value(kPriceSlot, choice.descending);
  }
  Run(database, choice, &enquire, &page);
  return page;
}

Page SearchWithPolicy(const saring_policy* policy,
                      const Xapian::Database& database,
                      const std::string& query, const PageChoice& choice) {
  saring::xapian::Order order;
  order.demotion = choice.demotion;
  if (choice.by_price) order.sort_slot = kPriceSlot;
  order.descending = choice.descending;
  saring::xapian::Interceptor interceptor(policy);
  Page page;
  page.query = interceptor.Intercept(query, ParseWords, database, order);
  Xapian::Enquire enquire(database);
  enquire.set_query(page.query.query);
  page.query.ApplyOrder(&enquire);
  Run(database, choice, &enquire, &page);
  return page;
}

}  // namespace saring::cli
