#include "normalizer/open_ends.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "normalizer/digit_reading.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/lookalikes.h"

namespace saring {
namespace {

bool IsWordChar(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
}

// A sign that is not ASCII, as it is written in UTF-8.
struct Sign {
  char32_t code;
  uint32_t size;  // bytes; 0: none
};

// The multiplication sign, dash, quotation mark, ellipsis or prime that `text`
// begins with. They separate words, and fold to nothing but such.
Sign SignAt(std::string_view text) {
  if (text.starts_with("\u00d7")) return {0xd7, 2};
  if (text.size() < 3 || text[0] != '\xe2' || text[1] != '\x80') return {0, 0};
  const auto last = static_cast<unsigned char>(text[2]);
  const char32_t code = 0x2000u + (last & 0x3f);
  const bool is_one = (0x2010 <= code && code <= 0x2016) ||
                      (0x2018 <= code && code <= 0x2026) ||
                      (0x2032 <= code && code <= 0x2034);
  return is_one ? Sign{code, 3} : Sign{0, 0};
}

}  // namespace

void OpenEndBuffers::Sort() {
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::sort(joined.begin(), joined.end(),
            [](const JoinedWord& a, const JoinedWord& b) {
              return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
            });
}

OpenEnds::OpenEnds(const ByteMap& map, const Lexicon& lexicon,
                   OpenEndBuffers* buffers)
    : map_(map),
      lexicon_(lexicon),
      index_(lexicon.index()),
      open_(&buffers->sets[0]),
      next_(&buffers->sets[1]),
      starts_(buffers->starts),
      joined_(buffers->joined),
      letters_(buffers->letters),
      lone_run_(lexicon.index()) {
  open_->Clear();
  next_->Clear();
  buffers->Clear();
}

void OpenEnds::PassRow(const Last& last, std::span<const OpenLetters> ends) {
  open_->Clear();
  lone_run_.End();
  SetLast(last);
  AddEnds(ends, 1);
}

void OpenEnds::PassWords(const UnitEdges& edges,
                         std::span<const OpenLetters> ends, const Unit& unit,
                         uint32_t first_word) {
  Follow(unit, false, edges.begins);
  lone_run_.Pass(edges.written);
  last_ = {&unit, {}, first_word};
  AddEnds(ends, edges.written.words);
  next_groups_ = open_->empty() ? 0 : kAnyGroup;
}

// Of the last unit.
void OpenEnds::AddEnds(std::span<const OpenLetters> ends, uint32_t words) {
  for (const OpenLetters& end : ends) {
    lost_ |= !open_->Add({end.hash, end.size, last_.unit->begin, last_.word,
                          words, false, false});
    next_groups_ = kAnyGroup;
  }
}

void OpenEnds::PassSigns(const UnitEdges& edges, const Unit& unit) {
  lone_run_.PassSigns();
  if (next_groups_ == 0) return;
  const OpenEndSet before = *open_;
  Follow(unit, false, edges.begins);
  // It may be passed over: the last unit stays what it is.
  for (const OpenEnd& open : before) lost_ |= !open_->Add(open);
  if (!open_->empty()) next_groups_ = kAnyGroup;
}

void OpenEnds::Follow(const Unit& unit, bool whole, Groups begins) {
  const size_t starts = starts_.size();
  next_->Clear();
  if (!IsFar(unit) && !lost_) {
    for (const OpenEnd& open : *open_) {
      if (begins == kAllGroups ||
          (NextGroups(index_, open.hash) & begins) != 0) {
        FollowOne(open, unit, whole);
      }
    }
    if ((last_.reading.next() & begins) != 0) FollowLast(unit, whole);
  }
  std::swap(open_, next_);
  went_on_ = !open_->empty() || lost_ || starts_.size() != starts;
}

void OpenEnds::FollowLast(const Unit& unit, bool whole) {
  if ((last_.reading.next() & GroupsOf(map_.lower[unit.begin])) == 0) return;
  const uint32_t begin = last_.unit->begin;
  const uint32_t size = last_.unit->end - begin;
  const WordIndex::Hash hash =
      WordIndex::HashOf({map_.lower.data() + begin, size});
  FollowOne({hash, size, begin, last_.word, 1, true,
             last_.reading.Is(UnitReading::kWhole)},
            unit, whole);
}

void OpenEnds::FollowOne(OpenEnd open, const Unit& unit, bool whole) {
  open.whole = open.whole && whole;
  if (GoOnThrough(open, unit)) return;
  has_unknown_ = true;
  AddStart(open);
}

// Nearly always letters that are only themselves: then this is GoOn().
bool OpenEnds::GoOnThrough(OpenEnd open, const Unit& unit) {
  if (map_.any.odd != 0 &&
      map_.Bits(&ByteClasses::odd, unit.begin, unit.end - unit.begin) != 0) {
    return GoOn(open, unit, unit.begin, false);
  }
  WordIndex::Hash hash = open.hash;
  for (uint32_t at = unit.begin; at < unit.end; ++at) {
    const char c = map_.lower[at];
    if (c < 'a' || 'z' < c || MayBeSmallL(unit, at)) {
      return GoOn(open, unit, unit.begin, false);
    }
    hash = WordIndex::Extend(hash, c);
    if (!index_.MayBegin(hash)) return true;
  }
  open.hash = hash;
  open.size += unit.end - unit.begin;
  return GoOn(open, unit, unit.end, false);
}

void OpenEnds::AddStart(const OpenEnd& open) {
  for (uint32_t i = 0; i < open.words; ++i) {
    starts_.push_back(open.first_word + i);
  }
}

// Whether a word may part from another behind `at`: see MayPart().
bool OpenEnds::MayPartBehind(uint32_t at, const Unit& unit) const {
  if (at + 1 == unit.end) return false;
  if (Is(&ByteClasses::foreign, at + 1)) return true;
  // A first capital goes with what stands behind it.
  if (at == unit.begin && Is(&ByteClasses::capital, at)) return false;
  return Is(&ByteClasses::letter, at + 1) &&
         (!Is(&ByteClasses::letter, at) ||
          Is(&ByteClasses::capital, at) != Is(&ByteClasses::capital, at + 1));
}

// Reads on from `open` with the characters of `unit` from `at` on, as the
// reading of fragments does; what comes to its end is open in turn. False if
// a term's word may end on the way.
bool OpenEnds::GoOn(OpenEnd open, const Unit& unit, uint32_t at,
                    bool read_figures) {
  if (at == unit.end) {
    if (!open.whole && !(read_figures && IsNumber(unit)) &&
        !PassEnd(open, at)) {
      return false;
    }
    lost_ |= !next_->Add(open);
    return true;
  }
  const char c = map_.lower[at];
  if (c & 0x80) return GoOnOver(open, unit, at, read_figures);
  if (Is(&ByteClasses::sign, at)) {
    if (at > unit.begin && !PassEnd(open, at)) return false;
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

// The same at a character that is not ASCII: over a sign that separates words,
// or with the letters that it looks like. False if it may be anything else.
bool OpenEnds::GoOnOver(const OpenEnd& open, const Unit& unit, uint32_t at,
                        bool read_figures) {
  const Sign sign =
      SignAt(std::string_view(map_.lower).substr(at, unit.end - at));
  if (sign.size == 0 || !PassEnd(open, at)) return false;
  const uint32_t behind = at + sign.size;
  for (const char letter : LookAlikesOf(sign.code)) {
    OpenEnd other = open;
    other.hash = WordIndex::Extend(open.hash, letter);
    if (!LettersOfDigit(letter).empty()) return false;
    if (!index_.MayBegin(other.hash)) continue;
    ++other.size;
    other.as_written = false;
    if (!PassEnd(other, behind) || !GoOn(other, unit, behind, read_figures)) {
      return false;
    }
  }
  return GoOn(open, unit, behind, read_figures);
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
  if (MayPartBehind(at, unit) && !PassEnd(open, at + 1)) return false;
  return GoOn(open, unit, at + 1, read_figures);
}

// Takes the letters of `open`, which end before `end`, if they are a term's
// word; false if they may be one that is not known.
bool OpenEnds::PassEnd(const OpenEnd& open, uint32_t end) {
  if (open.size < kShortestFragmented || !index_.MayBeWord(open.hash)) {
    return true;
  }
  if (!open.as_written) return false;
  letters_.clear();
  for (uint32_t i = open.begin; i < end; ++i) {
    if (IsWordChar(map_.lower[i])) letters_ += map_.lower[i];
  }
  const uint32_t number = lexicon_.NumberOf(letters_);
  if (number == 0) return true;
  joined_.push_back({open.begin, end, number});
  AddStart(open);
  return true;
}

bool OpenEnds::MayBeSmallL(const Unit& unit, uint32_t at) const {
  return at > unit.begin && map_.lower[at] == 'i' &&
         Is(&ByteClasses::capital, at) && Is(&ByteClasses::letter, at - 1) &&
         !Is(&ByteClasses::capital, at - 1);
}

bool OpenEnds::IsNumber(const Unit& unit) const {
  return std::all_of(map_.lower.begin() + unit.begin,
                     map_.lower.begin() + unit.end,
                     [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace saring
