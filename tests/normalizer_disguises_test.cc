// Disguises that folding alone undoes: words as written, with their bytes.

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

#include "normalizer/normalizer.h"

namespace saring {
namespace {

struct Expected {
  std::string_view word;
  std::string_view bytes;  // of the text
};

struct Case {
  const char* why;
  std::string_view text;
  std::vector<Expected> words;
};

const Case kInvisible[] = {
    {"zero-width space", "be\u200Bkas", {{"bekas", "be\u200Bkas"}}},
    {"zero-width non-joiner", "b\u200Caju", {{"baju", "b\u200Caju"}}},
    {"zero-width joiner", "thr\u200Dift", {{"thrift", "thr\u200Dift"}}},
    {"word joiner", "ka\u2060os", {{"kaos", "ka\u2060os"}}},
    {"byte order mark in front", "\uFEFFbekas", {{"bekas", "bekas"}}},
    {"grapheme joiner", "be\u034Fkas", {{"bekas", "be\u034Fkas"}}},
    {"variation selector", "b\uFE0Faju", {{"baju", "b\uFE0Faju"}}},
    {"supplementary selector", "b\U000E0100aju", {{"baju", "b\U000E0100aju"}}},
    {"tag characters", "b\U000E0061aju", {{"baju", "b\U000E0061aju"}}},
    {"invisible separator", "ba\u2063ju", {{"baju", "ba\u2063ju"}}},
    {"Mongolian vowel separator", "se\u180Eken", {{"seken", "se\u180Eken"}}},
    {"annotation anchor", "se\uFFF9ken", {{"seken", "se\uFFF9ken"}}},
    {"several, and at the end: not part of the word",
     "k\u200B\u200D\u2060aos\u200B",
     {{"kaos", "k\u200B\u200D\u2060aos"}}},
    {"soft hyphen", "be\u00ADkas", {{"bekas", "be\u00ADkas"}}},
    {"soft hyphens everywhere",
     "b\u00ADa\u00ADj\u00ADu",
     {{"baju", "b\u00ADa\u00ADj\u00ADu"}}},
    {"left-to-right mark", "be\u200Ekas", {{"bekas", "be\u200Ekas"}}},
    {"right-to-left mark", "\u200Fbaju", {{"baju", "baju"}}},
    {"embedding", "\u202Bkaos\u202C", {{"kaos", "kaos"}}},
    {"override: the order of the bytes",
     "\u202Esakeb\u202C",
     {{"sakeb", "sakeb"}}},
    {"isolates", "ba\u2066ju\u2069", {{"baju", "ba\u2066ju"}}},
    {"Arabic letter mark", "ba\u061Cju", {{"baju", "ba\u061Cju"}}},
};

const Case kForms[] = {
    {"fullwidth",
     "ＢＡＪＵ／ｂｅｋａｓ！",
     {{"baju", "ＢＡＪＵ"}, {"bekas", "ｂｅｋａｓ"}}},
    {"fullwidth digit", "２ｎｄ", {{"2nd", "２ｎｄ"}}},
    {"bold", "𝐛𝐞𝐤𝐚𝐬", {{"bekas", "𝐛𝐞𝐤𝐚𝐬"}}},
    {"sans-serif bold", "𝗯𝗮𝗷𝘂", {{"baju", "𝗯𝗮𝗷𝘂"}}},
    {"monospace", "𝚔𝚊𝚘𝚜", {{"kaos", "𝚔𝚊𝚘𝚜"}}},
    {"fraktur", "𝖘𝖊𝖈𝖔𝖓𝖉", {{"second", "𝖘𝖊𝖈𝖔𝖓𝖉"}}},
    {"script", "𝓽𝓱𝓻𝓲𝓯𝓽", {{"thrift", "𝓽𝓱𝓻𝓲𝓯𝓽"}}},
    {"double-struck", "𝕛𝕒𝕜𝕖𝕥", {{"jaket", "𝕛𝕒𝕜𝕖𝕥"}}},
    {"the letters apart from their block",
     "ℬaju ℎoodie",
     {{"baju", "ℬaju"}, {"hoodie", "ℎoodie"}}},
    {"mathematical dotless i", "th𝚤ft", {{"thift", "th𝚤ft"}}},
    {"superscript", "ᵇᵃʲᵘ", {{"baju", "ᵇᵃʲᵘ"}}},
    {"superscript of a small capital", "thrᶦft", {{"thrift", "thrᶦft"}}},
    {"superscript digit", "kaos²", {{"kaos2", "kaos²"}}},
    {"small capitals",
     "ʙᴇᴋᴀꜱ ᴛʜʀɪꜰᴛ",
     {{"bekas", "ʙᴇᴋᴀꜱ"}, {"thrift", "ᴛʜʀɪꜰᴛ"}}},
    {"q among small capitals", "ᴜɴɪǫʟᴏ", {{"uniqlo", "ᴜɴɪǫʟᴏ"}}},
    {"q before a small capital", "ǫᴜɪʟᴛ", {{"quilt", "ǫᴜɪʟᴛ"}}},
    {"an o with ogonek else", "kaǫs", {{"kaos", "kaǫs"}}},
    {"small capitals and a plain s", "ᴋᴀᴏs", {{"kaos", "ᴋᴀᴏs"}}},
    {"circled", "ⓑⓔⓚⓐⓢ Ⓑ", {{"bekas", "ⓑⓔⓚⓐⓢ"}, {"b", "Ⓑ"}}},
    {"squared", "🄱🄴🄺🄰🅂", {{"bekas", "🄱🄴🄺🄰🅂"}}},
    {"negative squared", "🅱🅰🅹🆄", {{"baju", "🅱🅰🅹🆄"}}},
    {"negative circled", "🅣🅗🅡🅘🅕🅣", {{"thrift", "🅣🅗🅡🅘🅕🅣"}}},
    {"with an emoji selector", "🅱\uFE0Fekas", {{"bekas", "🅱\uFE0Fekas"}}},
    {"flags apart", "🇰 🇦", {{"k", "🇰"}, {"a", "🇦"}}},
    {"flags together", "🇰🇦🇴🇸", {{"kaos", "🇰🇦🇴🇸"}}},
    {"parentheses around each", "⒝⒜⒥⒰", {{"baju", "⒝⒜⒥⒰"}}},
    {"capitals in parentheses", "🄑🄐🄙🄤", {{"baju", "🄑🄐🄙🄤"}}},
    {"keycap", "2\uFE0F\u20E3nd", {{"2nd", "2\uFE0F\u20E3nd"}}},
    {"circled digits",
     "❷nd ②nd ➁nd ➋nd ⓶nd ⑵nd ⒉nd",
     {{"2nd", "❷nd"},
      {"2nd", "②nd"},
      {"2nd", "➁nd"},
      {"2nd", "➋nd"},
      {"2nd", "⓶nd"},
      {"2nd", "⑵nd"},
      {"2nd", "⒉nd"}}},
    {"circled numbers",
     "⓿ ❿ ⓬ ⑳",
     {{"0", "⓿"}, {"10", "❿"}, {"12", "⓬"}, {"20", "⑳"}}},
    {"a squared word is a word",
     "baju🆕bekas",
     {{"baju", "baju"}, {"new", "🆕"}, {"bekas", "bekas"}}},
    {"dotless and dotted i",
     "thrıft THRİFT",
     {{"thrift", "thrıft"}, {"thrift", "THRİFT"}}},
    {"long s", "bekaſ", {{"bekas", "bekaſ"}}},
    {"sharp s", "\u1E9Eekas ß", {{"ssekas", "\u1E9Eekas"}, {"ss", "ß"}}},
    {"ligatures",
     "thriﬀt ﬂanel veﬆ outﬁt",
     {{"thrifft", "thriﬀt"},
      {"flanel", "ﬂanel"},
      {"vest", "veﬆ"},
      {"outfit", "outﬁt"}}},
    {"digraphs", "ǌonja ĳaket", {{"njonja", "ǌonja"}, {"ijaket", "ĳaket"}}},
};

const Case kMarks[] = {
    {"a mark after", "b\u0301aju", {{"baju", "b\u0301aju"}}},
    {"a mark after the last letter", "baju\u0301!", {{"baju", "baju\u0301"}}},
    {"struck through",
     "b\u0336e\u0336k\u0336",
     {{"bek", "b\u0336e\u0336k\u0336"}}},
    {"underlined", "k\u0332a\u0332os", {{"kaos", "k\u0332a\u0332os"}}},
    {"precomposed", "bëkàs ḅekaş", {{"bekas", "bëkàs"}, {"bekas", "ḅekaş"}}},
    {"two marks at once", "ǟ ệ", {{"a", "ǟ"}, {"e", "ệ"}}},
    {"a mark of another script",
     "b\u05C1a\u05C5ju",
     {{"baju", "b\u05C1a\u05C5ju"}}},
    {"an enclosing mark", "b\u0489aju", {{"baju", "b\u0489aju"}}},
    {"on digits", "1\u03365\u0336", {{"15", "1\u03365\u0336"}}},
    {"on Greek and Cyrillic", "ά й", {{"α", "ά"}, {"и", "й"}}},
    {"marks on nothing", "\u0301\u0302 \u0303", {}},
    {"the umlaut sign holds a mark", "¨ ´", {}},
};

const Case kBroken[] = {
    {"lone bytes", "\xFF\xFE", {}},
    {"a bad byte separates", "ba\x80ju", {{"ba", "ba"}, {"ju", "ju"}}},
    {"halves of a letter do not join across an invisible character",
     "a\xE2\x84\u200B\x9C"
     "b",
     {{"a", "a"}, {"b", "b"}}},
    {"overlong", "ba\xC0\xAFju", {{"ba", "ba"}, {"ju", "ju"}}},
    {"surrogate", "ba\xED\xA0\x80ju", {{"ba", "ba"}, {"ju", "ju"}}},
    {"above the last code point",
     "ba\xF5\x80\x80\x80ju",
     {{"ba", "ba"}, {"ju", "ju"}}},
    {"cut off at the end", "baju\xF0\x9F\x85", {{"baju", "baju"}}},
    {"cut off before a letter",
     "\xF0\x9F\x85"
     "baju",
     {{"baju", "baju"}}},
    {"NUL", std::string_view("ba\0ju", 5), {{"ba", "ba"}, {"ju", "ju"}}},
    {"a private character", "ba\uE000ju", {{"ba", "ba"}, {"ju", "ju"}}},
    {"a noncharacter", "ba\uFDD0ju", {{"ba", "ba"}, {"ju", "ju"}}},
};

void Check(const Case& c) {
  static const Normalizer normalizer;
  // Shared by the cases on purpose: reuse must not leak.
  static NormalizerScratch scratch;
  static Lattice lattice;
  CAPTURE(c.why, c.text);
  normalizer.Read(c.text, nullptr, &scratch, &lattice);
  REQUIRE(lattice.words.size() == c.words.size());
  for (size_t i = 0; i < c.words.size(); ++i) {
    const Word& word = lattice.words[i];
    CHECK(lattice.text(word) == c.words[i].word);
    CHECK(c.text.substr(word.begin, word.end - word.begin) == c.words[i].bytes);
    CHECK(word.step == Step::kWritten);
  }
}

TEST_CASE("Invisible characters are dropped", "[normalizer]") {
  for (const Case& c : kInvisible) Check(c);
}

TEST_CASE("Forms of letters fold to letters", "[normalizer]") {
  for (const Case& c : kForms) Check(c);
}

TEST_CASE("Marks that say nothing are stripped", "[normalizer]") {
  for (const Case& c : kMarks) Check(c);
}

TEST_CASE("Broken text is repaired", "[normalizer]") {
  for (const Case& c : kBroken) Check(c);
}

TEST_CASE("Marks after the thirtieth are dropped", "[normalizer]") {
  // Thai, whose marks are kept.
  std::string text = "\u0E01";
  for (int i = 0; i < 100; ++i) text += i % 2 ? "\u0E38" : "\u0E48\u200B";
  const Normalizer normalizer;
  NormalizerScratch scratch;
  Lattice lattice;
  normalizer.Read(text, nullptr, &scratch, &lattice);
  REQUIRE(lattice.words.size() == 1);
  CHECK(lattice.letters.size() == 3 * (1 + 30));
}

}  // namespace
}  // namespace saring
