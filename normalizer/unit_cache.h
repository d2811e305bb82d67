// Remembers how short stretches of text were read.

#ifndef SARING_NORMALIZER_UNIT_CACHE_H_
#define SARING_NORMALIZER_UNIT_CACHE_H_

#include <algorithm>
#include <array>
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
  enum Flag : uint32_t {
    kCueAlone = 1u << 23,    // some word of it is such a cue
    kOneWord = 1u << 24,     // as written, over the whole unit
    kNeedsText = 1u << 25,   // how it reads depends on the text around it
    kMute = 1u << 26,        // has no words, nor signs that may be letters
    kEndsInTerm = 1u << 27,  // with a term's word of letters
    kWhole = 1u << 28,       // a word that the lexicon knows, not a short one
    kFigures = 1u << 29,     // of kOneWord: these alone
    kPlainWord = 1u << 30,   // kOneWord, of two characters or more
    kCue = 1u << 31,         // some word of it is one, of any kind
  };
  uint32_t number = 0;  // of kOneWord, what the lexicon calls it; else Details
  // Flags; and of kOneWord, the groups that a term's word goes on with which
  // may begin with its letters.
  uint32_t bits = 0;

  // One of 23, of a small letter or a digit; none of any other byte.
  static constexpr uint32_t kAllGroups = 0x7fffff;
  static uint32_t GroupOf(char c) { return kGroups[static_cast<uint8_t>(c)]; }
  uint32_t next() const { return bits & kAllGroups; }

  bool Is(Flag flag) const { return (bits & flag) != 0; }
  void Set(Flag flag, bool value) {
    if (value) bits |= flag;
  }

 private:
  static constexpr std::array<uint32_t, 256> MakeGroups() {
    constexpr int kDigits = 22, kRareLetters = 21;
    std::array<uint32_t, 256> groups{};
    for (int c = 'a'; c <= 'z'; ++c) {
      groups[static_cast<size_t>(c)] = 1u << std::min(c - 'a', kRareLetters);
    }
    for (size_t c = '0'; c <= '9'; ++c) groups[c] = 1u << kDigits;
    return groups;
  }
  static const std::array<uint32_t, 256> kGroups;
};

inline constexpr std::array<uint32_t, 256> UnitReading::kGroups =
    UnitReading::MakeGroups();

// The words of a unit as written.
struct WrittenCount {
  uint32_t words = 0;
  uint32_t lone_head = 0, lone_tail = 0;  // of one character, at either end
};

// A cache of bounded size, owned and reused by one caller at a time. Two
// different texts have the same key once in 2^64 times.
class UnitCache {
 public:
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
    WrittenCount written;
    bool one_reading;  // of no more than one word
    bool silent;       // no word that the lexicon numbers, and no figures
  };

  // Makes ready for Find(key).
  void Prefetch(uint64_t key) const {
    if (!sets_.empty()) __builtin_prefetch(&sets_[key >> kShift]);
  }

  // What is remembered under `key`, or nullptr. Valid until the next Put().
  const UnitReading* Find(uint64_t key) const {
    if (sets_.empty()) return nullptr;
    // Without branches: a key may be in any slot.
    const Set& set = sets_[key >> kShift];
    const size_t slot = static_cast<size_t>(set.keys[1] == key) +
                        static_cast<size_t>(set.keys[2] == key) * 2 +
                        static_cast<size_t>(set.keys[3] == key) * 3;
    return set.keys[slot] == key ? &set.readings[slot] : nullptr;
  }

  // Remembers `reading`, in place of another. One that is not kOneWord takes
  // the lattice and the open ends along.
  const UnitReading* Put(uint64_t key, UnitReading reading,
                         const WrittenCount& written, const Lattice& lattice,
                         std::span<const WordIndex::Hash> ends);

  const Details& details(const UnitReading& reading) const {
    return details_[reading.number];
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

  // Raised when everything is forgotten: details that were got before are gone.
  uint32_t generation() const { return generation_; }

 private:
  void Clear();

  static constexpr int kLogSets = 15;
  static constexpr int kShift = 64 - kLogSets;
  // One line of the processor's cache. A key of zero is a free slot.
  struct alignas(64) Set {
    std::array<uint64_t, 4> keys{};
    std::array<UnitReading, 4> readings;
  };
  static_assert(sizeof(Set) == 64);

  size_t SlotFor(const Set& set, uint64_t key);

  std::vector<Set> sets_;
  uint32_t next_ = 0;  // slot to be given up
  uint32_t generation_ = 0;
  std::vector<Details> details_;
  std::vector<Word> words_;
  std::string letters_;
  std::vector<WordIndex::Hash> ends_;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_CACHE_H_
