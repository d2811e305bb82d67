#include "plugin/hosts/xapian/comparison.h"

namespace saring::xapian {
namespace {

saring_action ActionOf(const DocumentTags& found, const Tags& tags) {
  if (found.Has(tags.Hide())) return SARING_HIDE;
  return found.Has(tags.Demote()) ? SARING_DEMOTE : SARING_SHOW;
}

std::vector<std::string> RulesOf(const DocumentTags& found, const Tags& tags) {
  const std::string prefix = tags.Rule("");
  std::vector<std::string> rules;
  for (auto term = found.terms.lower_bound(prefix);
       term != found.terms.end() &&
       term->compare(0, prefix.size(), prefix) == 0;
       ++term) {
    rules.push_back(term->substr(prefix.size()));
  }
  return rules;
}

// `change` is the member of RetagChanges that counts it.
void Count(uint64_t RetagChanges::*change,
           const std::vector<std::string>& rules, RetagReport* report) {
  ++(report->changes.*change);
  for (const std::string& rule : rules) ++(report->rules[rule].*change);
}

void CountChange(const DocumentTags& before, const Decision& now,
                 const Tags& tags, RetagReport* report) {
  ++report->written;
  if (!before.Has(tags.Tagged())) ++report->new_tagged;
  const saring_action was = ActionOf(before, tags);
  const saring_action is = ActionOf(now.tags, tags);
  if (was == is) return;
  if (is == SARING_HIDE) {
    Count(&RetagChanges::hidden, now.deciding, report);
  } else if (is == SARING_DEMOTE) {
    Count(&RetagChanges::demoted, now.deciding, report);
  } else {
    Count(&RetagChanges::released, RulesOf(before, tags), report);
  }
}

}  // namespace

bool Compare(const ReadListing& read, Judge* judge, Xapian::Document* document,
             RetagReport* report) {
  const Tags& tags = judge->tags();
  const DocumentTags before = ReadTags(*document, tags);
  if (before.Has(tags.AnyManifest())) return false;
  ++report->documents;
  const Decision now = judge->Decide(read(*document));
  if (now.tags == before) return false;
  CountChange(before, now, tags, report);
  WriteTags(before, now.tags, tags, document);
  return true;
}

}  // namespace saring::xapian
