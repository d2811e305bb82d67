#include "plugin/engine/list_compiler.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/utf8.h"
#include "normalizer/scripts.h"
#include "plugin/engine/list_hints.h"
#include "plugin/engine/pattern_reader.h"

namespace saring {
namespace {

class ListCompiler {
 public:
  ListCompiler(const Policy& policy, const ListNames& names, Ruleset* ruleset,
               FaultList* faults)
      : policy_(policy),
        ruleset_(*ruleset),
        faults_(*faults),
        names_(names),
        reader_(ruleset->normalizer, names, &words_),
        single_(policy.lists.size()),
        asked_for_(policy.lists.size()) {
    for (const Rule& rule : policy.rules) {
      for (const auto* lists : {&rule.needs, &rule.unless_first,
                                &rule.softened_by, &rule.unless, &rule.only}) {
        for (const ListId id : names.Resolve(*lists)) asked_for_[id] = true;
      }
    }
  }

  void CompileAll() {
    for (const TermList& list : policy_.lists) AddList(list);
    for (ListId id = 0; id < policy_.lists.size(); ++id) {
      const TermList& list = policy_.lists[id];
      AddTerms(id, list);
      AddExceptions(id, list);
      AddAttributes(id, list.categories, &ruleset_.lists[id].categories);
      AddAttributes(id, list.conditions, &ruleset_.lists[id].conditions);
    }
    SayWhichTell();
    for (const Rule& rule : policy_.rules) {
      SetNeeded(names_.Resolve(rule.needs));
    }
    RankLists();
    ruleset_.terms = TermTable(std::move(terms_));
    ruleset_.term_trie = PatternTrie(std::move(term_trie_), TellingLists());
    CompileHints({hints_, composed_, telling_words_}, policy_, &ruleset_,
                 &words_);
    ruleset_.vocabulary.SetTermWords(std::move(words_));
    ruleset_.exceptions = TermTable(std::move(exceptions_));
    ruleset_.exception_trie = PatternTrie(std::move(exception_trie_));
  }

 private:
  void AddList(const TermList& list) {
    const auto looks_in = [&](Field field) {
      return std::find(list.fields.begin(), list.fields.end(), field) !=
             list.fields.end();
    };
    EvidenceList compiled;
    compiled.name = list.name.text;
    compiled.noun = list.noun;
    compiled.in_title = looks_in(Field::kTitle);
    compiled.in_description = looks_in(Field::kDescription);
    compiled.has_exceptions = !list.exceptions.empty();
    ruleset_.lists.push_back(std::move(compiled));
  }

  void AddTerms(ListId id, const TermList& list) {
    // Of each term that was added since `first`, its place in the list.
    std::vector<uint32_t> added;
    const PatternId first = terms_.size();
    for (uint32_t i = 0; i < list.terms.size(); ++i) {
      const WrittenTerm term = list.terms[i];
      if (!ReadPattern("term", term.text, term.place)) continue;
      AddToList(id, pattern_.size() == 1 && asked_for_[id]);
      NoteUses(id);
      NoteHint(id);
      if (HasList(pattern_)) composed_.emplace_back(id, pattern_);
      if (pattern_.size() == 1) single_[id].push_back(pattern_[0]);
      const PatternTrie::Node node = term_trie_.PathOf(pattern_);
      const PatternId last = term_trie_.LastAt(node);
      if (last != PatternTrie::Builder::kNoPattern && last >= first) {
        TellRepeated(term, list.terms[added[last - first]].place);
        continue;
      }
      term_trie_.EndAt(node, {terms_.Add(term.text, id), id});
      added.push_back(i);
    }
  }

  static bool HasList(const Pattern& pattern) {
    return std::any_of(pattern.begin(), pattern.end(),
                       [](Symbol symbol) { return symbol.IsList(); });
  }

  void TellRepeated(const WrittenTerm& term, const Place& first) {
    faults_.Warning(policy_.At(term.place),
                    "term " + Quote(term.text) + " reads the same as that of " +
                        PlaceText(first) + "; write it once");
  }

  // Remembers the lists that the pattern of a term of `id` contains.
  void NoteUses(ListId id) {
    for (const Symbol symbol : pattern_) {
      if (!symbol.IsList()) continue;
      ruleset_.lists[symbol.list()].within_terms = true;
      if (uses_.empty() || uses_.back() != std::pair(id, symbol.list())) {
        uses_.emplace_back(id, symbol.list());
      }
    }
  }

