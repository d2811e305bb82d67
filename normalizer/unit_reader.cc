#include "normalizer/unit_reader.h"

#include <optional>
#include <random>

#include "normalizer/ascii.h"
#include "normalizer/lone_unit.h"
#include "normalizer/plain_word.h"
#include "normalizer/word_hash.h"

namespace saring {
namespace {

class UnitResolver {
 public:
  UnitResolver(const Forms& forms, std::string_view text,
               const Lexicon& lexicon, UnitBuffers* buffers)
      : forms_(forms),
        text_(text),
        lexicon_(lexicon),
        b_(*buffers),
        map_(buffers->map),
        beginnings_(lexicon.beginnings()) {}

  TextShape Resolve() {
    const std::optional<size_t> count =
        FindUnits(text_, map_, b_.keys, b_.cache.view(), &b_.units);
    if (!count) return TextShape::kWhole;
    b_.unit_count = *count;
    const uint32_t generation = b_.cache.generation();
    if (!ReadUnits()) return TextShape::kWhole;
    if (b_.cache.generation() != generation) return TextShape::kWhole;
    b_.word_count = words_;
    b_.joined = {};
    b_.joints = {};
    const TextShape shape = (bits_ & UnitReading::kBraid) == 0
                                ? TextShape::kPath
                                : TextShape::kBraid;
    return open_ends_ ? Join(shape) : shape;
  }

 private:
  // The unit before, with words, as far as the next has to do with it.
  struct Before {
    UnitReading reading;
    uint32_t unit = 0;
    uint64_t key = 0;
    bool is_all = true;  // nothing is open but what it leaves open
  };

  // The shape, unless words go over several units.
  TextShape Join(TextShape shape) {
    b_.joints = {.spaced = open_ends_->may_be_spaced(),
                 .anywhere = open_ends_->lost(),
                 .starts = open_ends_->Starts()};
    if (!b_.joints.Any()) return shape;
    if (b_.joints.spaced || b_.joints.anywhere || open_ends_->has_unknown()) {
      return TextShape::kLattice;
    }
    b_.joined = open_ends_->Joined();
    return TextShape::kJoined;
  }

  // False if the text must be read whole. Most units have to do with none
  // beside them: these are passed in rows, and where all are, no end is open.
  bool ReadUnits() {
    const size_t count = b_.unit_count;
    if (b_.readings.size() < count) b_.readings.resize(count);
    const Unit* const units = b_.units.data();
    UnitReading* const readings = b_.readings.data();
    const char* const lower = map_.lower.data();
    const UnitCache::View cache = b_.cache.view();
    const bool rows = map_.any.ditto == 0;
    b_.cues.clear();
    Before before;
    uint32_t bits = 0;
    uint32_t row = 0;  // where it begins
    for (uint32_t i = 0; i < count; ++i) {
      const Unit& unit = units[i];
      UnitReading reading;
      if (!cache.Find(unit.key, &reading)) [[unlikely]]
        reading = ReadAnew(unit);
      readings[i] = reading;
      bits |= reading.bits;
      if (reading.Is(UnitReading::kOneWritten) && rows) {
        NoteCue(before, &reading);
        if (before.is_all &&
            ((before.reading.next() & GroupsOf(lower[unit.begin])) == 0 ||
             cache.StandApart(before.key, unit.key))) {
          before.reading = reading;
          before.unit = i;
          before.key = unit.key;
          continue;
        }
      }
      if (!open_ends_) open_ends_.emplace(map_, lexicon_, &b_.open_ends);
      PassRow(row, i);
      if (!ReadUnit(i, reading, &before)) return false;
      row = i + 1;
    }
    NoteCue(before, nullptr);
    words_ += static_cast<uint32_t>(count) - row;
    bits_ = bits;
    return true;
  }

  void PassRow(uint32_t begin, uint32_t end) {
    if (begin == end) return;
    words_ += end - begin;
    const Unit* const last = &b_.units[end - 1];
    const UnitReading& reading = b_.readings[end - 1];
    last_end_ = last->end;
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_->PassRow({last, reading, words_ - 1}, {});
    } else {
      open_ends_->PassRow({last, {}, words_ - 1},
                          b_.cache.ends(b_.cache.details(reading)));
    }
  }

  // Passes any unit; *before then is this one, if it has words.
  [[gnu::noinline]] bool ReadUnit(uint32_t index, const UnitReading& reading,
                                  Before* before) {
    const Unit& unit = b_.units[index];
    const bool is_far = open_ends_->IsFar(unit);
    if (!PassUnit(unit, reading)) return false;
    if (last_end_ != unit.end) {
      before->is_all = false;
      return true;
    }
    NoteCue(*before, &reading);
    if (before->is_all && !is_far && !open_ends_->went_on() &&
        reading.Is(UnitReading::kOneWritten)) {
      b_.cache.PutApart(before->key, unit.key);
    }
    *before = {reading, index, unit.key, !open_ends_->went_on()};
    return true;
  }

  // Of two units with words, one behind the other: whether the first is a cue.
  // The second is not there at the end of the text.
  void NoteCue(const Before& first, const UnitReading* second) {
    if (!first.reading.Is(UnitReading::kCue)) return;
    if (!IsVain(first.reading, second) &&
        (b_.cues.empty() || b_.cues.back() != first.unit)) {
      b_.cues.push_back(first.unit);
    }
  }

  bool IsVain(const UnitReading& cue, const UnitReading* next) const {
    if (cue.Is(UnitReading::kCueAlone)) return false;
    if (next == nullptr) return true;
    if (!cue.Is(UnitReading::kOneWord)) return false;
    return next->Is(UnitReading::kOneWord)
               ? !beginnings_.Has(cue.word(), next->word())
               : b_.cache.details(*next).silent;
  }

  bool PassUnit(const Unit& unit, const UnitReading& reading) {
    if (reading.Is(UnitReading::kNeedsText)) return false;
    if (reading.Is(UnitReading::kOneWord)) {
      open_ends_->PassWord(reading, unit, words_);
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
      open_ends_->PassWords(details.written, b_.cache.ends(details), unit,
                            words_);
      words_ += details.written.words;
      last_end_ = unit.end;
    } else if (!reading.Is(UnitReading::kMute)) {
      open_ends_->PassSigns(unit);
    }
  }

  [[gnu::noinline]] UnitReading ReadAnew(const Unit& unit) {
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
    const bool closed =
        open != bytes.npos && IsClosed(text_, unit.begin + open);
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
    return !has_odd_bytes && !CaseMatters(map_, unit);
  }

  UnitReading PutPlain(std::string_view word, const UnitReading& reading,
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
  const Beginnings& beginnings_;
  std::optional<OpenEnds> open_ends_;  // from the first unit beside a row on

  uint32_t words_ = 0;     // as written, so far
  uint32_t bits_ = 0;      // of all readings
  uint32_t last_end_ = 0;  // of the last unit with words
  bool in_quotes_ = false;
};

void AddOneWord(const UnitReading& reading, const Unit& unit,
                Lattice* lattice) {
  const uint32_t from = lattice->node_count++;
  lattice->words.push_back({from - 1, from, unit.begin, unit.end, unit.begin,
                            unit.end - unit.begin, reading.number,
                            Step::kWritten, reading.Is(UnitReading::kFigures)});
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
