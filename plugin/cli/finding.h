// What a policy says of a row, in C++.

#ifndef SARING_PLUGIN_CLI_FINDING_H_
#define SARING_PLUGIN_CLI_FINDING_H_

#include <saring/saring.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "plugin/cli/library.h"
#include "plugin/cli/row.h"

namespace saring::cli {

enum class As { kQuery, kListing };

// "query" or "listing"; throws UsageError for anything else.
As ParseAs(const std::string& word);

// The name of a row's text where the command line does not say: "text" of a
// query, "title" of a listing.
std::string DefaultText(As as);

struct Evidence {
  std::string rule, field, list, term;
  size_t begin, end;  // bytes of that field's text
  std::string text;   // those bytes
  std::string read_as, step;
};

struct Finding {
  uint32_t action;  // a saring_action
  bool text_cut;
  std::vector<std::string> rules;   // those that fired, the deciding one first
  std::vector<Evidence> evidence;   // in order of rules
  std::vector<std::string> shadow;  // rules that would have fired
  std::string override_reason;      // of a reviewer, or ""
};

// "show", "review", "demote" or "hide".
std::string ActionName(uint32_t action);

// The evidence as scan prints it.
nlohmann::ordered_json ToJson(const Evidence& evidence);

// For a line of text: the rule that decided with its evidence, then the ids of
// the others: `used-fashion: fashion "baju", used "bekas"; also soft, bare`. Or
// `reviewer: ` and what a reviewer wrote; "" when nobody decided.
std::string Reason(const Finding& finding);

// Borrows from `row`.
saring_listing ListingOf(const Row& row);

// Checks rows. Shares ownership of the policy. One thread at a time.
class Examiner {
 public:
  // `monitor`, unless it is nullptr, watches.
  explicit Examiner(const saring_policy* policy,
                    saring_monitor* monitor = nullptr);

  // Throws Failure if the library fails.
  Finding Examine(As as, const Row& row);

 private:
  void AddRule(const Row& row, size_t index, Finding* finding) const;

  PolicyHandle policy_;
  ScratchHandle scratch_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_FINDING_H_
