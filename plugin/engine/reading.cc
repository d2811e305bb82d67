#include "plugin/engine/reading.h"

#include "plugin/engine/check.h"

namespace saring {
namespace {

// Of the words that begin together, the first that was not read as written;
// the written one if there is no other.
const Word& BestFrom(const Lattice& lattice, size_t first) {
  for (size_t i = first; i < lattice.words.size(); ++i) {
    if (lattice.words[i].from != lattice.words[first].from) break;
    if (lattice.words[i].step != Step::kWritten) return lattice.words[i];
  }
  return lattice.words[first];
}

// The words of the path that takes the best word from each node on.
std::string JoinBestPath(const Lattice& lattice) {
  std::string joined;
  uint32_t node = 0;
  for (size_t i = 0; i < lattice.words.size(); ++i) {
    if (lattice.words[i].from != node) continue;
    const Word& word = BestFrom(lattice, i);
    if (!joined.empty()) joined += ' ';
    joined += lattice.text(word);
    node = word.to;
  }
  return joined;
}

}  // namespace

std::string WrittenWords(const Normalizer& normalizer, std::string_view text,
                         Scratch* scratch) {
  normalizer.Read(text, nullptr, &scratch->normalizer, &scratch->lattice);
  return JoinBestPath(scratch->lattice);
}

std::string ReadWords(const Ruleset& ruleset, std::string_view text,
                      Scratch* scratch) {
  ruleset.normalizer.Read(CutText(text), &ruleset.vocabulary,
                          &scratch->normalizer, &scratch->lattice);
  return JoinBestPath(scratch->lattice);
}

std::string OtherWords(const Ruleset& ruleset, std::string_view text,
                       Scratch* scratch) {
  const Lattice& lattice = scratch->lattice;
  ruleset.normalizer.Read(CutText(text), nullptr, &scratch->normalizer,
                          &scratch->lattice);
  std::string joined;
  for (const Word& word : lattice.words) {
    if (ruleset.vocabulary.IsTermWord(lattice.text(word))) continue;
    if (!joined.empty()) joined += ' ';
    joined += lattice.text(word);
  }
  return joined;
}

}  // namespace saring
