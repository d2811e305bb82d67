// Checks a query or a listing: the whole way from text to verdict.

#ifndef SARING_PLUGIN_ENGINE_CHECK_H_
#define SARING_PLUGIN_ENGINE_CHECK_H_

#include <cstdint>
#include <string_view>

#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"

namespace saring {

struct Listing {
  std::string_view title = {}, description = {}, category = {}, condition = {};
  std::string_view id = {};  // "" where it has none
};

// The first `most` bytes of `text`, less a character that they would cut.
std::string_view CutText(std::string_view text, size_t most = kMaxText);

// How much of what was found is wanted.
enum class Depth : uint8_t {
  kVerdict,   // what fired rules rest on; less work where none can fire
  kEvidence,  // everything, excused or not
};

// Leaves the verdict and what it rests on in *scratch.
void CheckQuery(const Ruleset& ruleset, std::string_view text, Scratch* scratch,
                Rules rules = Rules::kInForce, Depth depth = Depth::kEvidence);
void CheckListing(const Ruleset& ruleset, const Listing& listing,
                  Scratch* scratch, Rules rules = Rules::kInForce,
                  Depth depth = Depth::kEvidence);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_CHECK_H_
