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
  }
  return "";
}

}  // namespace saring
