#include "normalizer/unit_walk.h"

#include <span>

#include "normalizer/open_ends.h"

namespace saring {
namespace {

class UnitWalk {
 public:
  UnitWalk(const Lexicon& lexicon, UnitBuffers* buffers)
      : b_(*buffers),
        map_(buffers->map),
        open_ends_(buffers->map, lexicon, &buffers->open_ends) {}

  // False if the text must be read whole. Most units have to do with none
  // beside them: these are passed in rows.
  bool Walk() {
    const auto count = static_cast<uint32_t>(b_.unit_count);
    uint32_t row = 0;  // where it begins
    for (uint32_t i = 0; i < count; ++i) {
      if (IsApart(i)) {
        before_ = BeginAt(i);
        continue;
      }
      PassRow(row, i);
      if (b_.readings[i].Is(UnitReading::kNeedsText)) return false;
      PassUnit(i);
      row = i + 1;
    }
    words_ += count - row;
    return true;
  }

  TextShape Join(TextShape flat) {
    OpenEndBuffers& found = b_.open_ends;
    found.Sort();
    b_.word_count = words_;
    b_.joints = {.spaced = open_ends_.may_be_spaced(),
                 .anywhere = open_ends_.lost(),
                 .starts = found.starts};
    if (!b_.joints.Any()) return flat;
    if (has_alone_) return TextShape::kWhole;
    if (b_.joints.spaced || b_.joints.anywhere || open_ends_.has_unknown()) {
      return TextShape::kLattice;
    }
    b_.joined = found.joined;
    return TextShape::kJoined;
  }

 private:
  // What stands before the next unit, as far as that has to do with it.
  struct Before {
    static constexpr uint32_t kNone = 0xffffffff;
    uint32_t unit = kNone;  // the last with words
    bool is_all = true;     // nothing is open but what it leaves open
    // The units over which something has been open, from `first` on, or the
    // last alone; and what had been found before.
    bool is_row = false;  // they may be remembered
    uint32_t first = 0;
    Stretches::Row row = 0;
    size_t joined = 0, starts = 0;
  };

  Before BeginAt(uint32_t unit) const {
    return {.unit = unit,
            .is_row = true,
            .first = unit,
            .row = b_.units[unit].key,
            .joined = b_.open_ends.joined.size(),
            .starts = open_ends_.starts()};
  }

  // Whether a unit of one written word, and not one character, has nothing to
  // do with what stands before it.
  bool IsApart(uint32_t i) const {
    const Unit& unit = b_.units[i];
    if (!b_.readings[i].Is(UnitReading::kOneWritten) || !before_.is_all ||
        unit.end - unit.begin == 1) {
      return false;
    }
    if (before_.unit == Before::kNone) return true;
    return (b_.readings[before_.unit].next() &
            GroupsOf(map_.lower[unit.begin])) == 0 ||
           b_.stretches.view().FateOf(Stretches::Add(before_.row, unit.key)) ==
               Stretches::Fate::kEnds;
  }

  void PassRow(uint32_t begin, uint32_t end) {
    if (begin == end) return;
    words_ += end - begin;
    const Unit* const last = &b_.units[end - 1];
    const UnitReading& reading = b_.readings[end - 1];
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_.PassRow({last, reading, words_ - 1}, {});
    } else {
      open_ends_.PassRow({last, {}, words_ - 1},
                         b_.cache.ends(b_.cache.details(reading)));
    }
  }

  void PassUnit(uint32_t index) {
    const Unit& unit = b_.units[index];
    const UnitReading& reading = b_.readings[index];
    const bool is_far = open_ends_.IsFar(unit);
    const uint32_t words = words_;
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_.PassWord(reading, unit, words_);
      ++words_;
    } else {
      PassDetails(reading, unit);
    }
    before_.is_row = before_.is_row && !is_far && !open_ends_.lost() &&
                     (reading.Is(UnitReading::kOneWritten) ||
                      reading.Is(UnitReading::kSigns));
    const bool ends = words_ > words && !open_ends_.went_on();
    if (before_.is_row) Remember(index, ends);
    if (ends) {
      before_ = BeginAt(index);
    } else {
      before_.is_all = false;
      if (words_ > words) before_.unit = index;
    }
  }

  // What was found over the row, which ends with unit `index`.
  void Remember(uint32_t index, bool ends) {
    before_.row = Stretches::Add(before_.row, b_.units[index].key);
    const auto joined = std::span(b_.open_ends.joined).subspan(before_.joined);
    if (open_ends_.starts() - before_.starts != joined.size()) return;
    if (joined.empty()) {
      b_.stretches.Put(before_.row, ends ? Stretches::Fate::kEnds
                                         : Stretches::Fate::kGoesOn);
    } else if (joined.size() <= Stretches::Finds::kMost) {
      Stretches::Finds finds{.row = before_.row, .ends = ends};
      for (const JoinedWord& word : joined) {
        finds.words[finds.size++] = InRow(word, index);
      }
      b_.stretches.Put(finds);
    }
  }

  // As counted from the row's first unit, where the row ends with unit `last`.
  Stretches::Find InRow(const JoinedWord& word, uint32_t last) const {
    uint32_t first = before_.first;
    while (b_.units[first].begin < word.begin) ++first;
    while (b_.units[last].begin >= word.end) --last;
    return {static_cast<uint16_t>(first - before_.first),
            static_cast<uint16_t>(last - before_.first),
            word.end - b_.units[last].begin, word.number};
  }

  void PassDetails(const UnitReading& reading, const Unit& unit) {
    const UnitCache::Details& details = b_.cache.details(reading);
    has_alone_ |= details.edges.alone;
    if (details.edges.written.words > 0) {
      open_ends_.PassWords(details.edges, b_.cache.ends(details), unit, words_);
      words_ += details.edges.written.words;
    } else if (reading.Is(UnitReading::kSigns)) {
      open_ends_.PassSigns(details.edges, unit);
    }
  }

  UnitBuffers& b_;
  const ByteMap& map_;
  OpenEnds open_ends_;
  Before before_;
  uint32_t words_ = 0;      // as written, so far
  bool has_alone_ = false;  // some unit that is: see UnitEdges
};

}  // namespace

TextShape WalkUnits(const Lexicon& lexicon, TextShape flat,
                    UnitBuffers* buffers) {
  UnitWalk walk(lexicon, buffers);
  return walk.Walk() ? walk.Join(flat) : TextShape::kWhole;
}

}  // namespace saring
