#include "normalizer/joined_cut.h"

#include <algorithm>

#include "normalizer/letter_walk.h"

namespace saring {
namespace {

// Where nobody knows the words of the language: aku and stik, ala and mat.
constexpr size_t kShortestTermUnknown = 4;
constexpr size_t kShortestOrdinary = 4;
constexpr size_t kLongestOrdinary = 20;
constexpr uint32_t kNever = 1u << 20;

// Every term's word in `letters`, but not all of it.
void FindTerms(std::string_view letters, const Lexicon& lexicon,
               std::vector<JoinedBuffers::Edge>* edges) {
  const WordIndex& index = lexicon.index();
  const size_t shortest =
      lexicon.KnowsLanguage() ? kShortestTerm : kShortestTermUnknown;
  for (size_t begin = 0; begin + shortest <= letters.size(); ++begin) {
    WordIndex::Hash hash = WordIndex::kEmpty;
    for (size_t end = begin + 1; end <= letters.size(); ++end) {
      hash = WordIndex::Extend(hash, letters[end - 1]);
      if (!index.MayBegin(hash)) break;
      if (end - begin < shortest || end - begin == letters.size() ||
          !index.MayBeWord(hash) ||
          !lexicon.IsTermWord(letters.substr(begin, end - begin))) {
        continue;
      }
      edges->push_back(
          {static_cast<uint32_t>(begin), static_cast<uint32_t>(end), true});
    }
  }
}

// Adds the ordinary words that a cut may have: those at places which other
// words of it, terms' or not, reach from the beginning.
void AddOrdinary(std::string_view letters, const Lexicon& lexicon,
                 JoinedBuffers* buffers) {
  std::vector<JoinedBuffers::Edge>* const edges = &buffers->edges;
  std::vector<uint32_t>& reached = buffers->cover;
  reached.assign(letters.size() + 1, 0);
  reached[0] = 1;
  auto term = buffers->terms.begin();
  for (size_t begin = 0; begin + kShortestOrdinary <= letters.size(); ++begin) {
    for (; term != buffers->terms.end() && term->begin <= begin; ++term) {
      reached[term->end] |= reached[term->begin];
    }
    if (reached[begin] == 0) continue;
    const size_t most = std::min(letters.size() - begin, kLongestOrdinary);
    for (size_t size = kShortestOrdinary; size <= most; ++size) {
      if (!lexicon.IsPiece(letters.substr(begin, size))) continue;
      reached[begin + size] = 1;
      edges->push_back({static_cast<uint32_t>(begin),
                        static_cast<uint32_t>(begin + size), false});
    }
  }
  // A word that is both counts as a term's.
  std::sort(edges->begin(), edges->end(), [](const auto& a, const auto& b) {
    return a.begin != b.begin ? a.begin < b.begin
           : a.end != b.end   ? a.end < b.end
                              : a.is_term > b.is_term;
  });
  edges->erase(std::unique(edges->begin(), edges->end(),
                           [](const auto& a, const auto& b) {
                             return a.begin == b.begin && a.end == b.end;
                           }),
               edges->end());
}

// The fewest pieces to each place from either end, and how many pieces of the
// shortest cuts cover it. False if no cut reaches the end.
bool CountPieces(size_t size, JoinedBuffers* b) {
  b->from_left.assign(size + 1, kNever);
  b->from_right.assign(size + 1, kNever);
  b->cover.assign(size + 1, 0);
  b->from_left[0] = b->from_right[size] = 0;
  for (const auto& e : b->edges) {
    b->from_left[e.end] =
        std::min(b->from_left[e.end], b->from_left[e.begin] + 1);
  }
  if (b->from_left[size] >= kNever) return false;
  for (auto e = b->edges.rbegin(); e != b->edges.rend(); ++e) {
    b->from_right[e->begin] =
        std::min(b->from_right[e->begin], b->from_right[e->end] + 1);
  }
  const uint32_t fewest = b->from_left[size];
  std::erase_if(b->edges, [&](const auto& e) {
    return b->from_left[e.begin] + 1 + b->from_right[e.end] != fewest;
  });
  for (const auto& e : b->edges) {
    for (uint32_t i = e.begin; i < e.end; ++i) ++b->cover[i];
  }
  return fewest > 1;
}

// Where nobody knows the words of the language most words that can be cut are
// others: nightshirt. Two pieces that are evidence are rarely an accident.
bool IsProven(std::string_view letters, const Lexicon& lexicon,
              const std::vector<JoinedPiece>& pieces) {
  return lexicon.KnowsLanguage() ||
         std::count_if(pieces.begin(), pieces.end(), [&](const auto& piece) {
           return piece.is_term && lexicon.IsNeeded(letters.substr(
                                       piece.begin, piece.end - piece.begin));
         }) > 1;
}

}  // namespace

bool FindJoined(std::string_view letters, const Lexicon& lexicon,
                JoinedBuffers* buffers) {
  buffers->terms.clear();
  if (letters.size() < kShortestJoined || letters.size() > kLongestReading) {
    return false;
  }
  FindTerms(letters, lexicon, &buffers->terms);
  return !buffers->terms.empty() && !lexicon.IsPiece(letters);
}

bool CutJoined(std::string_view letters, CutAt cut, const Lexicon& lexicon,
               JoinedBuffers* buffers) {
  JoinedBuffers& b = *buffers;
  b.pieces.clear();
  b.edges = b.terms;
  if (cut == CutAt::kAnyWords) {
    if (!lexicon.KnowsLanguage()) return false;
    AddOrdinary(letters, lexicon, buffers);
  }
  if (!CountPieces(letters.size(), buffers)) return false;
  uint32_t done = 0;
  for (const auto& e : b.edges) {
    const bool agreed =
        std::all_of(b.cover.begin() + e.begin, b.cover.begin() + e.end,
                    [](uint32_t pieces) { return pieces == 1; });
    if (!e.is_term || !agreed) continue;
    if (done < e.begin) b.pieces.push_back({done, e.begin, false});
    b.pieces.push_back({e.begin, e.end, true});
    done = e.end;
  }
  if (b.pieces.empty() || !IsProven(letters, lexicon, b.pieces)) return false;
  if (done < letters.size()) {
    b.pieces.push_back({done, static_cast<uint32_t>(letters.size()), false});
  }
  return true;
}

}  // namespace saring
