#include "bench/speed/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string_view>

namespace saring::speed {
namespace {

constexpr size_t kFrequent = 2000;
constexpr size_t kRare = 25'000;
constexpr size_t kNeverAlone = 50;

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

bool IsWord(std::string_view word) {
  return word.size() >= 3 && word.size() <= 12 &&
         std::all_of(word.begin(), word.end(), IsLetter);
}

// The words of `title`, lower-case; whatever is not a letter parts them.
Strings WordsOf(const std::string& title) {
  Strings words = {""};
  for (const char c : title) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (IsLetter(lower)) {
      words.back() += lower;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

Strings MostFrequent(const Strings& titles) {
  std::map<std::string, size_t> counts;
  for (const std::string& title : titles) {
    for (const std::string& word : WordsOf(title)) {
      if (IsWord(word)) ++counts[word];
    }
  }
  std::vector<std::pair<size_t, std::string>> order;
  for (const auto& [word, count] : counts) order.emplace_back(count, word);
  std::sort(order.rbegin(), order.rend());
  Strings words;
  for (const auto& [count, word] : order) {
    if (words.size() < kFrequent) words.push_back(word);
  }
  return words;
}

Strings ReadDictionary(const std::string& path) {
  Strings words;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::string word = line.substr(0, line.find('/'));
    if (IsWord(word)) words.push_back(std::move(word));
  }
  return words;
}

// Adds made words until there are `count`.
void Fill(size_t count, Strings* words, Dice* dice) {
  std::set<std::string> known(words->begin(), words->end());
  while (words->size() < count) {
    std::string word = MadeWord(dice);
    if (known.insert(word).second) words->push_back(std::move(word));
  }
}

}  // namespace

const std::string& Vocabulary::Frequent(Dice* dice) const {
  // The smaller of three: the first tenth has more than a quarter of the words.
  const size_t count = frequent.size();
  return frequent[std::min(
      {dice->Below(count), dice->Below(count), dice->Below(count)})];
}

std::string MadeWord(Dice* dice) {
  static const Strings kBegin = {"b", "c", "d", "g", "j", "k",  "l",
                                 "m", "n", "p", "s", "t", "ng", "r"};
  static const Strings kMiddle = {"a", "a", "e", "i", "o", "u"};
  static const Strings kEnd = {"", "", "", "n", "r", "s", "ng", "k"};
  std::string word;
  for (size_t left = 2 + dice->Below(3); left > 0; --left) {
    word += dice->Pick(kBegin) + dice->Pick(kMiddle);
  }
  return word + dice->Pick(kEnd);
}

Vocabulary MakeVocabulary(const Strings& titles, const std::string& path) {
  Dice dice(1);
  Vocabulary vocabulary;
  vocabulary.frequent = MostFrequent(titles);
  Fill(kFrequent, &vocabulary.frequent, &dice);
  const auto begin = vocabulary.frequent.begin();
  std::set<std::string> known(begin, begin + kNeverAlone);
  for (std::string& word : ReadDictionary(path)) {
    if (known.insert(word).second) vocabulary.rare.push_back(std::move(word));
  }
  Fill(kRare, &vocabulary.rare, &dice);
  dice.Shuffle(&vocabulary.rare);
  return vocabulary;
}

}  // namespace saring::speed
