// The words of a marketplace's own listings.

#ifndef SARING_PLUGIN_CLI_CATALOGUE_WORDS_H_
#define SARING_PLUGIN_CLI_CATALOGUE_WORDS_H_

#include <saring/saring.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "plugin/cli/library.h"

namespace saring::cli {

// Counts in how many listings each word stands, folded as the policy folds.
// Passed over are words of the policy's terms; those of one or two letters,
// which are never re-read; very long ones; and those with a figure in them,
// which are sizes, models or disguises. Shares ownership of the policy.
//
// Keeps `most_words` words, however long the catalogue: of more, the rarest are
// forgotten, and count from nothing when they come again.
class CatalogueWords {
 public:
  explicit CatalogueWords(const saring_policy* policy,
                          size_t most_words = 1'000'000);

  // Both throw Failure if the library fails.
  void AddListing(std::string_view title, std::string_view description);

  // The words of at least so many listings, in order.
  struct Words {
    std::vector<std::string> misread;  // that the policy reads as another word
    std::vector<std::string> others;
  };
  Words AtLeast(uint64_t listings);

 private:
  void AddText(std::string_view text);
  bool IsMisread(const std::string& word);
  void ForgetRarest();

  const size_t most_words_;
  PolicyHandle policy_;
  ScratchHandle scratch_;
  std::unordered_map<std::string, uint64_t> counts_;
  std::unordered_set<std::string> of_listing_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_CATALOGUE_WORDS_H_
