// Policies of any size: the shipped one with a list and a rule more.

#ifndef SARING_BENCH_SPEED_GENERATED_POLICY_H_
#define SARING_BENCH_SPEED_GENERATED_POLICY_H_

#include <filesystem>

#include "bench/speed/vocabulary.h"

namespace saring::speed {

// The id of the rule, and of the list, that are added.
inline constexpr char kGenerated[] = "generated";

// Writes into `folder` the shipped policy with all its rules and, unless
// `terms` is empty, a rule that demotes what any of them is in; the terms are a
// file of their own. Returns the policy's path, named after `name`. Throws
// std::runtime_error when a file cannot be read or written.
std::filesystem::path WritePolicy(const std::filesystem::path& folder,
                                  const std::string& name,
                                  const Strings& terms);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_GENERATED_POLICY_H_
