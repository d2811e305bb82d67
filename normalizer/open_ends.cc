#include "normalizer/open_ends.h"

#include <algorithm>

#include "normalizer/digit_reading.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/letter_walk.h"
#include "normalizer/spaced_reading.h"

namespace saring {
namespace {

constexpr uint32_t kAnyGroup = 0xffffff;

bool IsWordChar(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
}

}  // namespace

OpenEnds::OpenEnds(const ByteMap& map, const Lexicon& lexicon,
                   OpenEndBuffers* buffers)
    : map_(map),
      lexicon_(lexicon),
      index_(lexicon.index()),
      open_(buffers->open),
      next_(buffers->next),
      starts_(buffers->starts),
      letters_(buffers->letters) {
  open_.clear();
  next_.clear();
  starts_.clear();
}

void OpenEnds::PassWords(const WrittenCount& written,
                         std::span<const WordIndex::Hash> ends,
                         const Unit& unit, uint32_t first_word) {
  if (!open_.empty()) Follow(unit, false);
  CountLone(written);
  open_.swap(next_);
  next_.clear();
  last_end_ = unit.end;
  for (const WordIndex::Hash hash : ends) {
    open_.push_back({hash, kShortestFragmented, unit.begin, first_word,
                     written.words, kAnyGroup, false, false});
  }
}

void OpenEnds::PassSigns(const Unit& unit) {
  if (!open_.empty()) Follow(unit, false);
  // It may be passed over.
  open_.insert(open_.end(), next_.begin(), next_.end());
  next_.clear();
  lost_ |= open_.size() > kMostOpenEnds;
}

std::span<const uint32_t> OpenEnds::Starts() {
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  return starts_;
}

void OpenEnds::Follow(const Unit& unit, bool whole) {
  if (unit.begin - last_end_ > kLongestGap) {
    open_.clear();
    return;
  }
  for (OpenEnd open : open_) {
    if (!MayGoOn(open, unit)) continue;
    open.whole = open.whole && whole;
    if (open.hash == 0) {
      open.hash =
          WordIndex::HashOf({map_.lower.data() + open.begin, open.size});
    }
    if (!GoOn(open, unit, unit.begin, false)) AddStart(open);
    if (lost_) return;
  }
}

void OpenEnds::AddStart(const OpenEnd& open) {
  for (uint32_t i = 0; i < open.words; ++i) {
    starts_.push_back(open.first_word + i);
  }
}

void OpenEnds::CountLone(const WrittenCount& written) {
  has_lone_run_ |= written.lone_head > 0 &&
                   lone_run_ + written.lone_head >= kFewestSpaced;
  lone_run_ =
      written.lone_tail + (written.lone_tail == written.words ? lone_run_ : 0);
}

// Whether a word may part from another behind `at`: see MayPart().
bool OpenEnds::MayPartBehind(uint32_t at, const Unit& unit) const {
  if (at + 1 == unit.end) return false;
  if (Is(&ByteClasses::foreign, at + 1)) return true;
  return Is(&ByteClasses::letter, at + 1) &&
         (!Is(&ByteClasses::letter, at) ||
          Is(&ByteClasses::capital, at) != Is(&ByteClasses::capital, at + 1));
}

// By the first character of `unit`.
bool OpenEnds::MayGoOn(const OpenEnd& open, const Unit& unit) const {
  const char c = map_.lower[unit.begin];
  return !IsWordChar(c) || (open.next & UnitReading::GroupOf(c)) != 0;
}

// Reads on from `open` with the characters of `unit` from `at` on, as the
// reading of fragments does; what comes to its end is open in turn. False if
// a term's word may end on the way.
bool OpenEnds::GoOn(OpenEnd open, const Unit& unit, uint32_t at,
                    bool read_figures) {
  if (at == unit.end) {
    if (!open.whole && !(read_figures && IsNumber(unit)) && MayEnd(open, at)) {
      return false;
    }
    open.next = kAnyGroup;
    next_.push_back(open);
    lost_ |= next_.size() > kMostOpenEnds;
    return !lost_;
  }
  const char c = map_.lower[at];
  if (c & 0x80) return false;
  if (Is(&ByteClasses::sign, at)) {
    if (at > unit.begin && MayEnd(open, at)) return false;
    return GoOnWithAny(LettersOfSign(static_cast<unsigned char>(c)), open, unit,
                       at, read_figures) &&
           GoOn(open, unit, at + 1, read_figures);
  }
  if (MayBeSmallL(unit, at) &&
      !GoOnWithAny("l", open, unit, at, read_figures)) {
    return false;
  }
  return GoOnWith(c, open, unit, at, read_figures) &&
         GoOnWithAny(LettersOfDigit(c), open, unit, at, true);
}

bool OpenEnds::GoOnWithAny(std::string_view letters, OpenEnd open,
                           const Unit& unit, uint32_t at, bool read_figures) {
  return std::all_of(letters.begin(), letters.end(), [&](char letter) {
    return GoOnWith(letter, open, unit, at, read_figures);
  });
}

bool OpenEnds::GoOnWith(char letter, OpenEnd open, const Unit& unit,
                        uint32_t at, bool read_figures) {
  open.hash = WordIndex::Extend(open.hash, letter);
  if (!index_.MayBegin(open.hash)) return true;
  ++open.size;
  open.as_written = open.as_written && letter == map_.lower[at];
  if (MayPartBehind(at, unit) && MayEnd(open, at + 1)) return false;
  return GoOn(open, unit, at + 1, read_figures);
}

// Whether the letters of `open`, which end before `end`, may be a term's word.
bool OpenEnds::MayEnd(const OpenEnd& open, uint32_t end) {
  if (open.size < kShortestFragmented || !index_.MayBeWord(open.hash)) {
    return false;
  }
  if (!open.as_written) return true;
  letters_.clear();
  for (uint32_t i = open.begin; i < end; ++i) {
    if (IsWordChar(map_.lower[i])) letters_ += map_.lower[i];
  }
  return lexicon_.IsTermWord(letters_);
}

bool OpenEnds::MayBeSmallL(const Unit& unit, uint32_t at) const {
  return at > unit.begin && map_.lower[at] == 'i' &&
         Is(&ByteClasses::capital, at);
}

bool OpenEnds::IsNumber(const Unit& unit) const {
  return std::all_of(map_.lower.begin() + unit.begin,
                     map_.lower.begin() + unit.end,
                     [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace saring
