#include "normalizer/unit_reader.h"

#include <algorithm>
#include <optional>
#include <random>
#include <span>

#include "normalizer/ascii.h"
#include "normalizer/ditto_marks.h"
#include "normalizer/lone_unit.h"
#include "normalizer/plain_word.h"
#include "normalizer/spaced_reading.h"
#include "normalizer/unit_row.h"
#include "normalizer/unit_walk.h"
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
    const Marks marks = LookUp();
    if (b_.cache.generation() != generation) return TextShape::kWhole;
    PrefetchRows(marks);
    FindCues(marks);
    b_.joined = {};
    b_.joints = {};
    const TextShape flat = (marks.any & UnitReading::kBraid) == 0
                               ? TextShape::kPath
                               : TextShape::kBraid;
    if (map_.any.ditto != 0 && !DittosAreSilent(text_, b_)) {
      return TextShape::kWhole;
    }
    if (!MayBeRow(marks) || !PassInRow(marks.followers, &b_)) {
      return WalkUnits(lexicon_, flat, &b_);
    }
    return b_.joined.empty() ? flat : TextShape::kJoined;
  }

 private:
  // What is told of units as they are looked up.
  struct Marks {
    uint32_t any = 0, all = ~0u;          // the bits of readings
    uint32_t single = 0;                  // units of one byte
    std::span<uint32_t> cues;             // units that may be
    std::span<const uint32_t> followers;  // units that may go on with the last
  };

  // Without branches but for what is not known: what comes is seldom what came.
  Marks LookUp() {
    const size_t count = b_.unit_count;
    if (b_.readings.size() <= count) {
      b_.readings.resize(count + 1);
      b_.cue_marks.resize(count + 1);
      b_.follower_marks.resize(count + 1);
      b_.other_marks.resize(count + 1);
    }
    const Unit* const units = b_.units.data();
    UnitReading* const readings = b_.readings.data();
    uint32_t *cue = b_.cue_marks.data(), *follower = b_.follower_marks.data();
    const char* const lower = map_.lower.data();
    const UnitCache::View cache = b_.cache.view();
    Marks marks;
    UnitReading before;
    for (uint32_t i = 0; i < count; ++i) {
      const Unit& unit = units[i];
      UnitReading reading;
      if (!cache.Find(unit.key, &reading)) [[unlikely]]
        reading = ReadAnew(unit);
      readings[i] = reading;
      *cue = i - 1;
      cue += MayBeCue(before, reading);
      *follower = i;
      follower += (before.next() & GroupsOf(lower[unit.begin])) != 0;
      marks.single += unit.end - unit.begin == 1;
      marks.any |= reading.bits;
      marks.all &= reading.bits;
      before = reading;
    }
    *cue = static_cast<uint32_t>(count) - 1;  // of no unit if there is none
    cue += before.Is(UnitReading::kCueAlone);
    marks.cues = {b_.cue_marks.data(), cue};
    marks.followers = {b_.follower_marks.data(), follower};
    return marks;
  }

  // Whether the first of two units may be a cue. Where both are words, and it
  // is none alone, both have numbers.
  static bool MayBeCue(const UnitReading& first, const UnitReading& second) {
    return first.Is(UnitReading::kCue) & (second.Is(UnitReading::kFollower) |
                                          first.Is(UnitReading::kCueAlone));
  }

  static bool AreWords(const UnitReading& first, const UnitReading& second) {
    return (first.bits & second.bits & UnitReading::kLetters) != 0;
  }

  // Makes ready for PassInRow().
  void PrefetchRows(const Marks& marks) const {
    const Stretches::View stretches = b_.stretches.view();
    for (const uint32_t follower : marks.followers) {
      stretches.Prefetch(
          Stretches::Add(b_.units[follower - 1].key, b_.units[follower].key));
    }
  }

  // Keeps those of marks.cues that are cues: without branches where both units
  // are words, as nearly always.
  void FindCues(const Marks& marks) {
    b_.readings[b_.unit_count] = {};  // behind a last one
    const UnitReading* const readings = b_.readings.data();
    const Beginnings::View beginnings = beginnings_.view();
    uint32_t* kept = marks.cues.data();
    uint32_t* other = b_.other_marks.data();
    for (const uint32_t cue : marks.cues) {
      const UnitReading first = readings[cue], second = readings[cue + 1];
      const bool is_alone = first.Is(UnitReading::kCueAlone);
      const bool are_words = AreWords(first, second);
      *kept = *other = cue;
      kept +=
          is_alone | (are_words & beginnings.Has(first.number, second.number));
      other += !is_alone & !are_words;
    }
    const uint32_t* const of_words = kept;
    for (const uint32_t cue : std::span(b_.other_marks.data(), other)) {
      *kept = cue;
      kept += !IsVain(cue);
    }
    b_.cues = {marks.cues.data(), kept};
    if (kept != of_words) std::sort(marks.cues.data(), kept);
  }

  // Of a cue with more, whether what stands behind it is nothing that it takes.
  // Out of line, as it is seldom asked: what is run for every text then fits in
  // the processor's cache of instructions.
  [[gnu::noinline]] bool IsVain(uint32_t at) const {
    const UnitReading& cue = b_.readings[at];
    do {
      if (++at == b_.unit_count) return true;
    } while (!HasWords(b_.readings[at]));
    const UnitReading& next = b_.readings[at];
    if (cue.Is(UnitReading::kOneWord)) return !GoesOn(cue.word(), next);
    const UnitCache::Details& details = b_.cache.details(cue);
    for (const Word& word : b_.cache.words(details)) {
      if (word.to == details.nodes && GoesOn(LexiconWord(word), next)) {
        return false;
      }
    }
    return true;
  }

  bool HasWords(const UnitReading& reading) const {
    return reading.Is(UnitReading::kOneWord) ||
           b_.cache.details(reading).edges.written.words > 0;
  }

  // Whether a word at the beginning of `next` may stand behind `first`.
  bool GoesOn(LexiconWord first, const UnitReading& next) const {
    if (next.Is(UnitReading::kOneWord)) {
      return beginnings_.Has(first, next.word());
    }
    for (const Word& word : b_.cache.words(b_.cache.details(next))) {
      if (word.from == 0 && beginnings_.Has(first, LexiconWord(word))) {
        return true;
      }
    }
    return false;
  }

  // Whether each unit is one written word or signs, and no letters may be set
  // apart. Counts the words.
  bool MayBeRow(const Marks& marks) {
    b_.word_count = static_cast<uint32_t>(b_.unit_count);
    b_.are_words = (marks.all & UnitReading::kOneWritten) != 0;
    if (b_.are_words && marks.single < kShortestSpaced) [[likely]] {
      return true;
    }
    uint32_t lone = 0, most_lone = 0;  // words of one character in a row
    for (size_t i = 0; i < b_.unit_count; ++i) {
      const UnitReading& reading = b_.readings[i];
      if (reading.Is(UnitReading::kSigns)) {
        --b_.word_count;
        continue;
      }
      if (!reading.Is(UnitReading::kOneWritten)) return false;
      lone = b_.units[i].end - b_.units[i].begin == 1 ? lone + 1 : 0;
      most_lone = std::max(most_lone, lone);
    }
    return most_lone <
           (b_.word_count == b_.unit_count ? kShortestSpaced : kFewestSpaced);
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
    const bool closed = open != bytes.npos &&
                        ClosingOf(text_, unit.begin + open) == Closing::kClosed;
    const UnitReading reading =
        ReadLoneUnit(forms_, bytes, closed, lexicon_, &b_);
    return b_.cache.Put(unit.key, reading, b_.edges, b_.lattice, b_.ends);
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
    return b_.cache.Put(key, reading, {.written = {.words = 1}}, b_.lattice,
                        b_.plain.ends);
  }

  const Forms& forms_;
  const std::string_view text_;
  const Lexicon& lexicon_;
  UnitBuffers& b_;
  const ByteMap& map_;
  const Beginnings& beginnings_;
};

void AddOneWord(const UnitReading& reading, const Unit& unit,
                Lattice* lattice) {
  const uint32_t from = lattice->node_count++;
  lattice->words.push_back({from - 1, from, unit.begin, unit.end, unit.begin,
                            unit.end - unit.begin, reading.number,
                            Step::kWritten, reading.IsFigures()});
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
  buffers->stretches.Reserve();
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
    } else if (cache.details(reading).edges.written.words > 0) {
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
