// What a MATCH() looks for, and plain words written as one.

#include "plugin/cli/sphinx_match.h"

#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <string>

namespace saring::cli {
namespace {

struct Case {
  const char* why;
  std::string text;
  std::string expected;
};

const Case kSought[] = {
    {"plain words", "jual baju bekas", "jual baju bekas"},
    {"an alternative", "baju|kaos bekas", "baju kaos bekas"},
    {"a group", "(baju|kaos) bekas", "baju kaos bekas"},
    {"a phrase", "\"baju bekas\"", "baju bekas"},
    {"a phrase with a distance", "\"baju bekas\"~5 murah", "baju bekas murah"},
    {"a quorum", "\"baju kaos bekas\"/2", "baju kaos bekas"},
    {"a quorum by share", "\"baju kaos bekas\"/0.5 x", "baju kaos bekas x"},
    {"a field", "@title baju", "baju"},
    {"fields", "@(title,tags) baju @* bekas", "baju bekas"},
    {"all but a field", "@!title baju @!(title,tags) bekas", "baju bekas"},
    {"the beginning of a field", "@title[50] baju", "baju"},
    {"an exact form", "=baju =\"bekas impor\"", "baju bekas impor"},
    {"where a field begins", "^baju bekas", "baju bekas"},
    {"a boost", "baju^1.5 bekas", "baju bekas"},
    {"an order", "baju << bekas", "baju bekas"},
    {"operators in capitals", "baju MAYBE bekas SENTENCE a PARAGRAPH b",
     "baju bekas a b"},
    {"nearness", "baju NEAR/3 bekas NOTNEAR/4 baru", "baju bekas baru"},
    {"zones", "ZONE:(h1,h2) baju ZONESPAN:h3 bekas", "baju bekas"},
    {"words that begin as operators", "MAYBELLINE NEARBY ZONES PARAGRAPHS",
     "MAYBELLINE NEARBY ZONES PARAGRAPHS"},
    {"escaped operators are letters", "b\\@ju \\-bekas \\\"a\\\"",
     "b@ju -bekas \"a\""},
    {"a hyphen within a word", "t-shirt be-kas", "t-shirt be-kas"},
    {"a sign for a letter within a word", "b@ju beka$", "b@ju beka$"},
    {"a wildcard hides a letter", "bek*s", "bek*s"},

    {"an excluded word is not looked for", "baju -bekas !seken", "baju"},
    {"an excluded group", "baju -(bekas|seken) anak", "baju anak"},
    {"an excluded phrase", "baju !\"bekas impor\" anak", "baju anak"},
    {"an excluded exact form", "baju -=bekas", "baju"},
    {"groups within an excluded one", "baju -((bekas) (a|b)) anak",
     "baju anak"},
    {"excluded from what is excluded", "baju -(baru -bekas) !!seken",
     "baju bekas seken"},
    {"a hyphen that stands alone excludes what follows", "baju - bekas",
     "baju"},

    {"nothing", "", ""},
    {"operators only", "| - ! @ ( \"", ""},
    {"a phrase that does not end", "baju \"bekas impor", "baju bekas impor"},
    {"a group that does not end", "baju (bekas", "baju bekas"},
    {"a group that did not begin", "baju) bekas", "baju bekas"},
    {"a field that does not end", "baju @(title", "baju"},
    {"a backslash at the end", "baju\\", "baju\\"},
    {"not UTF-8", "baju \xff\xfe", "baju \xff\xfe"},
};

TEST_CASE("The words that a match looks for", "[sphinx]") {
  for (const Case& c : kSought) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.text);
      CHECK(SoughtWords(c.text) == c.expected);
    }
  }
}

TEST_CASE("No nesting is too deep", "[sphinx]") {
  const std::string deep(1 << 20, '(');
  CHECK(SoughtWords(deep + "bekas") == "bekas");
  CHECK(SoughtWords("-" + deep + "bekas") == "");
}

const Case kMatches[] = {
    {"plain words", "jual baju anak", "jual baju anak"},
    {"letters of any script", "sepatu ñandú 靴", "sepatu ñandú 靴"},
    {"operators are letters", "a-b (c|d) \"e\" @f !g ~h/i ^j$ =k<l&m",
     "a\\-b \\(c\\|d\\) \\\"e\\\" \\@f \\!g \\~h\\/i \\^j\\$ \\=k\\<l\\&m"},
    {"a backslash", "a\\b", "a\\\\b"},
    {"words that are operators", "baju MAYBE SENTENCE PARAGRAPH",
     "baju maybe sentence paragraph"},
    {"words that begin as operators", "MAYBELLINE NEAR/3",
     "MAYBELLINE NEAR\\/3"},
    {"spaces stay", "a  b ", "a  b "},
    {"nothing", "", ""},
};

TEST_CASE("Words as a match", "[sphinx]") {
  for (const Case& c : kMatches) {
    DYNAMIC_SECTION(c.why) { CHECK(MatchOfWords(c.text) == c.expected); }
  }
}

const Case kStrings[] = {
    {"plain", "baju", "'baju'"},
    {"quotes", "it's \"baju\"", "'it\\'s \"baju\"'"},
    {"an escaped operator", "\\-a", "'\\\\-a'"},
    {"its own end", "a' OR 1=1 --", "'a\\' OR 1=1 --'"},
    {"nothing", "", "''"},
};

TEST_CASE("Text as a string of SphinxQL", "[sphinx]") {
  for (const Case& c : kStrings) {
    DYNAMIC_SECTION(c.why) { CHECK(SphinxQlString(c.text) == c.expected); }
  }
}

// Whatever the words are, a match of them looks for them and nothing else.
TEST_CASE("A match of words looks for these words", "[sphinx]") {
  std::mt19937 rng(GENERATE(range(0u, 200u)));
  constexpr std::string_view kCharacters = "ab \\()|-!@~\"&/^$=<*?%[]NEAR:.3";
  std::string words;
  for (size_t i = 0; i < 12; ++i) {
    words += kCharacters[rng() % kCharacters.size()];
  }
  CAPTURE(words);
  std::string single;  // a space between two
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    single += (single.empty() ? "" : " ") + word;
  }
  CHECK(SoughtWords(MatchOfWords(words)) == single);
}

}  // namespace
}  // namespace saring::cli
