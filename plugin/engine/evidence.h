// What was found in a query or listing, before any rule looks at it.

#ifndef SARING_PLUGIN_ENGINE_EVIDENCE_H_
#define SARING_PLUGIN_ENGINE_EVIDENCE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/lattice.h"
#include "plugin/engine/pattern.h"

namespace saring {

// Where evidence lies. A query is a title. The first two hold text and have a
// lattice; the others are looked at as a whole.
enum class EvidenceField : uint8_t {
  kTitle = 0,
  kDescription = 1,
  kCategory = 2,
  kCondition = 3,
};
inline constexpr size_t kTextFields = 2;

// A term of a list, found.
struct Hit {
  static constexpr uint32_t kNotExcused = 0xffffffffu;

  ListId list = 0;
  PatternId term = 0;  // into Ruleset::terms
  EvidenceField field = EvidenceField::kTitle;
  uint32_t from = 0,
           to = 0;  // nodes of the field's lattice; 0 where it has none
  uint32_t begin = 0, end = 0;               // bytes of the field
  uint32_t words_begin = 0, words_size = 0;  // in Evidence::words
  uint32_t excused_by = kNotExcused;         // into Ruleset::exceptions
};

// Owned and reused by one caller at a time.
struct Evidence {
  std::array<Lattice, kTextFields> lattices;
  std::vector<Hit> hits;     // that count; by list, field and range
  std::vector<Hit> excused;  // that lie inside an exception of their list
  // The words of hits, as indices into their field's lattice.
  std::vector<uint32_t> words;

  std::span<const Hit> Of(ListId list) const;
  bool Has(ListId list) const { return !Of(list).empty(); }

  // Calls use(word) with each word of a hit as it was read; with none of a
  // field that is looked at as a whole.
  template <typename Use>
  void ForEachWord(const Hit& hit, Use use) const {
    for (const uint32_t word : WordsOf(hit)) {
      use(lattices[static_cast<size_t>(hit.field)].text(WordOf(hit, word)));
    }
  }
  // Appends these, spaces between.
  void AppendReadAs(const Hit& hit, std::string* text) const;
  // The least ordinary step by which a word of the hit was read.
  Step StepOf(const Hit& hit) const;

  void Clear();

 private:
  std::span<const uint32_t> WordsOf(const Hit& hit) const {
    return std::span(words).subspan(hit.words_begin, hit.words_size);
  }
  const Word& WordOf(const Hit& hit, uint32_t word) const {
    return lattices[static_cast<size_t>(hit.field)].words[word];
  }
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_EVIDENCE_H_
