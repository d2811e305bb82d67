#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/gate.h"
#include "bench/quality.h"
#include "bench/tsv.h"
#include "tests/temp_dir.h"

namespace saring::quality {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SARING_SOURCE_DIR;
const char kPolicy[] = "used-imports.yaml";

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  INFO(path);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Outcomes {
  int status;
  std::string out;
  std::string err;
};

Outcomes RunWith(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = Run(arguments, out, err);
  return {status, out.str(), err.str()};
}

// ---- Limits and figures ----------------------------------------------------

const Figures kFigures = {
    {"own.rows", 100}, {"own.false_hide", 2}, {"dev.rows", std::nullopt}};

struct LimitsCase {
  const char* why;
  std::string limits;
  size_t held;
  std::vector<std::string> broken;
  std::vector<std::string> skipped;
};

const LimitsCase kLimits[] = {
    {"below the greatest", R"({"own.false_hide": {"max": 3}})", 1, {}, {}},
    {"the greatest is allowed", R"({"own.false_hide": {"max": 2}})", 1, {}, {}},
    {"the least is enough", R"({"own.rows": {"min": 100}})", 1, {}, {}},
    {"both ends, with a reason",
     R"({"own.rows": {"min": 9, "max": 999, "why": "counted"}})",
     1,
     {},
     {}},
    {"a figure of absent data",
     R"({"dev.rows": {"min": 1}})",
     0,
     {},
     {"dev.rows"}},
    {"above the greatest",
     R"({"own.false_hide": {"max": 1}})",
     0,
     {"own.false_hide is 2, at most 1 is allowed"},
     {}},
    {"below the least",
     R"({"own.rows": {"min": 101}})",
     0,
     {"own.rows is 100, at least 101 is wanted"},
     {}},
    {"each figure by itself",
     R"({"own.rows": {"min": 101}, "own.false_hide": {"max": 2}})",
     1,
     {"own.rows is 100, at least 101 is wanted"},
     {}},
};

TEST_CASE("The gate names what is outside its limits", "[quality]") {
  const TempDir folder;
  const fs::path path = folder.At("limits.json");
  for (const LimitsCase& c : kLimits) {
    DYNAMIC_SECTION(c.why) {
      folder.Write("limits.json", c.limits);
      const GateResult result = Check(ReadLimits(path, kFigures), kFigures);
      CHECK(result.held == c.held);
      CHECK(result.broken == c.broken);
      CHECK(result.skipped == c.skipped);
    }
  }
}

struct BadLimits {
  const char* why;
  const char* limits;
  const char* fault;  // part of the message
};

const BadLimits kBadLimits[] = {
    {"a misspelt figure", R"({"own.false_hides": {"max": 0}})",
     "no figure is named 'own.false_hides'"},
    {"a misspelt end", R"({"own.rows": {"minimum": 0}})", "'minimum'"},
    {"no end", R"({"own.rows": {"why": "counted"}})", "no min and no max"},
    {"a fraction", R"({"own.rows": {"min": 0.5}})", "whole numbers"},
    {"text for a number", R"({"own.rows": {"min": "5"}})", "whole numbers"},
    {"a bare number", R"({"own.rows": 5})", "expected an object"},
    {"a figure given twice",
     R"({"own.rows": {"min": 5}, "own.rows": {"min": 0}})", "given twice"},
    {"an end given twice", R"({"own.rows": {"min": 5, "min": 0}})",
     "given twice"},
    {"no limits", "{}", "expected an object of figures"},
    {"a list", "[]", "expected an object of figures"},
    {"not JSON", "{", "limits.json"},
};

TEST_CASE("Limits that could not hold are refused", "[quality]") {
  const TempDir folder;
  const fs::path path = folder.At("limits.json");
  for (const BadLimits& c : kBadLimits) {
    DYNAMIC_SECTION(c.why) {
      folder.Write("limits.json", c.limits);
      CHECK_THROWS_WITH(ReadLimits(path, kFigures), Catch::Contains(c.fault));
      CHECK_THROWS_AS(ReadLimits(path, kFigures), DataFault);
    }
  }
  CHECK_THROWS_AS(ReadLimits(folder.At("none.json"), kFigures), DataFault);
}

// ---- The program -----------------------------------------------------------

// The spaces before the first line of `policy` that follows the line `key:` and
// is neither empty nor a comment: YAML wants what is planted there to stand in
// the same column.
std::string IndentBelow(const std::string& policy, const std::string& key) {
  std::istringstream lines(policy);
  std::string line;
  while (std::getline(lines, line) && line != key) {
  }
  while (std::getline(lines, line)) {
    const size_t begin = line.find_first_not_of(' ');
    if (begin != line.npos && line[begin] != '#') return line.substr(0, begin);
  }
  FAIL("the shipped policy has no line '" << key << "'");
  return "";
}

void PlantBelow(const std::string& key, const std::string& line,
                std::string* policy) {
  const size_t at = ("\n" + *policy).find("\n" + key + "\n");
  REQUIRE(at != policy->npos);
  policy->insert(at + key.size() + 1, IndentBelow(*policy, key) + line + "\n");
}

// A copy of the shipped policy that hides an innocent word.
std::string PlantBadRule(const TempDir& folder) {
  fs::copy(kRoot / "config/policies", folder.path(),
           fs::copy_options::recursive);
  std::string policy = Read(folder.At(kPolicy));
  PlantBelow("lists:", "planted: {terms: [kaos]}", &policy);
  PlantBelow("rules:",
             "- {id: planted, needs: [planted], action: hide, hits: [kaos], "
             "misses: [sarung, kompor gas]}",
             &policy);
  return folder.Write(kPolicy, policy);
}

TEST_CASE("The gate passes the shipped policy and stops a bad rule",
          "[quality]") {
  const TempDir folder;
  const std::string nowhere = folder.At("nowhere");

  SECTION("the shipped policy") {
    const Outcomes run = RunWith({"--gate", "--shared", nowhere});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK_THAT(run.err, Catch::Contains("gate: passed"));
    CHECK_THAT(run.err, Catch::Contains("skipped, its data could not be found: "
                                        "dev.false_hide\n"));
    CHECK_THAT(run.out, Catch::Contains("could not find " + nowhere +
                                        "/eval/dev-queries.tsv\n"));
    CHECK_THAT(run.out, Catch::Contains("policy used-imports, revision "));
  }
  SECTION("a rule that hides an innocent word") {
    const std::string bad = PlantBadRule(folder);
    const Outcomes run =
        RunWith({"--gate", "--policy", bad, "--shared", nowhere});
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Catch::Contains("gate: BROKEN: own.false_hide is "));
    CHECK_THAT(run.err, Catch::Contains("gate: FAILED"));
    CHECK_THAT(run.out, Catch::Contains("planted:  planted \"kaos\" as kaos"));
  }
}

