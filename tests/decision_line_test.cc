// A decision, from the check to its line in the log.

#include "plugin/monitor/decision_line.h"

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/watched.h"

namespace saring {
namespace {

using nlohmann::json;

// 2026-11-26T19:00:01.000002Z
constexpr int64_t kTime = 1'795'719'601'000'002;

json LineOf(const Subject& subject, const Ruleset& ruleset) {
  Scratch scratch;
  if (subject.asked == Asked::kQuery) {
    CheckQuery(ruleset, subject.texts.title, &scratch, Rules::kInForce,
               Depth::kVerdict);
  } else {
    CheckListing(ruleset, subject.texts, &scratch, Rules::kInForce,
                 Depth::kVerdict);
  }
  Record record;
  const PolicyTexts texts(ruleset);
  record.Pack(subject, ruleset, texts, scratch, kTime);
  std::string line;
  AppendDecisionLine(Record::Unpack(record.bytes().data()), "p-1", &line);
  CHECK(line.find('\n') == line.size() - 1);
  return json::parse(line);
}

json LineOf(const Subject& subject) {
  return LineOf(subject, *WatchedPolicy());
}

TEST_CASE("A line has the whole decision", "[monitor]") {
  const json line = LineOf(
      {Asked::kListing,
       {.title = "baju b3kas ukuran 42", .description = "second, WA 0812"},
       "id-1",
       "toko-2"});
  CHECK(line["time"] == "2026-11-26T19:00:01.000002Z");
  CHECK(line["puid"] == "p-1");
  CHECK(line["as"] == "listing");
  CHECK(line["action"] == "hide");
  CHECK(line["id"] == "id-1");
  CHECK(line["seller"] == "toko-2");
  CHECK(line["text"] == "baju b#kas ukuran ##");
  CHECK(line["policy"]["name"] == "watched");
  CHECK(line["policy"]["revision"] == "7");
  CHECK(line["policy"]["fingerprint"].get<std::string>().size() == 16);
  CHECK(line["rules"] == json::parse(R"([{"id":"used-fashion","action":"hide",
                                          "softened":false}])"));
  REQUIRE(line["evidence"].size() == 3);
  CHECK(line["evidence"][1] == json::parse(R"({
      "rule":"used-fashion","list":"used","term":"bekas","field":"title",
      "begin":5,"end":10,"text":"b#kas","read_as":"bekas",
      "step":"digits for letters"})"));
  CHECK(line["evidence"][2]["field"] == "description");
  for (const char* absent :
       {"answer", "text_cut", "rules_left_out", "evidence_left_out"}) {
    CAPTURE(absent);
    CHECK_FALSE(line.contains(absent));
  }
}

TEST_CASE("A query has an answer and owes nobody reasons", "[monitor]") {
  const json line = LineOf({Asked::kQuery, {.title = "baju bekas"}});
  CHECK(line["as"] == "query");
  CHECK(line["answer"] == "clean");
  for (const char* absent : {"id", "seller", "statement"}) {
    CAPTURE(absent);
    CHECK_FALSE(line.contains(absent));
  }
}

struct StatementCase {
  const char* why;
  const char* title;
  const char* visibility;  // nullptr: no statement is due
  const char* ground;
  const char* basis;        // the attribute of the ground
  const char* explanation;  // its text, or the beginning
};

const StatementCase kStatements[] = {
    {"hidden by law", "baju bekas", "DECISION_VISIBILITY_CONTENT_DISABLED",
     "DECISION_GROUND_ILLEGAL_CONTENT", "Peraturan Uji, Pasal 1",
     "Tidak boleh dijual."},
    {"demoted by law, as softened", "baju bekas pribadi",
     "DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_GROUND_ILLEGAL_CONTENT",
     "Peraturan Uji, Pasal 1", "Tidak boleh dijual."},
    {"demoted by the house, without a notice", "baju lungsuran",
     "DECISION_VISIBILITY_CONTENT_DEMOTED",
     "DECISION_GROUND_INCOMPATIBLE_CONTENT",
     "policy watched, rule worn-fashion",
     "Rule worn-fashion of the policy watched does not allow this offer."},
    {"shown", "baju baru", nullptr, nullptr, nullptr, nullptr},
};

TEST_CASE("A listing that is seen less has a statement of reasons",
          "[monitor]") {
  for (const StatementCase& c : kStatements) {
    DYNAMIC_SECTION(c.why) {
      const json line = LineOf({Asked::kListing, {.title = c.title}});
      REQUIRE(line.contains("statement") == (c.visibility != nullptr));
      if (c.visibility == nullptr) continue;
      const json& statement = line["statement"];
      CHECK(statement["decision_visibility"] == json::array({c.visibility}));
      CHECK(statement["decision_ground"] == c.ground);
      const bool illegal =
          std::string(c.ground).find("ILLEGAL") != std::string::npos;
      CHECK(statement[illegal ? "illegal_content_legal_ground"
                              : "incompatible_content_ground"] == c.basis);
      CHECK(statement[illegal ? "illegal_content_explanation"
                              : "incompatible_content_explanation"] ==
            c.explanation);
    }
  }
}

// Attributes, and how many characters the database takes; 0: one of its words.
const std::map<std::string, size_t> kAttributes = {
    {"decision_visibility", 0},
    {"decision_ground", 0},
    {"illegal_content_legal_ground", 500},
    {"illegal_content_explanation", 2000},
    {"incompatible_content_ground", 500},
    {"incompatible_content_explanation", 2000},
    {"content_type", 0},
    {"category", 0},
    {"category_specification", 0},
    {"application_date", 10},
    {"decision_facts", 5000},
    {"source_type", 0},
    {"automated_detection", 0},
    {"automated_decision", 0},
    {"puid", 500},
};

TEST_CASE("A statement keeps to the attributes of the database", "[monitor]") {
  std::string yaml(kWatchedPolicy);
  const auto put = [&yaml](const std::string& from, const std::string& to) {
    yaml.replace(yaml.find(from), from.size(), to);
  };
  const std::string e_acute = "\u00e9";
  std::string many;
  for (int i = 0; i < 3000; ++i) many += e_acute;
  put("Peraturan Uji", many);
  put("Tidak boleh dijual.", many);
  std::string title = "baju";
  for (int i = 0; i < 500; ++i) title += " bekas";
  const json line =
      LineOf({Asked::kListing, {.title = title}}, *WatchedPolicy(yaml));
  const json& statement = line["statement"];
  CHECK(statement["application_date"] == "2026-11-26");
  CHECK(statement["puid"] == line["puid"]);
  for (const auto& [name, value] : statement.items()) {
    CAPTURE(name);
    REQUIRE(kAttributes.contains(name));
    if (!value.is_string() || kAttributes.at(name) == 0) continue;
    size_t characters = 0;
    for (const char c : value.get<std::string>()) {
      characters += (c & 0xc0) != 0x80;
    }
    CHECK(characters <= kAttributes.at(name));
    CHECK(characters > 0);
  }
}

TEST_CASE("The facts tell what was read, and how", "[monitor]") {
  const json line = LineOf({Asked::kListing, {.title = "baju b3kas 0812"}});
  CHECK(line["statement"]["decision_facts"] ==
        "rule used-fashion fired on the listing \"baju b#kas ####\": fashion "
        "\"baju\" in the title; used \"b#kas\" in the title, read as \"bekas\" "
        "(digits for letters)");
}

TEST_CASE("What is too much is cut or left out, and the line says so",
          "[monitor]") {
  std::string title, description;
  for (int i = 0; i < 1000; ++i) {
    title += "kaos \u00e9 ";
    description += "s......e......c......o......n......d baru ";
  }
  const std::string name(300, 'x');
  const json line = LineOf({Asked::kListing,
                            {.title = title, .description = description},
                            name,
                            name});
  CHECK(line["text_cut"] == true);
  CHECK(line["text"].get<std::string>().size() <= 2048);
  CHECK(line["id"].get<std::string>().size() == 256);
  const size_t kept = line["evidence"].size();
  CHECK(kept > 20);
  CHECK(kept + line["evidence_left_out"].get<size_t>() ==
        2 * Verdict::kMaxPieces);
}

TEST_CASE("Evidence behind what is kept of a text is told all the same",
          "[monitor]") {
  std::string title;
  while (title.size() < 2044) title += "merah ";
  const json line = LineOf({Asked::kListing, {.title = title + "baju b3kas"}});
  CHECK(line["text_cut"] == true);
  REQUIRE(line["evidence"].size() == 2);
  CHECK(line["evidence"][0]["text"] == "baju");
  CHECK(line["evidence"][1]["text"] == "b#kas");
}

TEST_CASE("Bytes that are not UTF-8 do not spoil the line", "[monitor]") {
  const json line = LineOf({Asked::kListing,
                            {.title = "baju \xff bekas \x01\n"},
                            "\xfe",
                            std::string_view("a\0b", 3)});
  CHECK(line["text"] == "baju \ufffd bekas \x01\n");
  CHECK(line["id"] == "\ufffd");
  CHECK(line["seller"] == std::string("a\0b", 3));
}

}  // namespace
}  // namespace saring
