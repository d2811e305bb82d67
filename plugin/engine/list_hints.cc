#include "plugin/engine/list_hints.h"

#include <algorithm>
#include <bit>

namespace saring {
namespace {

template <typename Use>
void ForEachBit(ListMask mask, Use use) {
  for (; mask != 0; mask &= mask - 1) {
    use(static_cast<size_t>(std::countr_zero(mask)));
  }
}

bool HasWord(const Pattern& pattern) {
  return std::any_of(pattern.begin(), pattern.end(),
                     [](Symbol symbol) { return symbol.IsWord(); });
}

// REQUIRES: it has one
ListId RarestList(const Pattern& pattern, const Policy& policy) {
  const auto terms_of = [&](Symbol symbol) {
    return symbol.IsList() ? policy.lists[symbol.list()].terms.size()
                           : SIZE_MAX;
  };
  return std::min_element(
             pattern.begin(), pattern.end(),
             [&](Symbol a, Symbol b) { return terms_of(a) < terms_of(b); })
      ->list();
}

// By list: itself and all lists at whose terms, of lists only, it hints.
std::vector<ListMask> HintedByLists(const TermsOfLists& terms,
                                    const Policy& policy,
                                    const Ruleset& ruleset) {
  std::vector<std::pair<ListId, ListId>> hints;  // at a list, by a list
  for (const auto& [list, pattern] : terms.composed) {
    if (!HasWord(pattern)) {
      hints.emplace_back(list, RarestList(pattern, policy));
    }
  }
  std::vector<ListMask> hinted;
  for (const EvidenceList& list : ruleset.lists) hinted.push_back(list.mask);
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [at, by] : hints) {
      const ListMask before = hinted[by];
      hinted[by] |= hinted[at];
      changed |= hinted[by] != before;
    }
  }
  return hinted;
}

// By bit of a list, what it tells of: see ToldAlong.
std::vector<ListMask> ToldByLists(const TermsOfLists& terms,
                                  const Ruleset& ruleset) {
  std::vector<ListMask> along(kListBits);
  for (const auto& [list, pattern] : terms.composed) {
    if (!ruleset.lists[list].telling || !pattern[0].IsList()) continue;
    for (const Symbol symbol : pattern) {
      if (!symbol.IsList()) continue;
      ForEachBit(ToldBy(symbol, terms.telling_words, ruleset),
                 [&](size_t bit) { along[bit] |= ruleset.lists[list].mask; });
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (ListMask& lists : along) {
      const ListMask before = lists;
      ForEachBit(before, [&](size_t bit) { lists |= along[bit]; });
      changed |= lists != before;
    }
  }
  return along;
}

void SetToldAlong(const TermsOfLists& terms, Ruleset* ruleset) {
  ruleset->told_along.SetByList(ToldByLists(terms, *ruleset));
  for (const auto& [list, pattern] : terms.composed) {
    if (!ruleset->lists[list].telling || !pattern[0].IsList()) continue;
    for (const Symbol symbol : pattern) {
      if (!symbol.IsWord() ||
          ToldBy(symbol, terms.telling_words, *ruleset) == 0) {
        continue;
      }
      ruleset->told_along.AddWord(symbol.word(), ruleset->lists[list].mask);
    }
  }
  ruleset->told_along.Restore();
}

}  // namespace

ListMask ToldBy(Symbol symbol, const std::vector<ListMask>& telling_words,
                const Ruleset& ruleset) {
  if (symbol.IsList()) {
    const EvidenceList& list = ruleset.lists[symbol.list()];
    return list.telling ? list.mask : 0;
  }
  return symbol.IsWord() && symbol.word() < telling_words.size()
             ? telling_words[symbol.word()]
             : 0;
}

void CompileHints(const TermsOfLists& terms, const Policy& policy,
                  Ruleset* ruleset, Vocabulary::Builder* words) {
  SetToldAlong(terms, ruleset);
  const std::vector<ListMask> hinted = HintedByLists(terms, policy, *ruleset);
  for (const auto& [list, symbol] : terms.hints) {
    if (symbol.IsWord()) {
      words->AddHints(symbol.word(), hinted[list]);
    } else {
      ruleset->hinted_by_number |= hinted[list];
    }
  }
  for (Vocabulary::WordId word = 1; word <= words->word_count(); ++word) {
    words->SetCue(word, PatternTrie::CueOf(ruleset->term_trie.First(word)));
  }
  words->SetBeginnings(ruleset->term_trie.FindBeginnings());
}

}  // namespace saring