  // Remembers what hints at a term of `id`: its first word, else any of what it
  // is made of. What has lists only waits until all of these are known.
  void NoteHint(ListId id) {
    const auto word =
        std::find_if(pattern_.begin(), pattern_.end(),
                     [](Symbol symbol) { return symbol.IsWord(); });
    const auto list =
        std::find_if(pattern_.begin(), pattern_.end(),
                     [](Symbol symbol) { return symbol.IsList(); });
    if (word == pattern_.end() && list != pattern_.end()) return;
    const std::pair hint(id, word == pattern_.end() ? pattern_[0] : *word);
    if (hints_.empty() || hints_.back() != hint) hints_.push_back(hint);
  }

  // Gives the list a bit, if it has none.
  ListMask MaskOf(ListId list) {
    ListMask& mask = ruleset_.lists[list].mask;
    if (mask == 0) {
      mask = next_mask_;
      if (next_mask_ != kSharedMask) next_mask_ <<= 1;
    }
    return mask;
  }

  // In circles, which the loader refuses, ranks mean nothing.
  void RankLists() {
    bool changed = true;
    for (size_t round = 0; changed && round < ruleset_.lists.size(); ++round) {
      changed = false;
      for (const auto& [user, used] : uses_) {
        const uint32_t least = ruleset_.lists[used].rank + 1;
        if (ruleset_.lists[user].rank >= least) continue;
        ruleset_.lists[user].rank = least;
        changed = true;
      }
    }
  }

  // Of each rule, the need that the fewest terms are evidence of, or lead to;
  // then, as long as a term that begins with a list may be found although
  // nothing tells of it, the list that is in most such terms.
  void SayWhichTell() {
    std::vector<size_t> terms(ruleset_.lists.size());
    for (ListId id = 0; id < terms.size(); ++id) {
      for (const ListId list : WithUsed(id)) {
        terms[id] += policy_.lists[list].terms.size();
      }
    }
    const auto rarer = [&](ListId a, ListId b) { return terms[a] < terms[b]; };
    for (const Rule& rule : policy_.rules) {
      const std::vector<ListId> needs = names_.Resolve(rule.needs);
      if (needs.empty()) continue;
      for (const ListId list : needs) MaskOf(list);
      Tell(*std::min_element(needs.begin(), needs.end(), rarer));
    }
    for (;;) {
      const std::vector<size_t> in = CountUntold();
      const auto better = [&](ListId a, ListId b) {
        return in[a] != in[b] ? in[a] > in[b] : rarer(a, b);
      };
      ListId best = 0;
      for (ListId id = 1; id < in.size(); ++id) {
        if (better(id, best)) best = id;
      }
      if (in.empty() || in[best] == 0) return;
      MaskOf(best);
      Tell(best);
    }
  }

  void Tell(ListId list) {
    ruleset_.lists[list].telling = true;
    for (const Symbol symbol : single_[list]) {
      if (!symbol.IsWord()) continue;
      if (symbol.word() >= telling_words_.size()) {
        telling_words_.resize(symbol.word() + size_t{1});
      }
      telling_words_[symbol.word()] |= MaskOf(list);
    }
  }

  // By list, the number of telling terms with it that begin with a list and of
  // which nothing tells.
  std::vector<size_t> CountUntold() const {
    std::vector<size_t> counts(ruleset_.lists.size());
    for (const auto& [list, pattern] : composed_) {
      if (!ruleset_.lists[list].telling || !pattern[0].IsList() ||
          std::any_of(pattern.begin(), pattern.end(), [&](Symbol symbol) {
            return ToldBy(symbol, telling_words_, ruleset_) != 0;
          })) {
        continue;
      }
      for (const Symbol symbol : pattern) {
        if (symbol.IsList()) ++counts[symbol.list()];
      }
    }
    return counts;
  }

  // The list, and those that its terms contain, and so on.
  std::vector<ListId> WithUsed(ListId id) const {
    std::vector<ListId> lists = {id};
    for (size_t i = 0; i < lists.size(); ++i) {
      for (const auto& [user, used] : uses_) {
        if (user == lists[i] &&
            std::find(lists.begin(), lists.end(), used) == lists.end()) {
          lists.push_back(used);
        }
      }
    }
    return lists;
  }

