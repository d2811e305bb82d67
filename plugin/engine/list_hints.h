// What words tell of lists before any term is looked for.

#ifndef SARING_PLUGIN_ENGINE_LIST_HINTS_H_
#define SARING_PLUGIN_ENGINE_LIST_HINTS_H_

#include <utility>
#include <vector>

#include "config/policy.h"
#include "plugin/engine/pattern.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// What the terms of all lists are, as far as it is needed here.
struct TermsOfLists {
  // Of each term that has a word, or lists neither: its list, and what hints at
  // it.
  const std::vector<std::pair<ListId, Symbol>>& hints;
  // Terms with lists in them.
  const std::vector<std::pair<ListId, Pattern>>& composed;
  // By number of a word: the telling lists that the word alone is a term of.
  const std::vector<ListMask>& telling_words;
};

// The telling lists that `symbol` is, or that it is a term of.
ListMask ToldBy(Symbol symbol, const std::vector<ListMask>& telling_words,
                const Ruleset& ruleset);

// Says of each word at which lists it hints and whether it is a cue, and what
// else Ruleset says of hints. REQUIRES: lists have their masks, telling ones
// are known, and so are the patterns of terms
void CompileHints(const TermsOfLists& terms, const Policy& policy,
                  Ruleset* ruleset, Vocabulary::Builder* words);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_LIST_HINTS_H_
