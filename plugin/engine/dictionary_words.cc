#include "plugin/engine/dictionary_words.h"

#include <utility>
#include <vector>

#include "config/utf8.h"
#include "plugin/engine/dictionary.h"
#include "plugin/engine/language_words.h"

namespace saring {

void CompileDictionaries(const Policy& policy, const std::string& folder,
                         Ruleset* ruleset, Vocabulary::Language* language,
                         FaultList* faults) {
  std::vector<Dictionary> dictionaries;
  std::vector<Written> names;  // of these
  for (const Written& name : policy.ordinary.dictionaries) {
    std::string problem;
    auto dictionary = Dictionary::Read(folder, name.text, faults, &problem);
    if (!dictionary) {
      faults->Warning(policy.At(name.place),
                      "dictionary " + Quote(name.text) + " " + problem +
                          "; disguises are read less boldly");
      continue;
    }
    ruleset->dictionary_hash =
        ruleset->dictionary_hash * 0x100000001b3u ^ dictionary->content_hash();
    dictionaries.push_back(*std::move(dictionary));
    names.push_back(name);
  }
  const auto words = LanguageWords::Of(dictionaries);
  for (size_t i = 0; i < names.size(); ++i) {
    if (!words->cut(i)) continue;
    faults->Warning(policy.At(names[i].place),
                    "dictionary " + Quote(names[i].text) +
                        " has too many forms; some are not known");
  }
  words->ForEachAccident(ruleset->vocabulary, [&](std::string_view word) {
    language->ordinary.Add(word);
  });
  language->pieces = {words, &words->words()};
  language->is_complete =
      !names.empty() && names.size() == policy.ordinary.dictionaries.size();
}

}  // namespace saring
