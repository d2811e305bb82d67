#include "plugin/engine/list_compiler.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/utf8.h"
#include "normalizer/scripts.h"
#include "plugin/engine/pattern_reader.h"

namespace saring {
namespace {

struct PatternHash {
  size_t operator()(const Pattern& pattern) const {
    uint64_t hash = 0;
    for (const Symbol symbol : pattern) {
      hash = (hash ^ symbol.value()) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 32;
    }
    return static_cast<size_t>(hash);
  }
};

class ListCompiler {
 public:
  ListCompiler(const Policy& policy, const ListNames& names, Ruleset* ruleset,
               FaultList* faults)
      : policy_(policy),
        ruleset_(*ruleset),
        faults_(*faults),
        names_(names),
        reader_(ruleset->normalizer, names, &ruleset->vocabulary),
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
    for (const Rule& rule : policy_.rules) {
      SetNeeded(names_.Resolve(rule.needs));
    }
  }

 private:
  using PatternPlaces = std::unordered_map<Pattern, Place, PatternHash>;

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
    if (compiled.in_description) ruleset_.reads_descriptions = true;
    if (list.noun) {
      ruleset_.noun_lists.push_back(static_cast<ListId>(ruleset_.lists.size()));
    }
    ruleset_.lists.push_back(std::move(compiled));
  }

  void AddTerms(ListId id, const TermList& list) {
    PatternPlaces seen;
    for (const Written& term : list.terms) {
      const Pattern pattern = ReadPattern("term", term);
      if (pattern.empty()) continue;
      AddToList(pattern, id, pattern.size() == 1 && asked_for_[id]);
      if (pattern.size() == 1) single_[id].push_back(pattern[0]);
      for (const Symbol symbol : pattern) {
        if (symbol.IsList()) ruleset_.lists[symbol.list()].within_terms = true;
      }
      const auto [first, is_new] = seen.emplace(pattern, term.place);
      if (!is_new) {
        faults_.Warning(policy_.At(term.place),
                        "term " + Quote(term.text) +
                            " reads the same as that of " +
                            PlaceText(first->second) + "; write it once");
        continue;
      }
      ruleset_.term_trie.Add(pattern, AddTerm(term.text, id));
    }
  }

  void AddExceptions(ListId id, const TermList& list) {
    for (const Written& exception : list.exceptions) {
      const Pattern pattern = ReadPattern("exception", exception);
      if (pattern.empty()) continue;
      AddToList(pattern, id, false);
      ruleset_.exception_trie.Add(
          pattern, static_cast<PatternId>(ruleset_.exceptions.size()));
      ruleset_.exceptions.push_back({exception.text, id});
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
      attributes->push_back({AddTerm(glob.text, id), folded});
    }
  }

  // The pattern, or an empty one when it is at fault.
  Pattern ReadPattern(const char* what, const Written& written) {
    bool resolved = true;
    Pattern pattern = reader_.Read(written.text, &resolved);
    if (!resolved) return {};
    const std::string name = std::string(what) + " " + Quote(written.text);
    if (pattern.empty()) {
      faults_.Error(policy_.At(written.place),
                    name + " folds to nothing: it has no letters or digits");
    } else if (pattern.size() > kMaxPatternSymbols) {
      faults_.Error(policy_.At(written.place),
                    name + " has " + std::to_string(pattern.size()) +
                        " words; at most " +
                        std::to_string(kMaxPatternSymbols) + " are matched");
      pattern.clear();
    } else if (MixesScripts(written.text)) {
      faults_.Warning(policy_.At(written.place),
                      name +
                          " mixes letters of several scripts in one word; "
                          "write it with ordinary letters, disguises are "
                          "read by themselves");
    }
    return pattern;
  }

  void AddToList(const Pattern& pattern, ListId list, bool alone) {
    for (const Symbol symbol : pattern) {
      if (!symbol.IsWord()) continue;
      ruleset_.vocabulary.AddToList(symbol.word(), list, alone);
    }
  }

  // Lists that are in it by {name} are needed as well. Each is gone through
  // once.
  void SetNeeded(std::vector<ListId> lists) {
    while (!lists.empty()) {
      const ListId list = lists.back();
      lists.pop_back();
      for (const Symbol symbol : std::exchange(single_[list], {})) {
        if (symbol.IsWord()) ruleset_.vocabulary.SetNeeded(symbol.word());
        if (symbol.IsList()) lists.push_back(symbol.list());
      }
    }
  }

  PatternId AddTerm(const std::string& text, ListId list) {
    ruleset_.terms.push_back({text, list});
    return static_cast<PatternId>(ruleset_.terms.size() - 1);
  }

  std::string PlaceText(const Place& place) const {
    return policy_.files[place.file] + ":" + std::to_string(place.line);
  }

  const Policy& policy_;
  Ruleset& ruleset_;
  FaultList& faults_;
  const ListNames& names_;
  PatternReader reader_;
  std::vector<std::vector<Symbol>> single_;  // terms of one symbol, by list
  std::vector<bool> asked_for_;  // by a rule; else only phrases have the list
};

}  // namespace

void CompileLists(const Policy& policy, const ListNames& names,
                  Ruleset* ruleset, FaultList* faults) {
  ListCompiler(policy, names, ruleset, faults).CompileAll();
}

}  // namespace saring
