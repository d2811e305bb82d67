// Remembers what is found over several units in a row.

#ifndef SARING_NORMALIZER_STRETCHES_H_
#define SARING_NORMALIZER_STRETCHES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace saring {

// A cache of bounded size, owned and reused by one caller at a time. Of two
// hundred million rows that it does not have, one is taken for another.
//
// Units are told apart by their keys in the UnitCache; what was remembered
// under other keys is given up in time.
class Stretches {
 public:
  // What becomes of the letters that the first unit of a row leaves open, and
  // of all that others leave open on the way, where these units stand with
  // little between them.
  enum class Fate : uint32_t {
    kUnknown = 0,
    kEnds = 1,    // nothing was found, and nothing but the last unit is open
    kGoesOn = 2,  // something else is open still; nothing was found so far
    kFinds = 3,   // see Finds
  };

  // A word over several units, which are counted from the first of the row.
  struct Find {
    uint16_t first, last;
    uint32_t end;     // bytes of the last unit that are in it
    uint32_t number;  // what the lexicon calls it
  };
  struct Finds {
    static constexpr size_t kMost = 2;
    uint64_t row = 0;
    bool ends = false;  // nothing but the last unit is open
    uint32_t size = 0;
    std::array<Find, kMost> words{};

    std::span<const Find> Words() const { return {words.data(), size}; }
  };

  // The hash of a row of units. One of one unit is its key.
  using Row = uint64_t;
  static Row Add(Row row, uint64_t key) {
    return row * 0x9e3779b97f4a7c15u + key;
  }

  // Takes memory, once and for all. Call it before all below.
  void Reserve() {
    if (!sets_.empty()) return;
    sets_.resize(size_t{1} << kLogSets);
    finds_.resize(size_t{1} << kLogFinds);
  }

  // REQUIRES: fate is kEnds or kGoesOn
  void Put(Row row, Fate fate) { PutFate(row, fate); }
  void Put(const Finds& finds) {
    PutFate(finds.row, Fate::kFinds);
    finds_[PlaceOfFinds(finds.row)] = finds;
  }

  // What was found over a row of kFinds; nullptr if that was given up.
  const Finds* FindsOf(Row row) const {
    const Finds& finds = finds_[PlaceOfFinds(row)];
    return finds.row == row ? &finds : nullptr;
  }

  class View;
  // What is remembered, now and later.
  View view() const;

 private:
  static constexpr int kLogSets = 14, kLogFinds = 12;
  static constexpr size_t kSlots = 4;

  // The tags of rows with their fates in the last bits; 0: a free slot.
  struct alignas(16) Set {
    std::array<uint32_t, kSlots> tags{};
  };

  static size_t SetOf(Row row) { return row >> (64 - kLogSets); }
  static size_t PlaceOfFinds(Row row) { return row >> (64 - kLogFinds); }
  static uint32_t TagOf(Row row, Fate fate) {
    return (static_cast<uint32_t>(row >> 8) & ~kFateBits) |
           static_cast<uint32_t>(fate);
  }
  static constexpr uint32_t kFateBits = 3;

  void PutFate(Row row, Fate fate);

  std::vector<Set> sets_;
  uint32_t next_ = 0;  // slot to be given up
  std::vector<Finds> finds_;
};

// Looks fates up: see UnitCache::View.
class Stretches::View {
 public:
  // Makes ready for FateOf().
  void Prefetch(Row row) const { __builtin_prefetch(&sets_[SetOf(row)]); }

  Fate FateOf(Row row) const {
    const uint32_t tag = TagOf(row, Fate::kUnknown);
    for (const uint32_t one : sets_[SetOf(row)].tags) {
      if ((one & ~kFateBits) == tag) return static_cast<Fate>(one & kFateBits);
    }
    return Fate::kUnknown;
  }

 private:
  friend class Stretches;
  explicit View(const Stretches& stretches) : sets_(stretches.sets_.data()) {}

  const Set* sets_;
};

inline Stretches::View Stretches::view() const { return View(*this); }

}  // namespace saring

#endif  // SARING_NORMALIZER_STRETCHES_H_
