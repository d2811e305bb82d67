#include "normalizer/boundary_reading.h"

#include <algorithm>

namespace saring {
namespace {

struct Where {
  bool case_changes, style_changes, gaps;
};

bool IsBoundary(const FoldedChar& left, const FoldedChar& right, Where where) {
  return (where.case_changes && left.Is(Case::kSmall) &&
          right.Is(Case::kCapital)) ||
         (where.style_changes && left.styled != right.styled) ||
         (where.gaps && right.after_gap != 0);
}

// One letter; a digit alone is a number.
bool IsLoneLetter(Run piece) {
  return std::count_if(
             piece.begin(), piece.end(),
             [](const FoldedChar& c) { return !c.Is(Kind::kMark); }) == 1 &&
         piece.front().Is(Kind::kLetter);
}

Run Piece(Run run, const std::vector<uint32_t>& cuts, size_t i) {
  const size_t begin = i == 0 ? 0 : cuts[i - 1];
  const size_t end = i == cuts.size() ? run.size() : cuts[i];
  return run.subspan(begin, end - begin);
}

// Replaces buffers->cuts. Marks go with what they stand on.
void FindCuts(Run run, Where where, BoundaryBuffers* buffers) {
  std::vector<uint32_t>& cuts = buffers->cuts;
  cuts.clear();
  const FoldedChar* last = &run.front();
  for (size_t i = 1; i < run.size(); ++i) {
    if (run[i].Is(Kind::kMark)) continue;
    if (IsBoundary(*last, run[i], where)) {
      cuts.push_back(static_cast<uint32_t>(i));
    }
    last = &run[i];
  }
  std::vector<uint32_t>& kept = buffers->next;
  kept.clear();
  bool lone_before = IsLoneLetter(Piece(run, cuts, 0));
  for (size_t i = 0; i < cuts.size(); ++i) {
    const bool lone_after = IsLoneLetter(Piece(run, cuts, i + 1));
    if (!lone_before && !lone_after) kept.push_back(cuts[i]);
    lone_before = lone_after;
  }
  cuts.swap(kept);
}

// Whether the word added last is one that is looked for.
bool Lands(const Lexicon& lexicon, const Lattice& lattice) {
  const std::string_view word = lattice.text(lattice.words.back());
  return lexicon.KnowsLanguage() ? lexicon.IsTermWord(word)
                                 : lexicon.IsNeeded(word);
}

}  // namespace

bool MayBeCut(Run run) {
  for (size_t i = 1; i < run.size(); ++i) {
    if (IsBoundary(run[i - 1], run[i], {true, true, true})) return true;
    if (run[i].Is(Kind::kMark)) return true;
  }
  return false;
}

uint32_t ReadPieces(Run run, uint32_t from, const Lexicon& lexicon,
                    BoundaryBuffers* buffers, WalkBuffers* walk,
                    Lattice* lattice) {
  const size_t old_words = lattice->words.size();
  const size_t old_letters = lattice->letters.size();
  for (const Where where :
       {Where{true, true, true}, Where{true, false, false},
        Where{false, true, false}, Where{false, false, true}}) {
    FindCuts(run, where, buffers);
    const size_t pieces = buffers->cuts.size() + 1;
    if (pieces == 1) continue;
    bool landed = false;
    for (size_t i = 0; i < pieces; ++i) {
      const Run piece = Piece(run, buffers->cuts, i);
      const uint32_t node = from + static_cast<uint32_t>(i);
      AddWord(piece, Step::kBoundary, node, node + 1, lattice);
      landed |= Lands(lexicon, *lattice) ||
                (ReadLetters(piece, {.steps = StepsFor(piece)}, node, node + 1,
                             lexicon, walk, lattice) > 0 &&
                 Lands(lexicon, *lattice));
    }
    if (landed) return static_cast<uint32_t>(pieces);
    lattice->words.resize(old_words);
    lattice->letters.resize(old_letters);
  }
  return 0;
}

}  // namespace saring
