#include "bench/speed/disguise.h"

#include <functional>
#include <string_view>

namespace saring::speed {
namespace {

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Each way gives a letter of a word another form; `at` counts from 0.
using Way = std::string (*)(char letter, size_t at);

std::string Replaced(char letter, std::string_view from, const Strings& to) {
  const size_t at = from.find(letter);
  return at == from.npos ? std::string(1, letter) : to[at];
}

std::string AsDigit(char letter, size_t) {
  static const Strings kDigits = {"4", "3", "1", "0", "5",
                                  "4", "3", "1", "0", "5"};
  return Replaced(letter, "aeiosAEIOS", kDigits);
}

std::string Repeated(char letter, size_t at) {
  return std::string(at == 1 ? 4 : 1, letter);
}

std::string Dotted(char letter, size_t at) {
  return (at == 0 ? "" : ".") + std::string(1, letter);
}

std::string AsLookAlike(char letter, size_t) {
  static const Strings kCyrillic = {"\u0430", "\u0435", "\u043e", "\u0440",
                                    "\u0441", "\u0445", "\u0410", "\u0415",
                                    "\u041e", "\u0420", "\u0421", "\u0425"};
  return Replaced(letter, "aeopcxAEOPCX", kCyrillic);
}

std::string AsFullWidth(char letter, size_t) {
  // U+FF01 to U+FF5E are the ASCII characters from ! to ~.
  const unsigned point = 0xFF01u + static_cast<unsigned>(letter - '!');
  return {static_cast<char>(0xE0 | (point >> 12)),
          static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
          static_cast<char>(0x80 | (point & 0x3F))};
}

std::string WithZeroWidth(char letter, size_t at) {
  return (at == 2 ? "\u200b" : "") + std::string(1, letter);
}

constexpr Way kWays[] = {AsDigit,     Repeated,    Dotted,
                         AsLookAlike, AsFullWidth, WithZeroWidth};
constexpr size_t kAsciiWays = 3;  // the first of them

std::string Apply(Way way, std::string_view word) {
  std::string result;
  for (size_t i = 0; i < word.size(); ++i) result += way(word[i], i);
  return result;
}

// In one of the first `ways` ways; a word that it leaves alone gets dots.
std::string DisguisedWord(std::string_view word, size_t ways, Dice* dice) {
  std::string result = Apply(kWays[dice->Below(ways)], word);
  return result == word ? Apply(Dotted, word) : result;
}

}  // namespace

Strings Disguised(const Strings& titles, Letters letters, uint64_t seed) {
  Dice dice(seed);
  const size_t ways =
      letters == Letters::kAscii ? kAsciiWays : std::size(kWays);
  Strings result;
  for (const std::string& title : titles) {
    std::string disguised;
    for (size_t i = 0; i < title.size();) {
      size_t end = i;
      while (end < title.size() && IsLetter(title[end])) ++end;
      const std::string_view word(title.data() + i, end - i);
      if (!word.empty()) disguised += DisguisedWord(word, ways, &dice);
      if (end < title.size()) disguised += title[end++];
      i = end;
    }
    result.push_back(std::move(disguised));
  }
  return result;
}

Strings OfLengthsOf(const Strings& like, const Strings& clean) {
  Strings result;
  size_t next = 0;
  for (const std::string& text : like) {
    std::string joined;
    while (joined.size() < text.size()) {
      joined += clean[next++ % clean.size()] + " ";
    }
    joined.resize(text.size());
    result.push_back(std::move(joined));
  }
  return result;
}

}  // namespace saring::speed
