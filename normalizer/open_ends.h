// Follows the letters that units leave open, to see where words over several
// units may be found.

#ifndef SARING_NORMALIZER_OPEN_ENDS_H_
#define SARING_NORMALIZER_OPEN_ENDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalizer/byte_map.h"
#include "normalizer/letter_walk.h"
#include "normalizer/lexicon.h"
#include "normalizer/lone_run.h"
#include "normalizer/run.h"
#include "normalizer/unit_cache.h"
#include "normalizer/unit_finder.h"

namespace saring {

// Letters at the end of a unit that a term's word may begin with.
struct OpenEnd {
  WordIndex::Hash hash;
  uint32_t size;               // letters
  uint32_t begin;              // byte of the text
  uint32_t first_word, words;  // of the unit that it began in, as written
  bool as_written;
  bool whole;  // of whole words, four letters or more
};

// A term's word over several units, in letters as they are written.
struct JoinedWord {
  uint32_t begin, end;  // bytes of the text; begins with a unit
  uint32_t number;      // what the lexicon calls it
};

// A bounded set of open ends.
class OpenEndSet {
 public:
  static constexpr size_t kMost = 8;

  // False if there is no room.
  bool Add(const OpenEnd& open) {
    if (size_ == kMost) return false;
    ends_[size_++] = open;
    return true;
  }
  void Clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  const OpenEnd* begin() const { return ends_.data(); }
  const OpenEnd* end() const { return ends_.data() + size_; }

 private:
  std::array<OpenEnd, kMost> ends_;
  size_t size_ = 0;
};

struct OpenEndBuffers {
  std::array<OpenEndSet, 2> sets;
  // The words, as written, that fragments may begin with.
  std::vector<uint32_t> starts;
  // By beginning, some words that may be found.
  std::vector<JoinedWord> joined;
  std::string letters;

  // Forgets what was found.
  void Clear() {
    starts.clear();
    joined.clear();
  }
  // Brings it in order, each start once.
  void Sort();
};

// Of one text, whose units are passed in order. It says too often that a word
// may be found, and never too seldom.
class OpenEnds {
 public:
  OpenEnds(const ByteMap& map, const Lexicon& lexicon, OpenEndBuffers* buffers);

  // The last unit with words. If it is one word, whether and how it may go on
  // is looked at only when the next is there: it seldom does.
  struct Last {
    const Unit* unit;
    UnitReading reading;  // of one word; else empty
    uint32_t word;        // of the text, as written
  };

  // Passes a unit of one word, the text's `word`th.
  void PassWord(const UnitReading& reading, const Unit& unit, uint32_t word) {
    went_on_ = false;
    if ((next_groups_ & GroupsOf(map_.lower[unit.begin])) != 0) [[unlikely]] {
      Follow(unit, reading.Is(UnitReading::kWhole), kAllGroups);
    }
    if (unit.end - unit.begin == 1) {
      lone_run_.Pass(map_.lower[unit.begin]);
    } else {
      lone_run_.End();
    }
    SetLast({&unit, reading, word});
  }

  // Passes units with one word each, of more than one character, where nothing
  // goes on from one to the next. What the last leaves open, of which `ends`
  // are given if it is not kOneWord, replaces all.
  void PassRow(const Last& last, std::span<const OpenLetters> ends);

  // Passes any other, with so many words from `first_word` on.
  void PassWords(const UnitEdges& edges, std::span<const OpenLetters> ends,
                 const Unit& unit, uint32_t first_word);

  // Passes one without words, which words may be read over.
  void PassSigns(const UnitEdges& edges, const Unit& unit);

  // Whether the last unit went on with anything: if not, that was as plain as
  // can be, and is the same wherever these two stand with little between them.
  bool went_on() const { return went_on_; }
  // How many starts were found so far.
  size_t starts() const { return starts_.size(); }
  // Whether so much stands before `unit` that nothing goes on there.
  bool IsFar(const Unit& unit) const {
    return unit.begin - last_.unit->end > kLongestGap;
  }

  // Whether words may be found that are not in OpenEndBuffers::joined.
  bool has_unknown() const { return has_unknown_; }
  // Whether letters set apart may be read together.
  bool may_be_spaced() const { return lone_run_.may_be_read(); }
  // Whether there were more ways than are followed: any word may be a start.
  bool lost() const { return lost_; }

 private:
  static constexpr uint32_t kAnyGroup = kAllGroups;

  void SetLast(const Last& last) {
    last_ = last;
    next_groups_ = open_->empty() ? last.reading.next() : kAnyGroup;
  }

  // Goes on with what is open, where the unit begins with any of `begins`; what
  // is open then replaces it.
  void Follow(const Unit& unit, bool whole, Groups begins);
  void FollowLast(const Unit& unit, bool whole);
  void AddEnds(std::span<const OpenLetters> ends, uint32_t words);
  void FollowOne(OpenEnd open, const Unit& unit, bool whole);
  // False if a term's word may end on the way which cannot be told from here.
  bool GoOnThrough(OpenEnd open, const Unit& unit);
  void AddStart(const OpenEnd& open);

  bool GoOn(OpenEnd open, const Unit& unit, uint32_t at, bool read_figures);
  bool GoOnOver(const OpenEnd& open, const Unit& unit, uint32_t at,
                bool read_figures);
  bool GoOnWithAny(std::string_view letters, OpenEnd open, const Unit& unit,
                   uint32_t at, bool read_figures);
  bool GoOnWith(char letter, OpenEnd open, const Unit& unit, uint32_t at,
                bool read_figures);
  bool PassEnd(const OpenEnd& open, uint32_t end);
  bool MayPartBehind(uint32_t at, const Unit& unit) const;
  bool MayBeSmallL(const Unit& unit, uint32_t at) const;
  bool IsNumber(const Unit& unit) const;
  bool Is(uint64_t ByteClasses::*of, uint32_t at) const {
    return map_.Bits(of, at, 1) != 0;
  }

  const ByteMap& map_;
  const Lexicon& lexicon_;
  const WordIndex& index_;
  OpenEndSet *open_, *next_;  // at the end of the last unit, beside itself
  std::vector<uint32_t>& starts_;
  std::vector<JoinedWord>& joined_;
  std::string& letters_;
  static constexpr Unit kNoUnit = {0, 0, 0};
  Last last_ = {&kNoUnit, {}, 0};
  uint32_t next_groups_ = 0;
  LoneRun lone_run_;
  bool has_unknown_ = false;
  bool lost_ = false;
  bool went_on_ = false;
};

}  // namespace saring

#endif  // SARING_NORMALIZER_OPEN_ENDS_H_
