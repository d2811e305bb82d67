// From text to verdict, on a policy small enough to hold in the head.

#include "plugin/engine/check.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "tests/compiled.h"

namespace saring {
namespace {

constexpr std::string_view kPolicy = R"(
saring: 1
policy: test
revision: "1"
lists:
  fashion:
    noun: true
    terms: [jas, baju, kaos, jaket, tas, tas laptop, t-shirt, sarung bantal]
    category: ["Fashion*"]
    except: ["toko {fashion}", kaos kaki lampu]
  goods:
    noun: true
    terms: [rak, lemari, hp, laptop, buku, krim, jasa]
  used:
    terms: [bekas, second, seken]
    condition: [bekas]
    except:
      - bekas {mark}
      - "{denial} {used}"
      - "{number} second"
  mark: {terms: [luka, jerawat]}
  denial: {terms: [bukan, "no"]}
  country: {terms: [korea, jepang, hong kong]}
  origin: {terms: [impor, "{country}", "ex {country}"]}
  local: {terms: [lokal, koleksi pribadi]}
  slang: {terms: [thrift, awul awul]}
  claw: {terms: [cakar]}
  bale: {terms: [bal segel], in: [title, description]}
  filler: {terms: [murah, hari ini]}
  stop: {terms: [contoh]}
rules:
  - id: used
    needs: [fashion, used]
    unless_first: [goods]
    softened_by: [local]
    action: hide
    hits: [baju bekas]
    misses: [hp bekas, baju baru]
  - id: slang
    needs: [slang]
    unless: [stop]
    action: demote
    hits: [thrift]
    misses: [drift, gift]
  - id: near
    needs: [fashion, claw]
    within: 2
    action: hide
    hits: [baju cakar]
    misses: [baju anak motif cakar, cakar]
  - id: bare
    needs: [origin]
    only: [filler]
    action: review
    hits: [korea]
    misses: [baju korea, korea selatan]
  - id: bale
    needs: [bale]
    action: hide
    hits: [bal segel]
    misses: [segel, bal]
  - id: listing-only
    needs: [origin, used]
    applies_to: [listing]
    action: review
    hits: [impor bekas]
    misses: [bekas, impor]
)";

struct Case {
  const char* why;
  std::string_view text;
  Action action;
  std::string_view rule;      // the first that fired, "" for none
  std::string_view evidence;  // of it: bytes of the text, '|' between
};

const Case kCases[] = {
    {"two pieces of evidence", "jual baju bekas murah", Action::kHide, "used",
     "baju|bekas"},
    {"in any order, far apart", "second mulus size L warna merah kaos",
     Action::kHide, "used", "second|kaos"},
    {"case and punctuation", "BAJU,BEKAS!", Action::kHide, "used",
     "BAJU|BEKAS"},
    {"hyphen is a boundary, in terms too", "T SHIRT bekas", Action::kHide,
     "used", "T SHIRT|bekas"},
    {"marks, invisible characters and width are folded",
     "b\u0301aju be\u200Bkas", Action::kHide, "used", "b\u0301aju|be\u200Bkas"},
    {"letters of another script that look the same", "baju b\u0435kas",
     Action::kHide, "used", "baju|b\u0435kas"},
    {"an exception excuses only what lies in it", "baju bekas, bekas luka",
     Action::kHide, "used", "baju|bekas"},
    {"an exception of another list does not help", "toko baju, kaos bekas",
     Action::kHide, "used", "kaos|bekas"},
    {"the longer noun is the good", "tas laptop bekas", Action::kHide, "used",
     "tas laptop|bekas"},
    {"a second noun does not change the good", "jaket bekas bonus buku",
     Action::kHide, "used", "jaket|bekas"},
    {"a denial of something else", "kaos bekas bukan jaket", Action::kHide,
     "used", "kaos|bekas|jaket"},
    {"softened", "kaos bekas lokal", Action::kDemote, "used",
     "kaos|bekas|lokal"},
    {"a term of two words", "awul-awul jogja", Action::kDemote, "slang",
     "awul-awul"},
    {"within: next to each other", "kaos cakar", Action::kHide, "near",
     "kaos|cakar"},
    {"within: one word between", "kaos model cakar", Action::kHide, "near",
     "kaos|cakar"},
    {"only: a list and filler", "korea murah hari ini", Action::kReview, "bare",
     "korea"},
    {"a list within a term, and the list itself", "ex hong kong murah",
     Action::kReview, "bare", "ex hong kong"},
    {"the most severe rule decides", "thrift baju bekas", Action::kHide, "used",
     "baju|bekas"},

    {"empty", "", Action::kShow, "", ""},
    {"not UTF-8", "\xff\xfe", Action::kShow, "", ""},
    {"one of two", "baju baru", Action::kShow, "", ""},
    {"the other of two", "barang bekas", Action::kShow, "", ""},
    {"a city, not the word", "baju Bekasi", Action::kShow, "", ""},
    {"the reading of more signs is the longer noun", "j@s@ bekas",
     Action::kShow, "", ""},
    {"inside a longer word", "bajubekasan", Action::kShow, "", ""},
    {"excused by a list", "baju untuk bekas jerawat", Action::kShow, "", ""},
    {"excused by a denial, of any term", "kaos bukan second", Action::kShow, "",
     ""},
    {"excused by a number", "kaos dalam 30 second", Action::kShow, "", ""},
    {"a noun excused by its own list", "toko baju bekas", Action::kShow, "",
     ""},
    {"the first noun is another good", "rak sepatu kaos bekas", Action::kShow,
     "", ""},
    {"another good before the garment", "hp second bonus kaos", Action::kShow,
     "", ""},
    {"switched off", "thrift contoh", Action::kShow, "", ""},
    {"within: two words between", "kaos anak model cakar", Action::kShow, "",
     ""},
    {"only: another word", "korea murah sekali", Action::kShow, "", ""},
    {"only: a symbol is no word", "korea !!!", Action::kReview, "bare",
     "korea"},
    {"part of a term of two words", "awul jogja", Action::kShow, "", ""},
    {"words of a term in the wrong order", "segel bal", Action::kShow, "", ""},
    {"a word between the words of a term", "bal baru segel", Action::kShow, "",
     ""},
    {"a rule for listings asked as a query", "impor bekas", Action::kShow, "",
     ""},
};

std::string EvidenceText(const Scratch& scratch, std::string_view text) {
  std::string joined;
  const FiredRule& fired = scratch.verdict.fired[0];
  for (uint32_t i = 0; i < fired.pieces_size; ++i) {
    const Hit& hit =
        scratch.evidence.hits[scratch.verdict.pieces[fired.pieces_begin + i]];
    if (i > 0) joined += '|';
    joined += text.substr(hit.begin, hit.end - hit.begin);
  }
  return joined;
}

TEST_CASE("A query gets the expected verdict", "[check]") {
  const Compiled compiled = CompileText(kPolicy);
  INFO(compiled.faults);
  REQUIRE(compiled.ruleset);
  Scratch scratch;  // shared by the cases on purpose: reuse must not leak
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.text);
      CheckQuery(*compiled.ruleset, c.text, &scratch);
      CHECK(scratch.verdict.action == c.action);
      REQUIRE(scratch.verdict.fired.empty() == c.rule.empty());
      if (!c.rule.empty()) {
        const FiredRule& fired = scratch.verdict.fired[0];
        CHECK(compiled.ruleset->rules[fired.rule].id == c.rule);
        CHECK(EvidenceText(scratch, c.text) == c.evidence);
      }
    }
  }
}

