// The working memory of one check.

#ifndef SARING_PLUGIN_ENGINE_SCRATCH_H_
#define SARING_PLUGIN_ENGINE_SCRATCH_H_

#include <string>
#include <vector>

#include "normalizer/normalizer.h"
#include "plugin/engine/chart.h"
#include "plugin/engine/evidence.h"
#include "plugin/engine/verdict.h"

namespace saring {

// Reused from call to call: it grows to what texts need and then allocates no
// more. One call at a time. What a check found stays until the next one.
struct Scratch {
  // The results.
  Evidence evidence;
  Verdict verdict;

  // Of a second look.
  Evidence other_evidence;
  Verdict other_verdict;
  std::vector<uint32_t> fired;  // rules

  // Between steps.
  NormalizerScratch normalizer;
  Lattice lattice;  // of what is not a text field
  Chart chart;
  std::vector<Vocabulary::WordId> word_ids;  // of the lattice's words
  std::vector<Chart::Match> matches;
  std::vector<Chart::Match> exception_matches;
  std::vector<Hit> field_hits;
  std::vector<uint32_t> candidates;  // rules
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_SCRATCH_H_
