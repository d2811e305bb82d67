#include "plugin/engine/fingerprint.h"

namespace saring {
namespace {

// FNV-1a, 64 bits: against accidents, not against forgers.
class Hash {
 public:
  void Add(uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) {
      state_ = (state_ ^ (value >> shift & 0xff)) * 0x100000001b3u;
    }
  }

  std::string Hex() const {
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) {
      hex += "0123456789abcdef"[state_ >> shift & 0xf];
    }
    return hex;
  }

 private:
  uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace

std::string Fingerprint(const Ruleset& ruleset) {
  Hash hash;
  hash.Add(kEngineVersion);
  hash.Add(kNormalizerVersion);
  hash.Add(ruleset.content_hash);
  hash.Add(ruleset.dictionary_hash);
  for (const CompiledRule& rule : ruleset.rules) hash.Add(rule.in_force);
  for (const Overrides::Decision& decision : ruleset.overrides.all()) {
    if (decision.last_day != Overrides::Decision::kForEver) {
      hash.Add(ruleset.overrides.Holds(decision));
    }
  }
  return hash.Hex();
}

}  // namespace saring