TEST_CASE("Without the gate a bad figure is only told", "[quality]") {
  const TempDir folder;
  const Outcomes run =
      RunWith({"--policy", PlantBadRule(folder), "--shared", "/nonexistent"});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Catch::Contains("allow -> hide"));
}

TEST_CASE("The program refuses limits with a misspelt figure", "[quality]") {
  const TempDir folder;
  const std::string limits =
      folder.Write("limits.json", R"({"own.falsehide": {"max": 0}})");
  const Outcomes run = RunWith({"--gate", "--limits", limits});
  CHECK(run.status == 1);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Catch::Contains("no figure is named 'own.falsehide'"));
}

// A small stand-in for the real data, so that every set is measured.
void WriteShared(const TempDir& shared) {
  shared.Write("eval/dev-queries.tsv",
               "text\tlabel\tkind\tnote\n"
               "baju bekas impor\thide\tplain\tused garment\n"
               "kaos polos baru\tallow\tplain\tnew\n"
               "krim bekas jerawat\tallow\tplain\ta mark\n"
               "baju bekas\tallow\tplain\tmislabelled on purpose\n"
               "baju \u200Bbekas\tallow\tbidi\tmislabelled on purpose\n");
  shared.Write("data/titles.tsv",
               "source\tid\tcategory\ttitle\n"
               "x\t1\tgroup:1\tKompor Gas 2 Tungku\n"
               "x\t2\tgroup:2\tJaket Bekas Impor Korea\n");
  shared.Write("data/disguised-terms.tsv", "term\nratu'88\nlampubiru\n");
  shared.Write("data/disguised-comments.tsv",
               "label\tcomment\n"
               "1\tmain di LAMPUBIRU dong\n"
               "1\tmain di tempat lain\n"
               "0\tlagunya enak\n"
               "0\tlampubiru itu apa\n");
}

