#include "normalizer/normalizer.h"

#include <cassert>

#include "normalizer/ascii.h"

namespace saring {

Normalizer::Normalizer() : forms_(LoadForms()) {}

void Normalizer::Read(std::string_view text, const Lexicon* lexicon,
                      NormalizerScratch* scratch, Lattice* lattice) const {
  if (lexicon == nullptr || lexicon->serial() == 0) {
    ReadWhole(text, lexicon, scratch, lattice);
    return;
  }
  const TextShape shape = Resolve(text, *lexicon, scratch);
  Build(shape, text, *lexicon, scratch, lattice);
}

TextShape Normalizer::Resolve(std::string_view text, const Lexicon& lexicon,
                              NormalizerScratch* scratch) const {
  assert(text.size() < kLongestText);
  return ResolveUnits(forms_, text, lexicon, &scratch->units);
}

void Normalizer::Build(TextShape shape, std::string_view text,
                       const Lexicon& lexicon, NormalizerScratch* scratch,
                       Lattice* lattice) const {
  if (shape == TextShape::kWhole) {
    ReadWhole(text, &lexicon, scratch, lattice);
    return;
  }
  lattice->Clear();
  BuildLattice(forms_, text, lexicon, &scratch->units, lattice);
}

void Normalizer::ReadWhole(std::string_view text, const Lexicon* lexicon,
                           NormalizerScratch* scratch, Lattice* lattice) const {
  assert(text.size() < kLongestText);
  lattice->Clear();
  FoldText(forms_, text, &scratch->fold, &scratch->chars);
  Split(scratch->chars, lexicon, &scratch->reading, lattice);
  if (lexicon == nullptr) return;
  for (Word& word : lattice->words) {
    word.number = lexicon->NumberOf(lattice->text(word));
  }
}

}  // namespace saring
