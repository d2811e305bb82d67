#include "bench/speed/corpora.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "bench/tsv.h"

namespace saring::speed {
namespace {

char Upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

// As titles are written: mostly Each Word, some ALL, some none.
std::string Styled(std::string title, Dice* dice) {
  const size_t style = dice->Below(100);
  if (style >= 75) return title;
  for (size_t i = 0; i < title.size(); ++i) {
    if (style < 20 || i == 0 || title[i - 1] == ' ') title[i] = Upper(title[i]);
  }
  return title;
}

std::string MakeTitle(const Vocabulary& vocabulary, Dice* dice) {
  static const Strings kUnits = {"1kg",    "500gr", "30cm",  "2in1",
                                 "12 pcs", "xl",    "no 42", "usb3.0",
                                 "a4",     "10x20", "128gb"};
  static const Strings kBetween = {" ", " ", " ", " ",  " ",   " ",
                                   " ", " ", " ", ", ", " - ", " / "};
  static const Strings kSymbols = {
      "\u2764\ufe0f",    "\u2728", "\u3010ready\u3011",
      "\u2605",          "\u2122", "\u2019",
      "\uff08ori\uff09", "\u00d7", "\uff2f\uff32\uff29"};
  std::string title;
  for (size_t left = 5 + dice->Below(10); left > 0; --left) {
    if (!title.empty()) title += dice->Pick(kBetween);
    title += dice->Percent(7)    ? dice->Pick(kUnits)
             : dice->Percent(60) ? vocabulary.Frequent(dice)
                                 : dice->Pick(vocabulary.rare);
  }
  title = Styled(std::move(title), dice);
  if (dice->Percent(2)) title += " " + dice->Pick(kSymbols);
  return title;
}

}  // namespace

std::optional<Strings> ReadTitles(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  Strings titles;
  std::unordered_set<std::string> seen;
  for (const quality::TsvRow& row : quality::ReadTsv(path, {"title"})) {
    const std::string& title = row.cells.front();
    if (!title.empty() && seen.insert(title).second) titles.push_back(title);
  }
  Dice(2).Shuffle(&titles);
  return titles;
}

Strings MakeTitles(size_t count, const Vocabulary& vocabulary, uint64_t seed) {
  Dice dice(seed);
  Strings titles(count);
  for (std::string& title : titles) title = MakeTitle(vocabulary, &dice);
  return titles;
}

Strings WithTerms(Strings titles, const Strings& terms, uint64_t seed) {
  Dice dice(seed);
  const size_t among = std::min<size_t>(terms.size(), 1000);
  if (among == 0) return titles;
  for (std::string& title : titles) {
    if (!dice.Percent(5)) continue;
    title += " " + Styled(terms[dice.Below(among)], &dice);
  }
  return titles;
}

Strings MakeQueries(size_t count, const Vocabulary& vocabulary, uint64_t seed) {
  // Of a hundred queries 25 have one word, 40 two, 25 three and 10 four.
  static constexpr size_t kUpTo[] = {25, 65, 90, 100};
  Dice dice(seed);
  Strings queries(count);
  for (std::string& query : queries) {
    const size_t at = dice.Below(100);
    for (const size_t up_to : kUpTo) {
      if (!query.empty()) query += ' ';
      query += vocabulary.Frequent(&dice);
      if (at < up_to) break;
    }
  }
  return queries;
}

Strings MakeTerms(size_t count, const Vocabulary& vocabulary, uint64_t seed) {
  Dice dice(seed);
  Strings terms;
  terms.reserve(count);
  std::unordered_set<std::string> seen;
  size_t singles = 0;
  while (terms.size() < count) {
    std::string term;
    if (dice.Percent(20) && singles < vocabulary.rare.size()) {
      term = vocabulary.rare[singles++];
    } else {
      term = dice.Percent(50) ? vocabulary.Frequent(&dice)
                              : dice.Pick(vocabulary.rare);
      for (size_t left = dice.Percent(60) ? 1 : 2; left > 0; --left) {
        term += " " + (dice.Percent(30) ? vocabulary.Frequent(&dice)
                                        : dice.Pick(vocabulary.rare));
      }
    }
    if (seen.insert(term).second) terms.push_back(std::move(term));
  }
  return terms;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

Strings OnlyAscii(const Strings& texts) {
  Strings kept;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(kept), IsAscii);
  return kept;
}

Strings OnlyBeyondAscii(const Strings& texts) {
  Strings kept;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(kept),
               [](const std::string& text) { return !IsAscii(text); });
  return kept;
}

}  // namespace saring::speed
