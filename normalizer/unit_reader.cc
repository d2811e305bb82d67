#include "normalizer/unit_reader.h"

#include <algorithm>
#include <bit>
#include <random>

#include "normalizer/ascii.h"
#include "normalizer/digit_reading.h"
#include "normalizer/fragment_reading.h"
#include "normalizer/lone_unit.h"
#include "normalizer/word_hash.h"
namespace saring {
namespace {

using Hash = WordIndex::Hash;

// Longer ones are rare, and a text that has one is read whole.
constexpr size_t kLongestUnit = 64;

// As in spaced_reading.cc.
constexpr uint32_t kFewestSpaced = 3;

constexpr uint8_t kAnyGroup = 0xff;

class UnitReader {
 public:
  UnitReader(const Forms& forms, std::string_view text, const Lexicon& lexicon,
             UnitBuffers* buffers, Lattice* lattice)
      : forms_(forms),
        text_(text),
        lexicon_(lexicon),
        index_(lexicon.index()),
        b_(*buffers),
        map_(buffers->map),
        lattice_(*lattice),
        seed_(HashWord({}, buffers->seed ^ lexicon.serial())),
        open_(buffers->open),
        next_open_(buffers->next_open) {
    open_.clear();
  }

  bool Read() {
    if (!FindUnits()) return false;
    lattice_.letters.assign(map_.lower.data(), text_.size());
    for (const Unit& unit : b_.units) {
      if (!ReadUnit(unit)) return false;
    }
    if (words_ == 1) DropLoneAbbreviation(&lattice_);
    if (!reads_over_units_) return true;
    if (map_.any.foreign != 0) {
      return false;
    }
    FoldAscii(text_, &b_.chars);
    JoinParts(b_.chars, lexicon_, &b_.reading, &lattice_);
    return true;
  }

 private:
  // The place of the first bit from `at` on that is `wanted` in the map.
  size_t FindBit(size_t at, bool wanted) const {
    const uint64_t flip = wanted ? 0 : ~uint64_t{0};
    for (size_t block = at / 64; block < map_.blocks.size(); ++block) {
      uint64_t bits = map_.blocks[block].unit ^ flip;
      if (block == at / 64) bits &= ~uint64_t{0} << (at % 64);
      if (bits == 0) continue;
      return std::min(text_.size(), block * 64 + std::countr_zero(bits));
    }
    return text_.size();
  }

  // All of them before the first is looked up, so that the processor fetches
  // what is remembered of the others meanwhile.
  bool FindUnits() {
    b_.units.clear();
    for (size_t at = 0;;) {
      const size_t begin = FindBit(at, true);
      if (begin == text_.size()) return true;
      at = FindBit(begin, false);
      if (at - begin > kLongestUnit) return false;
      const uint64_t key = KeyOf(begin, at - begin);
      if (key == 0) return false;
      b_.cache.Prefetch(key);
      b_.units.push_back(
          {static_cast<uint32_t>(begin), static_cast<uint32_t>(at), key});
    }
  }

  bool ReadUnit(const Unit& unit) {
    const UnitReading* reading = b_.cache.Find(unit.key);
    if (reading == nullptr) {
      reading = ReadAnew(unit);
    }
    if (reading->Is(UnitReading::kNeedsText)) {
      return false;
    }
    if (!reads_over_units_) reads_over_units_ = !StandsAlone(*reading, unit);
    if (reading->words > 0) {
      if (reading->Is(UnitReading::kOneWord)) {
        AddOneWord(*reading, unit);
      } else {
        AddDetails(b_.cache.details(*reading), unit);
      }
      words_ += reading->words;
      last_end_ = unit.end;
    }
    return PassesDitto(*reading, unit.end);
  }

  // Zero if the unit cannot be told from others by its bytes.
  uint64_t KeyOf(size_t begin, size_t size) const {
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
    return HashWord({map_.lower.data() + begin, size}, seed) | 1;
  }

