#include "normalizer/unit_reader.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <random>

#include "normalizer/ascii.h"
#include "normalizer/lone_unit.h"
#include "normalizer/plain_word.h"
#include "normalizer/word_hash.h"

namespace saring {
namespace {

// Longer ones are rare, and a text that has one is read whole.
constexpr size_t kLongestUnit = 64;

class UnitResolver {
 public:
  UnitResolver(const Forms& forms, std::string_view text,
               const Lexicon& lexicon, UnitBuffers* buffers)
      : forms_(forms),
        text_(text),
        lexicon_(lexicon),
        b_(*buffers),
        map_(buffers->map),
        keys_(buffers->keys),
        open_ends_(buffers->map, lexicon, &buffers->open_ends) {}

  TextShape Resolve() {
    if (!FindUnits()) return TextShape::kWhole;
    const uint32_t generation = b_.cache.generation();
    if (!ReadUnits()) return TextShape::kWhole;
    b_.word_count = words_;
    b_.has_cue = (bits_ & UnitReading::kCue) != 0;
    b_.joints = {.spaced = open_ends_.has_lone_run(),
                 .anywhere = open_ends_.lost(),
                 .starts = open_ends_.Starts()};
    if (b_.cache.generation() != generation) return TextShape::kWhole;
    b_.joined = {};
    if (!b_.joints.Any()) {
      return is_path_ ? TextShape::kPath : TextShape::kBraid;
    }
    if (b_.joints.spaced || b_.joints.anywhere || open_ends_.has_unknown()) {
      return TextShape::kLattice;
    }
    b_.joined = open_ends_.Joined();
    b_.has_cue |= std::any_of(
        b_.joined.begin(), b_.joined.end(), [&](const JoinedWord& word) {
          return lexicon_.CueOf({.number = word.number}) != Cue::kNone;
        });
    return TextShape::kJoined;
  }

 private:
  // All of them before the first is looked up, so that the processor fetches
  // what is remembered of the others meanwhile.
  bool FindUnits() {
    // One more than there may be.
    if (b_.units.size() < text_.size() / 2 + 2) {
      b_.units.resize(text_.size() / 2 + 2);
    }
    Unit* unit = b_.units.data();
    uint64_t before = 0;  // whether the last byte of the block before is of one
    for (size_t block = 0; block < map_.block_count; ++block) {
      const ByteClasses& classes = map_.blocks[block];
      const auto base = static_cast<uint32_t>(block * 64);
      const uint64_t behind = classes.unit << 1 | before;
      uint64_t begins = classes.unit & ~behind;
      uint64_t odd = classes.odd;
      if (before == 0) TakeBegin(base, &begins, unit);
      for (uint64_t ends = ~classes.unit & behind; ends != 0;
           ends &= ends - 1) {
        unit->end = base + static_cast<uint32_t>(std::countr_zero(ends));
        const uint64_t odd_here = odd & ((ends & -ends) - 1);
        const bool may_be_odd =
            unit->begin < base ? map_.any.odd != 0 : odd_here != 0;
        if (!Prepare(may_be_odd, unit)) return false;
        odd ^= odd_here;
        TakeBegin(base, &begins, ++unit);
      }
      before = classes.unit >> 63;
    }
    b_.unit_count = static_cast<size_t>(unit - b_.units.data());
    return true;
  }

  // Of a unit that may not be there; then it is never ended either.
  static void TakeBegin(uint32_t base, uint64_t* begins, Unit* unit) {
    constexpr uint64_t kLast = uint64_t{1} << 63;
    unit->begin =
        base + static_cast<uint32_t>(std::countr_zero(*begins | kLast));
    *begins &= *begins - 1;
  }

