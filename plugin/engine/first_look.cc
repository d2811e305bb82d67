#include "plugin/engine/first_look.h"

#include <algorithm>
#include <array>

namespace saring {
namespace {

// Follows telling terms along a path. Along a braid, and where words are
// joined, it takes every way that there is and some that there are not.
//
// Its steps are out of line: inlined into each other they take so much room
// that they push the code for every text out of the processor's cache.
class PathWalk {
 public:
  PathWalk(const Ruleset& ruleset, const UnitBuffers& units,
           std::vector<Chart::Match>* terms)
      : ruleset_(ruleset),
        trie_(ruleset.term_trie),
        units_(units),
        terms_(*terms),
        joined_(units.joined) {}

  // Finds what tells. False if there was too much.
  bool Walk(FirstLook* look) {
    if (joined_.empty()) {
      FollowCues();
    } else {
      FollowAll();
    }
    look->tells |= tells_;
    look->told |= ruleset_.told_along.Close(told_);
    return !lost_;
  }

 private:
  static constexpr size_t kMostOpen = 32;
  struct Open {
    PatternTrie::Node node;
    uint32_t from;  // unit
  };
  using Nodes = std::array<Open, kMostOpen>;

  // From each cue on, as far as anything goes on.
  void FollowCues() {
    for (const uint32_t cue : units_.cues) Fetch(cue);
    uint32_t next = 0;
    for (const uint32_t cue : units_.cues) {
      for (next = std::max(next, cue);
           next == cue || (open_size_ > 0 && next < units_.unit_count);
           ++next) {
        PassUnit(next);
      }
    }
  }

  // Makes ready for what nearly always comes first, all at once: each step
  // waits for the one before it.
  void Fetch(uint32_t cue) {
    const UnitReading& first = units_.readings[cue];
    const UnitReading& second = units_.readings[cue + 1];  // maybe of none
    if (!first.Is(UnitReading::kOneWord)) return;
    const PatternTrie::Node node = trie_.First(first.number);
    trie_.Fetch(node, Symbol::OfWord(second.number));
  }

  // Before a joined word, or as one, any word may be a cue.
  [[gnu::noinline]] void FollowAll() {
    for (uint32_t i = 0; i < units_.unit_count; ++i) {
      unit_ = i;
      PassJoined(units_.units[i].begin);
      if (open_size_ > 0 || units_.readings[i].Is(UnitReading::kCue)) {
        PassUnit(i);
      }
    }
  }

  // Passes the words that begin with the unit at `begin` and go beyond: the
  // units that they go over may then be left out.
  void PassJoined(uint32_t begin) {
    for (; !joined_.empty() && joined_[0].begin == begin;
         joined_ = joined_.subspan(1)) {
      Pass(joined_[0].number, false, true);
      joined_end_ = std::max(joined_end_, joined_[0].end);
    }
    in_joined_ = begin < joined_end_;
  }

  [[gnu::noinline]] void PassUnit(uint32_t unit) {
    unit_ = unit;
    const UnitReading& reading = units_.readings[unit];
    if (reading.Is(UnitReading::kOneWord)) {
      Pass(reading.number, reading.IsFigures(), in_joined_);
    } else {
      PassAll(units_.cache.details(reading));
    }
  }

  void PassAll(const UnitCache::Details& details) {
    if (details.edges.written.words == 0) return;
    if (details.silent) {
      if (!in_joined_) open_size_ = 0;
      return;
    }
    for (const Word& word : units_.cache.words(details)) {
      Pass(word.number, word.figures, in_joined_ || !details.one_reading);
    }
  }

