// Text for terminals, and listings as databases keep them.

#include <catch2/catch.hpp>
#include <string>

#include "plugin/cli/display.h"
#include "plugin/cli/listing_data.h"

namespace saring::cli {
namespace {

struct Shown {
  const char* why;
  std::string text, shown;
};

const Shown kShown[] = {
    {"plain", "baju bekas", "baju bekas"},
    {"other scripts", "баю 服 صابون", "баю 服 صابون"},
    {"emoji", "\U0001F455", "\U0001F455"},
    {"combining marks stay", "e\u0301", "e\u0301"},
    {"a zero-width space stays", "a\u200Bb", "a\u200Bb"},
    {"line breaks and tabs would break the table", "a\r\n\tb", "a   b"},
    {"an escape would steer the terminal", "a\x1b[2Jb", "a\uFFFD[2Jb"},
    {"so would its one-byte form", "a\u009B2Jb", "a\uFFFD2Jb"},
    {"a bell, a backspace, a delete", "\a\b\x7f", "\uFFFD\uFFFD\uFFFD"},
    {"a NUL", std::string("a\0b", 3), "a\uFFFDb"},
    {"right-to-left override", "a\u202Eb\u2066", "a\uFFFDb\uFFFD"},
    {"line separator", "a\u2028b", "a\uFFFDb"},
    {"not UTF-8, a byte each", "a\xff\xc3", "a\uFFFD\uFFFD"},
    {"a surrogate", "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},
    {"nothing", "", ""},
};

TEST_CASE("Printable text neither steers nor reorders a terminal", "[cli]") {
  for (const Shown& c : kShown) {
    DYNAMIC_SECTION(c.why) { CHECK(Printable(c.text) == c.shown); }
  }
}

const Shown kFitted[] = {
    {"shorter", "baju", "baju  "},
    {"just so", "bajuku", "bajuku"},
    {"longer", "bajukuu", "bajuk…"},
    {"wide letters take two columns", "服服服", "服服服"},
    {"a wide letter that does not fit", "服服服服", "服服… "},
    {"a wide letter at the cut", "a服服服", "a服服…"},
    {"marks take none", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
     "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"},
    {"nothing", "", "      "},
};

TEST_CASE("Text fits six columns exactly", "[cli]") {
  for (const Shown& c : kFitted) {
    DYNAMIC_SECTION(c.why) { CHECK(FitColumns(c.text, 6) == c.shown); }
  }
}

TEST_CASE("A listing's data gives the listing back", "[cli]") {
  Row row;
  row.values = {"baju \"x\"\n", "7\x01", "d", "A > B", "bekas", "toko", "12.5"};
  CHECK(RowOfData(ListingData(row)).values == row.values);
  CHECK(RowOfData(ListingData(Row())).values == Row().values);
  row[Field::kPrice] = "150000";
  CHECK(RowOfData(ListingData(row))[Field::kPrice] == "150000");
  row[Field::kText] = "a\xff";  // JSON cannot hold it
  CHECK(RowOfData(ListingData(row))[Field::kText] == "a\uFFFD");
}

TEST_CASE("Data of other programs gives what it has", "[cli]") {
  CHECK(RowOfData(R"({"title":"baju","id":[1]})")[Field::kText] == "baju");
  for (const char* data : {"", R"({"title":{}})", R"({"sku":"7"})"}) {
    CAPTURE(data);
    CHECK(RowOfData(data).values == Row().values);
  }
  for (const char* data : {"baju", "[1]", "{", "7", "title=baju\nsku=7"}) {
    CAPTURE(data);
    Row title;
    title[Field::kText] = data;
    CHECK(RowOfData(data).values == title.values);
  }
}

TEST_CASE("Prices are plain finite numbers", "[cli]") {
  CHECK(ParsePrice("150000") == 150000.0);
  CHECK(ParsePrice("9.5") == 9.5);
  CHECK(ParsePrice("-1") == -1.0);
  for (const char* text : {"", " 1", "1 ", "Rp1", "1.000,00", "1e5", "inf",
                           "nan", "0x10", "1.2.3", "+1"}) {
    CAPTURE(text);
    CHECK_FALSE(ParsePrice(text));
  }
}

}  // namespace
}  // namespace saring::cli