  // Finds the key. False if the text must be read whole.
  bool Prepare(bool may_be_odd, Unit* unit) const {
    const uint32_t size = unit->end - unit->begin;
    if (size > kLongestUnit) [[unlikely]]
      return false;
    if (may_be_odd) [[unlikely]] {
      unit->key = KeyOfOdd(unit->begin, size);
      if (unit->key == 0) return false;
    } else {
      unit->key =
          HashPaddedWord(map_.lower.data() + unit->begin, size, keys_.padded) |
          1;
    }
    b_.cache.Prefetch(unit->key);
    return true;
  }

  // False if the text must be read whole. Most units are plain words that
  // nothing goes on in: these are passed in rows.
  bool ReadUnits() {
    const size_t count = b_.unit_count;
    if (b_.readings.size() < count) b_.readings.resize(count);
    const Unit* const units = b_.units.data();
    UnitReading* const readings = b_.readings.data();
    const char* const lower = map_.lower.data();
    const bool rows = map_.any.ditto == 0;
    uint32_t groups = 0;
    size_t row = 0;  // where it begins
    for (size_t i = 0; i < count; ++i) {
      const UnitReading* found = b_.cache.Find(units[i].key);
      if (found == nullptr) [[unlikely]]
        found = ReadAnew(units[i]);
      const UnitReading reading = readings[i] = *found;
      bits_ |= reading.bits;
      if (reading.Is(UnitReading::kPlainWord) && rows &&
          (groups & GroupOf(lower[units[i].begin])) == 0) {
        groups = reading.next();
        continue;
      }
      PassRow(row, i);
      if (!ReadUnit(units[i], reading)) return false;
      row = i + 1;
      groups = open_ends_.next_groups();
    }
    PassRow(row, count);
    return true;
  }

  void PassRow(size_t begin, size_t end) {
    if (begin == end) return;
    words_ += static_cast<uint32_t>(end - begin);
    const Unit* const last = &b_.units[end - 1];
    last_end_ = last->end;
    open_ends_.PassPlainWords({last, b_.readings[end - 1], words_ - 1});
  }

  bool ReadUnit(const Unit& unit, const UnitReading& reading) {
    if (reading.Is(UnitReading::kNeedsText)) return false;
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_.PassWord(reading, unit, words_);
      ++words_;
      last_end_ = unit.end;
    } else {
      PassDetails(reading, unit);
    }
    return map_.any.ditto == 0 || PassesDitto(reading, unit.end);
  }

  void PassDetails(const UnitReading& reading, const Unit& unit) {
    const UnitCache::Details& details = b_.cache.details(reading);
    if (details.written.words > 0) {
      open_ends_.PassWords(details.written, b_.cache.ends(details), unit,
                           words_);
      is_path_ &= details.one_reading || details.silent;
      words_ += details.written.words;
      last_end_ = unit.end;
    } else if (!reading.Is(UnitReading::kMute)) {
      open_ends_.PassSigns(unit);
    }
  }

  // Zero if the unit cannot be told from others by its bytes.
  uint64_t KeyOfOdd(size_t begin, size_t size) const {
    uint64_t seed = keys_.seed;
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
    return HashPaddedWord(map_.lower.data() + begin, size, PaddedSeed(seed)) |
           1;
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
    if (IsPlain(unit)) {
      const std::string_view word(map_.lower.data() + unit.begin,
                                  unit.end - unit.begin);
      const std::optional<UnitReading> reading =
          ReadPlainWord(word, lexicon_, &b_.plain);
      if (reading) return PutPlain(word, *reading, unit.key);
    }
    const std::string_view bytes =
        text_.substr(unit.begin, unit.end - unit.begin);
    const size_t open = bytes.find('(');
    const bool closed = open != bytes.npos && IsClosed(unit.begin + open);
    const UnitReading reading =
        ReadLoneUnit(forms_, bytes, closed, lexicon_, &b_);
    return b_.cache.Put(unit.key, reading, CountWritten(b_.reading.words),
                        b_.lattice, b_.ends);
  }

