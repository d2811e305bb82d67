#include "plugin/engine/dictionary_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "config/utf8.h"
#include "normalizer/affix_reading.h"
#include "plugin/engine/dictionary.h"

namespace saring {
namespace {

constexpr size_t kShortestWord = 3;  // no shorter one is ever re-read

bool IsFolded(std::string_view form) {
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return 'a' <= c && c <= 'z'; });
}

class Compiler {
 public:
  explicit Compiler(Ruleset* ruleset) : ruleset_(*ruleset) {}

  // False when there were too many.
  bool AddWords(const Dictionary& dictionary) {
    return dictionary.ForEachForm([&](std::string_view form, bool is_entry) {
      if (is_entry) SetEntry(form);
      AddForm(form);
    });
  }

 private:
  // All but a few forms are one folded word already.
  void AddForm(std::string_view form) {
    if (IsFolded(form)) {
      AddWord(form);
      return;
    }
    ruleset_.normalizer.Read(form, nullptr, &scratch_, &lattice_);
    for (const Word& word : lattice_.words) AddWord(lattice_.text(word));
  }

  void AddWord(std::string_view word) {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    if (word.size() < kShortestWord || !vocabulary.AddPiece(word)) return;
    const std::string_view rest = WithoutAffix(word, vocabulary);
    if (!rest.empty() && !IsOfEntry(rest)) vocabulary.AddOrdinary(word);
  }

  // The entry that forms come from, as far as its first hyphen.
  void SetEntry(std::string_view entry) {
    ruleset_.normalizer.Read(entry, nullptr, &scratch_, &lattice_);
    entry_.clear();
    if (!lattice_.words.empty()) entry_ = lattice_.text(lattice_.words[0]);
  }

  // Whether `word` is the entry, or seems to be made of it. Its first letter
  // may have gone: pakai, pemakaian.
  bool IsOfEntry(std::string_view word) const {
    return entry_.size() > 1 &&
           word.find(std::string_view(entry_).substr(1)) != word.npos;
  }

  Ruleset& ruleset_;
  NormalizerScratch scratch_;
  Lattice lattice_;
  std::string entry_;
};

}  // namespace

void CompileDictionaries(const Policy& policy, const std::string& folder,
                         Ruleset* ruleset, FaultList* faults) {
  Compiler compiler(ruleset);
  bool complete = !policy.ordinary.dictionaries.empty();
  for (const Written& name : policy.ordinary.dictionaries) {
    std::string problem;
    const auto dictionary =
        Dictionary::Read(folder, name.text, faults, &problem);
    if (!dictionary) {
      faults->Warning(policy.At(name.place),
                      "dictionary " + Quote(name.text) + " " + problem +
                          "; disguises are read less boldly");
      complete = false;
      continue;
    }
    ruleset->dictionary_hash =
        ruleset->dictionary_hash * 0x100000001b3u ^ dictionary->content_hash();
    if (!compiler.AddWords(*dictionary)) {
      faults->Warning(policy.At(name.place),
                      "dictionary " + Quote(name.text) +
                          " has too many forms; some are not known");
    }
  }
  if (complete) ruleset->vocabulary.CompleteLanguage();
}

}  // namespace saring
