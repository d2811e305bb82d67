#include "normalizer/unit_reader.h"

#include <bit>
#include <random>

#include "normalizer/ascii.h"
#include "normalizer/lone_unit.h"
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
        seed_(HashWord({}, buffers->seed ^ lexicon.serial())),
        open_ends_(buffers->map, lexicon, &buffers->open_ends) {}

  TextShape Resolve() {
    if (!FindUnits()) return TextShape::kWhole;
    const uint32_t generation = b_.cache.generation();
    b_.readings.resize(b_.unit_count);
    b_.path.resize(b_.unit_count);
    b_.path_size = 0;
    for (size_t i = 0; i < b_.unit_count; ++i) {
      if (map_.any.ditto == 0) i = ReadPlainWords(i);
      if (i == b_.unit_count) break;
      if (!ReadUnit(b_.units[i], &b_.readings[i])) return TextShape::kWhole;
    }
    b_.word_count = words_;
    b_.joints = {.spaced = open_ends_.has_lone_run(),
                 .anywhere = open_ends_.lost(),
                 .starts = open_ends_.Starts()};
    if (b_.cache.generation() != generation) return TextShape::kWhole;
    if (!b_.joints.Any()) {
      return is_path_ ? TextShape::kPath : TextShape::kBraid;
    }
    return TextShape::kLattice;
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
      const uint64_t odd = map_.blocks[block].odd;
      // Each ends the unit that began last.
      for (uint64_t ends = ~bits & shifted; ends != 0; ends &= ends - 1) {
        const int end = std::countr_zero(ends);
        const uint64_t below_end = (ends & -ends) - 1;
        bool is_odd = false;
        if ((begins & below_end) != 0) {
          const uint64_t first = begins & -begins;
          unit->begin = base + static_cast<uint32_t>(std::countr_zero(begins));
          begins ^= first;
          is_odd = (odd & below_end & ~(first - 1)) != 0;
        } else {  // in the block before
          is_odd = map_.any.odd != 0;
        }
        unit->end = base + static_cast<uint32_t>(end);
        if (!Prepare(is_odd, unit)) return false;
        ++unit;
      }
      if (begins != 0) {
        unit->begin = base + static_cast<uint32_t>(std::countr_zero(begins));
      }
      before = bits >> 63;
    }
    b_.unit_count = static_cast<size_t>(unit - b_.units.data());
    return true;
  }

  // Finds the key. False if the text must be read whole.
  bool Prepare(bool may_be_odd, Unit* unit) const {
    const uint32_t size = unit->end - unit->begin;
    if (size > kLongestUnit) return false;
    if (may_be_odd) {
      unit->key = KeyOfOdd(unit->begin, size);
      if (unit->key == 0) return false;
    } else {
      unit->key =
          HashPaddedWord(map_.lower.data() + unit->begin, size, seed_) | 1;
    }
    b_.cache.Prefetch(unit->key);
    return true;
  }

  // Reads units from the `i`th on, as ReadUnit() does, up to the first that is
  // not known to be one word, is a single character, or may belong to the word
  // before it; returns which that is.
  size_t ReadPlainWords(size_t i) {
    const size_t first = i, count = b_.unit_count;
    const Unit* const units = b_.units.data();
    const char* const lower = map_.lower.data();
    UnitReading* const readings = b_.readings.data();
    PathWord* const path = b_.path.data() + b_.path_size - first;
    uint32_t groups = open_ends_.next_groups();
    for (; i < count; ++i) {
      const Unit& unit = units[i];
      const UnitReading* const found = b_.cache.Find(unit.key);
      if (found == nullptr || !found->Is(UnitReading::kOneWord) ||
          unit.end - unit.begin == 1 ||
          (groups & UnitReading::GroupOf(lower[unit.begin])) != 0) {
        break;
      }
      const UnitReading reading = *found;
      readings[i] = reading;
      path[i] = {reading.number, reading.Is(UnitReading::kFigures), false};
      groups = reading.bits;
    }
    if (i == first) return i;
    const auto passed = static_cast<uint32_t>(i - first);
    b_.path_size += passed;
    words_ += passed;
    last_end_ = units[i - 1].end;
    open_ends_.PassPlainWords({&units[i - 1], readings[i - 1], words_ - 1});
    return i;
  }

  bool ReadUnit(const Unit& unit, UnitReading* resolved) {
    const UnitReading* found = b_.cache.Find(unit.key);
    if (found == nullptr) found = ReadAnew(unit);
    const UnitReading reading = *resolved = *found;
    if (reading.Is(UnitReading::kNeedsText)) return false;
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_.PassWord(reading, unit, words_);
      b_.path[b_.path_size++] = {reading.number,
                                 reading.Is(UnitReading::kFigures), false};
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
      AddToPath(details);
      words_ += details.written.words;
      last_end_ = unit.end;
    } else if (!reading.Is(UnitReading::kMute)) {
      open_ends_.PassSigns(unit);
    }
  }

  void AddToPath(const UnitCache::Details& details) {
    if (details.silent) {
      b_.path[b_.path_size++] = {0, false, false};
      return;
    }
    const std::span<const Word> words = b_.cache.words(details);
    const bool optional = !details.one_reading;
    is_path_ &= !optional;
    // There is room for one word a unit.
    b_.path.resize(b_.path.size() + words.size() - 1);
    for (const Word& word : words) {
      b_.path[b_.path_size++] = {word.number, word.figures, optional};
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

  const Forms& forms_;
  const std::string_view text_;
  const Lexicon& lexicon_;
  UnitBuffers& b_;
  const ByteMap& map_;
  const uint64_t seed_;
  OpenEnds open_ends_;

  uint32_t words_ = 0;     // as written, so far
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
