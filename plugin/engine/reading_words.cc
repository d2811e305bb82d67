#include "plugin/engine/reading_words.h"

#include <string>

#include "config/utf8.h"
#include "normalizer/normalizer.h"

namespace saring {
namespace {

class Compiler {
 public:
  Compiler(const Policy& policy, Ruleset* ruleset, FaultList* faults)
      : policy_(policy), ruleset_(*ruleset), faults_(*faults) {}

  void AddAbbreviation(const Abbreviation& abbreviation) {
    Read(abbreviation.short_form);
    if (lattice_.words.size() != 1) {
      faults_.Error(policy_.At(abbreviation.short_form.place),
                    "abbreviation " + Quote(abbreviation.short_form.text) +
                        " is not one word");
      return;
    }
    const std::string short_form(lattice_.text(lattice_.words[0]));
    Read(abbreviation.meaning);
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
  void AddOrdinary(const Written& written) {
    Read(written);
    for (const Word& word : lattice_.words) {
      ruleset_.vocabulary.AddOrdinary(lattice_.text(word));
    }
  }

 private:
  void Read(const Written& written) {
    ruleset_.normalizer.Read(written.text, nullptr, &scratch_, &lattice_);
  }

  const Policy& policy_;
  Ruleset& ruleset_;
  FaultList& faults_;
  NormalizerScratch scratch_;
  Lattice lattice_;
};

}  // namespace

void CompileReadingWords(const Policy& policy, Ruleset* ruleset,
                         FaultList* faults) {
  ruleset->vocabulary.BuildIndex();
  Compiler compiler(policy, ruleset, faults);
  for (const Abbreviation& abbreviation : policy.abbreviations) {
    compiler.AddAbbreviation(abbreviation);
  }
  for (const Written& word : policy.ordinary.words) {
    compiler.AddOrdinary(word);
  }
}

}  // namespace saring
