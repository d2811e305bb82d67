// Reads a term or exception as a policy writes it.

#ifndef SARING_PLUGIN_ENGINE_PATTERN_READER_H_
#define SARING_PLUGIN_ENGINE_PATTERN_READER_H_

#include <string>
#include <string_view>

#include "normalizer/normalizer.h"
#include "plugin/engine/list_names.h"
#include "plugin/engine/pattern.h"
#include "plugin/engine/vocabulary.h"

namespace saring {

// Turns "bukan {used}" into a pattern, its words folded like any text and added
// to the vocabulary. REQUIRES: the references outlive the reader.
class PatternReader {
 public:
  PatternReader(const Normalizer& normalizer, const ListNames& names,
                Vocabulary::Builder* vocabulary)
      : normalizer_(normalizer), names_(names), vocabulary_(*vocabulary) {}

  // Replaces *pattern: by an empty one when `text` holds no word, list or
  // number. False, and an empty one, where a {name} does not resolve or a brace
  // is not closed: the loader has told of it.
  bool Read(std::string_view text, Pattern* pattern);

  // A pattern with `*` for categories and conditions: folded words with a space
  // between; "" when there are none.
  std::string FoldGlob(std::string_view text);

 private:
  void AppendWords(std::string_view text, Pattern* pattern);
  void AppendFoldedWords(std::string_view text, Pattern* pattern);

  const Normalizer& normalizer_;
  const ListNames& names_;
  Vocabulary::Builder& vocabulary_;
  NormalizerScratch scratch_;
  Lattice lattice_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_PATTERN_READER_H_
