// saring/xapian_page.h - what a results page shows beside the results.
//
// Counts, facets and collapsed groups need nothing of this: run over
// Interception::query they know no hidden document.

#ifndef SARING_XAPIAN_PAGE_H_
#define SARING_XAPIAN_PAGE_H_

#include <saring/xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saring::xapian {

// Keeps texts that the shop offers to search for, such as suggestions, filters,
// spelling corrections and related searches, from being prohibited ones. Goes
// by a policy as an Interceptor does. One thread at a time.
class SARING_XAPIAN_API SuggestionFilter {
 public:
  explicit SuggestionFilter(const saring_policy* policy);
  explicit SuggestionFilter(saring_live* live);
  ~SuggestionFilter();
  SuggestionFilter(const SuggestionFilter&) = delete;
  SuggestionFilter& operator=(const SuggestionFilter&) = delete;

  // Whether `text` may be offered: its action as a query is not hide. Give the
  // whole query as it would run, not the corrected word alone.
  bool Allows(std::string_view text);

  // Those of `texts` that may be, in their order.
  std::vector<std::string> Keep(const std::vector<std::string>& texts);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// The least weight of which Xapian says `percent`, 0 to 100, over what `search`
// finds in `database`: set_cutoff(0, weight) cuts off what set_cutoff(percent)
// would, which Xapian refuses under a sort by value. Runs a search for one hit.
// Throws Error unless `search` was made with Demotion::kBySlot and without a
// sort_slot; the weights of other searches are not the query's own.
SARING_XAPIAN_API double CutoffWeight(const Interception& search,
                                      const Xapian::Database& database,
                                      int percent);

}  // namespace saring::xapian

#endif  // SARING_XAPIAN_PAGE_H_
