#include "normalizer/unit_reader.h"

#include <bit>
#include <random>
#include <span>

#include "normalizer/ascii.h"
#include "normalizer/lone_unit.h"
#include "normalizer/word_hash.h"

namespace saring {
namespace {

// Longer ones are rare, and a text that has one is read whole.
constexpr size_t kLongestUnit = 64;

class UnitReader {
 public:
  UnitReader(const Forms& forms, std::string_view text, const Lexicon& lexicon,
             UnitBuffers* buffers, Lattice* lattice)
      : forms_(forms),
        text_(text),
        lexicon_(lexicon),
        b_(*buffers),
        map_(buffers->map),
        lattice_(*lattice),
        seed_(HashWord({}, buffers->seed ^ lexicon.serial())),
        open_ends_(buffers->map, lexicon, &buffers->open_ends) {}

  bool Read() {
    if (!FindUnits()) return false;
    lattice_.letters.assign(map_.lower.data(), text_.size());
    lattice_.words.reserve(units_.size());
    for (const Unit& unit : units_) {
      if (!ReadUnit(unit)) return false;
    }
    if (words_ == 1) DropLoneAbbreviation(&lattice_);
    return ReadOverUnits();
  }

 private:
  // All of them before the first is looked up, so that the processor fetches
  // what is remembered of the others meanwhile.
  bool FindUnits() {
    b_.units.resize(text_.size() / 2 + 1);
    Unit* unit = b_.units.data();
    uint64_t before = 0;  // whether the last byte of the block before is of one
    for (size_t block = 0; block < map_.blocks.size(); ++block) {
      const auto base = static_cast<uint32_t>(block * 64);
      const uint64_t bits = map_.blocks[block].unit;
      const uint64_t shifted = bits << 1 | before;
      uint64_t begins = bits & ~shifted;
      // Each ends the unit that began last.
      for (uint64_t ends = ~bits & shifted; ends != 0; ends &= ends - 1) {
        if (begins != 0 && std::countr_zero(begins) < std::countr_zero(ends)) {
          unit->begin = base + static_cast<uint32_t>(std::countr_zero(begins));
          begins &= begins - 1;
        }
        unit->end = base + static_cast<uint32_t>(std::countr_zero(ends));
        if (!Prepare(unit)) return false;
        ++unit;
      }
      if (begins != 0) {
        unit->begin = base + static_cast<uint32_t>(std::countr_zero(begins));
      }
      before = bits >> 63;
    }
    units_ = {b_.units.data(), unit};
    return true;
  }

  // Finds the key. False if the text must be read whole.
  bool Prepare(Unit* unit) const {
    const uint32_t size = unit->end - unit->begin;
    if (size > kLongestUnit) return false;
    const char* const letters = map_.lower.data() + unit->begin;
    unit->key =
        map_.any.odd == 0 || map_.Bits(&ByteClasses::odd, unit->begin, size) == 0
            ? HashPaddedWord(letters, size, seed_) | 1
            : KeyOfOdd(unit->begin, size);
    b_.cache.Prefetch(unit->key);
    return unit->key != 0;
  }

  bool ReadUnit(const Unit& unit) {
    const UnitReading* reading = b_.cache.Find(unit.key);
    if (reading == nullptr) reading = ReadAnew(unit);
    if (reading->Is(UnitReading::kNeedsText)) return false;
    if (reading->Is(UnitReading::kOneWord)) {
      open_ends_.PassWord(*reading, unit, words_);
      AddOneWord(*reading, unit);
      ++words_;
      last_end_ = unit.end;
    } else {
      PassDetails(*reading, unit);
    }
    return map_.any.ditto == 0 || PassesDitto(*reading, unit.end);
  }

  void PassDetails(const UnitReading& reading, const Unit& unit) {
    const UnitCache::Details& details = b_.cache.details(reading);
    if (details.written.words > 0) {
      open_ends_.PassWords(details.written, b_.cache.ends(details), unit,
                           words_);
      AddDetails(details, unit);
      words_ += details.written.words;
      last_end_ = unit.end;
    } else if (!reading.Is(UnitReading::kMute)) {
      open_ends_.PassSigns(unit);
    }
  }

