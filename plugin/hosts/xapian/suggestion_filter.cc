#include <saring/xapian_page.h>

#include "plugin/hosts/xapian/policy_source.h"

namespace saring::xapian {

struct SuggestionFilter::Rep {
  PolicySource source;
};

SuggestionFilter::SuggestionFilter(const saring_policy* policy)
    : rep_(new Rep{PolicySource(policy)}) {}

SuggestionFilter::SuggestionFilter(saring_live* live)
    : rep_(new Rep{PolicySource(live)}) {}

SuggestionFilter::~SuggestionFilter() = default;

bool SuggestionFilter::Allows(std::string_view text) {
  const saring_policy* const policy = rep_->source.Newest();
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_query(policy, rep_->source.scratch(), text.data(),
                             text.size(), &verdict));
  return KnownAction(verdict.action) != SARING_HIDE;
}

std::vector<std::string> SuggestionFilter::Keep(
    const std::vector<std::string>& texts) {
  std::vector<std::string> kept;
  for (const std::string& text : texts) {
    if (Allows(text)) kept.push_back(text);
  }
  return kept;
}

}  // namespace saring::xapian