  // Not in what is small, or capital, but for the first letter.
  bool CaseMatters(size_t begin, size_t size) const {
    if (map_.any.capital == 0) return false;
    const uint64_t first = 1;
    const uint64_t capital = map_.Bits(&ByteClasses::capital, begin, size);
    if ((capital & ~first) == 0) return false;
    const uint64_t letter = map_.Bits(&ByteClasses::letter, begin, size);
    return ((letter ^ capital) & ~first) != 0 || (letter & ~capital & first);
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
    return b_.cache.Put(unit.key, reading, b_.lattice, b_.ends);
  }

  // Whether nothing that spans several units may end in this one. Follows what
  // the units before it left open.
  bool StandsAlone(const UnitReading& reading, const Unit& unit) {
    if (reading.Is(UnitReading::kMute)) return true;
    next_open_.clear();
    if (!open_.empty() && unit.begin - last_end_ <= kLongestGap) {
      const bool whole = reading.Is(UnitReading::kWhole);
      for (OpenEnd open : open_) {
        if (!MayGoOn(open, unit)) continue;
        open.whole = open.whole && whole;
        if (open.hash == 0) {
          open.hash =
              WordIndex::HashOf({map_.lower.data() + open.begin, open.size});
        }
        if (!GoOn(open, unit, unit.begin, false)) {
          return false;
        }
      }
    }
    if (reading.words == 0) {  // it may be passed over
      open_.insert(open_.end(), next_open_.begin(), next_open_.end());
      return open_.size() <= kMostOpenEnds;
    }
    if (reading.lone_head > 0 &&
        lone_run_ + reading.lone_head >= kFewestSpaced) {
      return false;
    }
    lone_run_ = reading.lone_tail +
                (reading.lone_tail == reading.words ? lone_run_ : 0);
    open_.swap(next_open_);
    LeaveOpen(reading, unit);
    return open_.size() <= kMostOpenEnds;
  }

  void LeaveOpen(const UnitReading& reading, const Unit& unit) {
    if (reading.Is(UnitReading::kOneWord)) {
      if (reading.Is(UnitReading::kOpen)) {
        open_.push_back({0, unit.end - unit.begin, unit.begin, reading.next,
                         true, reading.Is(UnitReading::kWhole)});
      }
      return;
    }
    for (const Hash hash : b_.cache.ends(b_.cache.details(reading))) {
      open_.push_back(
          {hash, kShortestFragmented, unit.begin, kAnyGroup, false, false});
    }
  }

  bool Is(uint64_t ByteClasses::*of, uint32_t at) const {
    return map_.Bits(of, at, 1) != 0;
  }

  // Whether a word may part from another behind `at`: see MayPart().
  bool MayPartBehind(uint32_t at, const Unit& unit) const {
    if (at + 1 == unit.end) return false;
    if (Is(&ByteClasses::foreign, at + 1)) return true;
    return Is(&ByteClasses::letter, at + 1) &&
           (!Is(&ByteClasses::letter, at) ||
            Is(&ByteClasses::capital, at) != Is(&ByteClasses::capital, at + 1));
  }

  // By the first character of `unit`.
  bool MayGoOn(const OpenEnd& open, const Unit& unit) const {
    const char c = map_.lower[unit.begin];
    const bool is_word_char = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    return !is_word_char || (open.next & UnitReading::GroupOf(c)) != 0;
  }

  // Reads on from `open` with the characters of `unit` from `at` on, as the
  // reading of fragments does; what comes to its end is open in turn. False if
  // a term's word may end on the way, or if there are too many ways to tell.
  bool GoOn(OpenEnd open, const Unit& unit, uint32_t at, bool read_figures) {
    if (at == unit.end) {
      if (!open.whole && !(read_figures && IsNumber(unit)) &&
          MayEnd(open, at)) {
        return false;
      }
      open.next = kAnyGroup;
      next_open_.push_back(open);
      return next_open_.size() <= kMostOpenEnds;
    }
    const char c = map_.lower[at];
    if (c & 0x80) return false;
    if (Is(&ByteClasses::sign, at)) {
      if (at > unit.begin && MayEnd(open, at)) return false;
      return GoOnWithAny(LettersOfSign(static_cast<unsigned char>(c)), open,
                         unit, at, read_figures) &&
             GoOn(open, unit, at + 1, read_figures);
    }
    if (MayBeSmallL(unit, at) &&
        !GoOnWithAny("l", open, unit, at, read_figures)) {
      return false;
    }
    return GoOnWith(c, open, unit, at, read_figures) &&
           GoOnWithAny(LettersOfDigit(c), open, unit, at, true);
  }

