// Rows out of TSV and JSON lines, and which column is which.

#include <catch2/catch.hpp>
#include <string>

#include "plugin/cli/failure.h"
#include "tests/rows.h"

namespace saring::cli {
namespace {

const Case kTsv[] = {
    {"a header and a row",
     Format::kTsv,
     kByName,
     "id\ttitle\n7\tbaju\n",
     {"2:baju|7"}},
    {"columns in another order",
     Format::kTsv,
     kByName,
     "title\tid\nbaju\t7\n",
     {"2:baju|7"}},
    {"columns that are not asked for are passed over",
     Format::kTsv,
     kByName,
     "a\ttitle\tb\n1\tbaju\t2\n",
     {"2:baju|"}},
    {"no line end at the end",
     Format::kTsv,
     kByName,
     "title\nbaju",
     {"2:baju|"}},
    {"only a header", Format::kTsv, kByName, "title\n", {}},
    {"by number there is no header",
     Format::kTsv,
     kFirst,
     "baju\nkaos\n",
     {"1:baju|", "2:kaos|"}},
    {"two columns by number",
     Format::kTsv,
     kSecondWithId,
     "7\tbaju\n",
     {"1:baju|7"}},
    {"nothing at all, by number", Format::kTsv, kFirst, "", {}},
    {"quotes are ordinary characters",
     Format::kTsv,
     kFirst,
     "\"baju\n\"a\" b\n",
     {"1:\"baju|", "2:\"a\" b|"}},
    {"commas are ordinary characters",
     Format::kTsv,
     kFirst,
     "a,b\n",
     {"1:a,b|"}},
    {"an empty line is a row of one empty column",
     Format::kTsv,
     kFirst,
     "a\n\nb\n",
     {"1:a|", "2:|", "3:b|"}},
    {"one CR at the end is of the line end",
     Format::kTsv,
     kFirst,
     "a\r\nb\r\r\n",
     {"1:a|", "2:b\r|"}},
    {"a CR elsewhere is data", Format::kTsv, kFirst, "a\rb\n", {"1:a\rb|"}},
    {"Unicode line breaks are data",
     Format::kTsv,
     kFirst,
     "a\u2028b\u0085c\vd\fe\n",
     {"1:a\u2028b\u0085c\vd\fe|"}},
    {"blanks are not trimmed",
     Format::kTsv,
     kFirst,
     " a \u00A0\n",
     {"1: a \u00A0|"}},
    {"a NUL is data",
     Format::kTsv,
     kFirst,
     std::string("a\0b\n", 4),
     {std::string("1:a\0b|", 6)}},
    {"bytes that are not UTF-8 are data",
     Format::kTsv,
     kFirst,
     "\xff\xfe\n",
     {"1:\xff\xfe|"}},
    {"a byte order mark is no part of the header",
     Format::kTsv,
     kByName,
     "\xEF\xBB\xBFtitle\nbaju\n",
     {"2:baju|"}},
    {"but one further on is data",
     Format::kTsv,
     kFirst,
     "a\xEF\xBB\xBF\n",
     {"1:a\xEF\xBB\xBF|"}},
    {"a row too short",
     Format::kTsv,
     kByName,
     "id\ttitle\n7\n8\tkaos\n",
     {"2!1 column, but column 2 is needed", "3:kaos|8"}},
    {"a row too short, but with what is needed",
     Format::kTsv,
     kByName,
     "title\tx\nbaju\n",
     {"2:baju|"}},
    {"a tab too many moves columns",
     Format::kTsv,
     kByName,
     "id\ttitle\n7\tba\tju\n8\tkaos\n",
     {"2!3 columns where the header has 2", "3:kaos|8"}},
    {"without a header more columns are passed over",
     Format::kTsv,
     kFirst,
     "a\tb\tc\n",
     {"1:a|"}},
    {"the longest line that is read",
     Format::kTsv,
     kFirst,
     Long(kMaxRecordBytes) + "\nb\n",
     {"1:" + Long(kMaxRecordBytes) + "|", "2:b|"}},
    {"one byte more",
     Format::kTsv,
     kFirst,
     Long(kMaxRecordBytes + 1) + "\nb\n",
     {"1!longer than 1048576 bytes", "2:b|"}},
    {"a long line at the end",
     Format::kTsv,
     kFirst,
     "a\n" + Long(5 * kMaxRecordBytes),
     {"1:a|", "2!longer than 1048576 bytes"}},
    {"a long line of tabs",
     Format::kTsv,
     kFirst,
     std::string(kMaxRecordBytes + 1, '\t') + "\nb\n",
     {"1!longer than 1048576 bytes", "2:b|"}},
};

const Case kJsonLines[] = {
    {"an object",
     Format::kJsonLines,
     kByName,
     R"({"title":"baju","id":"7"})"
     "\n",
     {"1:baju|7"}},
    {"keys in any order, others passed over",
     Format::kJsonLines,
     kByName,
     R"({"x":[1,{"title":2}],"id":"7","title":"baju"})",
     {"1:baju|7"}},
    {"a number for an id",
     Format::kJsonLines,
     kByName,
     R"({"title":"baju","id":7})",
     {"1:baju|7"}},
    {"null is as good as absent",
     Format::kJsonLines,
     kByName,
     R"({"title":"baju","id":null})",
     {"1:baju|"}},
    {"escapes",
     Format::kJsonLines,
     kByName,
     R"({"title":"a\n\"b\" \u0062\ud83d\ude00"})",
     {"1:a\n\"b\" b\U0001F600|"}},
    {"CRLF and empty lines are white space",
     Format::kJsonLines,
     kByName,
     "{\"title\":\"a\"}\r\n\r\n \n{\"title\":\"b\"}\r\n",
     {"1:a|", "4:b|"}},
    {"a byte order mark",
     Format::kJsonLines,
     kByName,
     "\xEF\xBB\xBF{\"title\":\"a\"}\n",
     {"1:a|"}},
    {"another key by name",
     Format::kJsonLines,
     {"", "", "name", {"id=sku"}},
     R"({"name":"a","sku":"b","title":"c"})",
     {"1:a|b"}},
    {"a number is a key like any other",
     Format::kJsonLines,
     kFirst,
     R"({"1":"a"})",
     {"1:a|"}},
    {"an empty text is a text",
     Format::kJsonLines,
     kByName,
     R"({"title":""})",
     {"1:|"}},
    {"not JSON",
     Format::kJsonLines,
     kByName,
     "{\"title\":\n{\"title\":\"b\"}\n",
     {"1!not JSON", "2:b|"}},
    {"two objects in a line",
     Format::kJsonLines,
     kByName,
     R"({"title":"a"} {"title":"b"})",
     {"1!not JSON"}},
    {"bytes that are not UTF-8 are not JSON",
     Format::kJsonLines,
     kByName,
     "{\"title\":\"\xff\"}\n",
     {"1!not JSON"}},
    {"not an object",
     Format::kJsonLines,
     kByName,
     "[1]\n\"a\"\n3\nnull\n",
     {"1!not a JSON object", "2!not a JSON object", "3!not a JSON object",
      "4!not a JSON object"}},
    {"no text",
     Format::kJsonLines,
     kByName,
     "{\"id\":\"7\"}\n",
     {"1!no 'title'"}},
    {"null for a text",
     Format::kJsonLines,
     kByName,
     "{\"title\":null}\n",
     {"1!no 'title'"}},
    {"a list for a text",
     Format::kJsonLines,
     kByName,
     "{\"title\":[\"a\"]}\n",
     {"1!'title' is neither text nor a number"}},
    {"nested without end",
     Format::kJsonLines,
     kByName,
     std::string(kMaxRecordBytes, '[') + "\n{\"title\":\"b\"}\n",
     {"1!not JSON", "2:b|"}},
    {"too long",
     Format::kJsonLines,
     kByName,
     "{\"title\":\"" + Long(kMaxRecordBytes) + "\"}\n{\"title\":\"b\"}\n",
     {"1!longer than 1048576 bytes", "2:b|"}},
};

