// Figures and e-mail addresses of people do not get into the log.

#include "plugin/monitor/masking.h"

#include <catch2/catch.hpp>
#include <string>

namespace saring {
namespace {

struct Case {
  const char* why;
  const char* text;
  const char* masked;
};

const Case kCases[] = {
    {"a telephone number", "WA 0812-3456-7890", "WA ####-####-####"},
    {"full-width figures", "WA \uff10\uff18\uff11", "WA ###"},
    {"Arabic-Indic figures", "\u0660\u0668", "##"},
    {"figures in bold", "\U0001d7ce\U0001d7d6", "##"},
    {"circled figures", "\u2460\u24ea\u2469", "###"},
    {"raised figures", "\u2070\u00b9\u00b2", "###"},
    {"Roman figures as one character", "\u2167", "#"},
    {"an address", "hubungi budi.s_01@toko-jaya.co.id ya",
     "hubungi [email] ya"},
    {"an address at the end of a sentence", "ke a@b.com.", "ke [email]."},
    {"spaces about the at sign", "budi @ gmail.com", "[email]"},
    {"a full-width at sign", "budi\uff20gmail.com", "[email]"},
    {"full-width dots", "budi@gmail\uff0ecom", "[email]"},
    {"letters beyond ASCII", "b\u00fcdi@caf\u00e9.id", "[email]"},
    {"two addresses", "a@b.id,c@d.id", "[email],[email]"},
    {"figures in the address", "0812@wa.me", "[email]"},
    {"a tag in the address", "a+b%c@d.id", "[email]"},
    {"two at signs", "a@b@c.id", "a@[email]"},

    {"nothing to mask", "baju bekas murah", "baju bekas murah"},
    {"an at sign for a letter", "b@ju bekas", "b@ju bekas"},
    {"a price each", "baju @10.000 saja", "baju @##.### saja"},
    {"a price each with a unit", "baju @10.000rb", "baju @##.###rb"},
    {"a handle", "IG @toko_jaya", "IG @toko_jaya"},
    {"a web address", "lihat toko.co.id", "lihat toko.co.id"},
    {"a domain without a name before it", "@toko.co.id", "@toko.co.id"},
    {"dots after an at sign", "baju @...", "baju @..."},
    {"figures written in Chinese are words", "\u4e09", "\u4e09"},
    {"digits for letters keep their places", "b3k4s", "b#k#s"},
    {"line ends stay", "baju\nbekas", "baju\nbekas"},
    {"bytes that are not UTF-8 stay",
     "\xff\xfe"
     "1",
     "\xff\xfe#"},
    {"a cut character before an at sign", "\xe2\x80@b.id", "\xe2\x80@b.id"},
    {"nothing", "", ""},
};

TEST_CASE("Masked() takes out figures and addresses", "[monitor]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) { CHECK(Masked(c.text) == c.masked); }
  }
}

TEST_CASE("Masking takes time by the size of the text", "[monitor]") {
  // Each at sign looks both ways; none may look past the next one.
  for (const std::string part : {"@", "a@", " @ ", "a.b@c.", "1"}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    CHECK(Masked(text).size() > 0);
  }
}

}  // namespace
}  // namespace saring