  bool GoOnWithAny(std::string_view letters, OpenEnd open, const Unit& unit,
                   uint32_t at, bool read_figures) {
    return std::all_of(letters.begin(), letters.end(), [&](char letter) {
      return GoOnWith(letter, open, unit, at, read_figures);
    });
  }

  bool GoOnWith(char letter, OpenEnd open, const Unit& unit, uint32_t at,
                bool read_figures) {
    open.hash = WordIndex::Extend(open.hash, letter);
    if (!index_.MayBegin(open.hash)) return true;
    ++open.size;
    open.as_written = open.as_written && letter == map_.lower[at];
    if (MayPartBehind(at, unit) && MayEnd(open, at + 1)) return false;
    return GoOn(open, unit, at + 1, read_figures);
  }

  // Whether the letters of `open`, which end before `end`, may be a term's
  // word.
  bool MayEnd(const OpenEnd& open, uint32_t end) {
    if (open.size < kShortestFragmented || !index_.MayBeWord(open.hash)) {
      return false;
    }
    if (!open.as_written) return true;
    b_.text.clear();
    for (uint32_t i = open.begin; i < end; ++i) {
      const char c = map_.lower[i];
      const bool is_word_char =
          ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
      if (is_word_char) b_.text += c;
    }
    return lexicon_.IsTermWord(b_.text);
  }

  bool MayBeSmallL(const Unit& unit, uint32_t at) const {
    return at > unit.begin && map_.lower[at] == 'i' &&
           Is(&ByteClasses::capital, at);
  }

  bool IsNumber(const Unit& unit) const {
    return std::all_of(map_.lower.begin() + unit.begin,
                       map_.lower.begin() + unit.end,
                       [](char c) { return '0' <= c && c <= '9'; });
  }

  // Whether a ditto mark right after the unit changes nothing.
  bool PassesDitto(const UnitReading& reading, uint32_t end) {
    if (map_.any.ditto == 0) return true;
    for (; end < text_.size(); ++end) {
      const char c = text_[end];
      if (c == '"') {
        if (!in_quotes_ && end == last_end_ && reading.words > 0 &&
            reading.Is(UnitReading::kEndsInTerm)) {
          return false;
        }
        // One that ends a word is spent.
        if (in_quotes_ || end != last_end_ || reading.words == 0) {
          in_quotes_ = !in_quotes_;
        }
      } else if (map_.Bits(&ByteClasses::unit, end, 1) != 0) {
        break;
      }
    }
    return true;
  }

  void AddOneWord(const UnitReading& reading, const Unit& unit) {
    const uint32_t from = lattice_.node_count - 1;
    lattice_.words.push_back({from, from + 1, unit.begin, unit.end, unit.begin,
                              unit.end - unit.begin, reading.number,
                              Step::kWritten});
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
  const WordIndex& index_;
  UnitBuffers& b_;
  const ByteMap& map_;
  Lattice& lattice_;
  const uint64_t seed_;

  size_t words_ = 0;       // as written, so far
  uint32_t last_end_ = 0;  // of the last unit with words
  uint32_t lone_run_ = 0;  // words of one character in a row, up to here
  bool in_quotes_ = false;
  bool reads_over_units_ = false;  // as far as can be told without trying
  std::vector<OpenEnd>& open_;     // at the end of the last unit with words
  std::vector<OpenEnd>& next_open_;
};

}  // namespace

bool ReadUnits(const Forms& forms, std::string_view text,
               const Lexicon& lexicon, UnitBuffers* buffers, Lattice* lattice) {
  if (buffers->seed == 0) buffers->seed = std::random_device()() | 1;
  buffers->map.Draw(text);
  return UnitReader(forms, text, lexicon, buffers, lattice).Read();
}

}  // namespace saring
