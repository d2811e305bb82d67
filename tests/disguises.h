// What sellers do to a word so that a filter does not see it.

#ifndef SARING_TESTS_DISGUISES_H_
#define SARING_TESTS_DISGUISES_H_

#include <random>
#include <string>
#include <string_view>

namespace saring {

using Random = std::mt19937;

// Words are ASCII, letters small ones; what comes out may be several words.
// Empty where a disguise does not apply to the word. The same on every platform
// for the same state of *random.
using Disguise = std::string (*)(std::string_view word, Random* random);

inline size_t Below(size_t limit, Random* random) {
  return (*random)() % limit;
}

inline void AppendUtf8(char32_t c, std::string* to) {
  const auto put = [&](char32_t byte) {
    to->push_back(static_cast<char>(byte));
  };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

// Letters a to z as those of `alphabet`; what is no letter stays.
inline std::string InAlphabet(std::string_view word,
                              std::u32string_view alphabet) {
  std::string text;
  for (const char c : word) {
    const bool letter = c >= 'a' && c <= 'z';
    if (letter) AppendUtf8(alphabet[static_cast<size_t>(c - 'a')], &text);
    if (!letter) text.push_back(c);
  }
  return text;
}

// The alphabet that begins with `a`.
inline std::string From(char32_t a, std::string_view word) {
  std::u32string alphabet;
  for (char32_t i = 0; i < 26; ++i) alphabet.push_back(a + i);
  return InAlphabet(word, alphabet);
}

inline char32_t OneOf(std::u32string_view choices, Random* random) {
  return choices[Below(choices.size(), random)];
}

// An index of a letter neither first nor last.
inline size_t Inner(std::string_view word, Random* random) {
  return 1 + Below(word.size() - 2, random);
}

// --- Other characters -------------------------------------------------------

// All but those alphabets of Unicode that have gaps.
inline std::string Mathematical(std::string_view word, Random* random) {
  return From(OneOf(U"𝐚𝒂𝓪𝕒𝖆𝖺𝗮𝘢𝙖𝚊", random), word);
}

inline std::string Fullwidth(std::string_view word, Random* random) {
  return From(OneOf(U"ａ", random), word);
}

inline std::string SmallCaps(std::string_view word, Random*) {
  return InAlphabet(word, U"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ");
}

inline std::string Enclosed(std::string_view word, Random* random) {
  return From(OneOf(U"ⓐ🄰🅐🅰⒜Ⓐ", random), word);
}

// Letters that have no look-alike stay.
inline std::string Cyrillic(std::string_view word, Random*) {
  return InAlphabet(word, U"авсԁеfgһіјкӏмnорԛгѕтцvԝхуz");
}

// --- Between the letters ----------------------------------------------------

inline std::string Between(std::string_view word, std::string_view what) {
  std::string text;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i > 0) text += what;
    text.push_back(word[i]);
  }
  return text;
}

inline std::string InOnePlace(std::string_view word, std::string_view what,
                              size_t place) {
  return std::string(word).insert(place, what);
}

inline std::string ZeroWidth(std::string_view word, Random* random) {
  std::string what;
  AppendUtf8(OneOf(U"\u200B\u200C\u200D\u2060\uFEFF", random), &what);
  if (Below(2, random) == 0) return Between(word, what);
  return InOnePlace(word, what, Inner(word, random));
}

inline std::string SoftHyphen(std::string_view word, Random* random) {
  return InOnePlace(word, "\u00AD", Inner(word, random));
}

inline std::string Marks(std::string_view word, Random* random) {
  std::string text;
  for (const char c : word) {
    text.push_back(c);
    AppendUtf8(char32_t{0x300} + static_cast<char32_t>(Below(0x30, random)),
               &text);
  }
  return text;
}

inline std::string Spaced(std::string_view word, Random*) {
  return Between(word, " ");
}

inline std::string Punctuated(std::string_view word, Random* random) {
  constexpr std::string_view kSigns = ".-_/|";
  return Between(word, kSigns.substr(Below(kSigns.size(), random), 1));
}

// No piece is a lone letter.
inline std::string CutInTwo(std::string_view word, Random* random) {
  constexpr std::string_view kSigns = " .-";
  if (word.size() < 4) return "";
  return InOnePlace(word, kSigns.substr(Below(kSigns.size(), random), 1),
                    2 + Below(word.size() - 3, random));
}

// --- Letters more or less ---------------------------------------------------

inline std::string Stretched(std::string_view word, Random* random) {
  const size_t at = Below(word.size(), random);
  std::string text(word);
  return text.insert(at, 2 + Below(3, random), word[at]);
}

