#include "normalizer/old_spelling_reading.h"

namespace saring {

// All but one of the old spellings have a j.
bool MayBeOldSpelling(Run run) {
  for (size_t i = 0; i < run.size(); ++i) {
    if (run[i].code == 'j') return true;
    if (i + 1 == run.size()) break;
    if (run[i].code == 'o' && run[i + 1].code == 'e') return true;
    if (run[i].code == 'c' && run[i + 1].code == 'h') return true;
  }
  return false;
}

}  // namespace saring