TEST_CASE("All sets are measured and kept apart", "[quality]") {
  const TempDir folder;
  WriteShared(folder);
  const Outcomes run = RunWith({"--json", "-", "--shared", folder.path()});
  INFO(run.err);
  REQUIRE(run.status == 0);
  const auto json = nlohmann::json::parse(run.out);
  const auto& figures = json.at("figures");
  CHECK(figures.at("dev.rows") == 5);
  CHECK(figures.at("dev.plain.rows") == 4);
  CHECK(figures.at("dev.plain.right") == 3);
  CHECK(figures.at("dev.plain.false_hide") == 1);
  CHECK(figures.at("dev.disguised.rows") == 1);
  CHECK(figures.at("dev.disguised.false_hide") == 1);
  CHECK(figures.at("titles.rows") == 2);
  CHECK(figures.at("titles.hidden") == 1);
  CHECK(figures.at("comments.promotions") == 2);
  CHECK(figures.at("comments.found") == 1);
  CHECK(figures.at("comments.innocents") == 2);
  CHECK(figures.at("comments.innocents_hit") == 1);
  CHECK(json.at("missing").empty());
  CHECK(json.at("policy").at("fingerprint") !=
        json.at("comments").at("policy").at("fingerprint"));

  const auto& wrong = json.at("dev").at("wrong");
  REQUIRE(wrong.size() == 2);
  CHECK(wrong[0].at("line") == 5);
  CHECK(wrong[0].at("label") == "allow");
  CHECK(wrong[0].at("answer") == "hide");
  CHECK_FALSE(wrong[0].at("rules").empty());
  CHECK_FALSE(wrong[0].at("evidence").empty());
  CHECK(wrong[1].at("kind") == "bidi");
  const auto& hidden = json.at("titles").at("hidden")[0];
  CHECK(hidden.at("line") == 3);
  CHECK(std::any_of(hidden.at("evidence").begin(), hidden.at("evidence").end(),
                    [](const auto& e) { return e.at("matched") == "Bekas"; }));
  CHECK(json.at("comments").at("missed")[0].at("line") == 3);
  CHECK(json.at("comments").at("innocents_hit")[0].at("line") == 5);
}

TEST_CASE("A file that is there but broken is a fault, not absent",
          "[quality]") {
  const TempDir folder;
  WriteShared(folder);
  folder.Write("eval/dev-queries.tsv",
               "text\tlabel\tkind\tnote\nbaju\tshow\tplain\t\n");
  const Outcomes run = RunWith({"--shared", folder.path()});
  CHECK(run.status == 1);
  CHECK_THAT(run.err, Catch::Contains("dev-queries.tsv:2: label 'show'"));
}

TEST_CASE("Wrong usage is told", "[quality]") {
  CHECK(RunWith({"--gated"}).status == 2);
  CHECK(RunWith({"--json"}).status == 2);
  CHECK(RunWith({"--policy", ""}).status == 2);
  CHECK(RunWith({"--help"}).status == 0);
  const Outcomes none = RunWith({"--policy", "/nonexistent/p.yaml"});
  CHECK(none.status == 1);
  CHECK_THAT(none.err, Catch::Contains("/nonexistent/p.yaml"));
}

}  // namespace
}  // namespace saring::quality
