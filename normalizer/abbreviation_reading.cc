#include "normalizer/abbreviation_reading.h"

#include <algorithm>

namespace saring {

uint32_t ReadAbbreviation(Run run, std::string_view letters, uint32_t from,
                          const Lexicon& lexicon, Lattice* lattice) {
  std::string_view meaning = lexicon.MeaningOf(letters);
  if (meaning.empty() || lexicon.IsOrdinary(letters)) return 0;
  uint32_t nodes = 0;
  while (!meaning.empty()) {
    const size_t size = std::min(meaning.find(' '), meaning.size());
    AddWord(run, Step::kAbbreviation, from + nodes, from + nodes + 1,
            meaning.substr(0, size), lattice);
    ++nodes;
    meaning.remove_prefix(std::min(size + 1, meaning.size()));
  }
  return nodes;
}

}  // namespace saring