  // Whether ReadPlainWord() takes it.
  bool IsPlain(const Unit& unit) const {
    const size_t size = unit.end - unit.begin;
    const bool has_odd_bytes =
        (map_.any.sign | map_.any.foreign) != 0 &&
        (map_.Bits(&ByteClasses::sign, unit.begin, size) |
         map_.Bits(&ByteClasses::foreign, unit.begin, size)) != 0;
    return !has_odd_bytes && !CaseMatters(unit.begin, size);
  }

  const UnitReading* PutPlain(std::string_view word, const UnitReading& reading,
                              uint64_t key) {
    if (reading.Is(UnitReading::kOneWord)) return b_.cache.Put(key, reading);
    const auto size = static_cast<uint32_t>(word.size());
    b_.lattice.words = {{.to = 1, .end = size, .text_size = size}};
    b_.lattice.letters = word;
    b_.lattice.node_count = 2;
    return b_.cache.Put(key, reading, {.words = 1}, b_.lattice, b_.plain.ends);
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

  const Forms& forms_;
  const std::string_view text_;
  const Lexicon& lexicon_;
  UnitBuffers& b_;
  const ByteMap& map_;
  const KeySeed keys_;
  OpenEnds open_ends_;

  uint32_t words_ = 0;     // as written, so far
  uint32_t bits_ = 0;      // of all readings
  uint32_t last_end_ = 0;  // of the last unit with words
  bool in_quotes_ = false;
  bool is_path_ = true;
};

void AddOneWord(const UnitReading& reading, const Unit& unit,
                Lattice* lattice) {
  const uint32_t from = lattice->node_count - 1;
  lattice->words.push_back({from, from + 1, unit.begin, unit.end, unit.begin,
                            unit.end - unit.begin, reading.number,
                            Step::kWritten, reading.Is(UnitReading::kFigures)});
  ++lattice->node_count;
}

void AddDetails(const UnitCache& cache, const UnitCache::Details& details,
                const Unit& unit, Lattice* lattice) {
  const uint32_t from = lattice->node_count - 1;
  const auto letters = static_cast<uint32_t>(lattice->letters.size());
  lattice->letters += cache.letters(details);
  for (Word word : cache.words(details)) {
    word.from += from;
    word.to += from;
    word.begin += unit.begin;
    word.end += unit.begin;
    word.text_begin += letters;
    lattice->words.push_back(word);
  }
  lattice->node_count += details.nodes;
}

}  // namespace

TextShape ResolveUnits(const Forms& forms, std::string_view text,
                       const Lexicon& lexicon, UnitBuffers* buffers) {
  if (buffers->seed == 0) buffers->seed = std::random_device()() | 1;
  const uint64_t secret = buffers->seed ^ lexicon.serial();
  if (buffers->keys.secret != secret) buffers->keys = KeySeed(secret);
  buffers->cache.Reserve();
  buffers->map.Draw(text);
  return UnitResolver(forms, text, lexicon, buffers).Resolve();
}

void BuildLattice(const Forms& forms, std::string_view text,
                  const Lexicon& lexicon, UnitBuffers* buffers,
                  Lattice* lattice) {
  lattice->letters.assign(buffers->map.lower.data(), text.size());
  lattice->words.reserve(buffers->unit_count);
  const UnitCache& cache = buffers->cache;
  for (size_t i = 0; i < buffers->unit_count; ++i) {
    const Unit& unit = buffers->units[i];
    const UnitReading& reading = buffers->readings[i];
    if (reading.Is(UnitReading::kOneWord)) {
      AddOneWord(reading, unit, lattice);
    } else if (cache.details(reading).written.words > 0) {
      AddDetails(cache, cache.details(reading), unit, lattice);
    }
  }
  if (buffers->word_count == 1) DropLoneAbbreviation(lattice);
  if (!buffers->joints.Any()) return;
  FoldText(forms, text, &buffers->fold, &buffers->chars);
  JoinParts(buffers->chars, buffers->joints, lexicon, &buffers->reading,
            lattice);
}

}  // namespace saring
