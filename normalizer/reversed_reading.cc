#include "normalizer/reversed_reading.h"

namespace saring {

bool ReadReversed(Run run, StepSet steps, uint32_t from, const Lexicon& lexicon,
                  std::vector<FoldedChar>* turned, WalkBuffers* walk,
                  Lattice* lattice) {
  turned->assign(run.rbegin(), run.rend());
  // With gaps, of which a word has none, what is written plainly lands too.
  WalkLetters(*turned, {.steps = steps, .across_gaps = true}, lexicon, walk);
  for (const Landing& landing : walk->landings) {
    AddWord(run, BoldestOf(landing.steps | Just(Step::kReversed)), from,
            from + 1, walk->text(landing), lattice);
  }
  return !walk->landings.empty();
}

}  // namespace saring
