#ifndef SARING_BENCH_LOADED_POLICY_H_
#define SARING_BENCH_LOADED_POLICY_H_

#include <saring/saring.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/confusion.h"

namespace saring::quality {

struct Evidence {
  std::string list;
  std::string term;
  std::string matched;  // the bytes of the text that it points at
  std::string step;     // how they were read
};

// What the plugin said about one text.
struct Finding {
  std::optional<Outcome> outcome;  // nothing when the answer is invalid
  std::string invalid;             // what is wrong with an invalid answer
  std::vector<std::string> rules;  // all that fired, the deciding one first
  std::vector<Evidence> evidence;  // of the deciding rule
};

// Which library and which policy gave an answer.
struct Identity {
  std::string library;
  std::string policy;
  std::string revision;
  std::string fingerprint;
};

// A policy in the plugin, asked one text at a time. An answer is invalid when
// the call fails, or when what it says contradicts itself or the text. For one
// thread.
class LoadedPolicy {
 public:
  // Throws DataFault with every fault of the policy.
  explicit LoadedPolicy(const std::filesystem::path& path);

  Identity identity() const;
  Finding AskQuery(std::string_view text);
  Finding AskTitle(std::string_view text);

 private:
  Finding Explain(saring_status status, const saring_verdict& verdict,
                  std::string_view text) const;

  std::unique_ptr<saring_policy, void (*)(saring_policy*)> policy_;
  std::unique_ptr<saring_scratch, void (*)(saring_scratch*)> scratch_;
};

}  // namespace saring::quality

#endif  // SARING_BENCH_LOADED_POLICY_H_
