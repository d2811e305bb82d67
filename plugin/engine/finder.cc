#include "plugin/engine/finder.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "plugin/engine/first_look.h"
#include "plugin/engine/glob.h"
#include "plugin/engine/reading.h"

namespace saring {
namespace {

// In Chart's `via`: the edge is a match, not a word.
constexpr uint32_t kMatchBit = 0x80000000u;

// Follows every word of the lattice in `trie`, in order of `from`; before the
// words of a node, `at_node(node)` may follow more edges from it.
template <typename AtNode>
void FollowWords(const PatternTrie& trie, const Lattice& lattice,
                 Chart::Follow follow, Chart* chart,
                 std::vector<Chart::Match>* matches, AtNode at_node) {
  chart->Reset(lattice.node_count,
               lattice.words.size() + 1 == lattice.node_count, follow);
  for (uint32_t i = 0; i < lattice.words.size(); ++i) {
    const Word& word = lattice.words[i];
    at_node(word.from);
    if (word.number != Vocabulary::kUnknown) {
      chart->Advance(trie, word.from, word.to, Symbol::OfWord(word.number), i,
                     matches);
    }
    if (word.figures) {
      chart->Advance(trie, word.from, word.to, Symbol::OfNumber(), i, matches);
    }
  }
}

// Finds every term. A match of a list that other terms contain is an edge too.
void MatchTerms(const Ruleset& ruleset, const Lattice& lattice,
                FieldMatches* field) {
  std::vector<Chart::Match>& matches = field->terms;
  matches.clear();
  size_t followed = 0;
  const auto follow_matches = [&](uint32_t) {
    for (; followed < matches.size(); ++followed) {
      const Chart::Match match = matches[followed];
      if (!ruleset.lists[match.list].within_terms) continue;
      field->chart.Advance(
          ruleset.term_trie, match.from, match.to, Symbol::OfList(match.list),
          kMatchBit | static_cast<uint32_t>(followed), &matches);
    }
  };
  FollowWords(ruleset.term_trie, lattice, Chart::Follow::kAll, &field->chart,
              &matches, follow_matches);
  follow_matches(lattice.node_count);
}

// Appends the words that led to a state of the chart, last word first.
void AppendWordsBefore(const FieldMatches& field, uint32_t state,
                       std::vector<uint32_t>* words) {
  for (; state != Chart::kNoState; state = field.chart.Previous(state)) {
    const uint32_t via = field.chart.Via(state);
    if (via & kMatchBit) {
      AppendWordsBefore(field, field.terms[via & ~kMatchBit].state, words);
    } else {
      words->push_back(via);
    }
  }
}

// Appends the words of a match. What has no state was found on a path.
void AppendWords(const FieldMatches& field, const Chart::Match& match,
                 std::vector<uint32_t>* words) {
  if (match.state == Chart::kNoState) {
    for (uint32_t i = match.from; i < match.to; ++i) words->push_back(i);
    return;
  }
  const auto begin = static_cast<std::ptrdiff_t>(words->size());
  AppendWordsBefore(field, match.state, words);
  std::reverse(words->begin() + begin, words->end());
}

bool LooksIn(const EvidenceList& list, EvidenceField field) {
  return field == EvidenceField::kTitle ? list.in_title : list.in_description;
}

// By list and range, then as the policy writes the terms.
bool Earlier(const Hit& a, const Hit& b) {
  return std::tie(a.list, a.from, a.to, a.term) <
         std::tie(b.list, b.from, b.to, b.term);
}

// Makes hits of the matches: one for each list that is wanted and range, in
// order, whichever field the list looks in.
void CollectHits(EvidenceField field, const Lattice& lattice,
                 Scratch* scratch) {
  std::vector<Hit>& hits = scratch->field_hits;
  std::vector<uint32_t>& words = scratch->evidence.words;
  hits.clear();
  const FieldMatches& matches = scratch->fields[static_cast<size_t>(field)];
  for (const Chart::Match& match : matches.terms) {
    if (scratch->wanted[match.list] == 0) continue;
    Hit hit{.list = match.list,
            .term = match.pattern,
            .field = field,
            .from = match.from,
            .to = match.to};
    hit.words_begin = static_cast<uint32_t>(words.size());
    AppendWords(matches, match, &words);
    hit.words_size = static_cast<uint32_t>(words.size()) - hit.words_begin;
    hit.begin = lattice.words[words[hit.words_begin]].begin;
    hit.end = lattice.words[words.back()].end;
    hits.push_back(hit);
  }
  if (hits.size() < 2) return;
  std::sort(hits.begin(), hits.end(), Earlier);
  const auto same = [](const Hit& a, const Hit& b) {
    return a.list == b.list && a.from == b.from && a.to == b.to;
  };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

// Finds every exception, over words, numbers and the lists' raw terms. Out of
// line, as few texts come so far; Excuse() likewise.
[[gnu::noinline]] void MatchExceptions(const Ruleset& ruleset,
                                       const Lattice& lattice,
                                       const FieldMatches& field,
                                       Scratch* scratch) {
  std::vector<ListEdge>& edges = scratch->list_edges;
  edges.clear();
  for (const Chart::Match& match : field.terms) {
    if (!ruleset.lists[match.list].within_exceptions) continue;
    edges.push_back({match.from, match.to, match.list});
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  auto next = edges.begin();
  scratch->exception_matches.clear();
  Chart& chart = scratch->exception_chart;
  FollowWords(ruleset.exception_trie, lattice, Chart::Follow::kAll, &chart,
              &scratch->exception_matches, [&](uint32_t node) {
                for (; next != edges.end() && next->from <= node; ++next) {
                  chart.Advance(ruleset.exception_trie, next->from, next->to,
                                Symbol::OfList(next->list), 0,
                                &scratch->exception_matches);
                }
              });
}

// Marks each hit that lies inside a match of an exception of its own list. Both
// are sorted by list and beginning, so that one walk is enough: of the
// exceptions that begin no later, only the one that ends last matters.
[[gnu::noinline]] void Excuse(Scratch* scratch) {
  std::vector<Hit>& hits = scratch->field_hits;
  std::vector<Chart::Match>& covers = scratch->exception_matches;
  std::sort(covers.begin(), covers.end(),
            [&](const Chart::Match& a, const Chart::Match& b) {
              return std::tie(a.list, a.from) < std::tie(b.list, b.from);
            });
  auto cover = covers.begin();
  const Chart::Match* widest = nullptr;
  for (Hit& hit : hits) {
    if (widest && widest->list != hit.list) widest = nullptr;
    for (; cover != covers.end() &&
           (cover->list < hit.list ||
            (cover->list == hit.list && cover->from <= hit.from));
         ++cover) {
      if (cover->list != hit.list) continue;
      if (!widest || cover->to > widest->to) widest = &*cover;
    }
    if (widest && widest->to >= hit.to) hit.excused_by = widest->pattern;
  }
}

// Makes nodes of the units that terms were found in. False if the lattice has
// more words than one way through it.
bool PlaceOnPath(const UnitBuffers& units, const Lattice& lattice,
                 std::vector<Chart::Match>* terms) {
  const std::vector<Word>& words = lattice.words;
  if (words.size() + 1 != lattice.node_count) return false;
  if (units.are_words && words.size() == units.unit_count) return true;
  const auto node_at = [&](uint32_t byte) {
    const auto word = std::lower_bound(
        words.begin(), words.end(), byte,
        [](const Word& w, uint32_t begin) { return w.begin < begin; });
    return static_cast<uint32_t>(word - words.begin());
  };
  for (Chart::Match& term : *terms) {
    term.from = node_at(units.units[term.from].begin);
    term.to = node_at(units.units[term.to - 1].end);
  }
  return true;
}

bool LatticeTells(const Ruleset& ruleset, const Lattice& lattice,
                  FieldMatches* field) {
  field->terms.clear();
  FollowWords(ruleset.term_trie, lattice, Chart::Follow::kTelling,
              &field->chart, &field->terms, [](uint32_t) {});
  return field->chart.told();
}

// One of each list.
std::vector<AttributeHit> HitsOfAttribute(const Ruleset& ruleset,
                                          EvidenceField field,
                                          std::string_view text,
                                          Scratch* scratch) {
  const std::string words = WrittenWords(ruleset.normalizer, text, scratch);
  std::vector<AttributeHit> hits;
  for (ListId list = 0; list < ruleset.lists.size(); ++list) {
    const EvidenceList& l = ruleset.lists[list];
    const auto& values =
        field == EvidenceField::kCategory ? l.categories : l.conditions;
    const auto found = std::find_if(
        values.begin(), values.end(),
        [&](const auto& value) { return MatchesGlob(value.glob, words); });
    if (found != values.end()) hits.push_back({list, found->term});
  }
  return hits;
}

// Whether all words are known before a lattice is built.
bool IsKnown(TextShape shape) {
  return shape != TextShape::kLattice && shape != TextShape::kWhole;
}

Lattice& LatticeOf(EvidenceField field, Scratch* scratch) {
  return scratch->evidence.lattices[static_cast<size_t>(field)];
}

FieldMatches& MatchesOf(EvidenceField field, Scratch* scratch) {
  return scratch->fields[static_cast<size_t>(field)];
}

// MayFire() of a text whose words are known.
bool MayFireKnown(const Ruleset& ruleset, Asked asked, TextShape shape,
                  std::string_view title, FirstLook* look, Scratch* scratch) {
  FieldMatches& matches = MatchesOf(EvidenceField::kTitle, scratch);
  Lattice& lattice = LatticeOf(EvidenceField::kTitle, scratch);
  const UnitBuffers& units = scratch->normalizer.units;
  const bool all_told = FindTelling(ruleset, units, look, &matches.terms);
  if (!look->tells) return false;
  // Of what tells nothing more is to be asked than that.
  const ListMask hinted = std::exchange(look->hinted, ~ListMask{0});
  Prospect prospect = ProspectOf(ruleset, asked, *look);
  if (prospect == Prospect::kAllTerms) {
    look->hinted = hinted | HintsOf(ruleset, units);
    prospect = ProspectOf(ruleset, asked, *look);
  }
  if (prospect == Prospect::kNothing) return false;
  ruleset.normalizer.Build(shape, title, ruleset.vocabulary,
                           &scratch->normalizer, &lattice);
  if (prospect == Prospect::kToldTerms) {
    matches.has_terms = true;
    if (!all_told || shape != TextShape::kPath ||
        !PlaceOnPath(units, lattice, &matches.terms)) {
      return LatticeTells(ruleset, lattice, &matches);
    }
  }
  return true;
}

}  // namespace

bool MayTell(const Ruleset& ruleset, EvidenceField field, std::string_view text,
             Scratch* scratch) {
  FieldMatches& matches = MatchesOf(field, scratch);
  Lattice& lattice = LatticeOf(field, scratch);
  const Normalizer& normalizer = ruleset.normalizer;
  const Lexicon& words = ruleset.vocabulary;
  matches.is_read = matches.has_terms = false;
  const TextShape shape = normalizer.Resolve(text, words, &scratch->normalizer);
  if (IsKnown(shape)) {
    FirstLook look;
    const UnitBuffers& units = scratch->normalizer.units;
    if (TellsNothing(units)) return false;
    FindTelling(ruleset, units, &look, &matches.terms);
    if (!look.tells) return false;
  }
  normalizer.Build(shape, text, words, &scratch->normalizer, &lattice);
  matches.is_read = true;
  return shape == TextShape::kPath || LatticeTells(ruleset, lattice, &matches);
}

bool MayFire(const Ruleset& ruleset, Asked asked, std::string_view title,
             Scratch* scratch) {
  FirstLook look{.hinted = ruleset.hinted_by_number};
  for (const Hit& hit : scratch->evidence.hits) {
    const EvidenceList& list = ruleset.lists[hit.list];
    look.tells |= list.telling;
    look.hinted |= list.mask;
    look.told |= list.mask;
  }
  const Normalizer& normalizer = ruleset.normalizer;
  const Lexicon& words = ruleset.vocabulary;
  const TextShape shape =
      normalizer.Resolve(title, words, &scratch->normalizer);
  FieldMatches& matches = MatchesOf(EvidenceField::kTitle, scratch);
  Lattice& lattice = LatticeOf(EvidenceField::kTitle, scratch);
  matches.is_read = true;
  matches.has_terms = false;
  if (IsKnown(shape)) {
    if (!look.tells && TellsNothing(scratch->normalizer.units)) return false;
    return MayFireKnown(ruleset, asked, shape, title, &look, scratch);
  }
  normalizer.Build(shape, title, words, &scratch->normalizer, &lattice);
  look.hinted |= HintsOf(ruleset, lattice);
  look.told = ~ListMask{0};
  return ProspectOf(ruleset, asked, look) != Prospect::kNothing &&
         (look.tells || LatticeTells(ruleset, lattice, &matches));
}

void MatchText(const Ruleset& ruleset, const Lexicon& lexicon,
               EvidenceField field, std::string_view text, Scratch* scratch) {
  Lattice& lattice = LatticeOf(field, scratch);
  ruleset.normalizer.Read(text, &lexicon, &scratch->normalizer, &lattice);
  MatchTerms(ruleset, lattice, &MatchesOf(field, scratch));
}

void MatchReadText(const Ruleset& ruleset, EvidenceField field,
                   std::string_view text, Scratch* scratch) {
  FieldMatches& matches = MatchesOf(field, scratch);
  if (matches.has_terms) return;
  if (matches.is_read) {
    MatchTerms(ruleset, LatticeOf(field, scratch), &matches);
  } else {
    MatchText(ruleset, ruleset.vocabulary, field, text, scratch);
  }
}

void GatherHits(const Ruleset& ruleset, EvidenceField field, Scratch* scratch) {
  const Lattice& lattice =
      scratch->evidence.lattices[static_cast<size_t>(field)];
  CollectHits(field, lattice, scratch);
  const auto may_be_excused = [&](const Hit& hit) {
    return ruleset.lists[hit.list].has_exceptions;
  };
  if (std::any_of(scratch->field_hits.begin(), scratch->field_hits.end(),
                  may_be_excused)) {
    MatchExceptions(ruleset, lattice, MatchesOf(field, scratch), scratch);
    Excuse(scratch);
  }
  for (const Hit& hit : scratch->field_hits) {
    if (!LooksIn(ruleset.lists[hit.list], field)) continue;
    (hit.excused_by == Hit::kNotExcused ? scratch->evidence.hits
                                        : scratch->evidence.excused)
        .push_back(hit);
  }
}

void FindInAttribute(const Ruleset& ruleset, EvidenceField field,
                     std::string_view text, Scratch* scratch) {
  if (text.empty()) return;
  const bool is_category = field == EvidenceField::kCategory;
  AttributeCache& cache =
      is_category ? scratch->categories : scratch->conditions;
  const auto find = [&] {
    return HitsOfAttribute(ruleset, field, text, scratch);
  };
  for (const AttributeHit& hit : cache.HitsOf(text, ruleset.number, find)) {
    scratch->evidence.hits.push_back(
        {.list = hit.list,
         .term = hit.term,
         .field = field,
         .begin = 0,
         .end = static_cast<uint32_t>(text.size())});
  }
}

void SortEvidence(Evidence* evidence) {
  const auto earlier = [](const Hit& a, const Hit& b) {
    return std::tie(a.list, a.field, a.from, a.to) <
           std::tie(b.list, b.field, b.from, b.to);
  };
  for (std::vector<Hit>* hits : {&evidence->hits, &evidence->excused}) {
    if (hits->size() > 1) std::sort(hits->begin(), hits->end(), earlier);
  }
}

}  // namespace saring
