// Images hold all that a policy is, and are refused when a byte is wrong.

#include "plugin/engine/policy_image.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "plugin/engine/checksum.h"
#include "plugin/engine/load.h"
#include "plugin/report/explanation.h"
#include "tests/image_policy.h"

namespace saring {
namespace {

// What a ruleset says of a text, in short and with all reasons.
std::string QueryVerdict(const Ruleset& ruleset, const std::string& text,
                         Scratch* scratch) {
  CheckQuery(ruleset, text, scratch, Rules::kInForce, Depth::kVerdict);
  const int action = static_cast<int>(scratch->verdict.action);
  CheckQuery(ruleset, text, scratch);
  return std::to_string(action) + ExplainQuery(ruleset, text, *scratch);
}

std::string ListingVerdict(const Ruleset& ruleset, const Listing& listing,
                           Scratch* scratch) {
  CheckListing(ruleset, listing, scratch, Rules::kInForce, Depth::kVerdict);
  const int action = static_cast<int>(scratch->verdict.action);
  CheckListing(ruleset, listing, scratch);
  return std::to_string(action) + ExplainListing(ruleset, listing, *scratch);
}

// Of each text, as a query and as listings.
void CheckSameVerdicts(const Ruleset& ruleset, const Ruleset& other,
                       const std::vector<std::string>& texts) {
  static Scratch first, second;
  for (const std::string& text : texts) {
    size_t different = QueryVerdict(ruleset, text, &first) !=
                       QueryVerdict(other, text, &second);
    for (const Listing& listing :
         {Listing{.title = text},
          Listing{.title = text, .category = "Fashion Pria > Jaket"},
          Listing{.title = text, .condition = "Bekas"},
          Listing{.title = "baju", .description = text}}) {
      different += ListingVerdict(ruleset, listing, &first) !=
                   ListingVerdict(other, listing, &second);
    }
    if (different > 0) FAIL("other verdicts on: " << text);
  }
}

void CheckSameFacts(const Ruleset& ruleset, const Ruleset& other) {
  CHECK(other.name == ruleset.name);
  CHECK(other.revision == ruleset.revision);
  CHECK(other.fingerprint == ruleset.fingerprint);
  CHECK(other.warnings == ruleset.warnings);
  REQUIRE(other.laws.size() == ruleset.laws.size());
  for (size_t i = 0; i < ruleset.laws.size(); ++i) {
    CHECK(other.laws[i].hs == ruleset.laws[i].hs);
    CHECK(other.laws[i].from == ruleset.laws[i].from);
    CHECK(other.laws[i].until == ruleset.laws[i].until);
  }
  // Everything that is kept.
  CHECK((ImageOf(other) == ImageOf(ruleset)));
}

std::vector<std::string> TextsOfVerdicts() {
  std::ifstream in(SARING_SOURCE_DIR "/tests/data/verdicts.tsv");
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) {
    texts.push_back(line.substr(0, line.find('\t')));
  }
  return texts;
}

TEST_CASE("An image is its policy", "[image]") {
  const auto ruleset = ImagePolicy();
  REQUIRE(ruleset->warnings.find("'spare'") != std::string::npos);
  const Restored restored = Restore(ImageOf(*ruleset));
  INFO(restored.problem);
  REQUIRE(restored.ruleset != nullptr);
  CheckSameFacts(*ruleset, *restored.ruleset);
  CheckSameVerdicts(*ruleset, *restored.ruleset, kImageTexts);
}

TEST_CASE("The image of the shipped policy gives the same verdicts",
          "[image]") {
  std::string faults;
  const auto ruleset = LoadRuleset(
      SARING_SOURCE_DIR "/config/policies/used-imports.yaml", &faults);
  INFO(faults);
  REQUIRE(ruleset != nullptr);
  const Restored restored = Restore(ImageOf(*ruleset));
  INFO(restored.problem);
  REQUIRE(restored.ruleset != nullptr);
  restored.ruleset->SetDay(Today());
  CheckSameFacts(*ruleset, *restored.ruleset);
  const std::vector<std::string> texts = TextsOfVerdicts();
  CHECK(texts.size() > 1000);
  CheckSameVerdicts(*ruleset, *restored.ruleset, texts);
}

TEST_CASE("Rules of an image are in force by the day it is loaded", "[image]") {
  constexpr Date kYearBefore = std::chrono::year(2025) / 11 / 23;
  const std::string image = ImageOf(*ImagePolicy());
  const Restored then = Restore(image);
  REQUIRE(then.ruleset != nullptr);
  then.ruleset->SetDay(kYearBefore);
  const auto compiled = CompileText(kImagePolicy, kYearBefore).ruleset;
  CHECK(then.ruleset->fingerprint == compiled->fingerprint);
  CHECK(then.ruleset->fingerprint != Restore(image).ruleset->fingerprint);
  CheckSameVerdicts(*compiled, *then.ruleset, kImageTexts);
}

// An image in which every bit of one byte at a time, and one bit of it, is
// turned round.
TEST_CASE("No byte of an image may be another", "[image]") {
  const std::string image = ImageOf(*ImagePolicy());
  REQUIRE(Restore(image).ruleset != nullptr);
  for (const int change : {0xff, 0x01}) {
    std::string bytes = image;
    for (size_t i = 0; i < image.size(); ++i) {
      bytes[i] = static_cast<char>(image[i] ^ change);
      // Without its magic it is no image at all; see LoadRuleset().
      if (i >= kImageMagic.size() && Restore(bytes).ruleset != nullptr) {
        FAIL("byte " << i << " of " << image.size());
      }
      bytes[i] = image[i];
    }
  }
}

TEST_CASE("No byte of an image may be missing, or be too many", "[image]") {
  const std::string image = ImageOf(*ImagePolicy());
  for (size_t size = kImageMagic.size(); size < image.size(); ++size) {
    const Restored cut = Restore(image.substr(0, size));
    if (cut.ruleset != nullptr || cut.problem != "is cut short") {
      FAIL("the first " << size << " bytes: " << cut.problem);
    }
  }
  for (const size_t more : {1, 8, 64, 4096}) {
    CHECK(Restore(image + std::string(more, '\0')).problem ==
          "is damaged: its checksum is wrong");
  }
}

struct Foreign {
  const char* why;
  size_t at;  // four bytes of the header
  uint32_t value;
  bool sum_anew;
  std::string problem;
};

const Foreign kForeign[] = {
    {"made where the last byte of a number comes first", 8, 0x04030201, false,
     "was made on a machine of another byte order"},
    {"no byte order at all", 8, 0x01030204, true,
     "is damaged: its checksum is wrong"},
    {"of a later library, whose checksum may be another", 12, 8, false,
     "is of format 8; this library reads format 7"},
    {"of an earlier one", 12, 6, false,
     "is of format 6; this library reads format 7"},
    {"of another size than it says", 24, 64, true,
     "is damaged: its checksum is wrong"},
    {"whose words were folded otherwise", 16, 1, true,
     "was made for another version of the library; compile the policy again"},
    {"by whose rules another engine judged", 20, 77, true,
     "was made for another version of the library; compile the policy again"},
};

TEST_CASE("An image that was made for others is refused", "[image]") {
  const std::string image = ImageOf(*ImagePolicy());
  for (const Foreign& c : kForeign) {
    DYNAMIC_SECTION(c.why) {
      std::string bytes = image;
      std::memcpy(bytes.data() + c.at, &c.value, sizeof c.value);
      if (c.sum_anew) {
        const size_t summed = bytes.size() - sizeof(uint64_t);
        const uint64_t sum = Checksum({bytes.data(), summed});
        std::memcpy(bytes.data() + summed, &sum, sizeof sum);
      }
      const Restored restored = Restore(bytes);
      CHECK(restored.ruleset == nullptr);
      CHECK(restored.problem == c.problem);
    }
  }
}

}  // namespace
}  // namespace saring
