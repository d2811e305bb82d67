// Every form of the installed dictionaries, read by the shipped policy.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "plugin/engine/dictionary.h"
#include "tests/compiled.h"
#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

constexpr const char* kNames[] = {"id_ID", "en_US"};

// Each form that is read as something else, and what as.
using Misread = std::map<std::string, std::string>;

constexpr char kShipped[] =
    SARING_SOURCE_DIR "/config/policies/used-imports.yaml";

// The shipped policy with the dictionaries of `folder`, changed before it is
// compiled.
std::shared_ptr<const Ruleset> CompileShipped(
    const std::string& folder,
    const std::function<void(Policy*)>& change = [](Policy*) {}) {
  FaultList faults;
  auto policy = LoadPolicy(kShipped, &faults);
  REQUIRE(policy);
  change(&*policy);
  auto ruleset = Compile(*policy, kTestDay, &faults, folder);
  INFO(faults.ToString());
  REQUIRE(ruleset);
  return ruleset;
}

// Reads forms; those that come from a term's word (bajunya) are no mistake.
class FormReader {
 public:
  explicit FormReader(const Ruleset& ruleset) : ruleset_(ruleset) {}

  void Read(std::string_view form, bool is_entry) {
    if (is_entry) SetEntry(form);
    if (!seen_.emplace(form).second) return;
    ruleset_.normalizer.Read(form, &ruleset_.vocabulary, &scratch_, &lattice_);
    for (const Word& word : lattice_.words) {
      if (word.step == Step::kWritten ||
          (word.step == Step::kAffix && IsOfEntry(lattice_.text(word)))) {
        continue;
      }
      misread_.emplace(form, lattice_.text(word));
    }
  }

  const Misread& misread() const { return misread_; }
  size_t forms() const { return seen_.size(); }

 private:
  // As far as its first hyphen.
  void SetEntry(std::string_view entry) {
    ruleset_.normalizer.Read(entry, nullptr, &scratch_, &lattice_);
    entry_ = lattice_.words.empty()
                 ? std::string()
                 : std::string(lattice_.text(lattice_.words[0]));
  }
  bool IsOfEntry(std::string_view word) const {
    return entry_.size() > 1 && word.find(entry_.substr(1)) != word.npos;
  }

  const Ruleset& ruleset_;
  std::string entry_;
  std::set<std::string, std::less<>> seen_;
  NormalizerScratch scratch_;
  Lattice lattice_;
  Misread misread_;
};

Misread ReadAllForms(const Ruleset& ruleset) {
  FormReader reader(ruleset);
  for (const char* name : kNames) {
    FaultList faults;
    std::string problem;
    Dictionary::Read(kDictionaryFolder, name, &faults, &problem)
        ->ForEachForm([&](std::string_view form, bool is_entry) {
          reader.Read(form, is_entry);
        });
  }
  CHECK(reader.forms() > 400'000);
  return reader.misread();
}

bool AreInstalled() {
  for (const char* name : kNames) {
    if (!std::filesystem::exists(std::string(kDictionaryFolder) + "/" + name +
                                 ".dic")) {
      WARN("skipped: dictionary " << name << " is not installed");
      return false;
    }
  }
  return true;
}

// Form and reading of each row of the file; the third column says why.
Misread ReadExceptions() {
  std::ifstream file(SARING_SOURCE_DIR "/tests/data/dictionary-exceptions.tsv");
  REQUIRE(file);
  Misread exceptions;
  std::string line, form, read_as;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream columns(line);
    std::getline(columns, form, '\t');
    std::getline(columns, read_as, '\t');
    exceptions.emplace(form, read_as);
  }
  return exceptions;
}

TEST_CASE("No form of the dictionaries is read as a term's word",
          "[dictionary]") {
  if (!AreInstalled()) return;
  const Misread misread = ReadAllForms(*CompileShipped(kDictionaryFolder));
  const Misread exceptions = ReadExceptions();
  for (const auto& [form, read_as] : misread) {
    INFO(form << " is read as " << read_as);
    CHECK(exceptions.contains(form));
  }
  // Those that are no longer needed go.
  for (const auto& [form, read_as] : exceptions) {
    INFO(form << " is an exception, and not read as " << read_as);
    CHECK(misread.contains(form));
  }
}

struct Withheld {
  const char* name;  // of the dictionary that is not there
  size_t most;       // forms of both that may be misread then
};

// What the readings do where they cannot know better. Half of them are
// one slip of the finger away from a term (blanker), and a quarter are written
// as two words (jean's).
const Withheld kWithheld[] = {{"id_ID", 120}, {"en_US", 110}, {"both", 200}};

TEST_CASE("Few forms are misread where a dictionary is missing",
          "[dictionary]") {
  if (!AreInstalled()) return;
  for (const Withheld& withheld : kWithheld) {
    const TempDir dir;
    for (const std::string name : kNames) {
      if (withheld.name == name || withheld.name == std::string("both")) {
        continue;
      }
      for (const char* kind : {".aff", ".dic"}) {
        std::filesystem::create_symlink(
            std::string(kDictionaryFolder) + "/" + name + kind,
            dir.At(name + kind));
      }
    }
    const Misread misread = ReadAllForms(*CompileShipped(dir.path()));
    INFO("without " << withheld.name);
    CHECK(misread.size() <= withheld.most);
  }
}

constexpr char kTitles[] = SARING_SOURCE_DIR "/../shared/data/titles.tsv";

// The words that `saring words` finds in real titles, none of them deleted.
std::vector<std::string> WordsOfTitles() {
  const TempDir dir;
  Program program;
  program.words = {SARING_CLI, "words", "--policy", kShipped, kTitles};
  program.out = dir.At("words.txt");
  program.err = dir.At("err");
  const Ending ending = WaitForProgram(StartProgram(program));
  INFO(ReadFile(program.err));
  REQUIRE(ending.exit_code == 0);
  std::vector<std::string> words;
  std::ifstream file(program.out);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') words.push_back(line);
  }
  REQUIRE(words.size() > 500);
  return words;
}

TEST_CASE("Few forms are misread where only a catalogue's words are known",
          "[dictionary]") {
  if (!AreInstalled()) return;
  if (!std::filesystem::exists(kTitles)) {
    WARN("skipped: there is no " << kTitles);
    return;
  }
  const auto ruleset = CompileShipped(kDictionaryFolder, [](Policy* policy) {
    policy->ordinary = {};
    for (std::string& word : WordsOfTitles()) {
      policy->ordinary.words.push_back({std::move(word), {}});
    }
  });
  const Misread misread = ReadAllForms(*ruleset);
  CHECK(misread.size() <= 200);
}

}  // namespace
}  // namespace saring
