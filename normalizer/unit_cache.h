// Remembers how short stretches of text were read.

#ifndef SARING_NORMALIZER_UNIT_CACHE_H_
#define SARING_NORMALIZER_UNIT_CACHE_H_

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/lattice.h"
#include "normalizer/lexicon.h"
#include "normalizer/next_groups.h"
#include "normalizer/word_index.h"

namespace saring {

// How a unit reads, whatever stands around it. Most are one word that is
// nothing but itself; what others need beside is kept apart: see Details.
struct UnitReading {
  enum Flag : uint32_t {
    kFollower = 1u << kGroupBits,  // it may have what cues go on with
    kCueAlone = 1u << 22,          // some word of it is such a cue
    kBraid = 1u << 23,       // reads in several ways, of which some may matter
    kOneWord = 1u << 24,     // as written, over the whole unit
    kNeedsText = 1u << 25,   // how it reads depends on the text around it
    kSigns = 1u << 26,       // has no words, but signs that may be letters
    kEndsInTerm = 1u << 27,  // with a term's word of letters
    kWhole = 1u << 28,       // a word that the lexicon knows, not a short one
    kLetters = 1u << 29,     // of kOneWord: not figures alone
    kOneWritten = 1u << 30,  // one word as written: kOneWord, or not a lone one
    kCue = 1u << 31,         // some word of it is one, of any kind
  };
  uint32_t number = 0;  // of kOneWord, what the lexicon calls it; else Details
  // Flags; and the groups that a term's word goes on with which may begin with
  // the letters of kOneWord, or with what else a unit leaves open.
  uint32_t bits = 0;

  Groups next() const { return bits & kAllGroups; }

  bool IsFigures() const { return (bits & (kOneWord | kLetters)) == kOneWord; }
  LexiconWord word() const { return {number, IsFigures()}; }  // of kOneWord

  bool Is(Flag flag) const { return (bits & flag) != 0; }
  void Set(Flag flag, bool value) {
    if (value) bits |= flag;
  }
};

// The words of a unit as written.
struct WrittenCount {
  uint32_t words = 0;
  uint32_t lone_head = 0, lone_tail = 0;  // of one character, at either end
};

// What a unit that is not kOneWord is to those beside it.
struct UnitEdges {
  WrittenCount written;
  // What a word that goes on with it may go on with; too much rather than too
  // little.
  Groups begins = kAllGroups;
  // It reads otherwise where a word goes over several units.
  bool alone = false;
};

// A cache of bounded size, owned and reused by one caller at a time. Of fifty
// billion units that it does not have, one is taken for another.
//
// Keys are hashes under a secret seed, and odd.
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
    UnitEdges edges;
    bool one_reading;  // of no more than one word
    bool silent;       // no word that the lexicon numbers, and no figures
  };

  // Takes memory, once and for all: nothing is moved later. Call it before all
  // below; most scratches that are made are used.
  void Reserve();

  class View;
  // What is remembered, now and later.
  View view() const;

  // Remembers `reading`, which is kOneWord, in place of another. Returns what
  // is remembered.
  UnitReading Put(uint64_t key, UnitReading reading);

  // The same of one that may not be: then it takes the lattice and the open
  // ends along.
  UnitReading Put(uint64_t key, UnitReading reading, const UnitEdges& edges,
                  const Lattice& lattice, std::span<const OpenLetters> ends);

  const Details& details(const UnitReading& reading) const {
    return details_[reading.number];
  }
  std::span<const Word> words(const Details& d) const {
    return {words_.data() + d.words_begin, d.words_size};
  }
  std::string_view letters(const Details& d) const {
    return {letters_.data() + d.letters_begin, d.letters_size};
  }
  std::span<const OpenLetters> ends(const Details& d) const {
    return {ends_.data() + d.ends_begin, d.ends_size};
  }

  // Raised when everything is forgotten: details that were got before are gone.
  uint32_t generation() const { return generation_; }

 private:
  static constexpr int kLogSets = 13;
  static constexpr size_t kSlots = 8;
  static constexpr uint32_t kMoreTag = 0xff000000;
  static constexpr size_t kMostReadings = size_t{1} << 17;
  static constexpr size_t kLogRecent = 8;

  // One line of the processor's cache: what fits in few lines is found fast.
  struct alignas(64) Set {
    std::array<uint32_t, kSlots> tags{};  // 0: a free slot
    // The upper 8 bits are more of the tag, the others a place in readings_.
    std::array<uint32_t, kSlots> places{};
  };
  static_assert(sizeof(Set) == 64);

  static size_t SetOf(uint64_t key) { return key >> (64 - kLogSets); }
  static uint32_t TagOf(uint64_t key) { return static_cast<uint32_t>(key); }
  static uint32_t MoreTagOf(uint64_t key) {
    return static_cast<uint32_t>(key >> 8) & kMoreTag;
  }

  // A bit for each slot with this tag.
  static uint32_t SlotsWith(const Set& set, uint32_t tag) {
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi32(static_cast<int>(tag));
    const auto* const tags = reinterpret_cast<const __m128i*>(set.tags.data());
    const __m128i low = _mm_cmpeq_epi32(_mm_load_si128(tags), wanted);
    const __m128i high = _mm_cmpeq_epi32(_mm_load_si128(tags + 1), wanted);
    return static_cast<uint32_t>(_mm_movemask_ps(_mm_castsi128_ps(low))) |
           static_cast<uint32_t>(_mm_movemask_ps(_mm_castsi128_ps(high))) << 4;
#else
    uint32_t slots = 0;
    for (size_t i = 0; i < kSlots; ++i) {
      slots |= static_cast<uint32_t>(set.tags[i] == tag) << i;
    }
    return slots;
#endif
  }

  void Clear();
  void Keep(uint64_t key, UnitReading reading);
  uint32_t PlaceOf(UnitReading reading);
  size_t SlotFor(const Set& set, uint32_t tag);

  std::vector<Set> sets_;
  uint32_t next_ = 0;  // slot to be given up
  uint32_t generation_ = 0;
  std::vector<UnitReading> readings_;
  // The places of some of them: most words read alike.
  std::array<uint32_t, size_t{1} << kLogRecent> recent_{};
  std::vector<Details> details_;
  std::vector<Word> words_;
  std::string letters_;
  std::vector<OpenLetters> ends_;
};

// Looks things up: copies of what the cache holds by pointer, so that a loop
// which writes elsewhere need not load them anew.
class UnitCache::View {
 public:
  // Makes ready for Find(key).
  void Prefetch(uint64_t key) const { __builtin_prefetch(&sets_[SetOf(key)]); }

  // Sets *reading to what is remembered under `key`; false if nothing is.
  bool Find(uint64_t key, UnitReading* reading) const {
    const Set& set = sets_[SetOf(key)];
    const uint32_t slots = SlotsWith(set, TagOf(key));
    if (slots == 0) return false;
    const uint32_t place =
        set.places[static_cast<size_t>(std::countr_zero(slots))];
    if ((place & kMoreTag) != MoreTagOf(key)) return false;
    *reading = readings_[place & ~kMoreTag];
    return true;
  }

 private:
  friend class UnitCache;
  explicit View(const UnitCache& cache)
      : sets_(cache.sets_.data()), readings_(cache.readings_.data()) {}

  const Set* sets_;
  const UnitReading* readings_;
};

inline UnitCache::View UnitCache::view() const { return View(*this); }

}  // namespace saring

#endif  // SARING_NORMALIZER_UNIT_CACHE_H_