TEST_CASE("TSV rows", "[rows]") { CheckAll(kTsv); }
TEST_CASE("JSON-lines rows", "[rows]") { CheckAll(kJsonLines); }

struct BadHeader {
  const char* why;
  Format format;
  InputOptions options;
  std::string file;
  std::string message;
};

const BadHeader kBadHeaders[] = {
    {"an empty file", Format::kTsv, kByName, "",
     "f: is empty; expected a header in its first line"},
    {"no text", Format::kTsv, kByName, "id\tname\n7\ta\n",
     "f: no column 'title'; its first line has: id, name"},
    {"a field that was asked for",
     Format::kTsv,
     {"", "", "", {"id=sku"}},
     "id\ttitle\n",
     "f: no column 'sku'; its first line has: id, title"},
    {"a text twice", Format::kTsv, kByName, "title\ttitle\n",
     "f: the column 'title' stands twice in its first line"},
    {"bad quoting", Format::kCsv, kByName, "\"title\n",
     "f:1: a quote is never closed"},
};

TEST_CASE("A header that does not have what is asked for", "[rows]") {
  for (const BadHeader& c : kBadHeaders) {
    DYNAMIC_SECTION(c.why) {
      CHECK_THROWS_MATCHES(Read(c.format, c.options, c.file), Failure,
                           Catch::Matchers::Message(c.message));
    }
  }
}

TEST_CASE("Column options that contradict each other", "[rows]") {
  const auto choose = [](const InputOptions& options) {
    ChooseColumns(options, Format::kTsv, "title");
  };
  CHECK_THROWS_AS(choose({"", "", "1", {"id=sku"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "name", {"id=2"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"id=2"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"id"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"id="}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"colour=x"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"=x"}}), UsageError);
  CHECK_THROWS_AS(choose({"", "", "", {"id=a", "id=b"}}), UsageError);
  CHECK_NOTHROW(choose({"", "", "0", {}}));  // 0 is no number of a column
}

TEST_CASE("The format is that of the file's name, or as said", "[rows]") {
  CHECK(ChooseFormat({"a.tsv", "", "", {}}) == Format::kTsv);
  CHECK(ChooseFormat({"a.csv", "", "", {}}) == Format::kCsv);
  CHECK(ChooseFormat({"a.jsonl", "", "", {}}) == Format::kJsonLines);
  CHECK(ChooseFormat({"a.ndjson", "", "", {}}) == Format::kJsonLines);
  CHECK(ChooseFormat({"-", "", "", {}}) == Format::kTsv);
  CHECK(ChooseFormat({"csv", "", "", {}}) == Format::kTsv);
  CHECK(ChooseFormat({"a.csv", "tsv", "", {}}) == Format::kTsv);
  CHECK_THROWS_AS(ChooseFormat({"a.csv", "xml", "", {}}), UsageError);
}

}  // namespace
}  // namespace saring::cli