// A letter that is double already would be three.
inline std::string Doubled(std::string_view word, Random* random) {
  const size_t at = Inner(word, random);
  if (word[at] == word[at - 1] || word[at] == word[at + 1]) return "";
  return InOnePlace(word, word.substr(at, 1), at);
}

inline std::string Omitted(std::string_view word, Random* random) {
  std::string text(word);
  return text.erase(1 + Below(word.size() - 1, random), 1);
}

inline std::string Swapped(std::string_view word, Random* random) {
  if (word.size() < 4) return "";
  const size_t at = 1 + Below(word.size() - 3, random);
  if (word[at] == word[at + 1]) return "";
  std::string text(word);
  std::swap(text[at], text[at + 1]);
  return text;
}

// A key to the left or the right, but for the first letter; not of a figure or
// a sign.
inline std::string NeighbourKey(std::string_view word, Random* random) {
  constexpr std::string_view kKeys = " qwertyuiop asdfghjkl zxcvbnm ";
  const size_t at = 1 + Below(word.size() - 1, random);
  const size_t key = kKeys.find(word[at]);
  if (key == kKeys.npos) return "";
  const char left = kKeys[key - 1], right = kKeys[key + 1];
  const bool to_left = right == ' ' || (left != ' ' && Below(2, random) == 0);
  std::string text(word);
  text[at] = to_left ? left : right;
  return text;
}

// --- Letters as something else ----------------------------------------------

// Each letter for which `with` has something, with two chances in three; one at
// least.
inline std::string Replaced(std::string_view word, std::string_view letters,
                            std::string_view with, Random* random) {
  std::string text(word);
  size_t last = word.find_last_of(letters);
  if (last == std::string_view::npos) return "";
  bool any = false;
  for (size_t i = 0; i <= last; ++i) {
    const size_t letter = letters.find(word[i]);
    if (letter == std::string_view::npos) continue;
    if (Below(3, random) == 0 && (any || i < last)) continue;
    text[i] = with[letter];
    any = true;
  }
  return text;
}

inline std::string Digits(std::string_view word, Random* random) {
  return Replaced(word, "aeiosbgt", "43105897", random);
}

inline std::string Signs(std::string_view word, Random* random) {
  return Replaced(word, "as", "@$", random);
}

inline std::string Masked(std::string_view word, Random* random) {
  std::string text(word);
  text[Inner(word, random)] = '*';
  return text;
}

// As before 1972.
inline std::string OldSpelling(std::string_view word, Random*) {
  std::string text;
  for (size_t i = 0; i < word.size(); ++i) {
    const std::string_view two = word.substr(i, 2);
    if (two == "kh") {
      text += "ch", ++i;
    } else if (word[i] == 'u') {
      text += "oe";
    } else if (word[i] == 'j') {
      text += "dj";
    } else if (word[i] == 'c') {
      text += "tj";
    } else if (word[i] == 'y') {
      text += "j";
    } else {
      text += word[i];
    }
  }
  return text == word ? "" : text;
}

// --- Beside the word --------------------------------------------------------

// Written together with a word that is often beside it.
inline std::string Joined(std::string_view word, Random* random) {
  constexpr std::string_view kFront[] = {"baju", "jaket", "celana", "sepatu"};
  constexpr std::string_view kBehind[] = {"bekas", "second", "import",
                                          "thrift"};
  const size_t which = Below(4, random);
  if (Below(2, random) == 0) {
    return std::string(kFront[which]) + std::string(word);
  }
  return std::string(word) + std::string(kBehind[which]);
}

inline std::string FigureTwo(std::string_view word, Random* random) {
  return std::string(word) + (Below(2, random) == 0 ? "2" : "²");
}

inline std::string Clitic(std::string_view word, Random* random) {
  return std::string(word) + (Below(2, random) == 0 ? "nya" : "ku");
}

// --- Two at once ------------------------------------------------------------

// One after the other; the second must take what the first gives.
template <Disguise kFirst, Disguise kSecond>
std::string Both(std::string_view word, Random* random) {
  const std::string once = kFirst(word, random);
  return once.empty() ? "" : kSecond(once, random);
}

// The letters of the first, each apart.
inline std::string CyrillicSpaced(std::string_view word, Random* random) {
  std::string text;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i > 0) text.push_back(' ');
    text += Cyrillic(word.substr(i, 1), random);
  }
  return text;
}

}  // namespace saring

#endif  // SARING_TESTS_DISGUISES_H_
