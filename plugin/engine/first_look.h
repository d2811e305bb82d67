// Tells from little whether a text is worth a closer look.

#ifndef SARING_PLUGIN_ENGINE_FIRST_LOOK_H_
#define SARING_PLUGIN_ENGINE_FIRST_LOOK_H_

#include "normalizer/lattice.h"
#include "normalizer/unit_reader.h"
#include "plugin/engine/chart.h"
#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// What is known of a text before anything is looked for in earnest.
struct FirstLook {
  bool tells = false;  // something may
  // By list: that a word hints at it; that it tells, if it is a telling one.
  // Too many rather than too few.
  ListMask hinted = 0, told = 0;
};

// Adds what tells in a text whose words are known before a lattice is built,
// and replaces *terms by the terms of telling lists that may be there, with
// units for nodes and no states. Along a path they are there. False if not all
// of them were followed.
bool FindTelling(const Ruleset& ruleset, const UnitBuffers& units,
                 FirstLook* look, std::vector<Chart::Match>* terms);

// Whether there is nothing to find, as nearly always.
inline bool TellsNothing(const UnitBuffers& units) {
  return units.cues.empty() && units.joined.empty();
}

// At which lists' terms some word of such a text hints; of a lattice.
ListMask HintsOf(const Ruleset& ruleset, const UnitBuffers& units);
ListMask HintsOf(const Ruleset& ruleset, const Lattice& lattice);

// What has to be found for those rules that may have all that they need.
enum class Prospect : uint8_t {
  kNothing,    // there is no such rule: none fires
  kToldTerms,  // terms that tell, which are words alone, without exceptions
  kAllTerms,
};
Prospect ProspectOf(const Ruleset& ruleset, Asked asked, const FirstLook& look);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_FIRST_LOOK_H_
