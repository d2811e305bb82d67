#include "bench/disguised_rows.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "tests/disguises.h"

namespace saring::quality {
namespace {

struct Kind {
  std::string_view name;
  Disguise disguise;
};

constexpr Kind kKinds[] = {
    {"mathematical", Mathematical},
    {"fullwidth", Fullwidth},
    {"small_capitals", SmallCaps},
    {"enclosed", Enclosed},
    {"look_alike", Cyrillic},
    {"invisible", ZeroWidth},
    {"soft_hyphen", SoftHyphen},
    {"marks", Marks},
    {"stretched", Stretched},
    {"spaced", Spaced},
    {"punctuated", Punctuated},
    {"cut_in_two", CutInTwo},
    {"digits", Digits},
    {"signs", Signs},
    {"masked", Masked},
    {"doubled", Doubled},
    {"neighbour_key", NeighbourKey},
    {"swapped", Swapped},
    {"omitted", Omitted},
    {"old_spelling", OldSpelling},
};

constexpr size_t kShortest = 4;

// FNV-1a: the same everywhere.
uint32_t SeedOf(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash;
}

using Words = std::set<std::string>;

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Calls `word(text)` for each word of letters, in small ones, and `other(c)`
// for each other character. Letters beside figures or characters of other
// scripts are no word.
template <typename Word, typename Other>
void ForEachWord(std::string_view text, Word word, Other other) {
  const auto in_word = [](char c) {
    return IsLetter(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  };
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    while (i < text.size() && in_word(text[i])) ++i;
    const std::string_view run = text.substr(begin, i - begin);
    if (!run.empty() && std::all_of(run.begin(), run.end(), IsLetter)) {
      std::string small(run);
      for (char& c : small) c = static_cast<char>(c | 0x20);
      word(small);
    } else {
      for (const char c : run) other(c);
    }
    if (i < text.size()) other(text[i++]);
  }
}

bool IsPlain(const Finding& finding) {
  return std::all_of(
      finding.evidence.begin(), finding.evidence.end(),
      [](const Evidence& evidence) { return evidence.step == "as written"; });
}

Words EvidenceWords(const Finding& finding) {
  Words words;
  for (const Evidence& evidence : finding.evidence) {
    ForEachWord(
        evidence.matched,
        [&](const std::string& word) {
          if (word.size() >= kShortest) words.insert(word);
        },
        [](char) {});
  }
  return words;
}

// `text` with each of `words` disguised; empty if one cannot be.
std::string Disguised(std::string_view text, const Words& words,
                      Disguise disguise, Random* random) {
  std::string disguised;
  bool possible = true;
  ForEachWord(
      text,
      [&](const std::string& word) {
        const bool meant = words.contains(word);
        const std::string other = meant ? disguise(word, random) : word;
        possible &= !other.empty();
        disguised += other;
      },
      [&](char c) { disguised.push_back(c); });
  return possible ? disguised : "";
}

void Ask(const std::string& text, LoadedPolicy* policy,
         DisguiseScore::Count* count) {
  if (text.empty()) return;
  ++count->tried;
  if (policy->AskQuery(text).outcome != Outcome::kHide) {
    count->missed.push_back(text);
  }
}

}  // namespace

std::vector<DisguiseScore> EveryDisguise() {
  std::vector<DisguiseScore> scores;
  for (const Kind& kind : kKinds) scores.push_back({kind.name, {}, {}});
  return scores;
}

void TryDisguises(std::string_view row, LoadedPolicy* policy,
                  std::vector<DisguiseScore>* scores) {
  const Finding finding = policy->AskQuery(row);
  if (finding.outcome != Outcome::kHide || !IsPlain(finding)) return;
  const Words words = EvidenceWords(finding);
  if (words.empty()) return;
  for (size_t i = 0; i < scores->size(); ++i) {
    DisguiseScore& score = (*scores)[i];
    // A row's choices are its own, whatever rows stand around it.
    Random random(SeedOf(row));
    for (const std::string& word : words) {
      Ask(Disguised(row, {word}, kKinds[i].disguise, &random), policy,
          &score.one_word);
    }
    Ask(Disguised(row, words, kKinds[i].disguise, &random), policy,
        &score.all_words);
  }
}

}  // namespace saring::quality
