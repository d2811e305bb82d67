#include <saring/xapian.h>

#include <set>
#include <utility>

#include "plugin/hosts/xapian/handles.h"

namespace saring::xapian {
namespace {

// The terms of `document` that are ours.
std::set<std::string> TagsOf(const Xapian::Document& document,
                             const Tags& tags) {
  const std::string prefix = tags.prefix + ":";
  std::set<std::string> found;
  Xapian::TermIterator term = document.termlist_begin();
  const Xapian::TermIterator end = document.termlist_end();
  if (term != end) term.skip_to(prefix);
  for (; term != end; ++term) {
    const std::string name = *term;
    if (name.compare(0, prefix.size(), prefix) != 0) break;
    found.insert(name);
  }
  return found;
}

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

// Changes `document` only where it differs: one that was read from a database
// and is not touched costs nothing to write back.
void Replace(const std::set<std::string>& before,
             const std::set<std::string>& after, Xapian::Document* document) {
  for (const std::string& tag : before) {
    if (after.count(tag) == 0) document->remove_term(tag);
  }
  for (const std::string& tag : after) {
    if (before.count(tag) == 0) document->add_boolean_term(tag);
  }
}

}  // namespace

struct Tagger::Rep {
  PolicyHandle policy;
  ScratchHandle scratch;
  Tags tags;
};

Tagger::Tagger(const saring_policy* policy, Tags tags)
    : rep_(new Rep{Share(policy), NewScratch(), std::move(tags)}) {}

Tagger::~Tagger() = default;

saring_action Tagger::Tag(const Listing& listing, Xapian::Document* document) {
  const Tags& tags = rep_->tags;
  const std::set<std::string> before = TagsOf(*document, tags);
  if (before.count(tags.AnyManifest()) > 0) return SARING_HIDE;

  const saring_listing c = ForC(listing);
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_listing(rep_->policy.get(), rep_->scratch.get(), &c,
                               &verdict));
  const saring_action action = KnownAction(verdict.action);

  std::set<std::string> after = {tags.Tagged()};
  if (action == SARING_HIDE) after.insert(tags.Hide());
  if (action == SARING_DEMOTE) after.insert(tags.Demote());
  for (const saring_rule& rule :
       FiredRules(rep_->scratch.get(), verdict.rule_count)) {
    after.insert(tags.Rule(rule.id));
  }
  Replace(before, after, document);

  const std::string slot = action == SARING_DEMOTE ? "1" : "";
  if (document->get_value(tags.demotion_slot) != slot) {
    document->add_value(tags.demotion_slot, slot);
  }
  return action;
}

}  // namespace saring::xapian
