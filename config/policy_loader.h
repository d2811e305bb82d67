// Reads policy files: format 1 of the policy language, see README.md.

#ifndef SARING_CONFIG_POLICY_LOADER_H_
#define SARING_CONFIG_POLICY_LOADER_H_

#include <cstddef>
#include <optional>
#include <string>

#include "config/fault.h"
#include "config/policy.h"

namespace saring {

// Reads the policy at `path` and the term files that it names.
//
// Every fault that can be seen without folding text is added to *faults: the
// first syntax fault, or all others. What could be read is returned even when
// there are errors, so that the compiler can look for the rest; nullopt when
// there is nothing to look at (unreadable, not YAML, not a map).
//
// Files may be hostile. Refused, in time linear in what is read: files that are
// no regular files or larger than the limits below, bytes that are not UTF-8,
// NULs and other control characters, anchors and aliases, tags, nesting deeper
// than kMaxDepth, a second document, and term files outside the folder of the
// policy: that in which the file lies once symbolic links are followed.
//
// Throws std::bad_alloc only.
std::optional<Policy> LoadPolicy(const std::string& path, FaultList* faults);

// A node of YAML costs two bytes to write and some 200 to hold. Long lists
// belong into term files, which are read without a tree.
inline constexpr size_t kMaxPolicyBytes = size_t{1} << 20;
// Of all term files of a policy together, as often as they are named.
inline constexpr size_t kMaxTermFileBytes = size_t{256} << 20;
inline constexpr size_t kMaxFileTerms = 4'000'000;
inline constexpr size_t kMaxScalarBytes = size_t{16} << 10;  // notices
inline constexpr size_t kMaxTermBytes = 256;
inline constexpr int kMaxDepth = 16;

}  // namespace saring

#endif  // SARING_CONFIG_POLICY_LOADER_H_
