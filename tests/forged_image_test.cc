// Images that are wrong on purpose, with a checksum that is right: each is
// refused, or gives verdicts, whatever they are. Meant for the sanitizers.

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <string>

#include "plugin/engine/checksum.h"
#include "plugin/engine/reading.h"
#include "plugin/report/explanation.h"
#include "tests/image_policy.h"

namespace saring {
namespace {

void SumAnew(std::string* image) {
  const size_t summed = image->size() - sizeof(uint64_t);
  const uint64_t sum = Checksum({image->data(), summed});
  std::memcpy(image->data() + summed, &sum, sizeof sum);
}

// Everything that a ruleset is ever asked for.
void AskAll(const Ruleset& ruleset) {
  Scratch scratch;
  size_t told = 0;
  for (const std::string& text : kImageTexts) {
    for (const Depth depth : {Depth::kVerdict, Depth::kEvidence}) {
      CheckQuery(ruleset, text, &scratch, Rules::kAll, depth);
      told += ExplainQuery(ruleset, text, scratch).size();
      const Listing listing = {.title = text,
                               .description = "jaket bali bekas",
                               .category = "Fashion Pria",
                               .condition = text};
      CheckListing(ruleset, listing, &scratch, Rules::kAll, depth);
      told += ExplainListing(ruleset, listing, scratch).size();
    }
    told += ReadWords(ruleset, text, &scratch).size();
    told += OtherWords(ruleset, text, &scratch).size();
  }
  REQUIRE(told > 0);
}

class Forger {
 public:
  explicit Forger(std::string image) : image_(std::move(image)) {
    for (size_t at = kHeader; at + 4 <= image_.size(); at += 4) {
      if (Number(at) != 0) written_.push_back(at);
    }
  }

  // The image with a few numbers changed.
  std::string Forge() {
    std::string forged = image_;
    for (size_t i = 0, n = 1 + random_() % 3; i < n; ++i) ChangeOne(&forged);
    SumAnew(&forged);
    return forged;
  }

 private:
  // Versions and sizes of the whole have tests of their own.
  static constexpr size_t kHeader = 40;

  uint32_t Number(size_t at) const {
    uint32_t number;
    std::memcpy(&number, image_.data() + at, sizeof number);
    return number;
  }

  void ChangeOne(std::string* forged) {
    // What is not nought says more.
    size_t at = written_[random_() % written_.size()];
    if (random_() % 8 == 0) at += 4 * (random_() % 16);
    if (random_() % 4 == 0) at += random_() % 4;
    if (at + 4 > image_.size() - sizeof(uint64_t)) return;
    const uint32_t number = OtherThan(Number(at));
    std::memcpy(forged->data() + at, &number, sizeof number);
  }

  uint32_t OtherThan(uint32_t number) {
    switch (random_() % 6) {
      case 0:
        return number + 1;
      case 1:
        return number - 1;
      case 2:
        return number ^ 1u << random_() % 32;
      case 3:
        return static_cast<uint32_t>(random_() % 64);
      case 4:
        return Number(written_[random_() % written_.size()]);
      default:
        return random_() % 2 == 0 ? UINT32_MAX : 0;
    }
  }

  const std::string image_;
  std::vector<size_t> written_;
  std::mt19937 random_{20261123};
};

TEST_CASE("A forged image is refused or harmless", "[forged]") {
  Forger forger(ImageOf(*ImagePolicy()));
  size_t refused = 0, taken = 0;
  for (int i = 0; i < 4000; ++i) {
    const Restored restored = Restore(forger.Forge());
    if (restored.ruleset == nullptr) {
      ++refused;
      continue;
    }
    ++taken;
    AskAll(*restored.ruleset);
  }
  // Both happen, often enough to be a test.
  CHECK(refused > 1000);
  CHECK(taken > 1000);
}

}  // namespace
}  // namespace saring