  // An optional word may be left out.
  [[gnu::noinline]] void Pass(Vocabulary::WordId word, bool figures,
                              bool optional) {
    Nodes& open = nodes_[at_];
    next_ = &nodes_[1 - at_];
    next_size_ = 0;
    const PatternTrie::Node first = trie_.First(word);
    Reach(first, unit_);
    if (PatternTrie::TellsAtOnce(first)) {
      told_ |= ruleset_.told_along.ByWord(word);
    }
    if (figures) Reach(ruleset_.number_node, unit_);
    for (size_t i = 0; i < open_size_; ++i) {
      const auto [node, from] = open[i];
      if (optional) Keep(open[i]);
      if (word != 0) Reach(trie_.Step(node, Symbol::OfWord(word)), from);
      if (figures) Reach(trie_.Step(node, Symbol::OfNumber()), from);
    }
    at_ = 1 - at_;
    open_size_ = next_size_;
  }

  void Reach(PatternTrie::Node node, uint32_t from) {
    if (PatternTrie::Tells(node)) Reached(node, from);
  }

  [[gnu::noinline]] void Reached(PatternTrie::Node node, uint32_t from) {
    Keep({node, from});
    if (!PatternTrie::TellsAtOnce(node)) return;
    tells_ = true;
    for (const auto& [term, id] : trie_.EndsAt(node)) {
      const EvidenceList& list = ruleset_.lists[id];
      told_ |= list.mask;
      if (!list.telling) continue;
      terms_.push_back({term, id, from, unit_ + 1, Chart::kNoState});
    }
    if (PatternTrie::GoesOn(node)) told_ |= trie_.ToldByList(node);
  }

  void Keep(Open open) {
    // Where nothing must be passed, more and more stays open.
    if (next_size_ == kMostOpen) {
      lost_ = true;
      tells_ = true;
      told_ = ~ListMask{0};
      return;
    }
    (*next_)[next_size_++] = open;
  }

  const Ruleset& ruleset_;
  const PatternTrie& trie_;
  const UnitBuffers& units_;
  std::vector<Chart::Match>& terms_;
  uint32_t unit_ = 0;
  std::array<Nodes, 2> nodes_;
  size_t at_ = 0;  // which of them is open
  Nodes* next_ = nullptr;
  size_t open_size_ = 0, next_size_ = 0;
  std::span<const JoinedWord> joined_;  // those that are not passed yet
  uint32_t joined_end_ = 0;
  bool in_joined_ = false;  // whether the unit lies in a joined word
  bool tells_ = false, lost_ = false;
  ListMask told_ = 0;
};

}  // namespace

bool FindTelling(const Ruleset& ruleset, const UnitBuffers& units,
                 FirstLook* look, std::vector<Chart::Match>* terms) {
  terms->clear();
  return PathWalk(ruleset, units, terms).Walk(look);
}

ListMask HintsOf(const Ruleset& ruleset, const UnitBuffers& units) {
  ListMask lists = 0;
  for (const JoinedWord& word : units.joined) {
    lists |= ruleset.vocabulary.HintsOf(word.number);
  }
  for (size_t i = 0; i < units.unit_count; ++i) {
    const UnitReading& reading = units.readings[i];
    if (reading.Is(UnitReading::kOneWord)) {
      lists |= ruleset.vocabulary.HintsOf(reading.number);
      continue;
    }
    for (const Word& word : units.cache.words(units.cache.details(reading))) {
      lists |= ruleset.vocabulary.HintsOf(word.number);
    }
  }
  return lists;
}

ListMask HintsOf(const Ruleset& ruleset, const Lattice& lattice) {
  ListMask lists = 0;
  for (const Word& word : lattice.words) {
    lists |= ruleset.vocabulary.HintsOf(word.number);
  }
  return lists;
}

Prospect ProspectOf(const Ruleset& ruleset, Asked asked,
                    const FirstLook& look) {
  Prospect prospect = Prospect::kNothing;
  (asked == Asked::kQuery ? ruleset.query_needs : ruleset.listing_needs)
      .ForEach(look.told, [&](const RoughNeeds& needs) {
        if ((needs.hinted & ~look.hinted) != 0) return;
        prospect =
            std::max(prospect, needs.rests_on_told ? Prospect::kToldTerms
                                                   : Prospect::kAllTerms);
      });
  return prospect;
}

}  // namespace saring
