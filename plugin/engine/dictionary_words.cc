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

bool IsSmall(char c) { return 'a' <= c && c <= 'z'; }

bool IsFolded(std::string_view form) {
  return std::all_of(form.begin(), form.end(), IsSmall);
}

class Compiler {
 public:
  Compiler(const Ruleset& ruleset, Vocabulary::Language* language)
      : ruleset_(ruleset), language_(*language) {}

  // False when there were too many.
  bool AddWords(const Dictionary& dictionary) {
    return dictionary.ForEachForm([&](std::string_view form, bool is_entry) {
      if (is_entry) SetEntry(form);
      AddForm(form);
    });
  }

 private:
  void AddForm(std::string_view form) {
    ForEachWord(form, [&](std::string_view word) { AddWord(word); });
  }

  // Calls use(word) with each word of `form`. Most forms are one folded word
  // already, or one and an 's.
  template <typename Use>
  void ForEachWord(std::string_view form, Use use) {
    if (IsFolded(form)) return use(form);
    const size_t quote = form.find('\'');
    if (quote != form.npos && quote > 0 && IsFolded(form.substr(0, quote)) &&
        quote + 1 < form.size() && IsFolded(form.substr(quote + 1))) {
      use(form.substr(0, quote));
      return use(form.substr(quote + 1));
    }
    ruleset_.normalizer.Read(form, nullptr, &scratch_, &lattice_);
    for (const Word& word : lattice_.words) use(lattice_.text(word));
  }

  void AddWord(std::string_view word) {
    if (word.size() < kShortestWord || !language_.pieces.Add(word)) return;
    const std::string_view rest = WithoutAffix(word, ruleset_.vocabulary);
    if (!rest.empty() && !IsOfEntry(rest)) language_.ordinary.Add(word);
  }

  // The entry that forms come from, as far as its first hyphen.
  void SetEntry(std::string_view entry) {
    entry_.clear();
    ForEachWord(entry, [&](std::string_view word) {
      if (entry_.empty()) entry_ = word;
    });
  }

  // Whether `word` is the entry, or seems to be made of it. Its first letter
  // may have gone: pakai, pemakaian.
  bool IsOfEntry(std::string_view word) const {
    return entry_.size() > 1 &&
           word.find(std::string_view(entry_).substr(1)) != word.npos;
  }

  const Ruleset& ruleset_;
  Vocabulary::Language& language_;
  NormalizerScratch scratch_;
  Lattice lattice_;
  std::string entry_;
};

}  // namespace

void CompileDictionaries(const Policy& policy, const std::string& folder,
                         Ruleset* ruleset, Vocabulary::Language* language,
                         FaultList* faults) {
  Compiler compiler(*ruleset, language);
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
  language->is_complete = complete;
}

}  // namespace saring
