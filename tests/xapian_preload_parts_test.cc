// What the preloaded library knows of a program's texts: those typed, those
// indexed, and those in a document's data.

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "plugin/hosts/xapian_preload/indexed_text.h"
#include "plugin/hosts/xapian_preload/listing_fields.h"
#include "plugin/hosts/xapian_preload/searches.h"
#include "plugin/hosts/xapian_preload/typed_text.h"

namespace saring {
namespace {

using preload::ReadFields;
using preload::RememberIndexed;
using preload::RememberTyped;
using preload::TakeIndexedTitle;
using preload::TypedText;
using Xapian::Query;

struct DataCase {
  const char* why;
  const char* data;
  const char* title;
  const char* category;
};

const DataCase kData[] = {
    {"a line each", "title=jaket\ncategory=Fashion", "jaket", "Fashion"},
    {"a last line that ends", "title=jaket\n", "jaket", ""},
    {"a value with an equals sign", "title=a=b", "a=b", ""},
    {"a name twice", "title=jaket\ntitle=merah", "jaket\nmerah", ""},
    {"names that begin alike", "titles=x\ntitle=y\nsubtitle=z", "y", ""},
    {"capitals are another name", "Title=x", "", ""},
    {"no value", "title=", "", ""},
    {"no field", "title", "", ""},
    {"JSON is no such line", "{\"title\": \"x\"}", "", ""},
    {"lines of Windows", "title=x\r\ncategory=y\r", "x\r", "y\r"},
    {"nothing", "", "", ""},
    {"empty lines", "\n\ntitle=x\n\n", "x", ""},
    {"bytes that are no text", "title=\xff\xfe\n", "\xff\xfe", ""},
};

TEST_CASE("Fields are read as Omega writes them", "[preload]") {
  for (const DataCase& c : kData) {
    CAPTURE(c.why);
    const preload::ListingFields fields = ReadFields(c.data, {});
    CHECK(fields.title == c.title);
    CHECK(fields.category == c.category);
    CHECK(fields.empty() ==
          (std::string(c.title).empty() && std::string(c.category).empty()));
  }
}

TEST_CASE("Fields have the names that they are given", "[preload]") {
  preload::FieldNames names;
  names.title = names.description = "caption";
  const preload::ListingFields fields = ReadFields("caption=x\ntitle=y", names);
  CHECK(fields.title == "x");
  CHECK(fields.description == "x");
}

// Parses as a program does that has the library before it.
Query Parse(const std::string& text, const std::string& prefix = "") {
  Xapian::QueryParser parser;
  parser.set_default_op(Query::OP_AND);
  const Query query = parser.parse_query(
      text,
      Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD,
      prefix);
  RememberTyped(text, query);
  return query;
}

struct TypedCase {
  const char* why;
  Query (*make)();
  const char* text;
};

const TypedCase kTyped[] = {
    {"as parsed", [] { return Parse("Jaket-BEKAS!"); }, "Jaket-BEKAS!"},
    {"within a filter",
     [] { return Query(Query::OP_FILTER, Parse("tas, x"), Query("XCAT:1")); },
     "tas, x"},
    {"weighed",
     [] { return Query(Query::OP_SCALE_WEIGHT, Parse("tas? y"), 2.0); },
     "tas? y"},
    {"less a filter",
     [] { return Query(Query::OP_AND_NOT, Parse("tas (z)"), Query("XN")); },
     "tas (z)"},
    {"two texts, in their order",
     [] {
       const Query first = Parse("SATU");
       return Query(Query::OP_AND, first, Parse("DUA"));
     },
     "SATU DUA"},
    {"two texts of many words, which Xapian makes one list of",
     [] {
       const Query first = Parse("satu, dua");
       return Query(Query::OP_AND, first, Parse("tiga, empat"));
     },
     "satu, dua tiga, empat"},
    {"a wildcard", [] { return Parse("bek* JAKET"); }, "bek* JAKET"},
    {"under a prefix", [] { return Parse("Bekas!", "XM"); }, "Bekas!"},
    {"a text that another begins with",
     [] {
       Parse("jaket MERAH biru");
       return Parse("jaket (MERAH)");
     },
     "jaket (MERAH)"},
    {"the latest of two that make the same",
     [] {
       Parse("sama JUGA");
       return Parse("Sama, juga");
     },
     "Sama, juga"},
    {"one box is part of what another thread typed",
     [] {
       const Query own = Parse("tas?");
       std::thread([] { Parse("TAS..."); }).join();
       return own;
     },
     "tas?"},
    {"parsed by another thread",
     [] {
       Query query;
       std::thread([&] { query = Parse("Lain-Lain"); }).join();
       return query;
     },
     "Lain-Lain"},

    {"made by hand", [] { return Query("karung"); }, "karung"},
    {"made by hand, of stems", [] { return Query("Zkarung"); }, "karung"},
    {"words in their order",
     [] {
       const std::string words[] = {"z9", "a9", "m9"};
       return Query(Query::OP_PHRASE, words, words + 3);
     },
     "z9 a9 m9"},
    {"a text and a word by hand",
     [] { return Query(Query::OP_AND, Parse("(Topi)"), Query("karung")); },
     "(Topi) karung"},
    {"filters are no words", [] { return Query("XCATkarung"); }, ""},
    {"everything", [] { return Query::MatchAll; }, ""},
    {"a range", [] { return Query(Query::OP_VALUE_RANGE, 1, "a", "b"); }, ""},
    {"nothing", [] { return Query(); }, ""},
    {"a text without words", [] { return Parse("?!"); }, ""},
};

TEST_CASE("A query is known again by what it is made of", "[preload]") {
  for (const TypedCase& c : kTyped) {
    DYNAMIC_SECTION(c.why) { CHECK(TypedText(c.make()) == c.text); }
  }
}

TEST_CASE("A forgotten text is made up of its words", "[preload]") {
  const Query query = Parse("Lama-SEKALI");
  for (int i = 0; i < 300; ++i) Parse("baru" + std::to_string(i));
  CHECK(TypedText(query) == "lama sekali");
}

TEST_CASE("A text of any length is remembered", "[preload]") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Kata" + std::to_string(i) + "; ";
  CHECK(TypedText(Parse(text)) == text);
}

TEST_CASE("A search lives as long as its Enquire and the copies of it",
          "[preload]") {
  using namespace preload;
  const Xapian::Database db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const Xapian::Enquire first(db), second(db), third(db);
  CHECK(SearchOf(&first) == nullptr);
  Opened(&first, db);
  const std::weak_ptr<Search> search = SearchOf(&first);
  Copied(&first, &second, false);
  CHECK(SearchOf(&second) == search.lock());
  Copied(&second, &third, true);
  CHECK(SearchOf(&second) == nullptr);
  Copied(&third, &third, true);
  CHECK(SearchOf(&third) == search.lock());
  Destroyed(&first);
  CHECK(SearchOf(&first) == nullptr);
  CHECK_FALSE(search.expired());
  Destroyed(&third);
  CHECK(search.expired());
  Destroyed(&third);
}

using Pieces = std::vector<std::pair<const char*, const char*>>;

struct IndexedCase {
  const char* why;
  Pieces pieces;  // prefix, text
  const char* title;
};

const IndexedCase kIndexed[] = {
    {"a title", {{"S", "jaket"}}, "jaket"},
    {"plain text", {{"", "jaket"}}, "jaket"},
    {"a title goes first", {{"", "x"}, {"S", "jaket"}}, "jaket"},
    {"twice the same", {{"", "jaket"}, {"", "jaket"}}, "jaket"},
    {"in pieces", {{"", "jaket"}, {"", "bekas"}}, "jaket\nbekas"},
    {"of another prefix", {{"XM", "jaket"}}, ""},
    {"no text", {{"", ""}}, ""},
    {"none", {}, ""},
};

TEST_CASE("The indexed title is what was indexed as one", "[preload]") {
  for (const IndexedCase& c : kIndexed) {
    CAPTURE(c.why);
    const Xapian::Document document, other;
    RememberIndexed(other, "tas", "");
    for (const auto& [prefix, text] : c.pieces) {
      RememberIndexed(document, text, prefix);
    }
    CHECK(TakeIndexedTitle(document) == c.title);
    CHECK(TakeIndexedTitle(document) == "");
    CHECK(TakeIndexedTitle(other) == "tas");
  }
}

TEST_CASE("Documents that never come are forgotten", "[preload]") {
  const Xapian::Document first;
  RememberIndexed(first, "jaket", "");
  for (int i = 0; i < 1024; ++i) {
    RememberIndexed(Xapian::Document(), std::string(1000, 'x'), "");
  }
  CHECK(TakeIndexedTitle(first) == "");
}

}  // namespace
}  // namespace saring
