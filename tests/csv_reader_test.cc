// Rows out of CSV, and what no format may be slow or lost at.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "tests/rows.h"

namespace saring::cli {
namespace {

const Case kCsv[] = {
    {"a header and a row",
     Format::kCsv,
     kByName,
     "id,title\n7,baju\n",
     {"2:baju|7"}},
    {"CRLF",
     Format::kCsv,
     kByName,
     "id,title\r\n7,baju\r\n8,kaos\r\n",
     {"2:baju|7", "3:kaos|8"}},
    {"a quoted comma",
     Format::kCsv,
     kByName,
     "id,title\n7,\"a,b\"\n",
     {"2:a,b|7"}},
    {"a quoted header",
     Format::kCsv,
     kByName,
     "\"id\",\"title\"\n7,a\n",
     {"2:a|7"}},
    {"a quote is doubled inside quotes",
     Format::kCsv,
     kFirst,
     "\"a \"\"b\"\" c\"\n\"\"\"\"\n",
     {"1:a \"b\" c|", "2:\"|"}},
    {"an empty quoted column", Format::kCsv, kFirst, "\"\",x\n", {"1:|"}},
    {"quoted line breaks; the row is that of the first line",
     Format::kCsv,
     kSecondWithId,
     "7,\"a\nb\r\nc\"\n8,d\n",
     {"1:a\nb\r\nc|7", "4:d|8"}},
    {"a quoted empty line",
     Format::kCsv,
     kFirst,
     "\"a\n\nb\"\nc\n",
     {"1:a\n\nb|", "4:c|"}},
    {"a quoted CR before the closing quote",
     Format::kCsv,
     kFirst,
     "\"a\r\"\r\nb\n",
     {"1:a\r|", "2:b|"}},
    {"a closing quote at the very end",
     Format::kCsv,
     kFirst,
     "\"a\"",
     {"1:a|"}},
    {"blanks are not trimmed", Format::kCsv, kFirst, " a ,b\n", {"1: a |"}},
    {"tabs are ordinary characters",
     Format::kCsv,
     kFirst,
     "a\tb,c\n",
     {"1:a\tb|"}},
    {"an apostrophe quotes nothing",
     Format::kCsv,
     kFirst,
     "'a,b'\n",
     {"1:'a|"}},
    {"a CR inside a row is data",
     Format::kCsv,
     kFirst,
     "a\rb,c\n",
     {"1:a\rb|"}},
    {"a row too short",
     Format::kCsv,
     kByName,
     "id,title\n7\n8,kaos\n",
     {"2!1 column, but column 2 is needed", "3:kaos|8"}},
    {"a comma too many moves columns",
     Format::kCsv,
     kByName,
     "id,title\n7,a,b\n",
     {"2!3 columns where the header has 2"}},
    {"a quote inside a plain column",
     Format::kCsv,
     kFirst,
     "a\"b\nc\n",
     {"1!a quote inside a column that does not begin with one", "2:c|"}},
    {"text after a closing quote",
     Format::kCsv,
     kFirst,
     "\"a\"b\nc\n",
     {"1!text after a closing quote; a quote inside quotes is doubled",
      "2:c|"}},
    {"a quote that is never closed costs one row",
     Format::kCsv,
     kFirst,
     "\"a\nb\nc\n",
     {"1!a quote is never closed", "2:b|", "3:c|"}},
    {"a quote that only the next quoted row closes costs one row",
     Format::kCsv,
     kFirst,
     "\"a\nb\n\"c\",d\ne\n",
     {"1!text after a closing quote; a quote inside quotes is doubled", "2:b|",
      "3:c|", "4:e|"}},
    {"a quote at the very end",
     Format::kCsv,
     kFirst,
     "a\n\"",
     {"1:a|", "2!a quote is never closed"}},
    {"a quote that stays open for too long",
     Format::kCsv,
     kFirst,
     "\"a\nb\n" + Long(kMaxRecordBytes) + "\nc\n",
     {"1!a quote is not closed within 1048576 bytes", "2:b|",
      "3:" + Long(kMaxRecordBytes) + "|", "4:c|"}},
    {"an open quote before a line too long",
     Format::kCsv,
     kFirst,
     "\"a\nb\n" + Long(3 * kMaxRecordBytes) + "\nc\n",
     {"1!a quote is not closed within 1048576 bytes", "2:b|",
      "3!longer than 1048576 bytes", "4:c|"}},
    {"a first line too long",
     Format::kCsv,
     kFirst,
     '"' + Long(kMaxRecordBytes) + "\"\nc\n",
     {"1!longer than 1048576 bytes", "2:c|"}},
};

TEST_CASE("CSV rows", "[rows]") { CheckAll(kCsv); }

// Columns written by the book are read back, whatever is in them and however
// the bytes arrive.
TEST_CASE("CSV columns survive quoting", "[rows]") {
  const unsigned seed = GENERATE(range(0u, 300u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  const std::string alphabet = "a\",\n\r\t ";
  std::string file;
  Rows expected;
  size_t line = 1;
  for (int row = 0; row < 5; ++row) {
    std::string text, quoted;
    for (unsigned n = rng() % 8; n > 0; --n) {
      text += alphabet[rng() % alphabet.size()];
    }
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    file += "7,\"" + quoted + (rng() % 2 ? "\"\n" : "\"\r\n");
    expected.push_back(std::to_string(line) + ':' + text + "|7");
    line += 1 + std::count(text.begin(), text.end(), '\n');
  }
  CAPTURE(file);
  CHECK(Read(Format::kCsv, kSecondWithId, file, 1 + seed % 9) == expected);
}

// Noise is read to its end, in time linear in it, and lines only ever grow.
TEST_CASE("Noise is read to its end", "[rows]") {
  const unsigned seed = GENERATE(range(0u, 60u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  const std::string alphabet = "\"\"\",,\n\n\r\ta{}[]:";
  std::string noise(20000, ' ');
  for (char& c : noise) c = alphabet[rng() % alphabet.size()];
  const auto lines = std::count(noise.begin(), noise.end(), '\n') + 1;
  for (const Format format : {Format::kTsv, Format::kCsv, Format::kJsonLines}) {
    const auto reader = MakeRowReader(
        format, ChooseColumns(kFirst, format, "title"), SourceOf(noise), "f");
    Row row;
    std::string fault;
    uint64_t last = 0;
    while (reader->Next(&row, &fault) != RowReader::Got::kEnd) {
      REQUIRE(row.line > last);
      REQUIRE(row.line <= static_cast<uint64_t>(lines));
      last = row.line;
    }
  }
}

// Every line opens a quote that the next one but one closes badly: what is read
// again must not add up.
TEST_CASE("Many bad quotes take linear time", "[rows]") {
  std::string file;
  for (int i = 0; i < 200000; ++i) file += i % 2 ? "b\n" : "\"a\n";
  file += Long(kMaxRecordBytes) + "\n";
  CHECK(Read(Format::kCsv, kFirst, file).size() == 200001);
}

}  // namespace
}  // namespace saring::cli
