#include "plugin/engine/reading_words.h"

#include <string>

#include "config/utf8.h"
#include "normalizer/normalizer.h"

namespace saring {
namespace {

class Compiler {
 public:
  Compiler(const Policy& policy, Ruleset* ruleset,
           Vocabulary::Language* language, FaultList* faults)
      : policy_(policy),
        ruleset_(*ruleset),
        language_(*language),
        faults_(*faults) {}

  void AddAbbreviation(const Abbreviation& abbreviation) {
    Read(abbreviation.short_form.text);
    if (lattice_.words.size() != 1) {
      faults_.Error(policy_.At(abbreviation.short_form.place),
                    "abbreviation " + Quote(abbreviation.short_form.text) +
                        " is not one word");
      return;
    }
    const std::string short_form(lattice_.text(lattice_.words[0]));
    Read(abbreviation.meaning.text);
    std::string meaning;
    bool known = false;
    for (const Word& word : lattice_.words) {
      if (!meaning.empty()) meaning += ' ';
      meaning += lattice_.text(word);
      known |= ruleset_.vocabulary.IsTermWord(lattice_.text(word));
    }
    if (!known) {
      faults_.Warning(policy_.At(abbreviation.meaning.place),
                      "abbreviation " + Quote(abbreviation.short_form.text) +
                          " stands for " + Quote(abbreviation.meaning.text) +
                          ", which no term mentions");
      return;
    }
    ruleset_.vocabulary.AddAbbreviation(short_form, meaning);
  }

  // Each word on its own: a name of two words is not told from them.
  void AddOrdinary(std::string_view text) {
    Read(text);
    for (const Word& word : lattice_.words) {
      language_.ordinary.Add(lattice_.text(word));
    }
  }

 private:
  void Read(std::string_view text) {
    ruleset_.normalizer.Read(text, nullptr, &scratch_, &lattice_);
  }

  const Policy& policy_;
  Ruleset& ruleset_;
  Vocabulary::Language& language_;
  FaultList& faults_;
  NormalizerScratch scratch_;
  Lattice lattice_;
};

}  // namespace

void CompileReadingWords(const Policy& policy, Ruleset* ruleset,
                         Vocabulary::Language* language, FaultList* faults) {
  Compiler compiler(policy, ruleset, language, faults);
  for (const Abbreviation& abbreviation : policy.abbreviations) {
    compiler.AddAbbreviation(abbreviation);
  }
  for (const WrittenTerm word : policy.ordinary.words) {
    compiler.AddOrdinary(word.text);
  }
}

}  // namespace saring