  std::vector<ListMask> TellingLists() const {
    std::vector<ListMask> tells;
    for (const EvidenceList& list : ruleset_.lists) {
      tells.push_back(list.telling ? list.mask : 0);
    }
    return tells;
  }

  void AddExceptions(ListId id, const TermList& list) {
    const PatternId first = exceptions_.size();
    for (const Written& exception : list.exceptions) {
      if (!ReadPattern("exception", exception.text, exception.place)) continue;
      AddToList(id, false);
      for (const Symbol symbol : pattern_) {
        if (!symbol.IsList()) continue;
        ruleset_.lists[symbol.list()].within_exceptions = true;
      }
      const PatternTrie::Node node = exception_trie_.PathOf(pattern_);
      const PatternId last = exception_trie_.LastAt(node);
      if (last != PatternTrie::Builder::kNoPattern && last >= first) continue;
      exception_trie_.EndAt(node, {exceptions_.Add(exception.text, id), id});
    }
  }

  void AddAttributes(ListId id, const std::vector<Written>& globs,
                     std::vector<EvidenceList::Attribute>* attributes) {
    for (const Written& glob : globs) {
      const std::string folded = reader_.FoldGlob(glob.text);
      if (folded.empty()) {
        faults_.Error(policy_.At(glob.place),
                      Quote(glob.text) +
                          " has no letters or digits that could be matched");
        continue;
      }
      attributes->push_back({terms_.Add(glob.text, id), folded});
    }
  }

  // Makes pattern_ of `text`. False when it is at fault.
  bool ReadPattern(const char* what, std::string_view text,
                   const Place& place) {
    if (!reader_.Read(text, &pattern_)) return false;
    const auto name = [&] { return std::string(what) + " " + Quote(text); };
    if (pattern_.empty()) {
      faults_.Error(policy_.At(place),
                    name() + " folds to nothing: it has no letters or digits");
      return false;
    }
    if (pattern_.size() > kMaxPatternSymbols) {
      faults_.Error(policy_.At(place),
                    name() + " has " + std::to_string(pattern_.size()) +
                        " words; at most " +
                        std::to_string(kMaxPatternSymbols) + " are matched");
      return false;
    }
    if (MixesScripts(text)) {
      faults_.Warning(policy_.At(place),
                      name() +
                          " mixes letters of several scripts in one word; "
                          "write it with ordinary letters, disguises are "
                          "read by themselves");
    }
    return true;
  }

  void AddToList(ListId list, bool alone) {
    for (const Symbol symbol : pattern_) {
      if (symbol.IsWord()) words_.AddToList(symbol.word(), list, alone);
    }
  }

  // Lists that are in it by {name} are needed as well. Each is gone through
  // once.
  void SetNeeded(std::vector<ListId> lists) {
    while (!lists.empty()) {
      const ListId list = lists.back();
      lists.pop_back();
      for (const Symbol symbol : std::exchange(single_[list], {})) {
        if (symbol.IsWord()) words_.SetNeeded(symbol.word());
        if (symbol.IsList()) lists.push_back(symbol.list());
      }
    }
  }

  std::string PlaceText(const Place& place) const {
    return policy_.files[place.file] + ":" + std::to_string(place.line);
  }

  const Policy& policy_;
  Ruleset& ruleset_;
  FaultList& faults_;
  const ListNames& names_;
  Vocabulary::Builder words_;
  TermTable::Builder terms_, exceptions_;
  PatternTrie::Builder term_trie_, exception_trie_;
  std::vector<std::pair<ListId, ListId>> uses_;  // a list, and one in its terms
  PatternReader reader_;
  Pattern pattern_;                                   // of the term at hand
  std::vector<std::pair<ListId, Pattern>> composed_;  // terms with lists
  // By number: the telling lists that the word alone is a term of.
  std::vector<ListMask> telling_words_;
  ListMask next_mask_ = 1;
  std::vector<std::pair<ListId, Symbol>> hints_;  // at terms of a list
  std::vector<std::vector<Symbol>> single_;  // terms of one symbol, by list
  std::vector<bool> asked_for_;  // by a rule; else only phrases have the list
};

}  // namespace

void CompileLists(const Policy& policy, const ListNames& names,
                  Ruleset* ruleset, FaultList* faults) {
  ListCompiler(policy, names, ruleset, faults).CompileAll();
}

}  // namespace saring