  // Zero if the unit cannot be told from others by its bytes.
  uint64_t KeyOfOdd(size_t begin, size_t size) const {
    uint64_t seed = seed_;
    if (map_.any.sign != 0 && map_.Bits(&ByteClasses::sign, begin, size) != 0) {
      // Whether a parenthesis is closed behind the unit is a part of the key.
      const std::string_view unit = text_.substr(begin, size);
      const size_t open = unit.find('(');
      if (open != unit.npos) {
        if (map_.any.foreign != 0 || unit.find('(', open + 1) != unit.npos) {
          return 0;
        }
        seed += IsClosed(begin + open) ? 2 : 4;
      }
    }
    if (CaseMatters(begin, size) ||
        (map_.any.foreign != 0 &&
         map_.Bits(&ByteClasses::foreign, begin, size) != 0)) {
      return HashWord(text_.substr(begin, size), seed + 1) | 1;
    }
    return HashPaddedWord(map_.lower.data() + begin, size, seed) | 1;
  }

  // Not in what is small, or capital, but for the first letter.
  bool CaseMatters(size_t begin, size_t size) const {
    const uint64_t capital = map_.Bits(&ByteClasses::capital, begin, size);
    return (capital & ~uint64_t{1}) != 0 &&
           capital != map_.Bits(&ByteClasses::letter, begin, size);
  }

  // As the reading of signs has it: within the longest reading.
  bool IsClosed(size_t open) const {
    return text_.substr(open, kLongestReading).find(')') != text_.npos;
  }

  const UnitReading* ReadAnew(const Unit& unit) {
    const std::string_view bytes =
        text_.substr(unit.begin, unit.end - unit.begin);
    const size_t open = bytes.find('(');
    const bool closed = open != bytes.npos && IsClosed(unit.begin + open);
    const UnitReading reading =
        ReadLoneUnit(forms_, bytes, closed, lexicon_, &b_);
    return b_.cache.Put(unit.key, reading, CountWritten(b_.reading.words),
                        b_.lattice, b_.ends);
  }

  // Whether a ditto mark right after the unit changes nothing.
  bool PassesDitto(const UnitReading& reading, uint32_t end) {
    const bool ends_in_word = end == last_end_;
    for (; end < text_.size(); ++end) {
      const char c = text_[end];
      if (c == '"') {
        const bool behind_word = ends_in_word && end == last_end_;
        if (!in_quotes_ && behind_word &&
            reading.Is(UnitReading::kEndsInTerm)) {
          return false;
        }
        // One that ends a word is spent.
        if (in_quotes_ || !behind_word) in_quotes_ = !in_quotes_;
      } else if (map_.Bits(&ByteClasses::unit, end, 1) != 0) {
        break;
      }
    }
    return true;
  }

  // False if the text must be read whole for this.
  bool ReadOverUnits() {
    const Joints joints = {.spaced = open_ends_.has_lone_run(),
                           .anywhere = open_ends_.lost(),
                           .starts = open_ends_.Starts()};
    if (!joints.spaced && !joints.anywhere && joints.starts.empty()) {
      return true;
    }
    if (map_.any.foreign != 0) return false;
    FoldAscii(text_, &b_.chars);
    JoinParts(b_.chars, joints, lexicon_, &b_.reading, &lattice_);
    return true;
  }

  void AddOneWord(const UnitReading& reading, const Unit& unit) {
    const uint32_t from = lattice_.node_count - 1;
    lattice_.words.push_back({from, from + 1, unit.begin, unit.end, unit.begin,
                              unit.end - unit.begin, reading.number,
                              Step::kWritten,
                              reading.Is(UnitReading::kFigures)});
    ++lattice_.node_count;
  }

  void AddDetails(const UnitCache::Details& details, const Unit& unit) {
    const uint32_t from = lattice_.node_count - 1;
    const auto letters = static_cast<uint32_t>(lattice_.letters.size());
    lattice_.letters += b_.cache.letters(details);
    for (Word word : b_.cache.words(details)) {
      word.from += from;
      word.to += from;
      word.begin += unit.begin;
      word.end += unit.begin;
      word.text_begin += letters;
      lattice_.words.push_back(word);
    }
    lattice_.node_count += details.nodes;
  }

  const Forms& forms_;
  const std::string_view text_;
  const Lexicon& lexicon_;
  UnitBuffers& b_;
  const ByteMap& map_;
  Lattice& lattice_;
  const uint64_t seed_;
  OpenEnds open_ends_;
  std::span<const Unit> units_;

  uint32_t words_ = 0;     // as written, so far
  uint32_t last_end_ = 0;  // of the last unit with words
  bool in_quotes_ = false;
};

}  // namespace

bool ReadUnits(const Forms& forms, std::string_view text,
               const Lexicon& lexicon, UnitBuffers* buffers, Lattice* lattice) {
  if (buffers->seed == 0) buffers->seed = std::random_device()() | 1;
  buffers->map.Draw(text);
  return UnitReader(forms, text, lexicon, buffers, lattice).Read();
}

}  // namespace saring
