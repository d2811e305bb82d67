// Remembers how short stretches of text were read.

#ifndef SARING_NORMALIZER_UNIT_CACHE_H_
#define SARING_NORMALIZER_UNIT_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/lattice.h"
#include "normalizer/word_index.h"

namespace saring {

// How a unit reads, whatever stands around it. Most are one word that is
// nothing but itself; what others need beside is kept apart: see Details.
struct UnitReading {
  enum Flag : uint8_t {
    kOneWord = 1,     // as written, over the whole unit
    kNeedsText = 2,   // how it reads depends on the text around it
    kMute = 4,        // has no words, nor signs that may be letters
    kEndsInTerm = 8,  // with a term's word of letters only
    kWhole = 16,      // a word that the lexicon knows, not a short one
  };
  uint32_t number = 0;   // of kOneWord, what the lexicon calls it
  uint32_t details = 0;  // if not kOneWord
  // Of kOneWord, the hash of its letters, if a term's word may begin with these
  // and go on in the next word; else zero.
  WordIndex::Hash open_end = 0;
  uint8_t flags = 0;
  uint8_t words = 0;      // as written; 255 for as many or more
  uint8_t lone_head = 0;  // words of one character that it begins with
  uint8_t lone_tail = 0;
};

// A cache of bounded size, owned and reused by one caller at a time. Two
// different texts have the same key once in 2^64 times.
class UnitCache {
 public:
  static constexpr size_t kSlots = size_t{1} << 15;
  static constexpr size_t kMostDetails = size_t{1} << 14;
  static constexpr size_t kMostLetters = size_t{1} << 19;
  static constexpr size_t kMostWords = size_t{1} << 16;

  // Where the lattice of a unit, alone, is kept. Nodes, bytes and letters count
  // from the unit's beginning.
  struct Details {
    uint32_t words_begin, words_size;
    uint32_t letters_begin, letters_size;
    uint32_t ends_begin, ends_size;
    uint32_t nodes;
  };

  // What is remembered under `key`, or nullptr. Valid until the next call.
  const UnitReading* Find(uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[key >> kShift];
    return slot.key == key ? &slot.reading : nullptr;
  }

  // Remembers `reading`, in place of another. One that is not kOneWord takes
  // the lattice and the open ends along.
  const UnitReading* Put(uint64_t key, UnitReading reading,
                         const Lattice& lattice,
                         std::span<const WordIndex::Hash> ends);

  const Details& details(const UnitReading& reading) const {
    return details_[reading.details];
  }
  std::span<const Word> words(const Details& d) const {
    return {words_.data() + d.words_begin, d.words_size};
  }
  std::string_view letters(const Details& d) const {
    return {letters_.data() + d.letters_begin, d.letters_size};
  }
  std::span<const WordIndex::Hash> ends(const Details& d) const {
    return {ends_.data() + d.ends_begin, d.ends_size};
  }

  void Clear();

 private:
  static constexpr int kShift = 64 - 15;
  struct Slot {
    uint64_t key = 0;
    UnitReading reading;
  };

  std::vector<Slot> slots_;
  std::vector<Details> details_;
  std::vector<Word> words_;
  std::string letters_;
  std::vector<WordIndex::Hash> ends_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_CACHE_H_
