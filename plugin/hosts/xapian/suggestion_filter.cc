#include <saring/xapian_page.h>

#include "plugin/hosts/xapian/handles.h"

namespace saring::xapian {

struct SuggestionFilter::Rep {
  PolicyHandle policy;
  ScratchHandle scratch;
};

SuggestionFilter::SuggestionFilter(const saring_policy* policy)
    : rep_(new Rep{Share(policy), NewScratch()}) {}

SuggestionFilter::~SuggestionFilter() = default;

bool SuggestionFilter::Allows(std::string_view text) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_query(rep_->policy.get(), rep_->scratch.get(),
                             text.data(), text.size(), &verdict));
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
