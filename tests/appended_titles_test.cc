// A condition word behind real titles of mostly new goods: few are fashion.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/engine/check.h"
#include "plugin/engine/load.h"
#include "tests/disguises.h"

namespace saring {
namespace {

constexpr char kTitles[] = SARING_SOURCE_DIR "/../shared/data/titles.tsv";
constexpr size_t kSample = 4000;

// Every title when there are no more, else a sample that the seed settles.
std::vector<std::string> Titles(std::ifstream* in, unsigned seed) {
  std::vector<std::string> titles;
  std::string line;
  for (std::getline(*in, line); std::getline(*in, line);) {
    titles.push_back(line.substr(line.rfind('\t') + 1));
  }
  Random random(seed);
  const size_t kept = std::min(kSample, titles.size());
  for (size_t i = 0; i < kept; ++i) {
    std::swap(titles[i], titles[i + Below(titles.size() - i, &random)]);
  }
  titles.resize(kept);
  return titles;
}

struct Row {
  std::string_view appended;
  size_t ceiling;  // titles that may be hidden
  const char* why;
};

const Row kRows[] = {
    {"", 2, "used fashion does occur among them"},
    {" bekas", 145, "the fashion among them, and little else"},
    {" second", 145, "the same goods as with the other word"},
};

TEST_CASE("A condition word hides only fashion", "[titles]") {
  std::ifstream in(kTitles);
  if (!in) {
    WARN("not run: no " << kTitles);
    return;
  }
  std::string faults;
  const auto ruleset = LoadRuleset(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  INFO(faults);
  REQUIRE(ruleset != nullptr);
  constexpr unsigned kSeed = 20261123;
  const std::vector<std::string> titles = Titles(&in, kSeed);
  Scratch scratch;
  for (const Row& row : kRows) {
    std::string hidden;
    size_t count = 0;
    for (const std::string& title : titles) {
      const std::string text = title + std::string(row.appended);
      CheckListing(*ruleset, {.title = text}, &scratch);
      if (scratch.verdict.action != Action::kHide) continue;
      ++count;
      hidden += text + '\n';
    }
    CAPTURE(row.appended, row.why, kSeed, hidden);
    CHECK(count <= row.ceiling);
  }
}

}  // namespace
}  // namespace saring
