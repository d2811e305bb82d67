#include "plugin/hosts/xapian/document_tags.h"

#include <utility>

namespace saring::xapian {
namespace {

saring_listing ForC(const Listing& listing) {
  saring_listing c = {};
  c.struct_size = sizeof c;
  c.id = listing.id.data();
  c.id_size = listing.id.size();
  c.title = listing.title.data();
  c.title_size = listing.title.size();
  c.description = listing.description.data();
  c.description_size = listing.description.size();
  c.category = listing.category.data();
  c.category_size = listing.category.size();
  c.condition = listing.condition.data();
  c.condition_size = listing.condition.size();
  c.seller = listing.seller.data();
  c.seller_size = listing.seller.size();
  return c;
}

}  // namespace

DocumentTags ReadTags(const Xapian::Document& document, const Tags& tags) {
  const std::string prefix = tags.prefix + ":";
  DocumentTags found;
  found.slot = document.get_value(tags.demotion_slot);
  Xapian::TermIterator term = document.termlist_begin();
  const Xapian::TermIterator end = document.termlist_end();
  if (term != end) term.skip_to(prefix);
  for (; term != end; ++term) {
    const std::string name = *term;
    if (name.compare(0, prefix.size(), prefix) != 0) break;
    found.terms.insert(name);
  }
  return found;
}

void WriteTags(const DocumentTags& before, const DocumentTags& after,
               const Tags& tags, Xapian::Document* document) {
  for (const std::string& term : before.terms) {
    if (!after.Has(term)) document->remove_term(term);
  }
  for (const std::string& term : after.terms) {
    if (!before.Has(term)) document->add_boolean_term(term);
  }
  if (before.slot != after.slot) {
    document->add_value(tags.demotion_slot, after.slot);
  }
}

Judge::Judge(PolicySource source, Tags tags)
    : source_(std::move(source)), tags_(std::move(tags)) {}

Decision Judge::Decide(const Listing& listing) {
  const saring_listing c = ForC(listing);
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  saring_scratch* const scratch = source_.scratch();
  Require(saring_check_listing(source_.Newest(), scratch, &c, &verdict));
  Decision decision;
  decision.action = KnownAction(verdict.action);

  DocumentTags* const after = &decision.tags;
  after->terms.insert(tags_.Tagged());
  if (decision.action == SARING_HIDE) after->terms.insert(tags_.Hide());
  if (decision.action == SARING_DEMOTE) {
    after->terms.insert(tags_.Demote());
    after->slot = "1";
  }
  for (const saring_rule& rule : FiredRules(scratch, verdict.rule_count)) {
    after->terms.insert(tags_.Rule(rule.id));
    if (KnownAction(rule.action) == decision.action) {
      decision.deciding.emplace_back(rule.id);
    }
  }
  return decision;
}

}  // namespace saring::xapian
