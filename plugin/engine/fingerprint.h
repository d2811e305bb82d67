// What an index remembers of the policy that tagged it.

#ifndef SARING_PLUGIN_ENGINE_FINGERPRINT_H_
#define SARING_PLUGIN_ENGINE_FINGERPRINT_H_

#include <string>

#include "plugin/engine/ruleset.h"

namespace saring {

// 16 hexadecimal digits, a hash of all that verdicts depend on: the bytes of
// the policy's files and of the dictionaries, the versions of normalizer and
// engine, and which rules and overrides are in force. Not the date itself, or
// every index would be stale each midnight.
std::string Fingerprint(const Ruleset& ruleset);

// To be raised with every change of the engine that may change a verdict.
inline constexpr uint32_t kEngineVersion = 2;

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_FINGERPRINT_H_
