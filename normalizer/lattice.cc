#include "normalizer/lattice.h"

namespace saring {

std::string_view StepName(Step step) {
  switch (step) {
    case Step::kWritten:
      return "as written";
    case Step::kLookAlike:
      return "look-alike letters";
    case Step::kBoundary:
      return "cut where the letters change";
    case Step::kAffix:
      return "without affixes";
    case Step::kAbbreviation:
      return "abbreviation";
    case Step::kDoubling:
      return "doubled word";
    case Step::kReversed:
      return "turned round";
    case Step::kStretched:
      return "stretched letters";
    case Step::kOldSpelling:
      return "old spelling";
    case Step::kDigits:
      return "digits for letters";
    case Step::kMasked:
      return "masked letter";
    case Step::kSpaced:
      return "letters set apart";
    case Step::kFragments:
      return "word cut in pieces";
    case Step::kJoined:
      return "joined words";
    case Step::kSlip:
      return "one slip of the finger";
  }
  return "";
}

}  // namespace saring