struct ListingCase {
  const char* why;
  Listing listing;
  Action action;
};

const ListingCase kListings[] = {
    {"title alone", {.title = "baju bekas"}, Action::kHide},
    {"the category is the noun",
     {.title = "Uniqlo bekas", .category = "Fashion Pria > Atasan"},
     Action::kHide},
    {"case of the category",
     {.title = "Uniqlo bekas", .category = "FASHION"},
     Action::kHide},
    {"the condition is the word",
     {.title = "Jaket kulit", .condition = "Bekas"},
     Action::kHide},
    {"category and condition together",
     {.title = "Uniqlo", .category = "Fashion", .condition = "bekas"},
     Action::kHide},
    {"a list that looks in descriptions",
     {.title = "Murah", .description = "isi satu bal segel"},
     Action::kHide},
    {"a rule for listings", {.title = "impor bekas"}, Action::kReview},

    {"nothing", {}, Action::kShow},
    {"the description of a list that does not look there",
     {.title = "baju", .description = "bukan baru, bekas"},
     Action::kShow},
    {"a term does not cross fields",
     {.title = "bal", .description = "segel"},
     Action::kShow},
    {"a category that only contains the word",
     {.title = "bekas", .category = "Hobi > Fashion Boneka"},
     Action::kShow},
    {"another condition",
     {.title = "Jaket kulit", .condition = "Baru"},
     Action::kShow},
    {"a condition is matched whole",
     {.title = "Jaket kulit", .condition = "bekas servis"},
     Action::kShow},
    {"the good in the title is another, whatever the category",
     {.title = "rak bekas", .category = "Fashion"},
     Action::kShow},
};

TEST_CASE("A listing gets the expected verdict", "[check]") {
  const Compiled compiled = CompileText(kPolicy);
  REQUIRE(compiled.ruleset);
  Scratch scratch;
  for (const ListingCase& c : kListings) {
    DYNAMIC_SECTION(c.why) {
      CheckListing(*compiled.ruleset, c.listing, &scratch);
      CHECK(scratch.verdict.action == c.action);
    }
  }
}

TEST_CASE("Long texts are cut before a character, and it is told", "[check]") {
  const Compiled compiled = CompileText(kPolicy);
  REQUIRE(compiled.ruleset);
  Scratch scratch;
  const std::string at_limit = std::string(kMaxText - 10, ' ') + "baju bekas";
  CheckQuery(*compiled.ruleset, at_limit, &scratch);
  CHECK(scratch.verdict.action == Action::kHide);
  CHECK_FALSE(scratch.verdict.text_cut);
  CheckQuery(*compiled.ruleset, " " + at_limit, &scratch);
  CHECK(scratch.verdict.action == Action::kShow);  // "beka" is left
  CHECK(scratch.verdict.text_cut);

  CHECK(CutText(std::string(kMaxText - 1, ' ') + "\u00e9").size() ==
        kMaxText - 1);
  CHECK(CutText(std::string(kMaxText - 2, ' ') + "\U0001F455").size() ==
        kMaxText - 2);
  CHECK(CutText(std::string(kMaxText + 9, '\x80')).size() == kMaxText);
}

TEST_CASE("A text made of evidence alone is judged", "[check]") {
  const Compiled compiled = CompileText(kPolicy);
  REQUIRE(compiled.ruleset);
  Scratch scratch;
  std::string text;
  while (text.size() < 2 * kMaxText) text += "toko baju bekas luka ";
  CheckQuery(*compiled.ruleset, text, &scratch);
  CHECK(scratch.verdict.action == Action::kShow);
  CheckQuery(*compiled.ruleset, "kaos bekas " + text, &scratch);
  CHECK(scratch.verdict.action == Action::kHide);
  CHECK(scratch.verdict.pieces.size() <= 2 * Verdict::kMaxPieces);
}

}  // namespace
}  // namespace saring
