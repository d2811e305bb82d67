// Our forms of the installed dictionaries against hunspell's own answers.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <hunspell/hunspell.hxx>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "config/regular_file.h"
#include "plugin/engine/affix_file.h"
#include "plugin/engine/dictionary.h"

namespace saring {
namespace {

struct Installed {
  std::vector<std::string> entries;
  std::unordered_set<std::string> forms;
};

Installed ReadForms(const std::string& name) {
  FaultList faults;
  std::string problem;
  const auto dictionary =
      Dictionary::Read(kDictionaryFolder, name, &faults, &problem);
  REQUIRE(dictionary);
  CHECK(faults.ToString() == "");
  Installed installed;
  CHECK(dictionary->ForEachForm([&](std::string_view form, bool is_entry) {
    installed.forms.emplace(form);
    if (is_entry) installed.entries.emplace_back(form);
  }));
  return installed;
}

AffixRules ReadRules(const std::string& name) {
  const std::string path = std::string(kDictionaryFolder) + "/" + name + ".aff";
  FaultList faults;
  std::string problem;
  return *ReadAffixFile(*ReadRegularFile(path, 1 << 24, &problem), path,
                        &faults);
}

// Puts affixes to words without asking whether they go together.
class Guesser {
 public:
  Guesser(const AffixRules& rules, unsigned seed)
      : rules_(rules), random_(seed) {}

  std::string Guess(const std::vector<std::string>& words) {
    std::string word = words[random_() % words.size()];
    const unsigned how = random_() % 6;
    if (how >= 1) AddSuffix(&word);
    if (how >= 4) AddSuffix(&word);
    if (how % 2 == 0) AddPrefix(&word);
    return word;
  }

 private:
  const Affix& AnyOf(const AffixTable& table) {
    return table.affixes[random_() % table.affixes.size()];
  }
  void AddSuffix(std::string* word) {
    const Affix& affix = AnyOf(rules_.suffixes);
    if (!word->ends_with(affix.strip)) return;
    word->resize(word->size() - affix.strip.size());
    *word += affix.append;
  }
  void AddPrefix(std::string* word) {
    const Affix& affix = AnyOf(rules_.prefixes);
    if (!word->starts_with(affix.strip)) return;
    *word = affix.append + word->substr(affix.strip.size());
  }

  const AffixRules& rules_;
  std::mt19937 random_;
};

// Hunspell also takes words apart at hyphens, and a capital for a small first
// letter.
bool IsStreamed(const Installed& installed, std::string word) {
  if (installed.forms.contains(word)) return true;
  if ('A' <= word[0] && word[0] <= 'Z') {
    word[0] = static_cast<char>(word[0] - 'A' + 'a');
  }
  return installed.forms.contains(word);
}

TEST_CASE("Hunspell accepts our forms, and we have those it accepts",
          "[dictionary][oracle]") {
  const std::string name = GENERATE("id_ID", "en_US");
  const std::string path = std::string(kDictionaryFolder) + "/" + name;
  if (!std::filesystem::exists(path + ".dic")) {
    WARN("skipped: dictionary " << name << " is not installed");
    return;
  }
  const Installed installed = ReadForms(name);
  Hunspell hunspell((path + ".aff").c_str(), (path + ".dic").c_str());

  size_t at = 0;
  std::vector<std::string> refused;
  for (const std::string& form : installed.forms) {
    if (++at % 4 == 0 && !hunspell.spell(form)) refused.push_back(form);
  }
  CHECK(refused == std::vector<std::string>{});

  const unsigned seed = 20261123;
  INFO("seed " << seed);
  const AffixRules rules = ReadRules(name);
  Guesser guesser(rules, seed);
  std::vector<std::string> missed;
  size_t accepted = 0;
  for (int i = 0; i < 150'000; ++i) {
    const std::string word = guesser.Guess(installed.entries);
    if (word.empty() || word.find('-') != std::string::npos) continue;
    if (!hunspell.spell(word)) continue;
    ++accepted;
    if (!IsStreamed(installed, word)) missed.push_back(word);
  }
  CHECK(missed == std::vector<std::string>{});
  CHECK(accepted > 5'000);
}

}  // namespace
}  // namespace saring
