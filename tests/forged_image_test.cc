// Images that are wrong on purpose, with a checksum that is right: each is
// refused, or gives verdicts, whatever they are. Meant for the sanitizers.

#include <catch2/catch.hpp>
#include <cstring>
#include <functional>
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

struct Forgery {
  const char* why;
  std::function<void(Ruleset*)> forge;
  bool good = false;
};

const Forgery kForgeries[] = {
    {"nothing is forged", [](Ruleset*) {}, true},
    {"a policy without a name", [](Ruleset* r) { r->name = ""; }},
    {"a name that steers a terminal", [](Ruleset* r) { r->name = "\x1b[2J"; }},
    {"a revision with a NUL", [](Ruleset* r) { r->revision += '\0'; }},
    {"a revision that is no UTF-8", [](Ruleset* r) { r->revision = "\xff"; }},
    {"a warning that steers a terminal",
     [](Ruleset* r) { r->warnings = "\x1b[2J\n"; }},
    {"a warning with a NUL", [](Ruleset* r) { r->warnings += '\0'; }},
    {"a file's name need be no UTF-8",
     [](Ruleset* r) { r->warnings = "\xff.yaml:1:1: warning: x\n"; }, true},

    {"a list without a name", [](Ruleset* r) { r->lists[0].name = ""; }},
    {"a list of some rank", [](Ruleset* r) { r->lists[0].rank = 1; }, true},
    {"a list of a rank above all lists",
     [](Ruleset* r) { r->lists[0].rank = UINT32_MAX; }},
    {"a list that does not rank above those in it",
     [](Ruleset* r) { r->lists[3].rank = 0; }},
    {"a list too few", [](Ruleset* r) { r->lists.pop_back(); }},
    {"no lists", [](Ruleset* r) { r->lists.clear(); }},
    {"more lists than a file has room for",
     [](Ruleset* r) { r->lists.resize(100'000, r->lists[0]); }},
    {"a category of no term",
     [](Ruleset* r) {
       r->lists[0].categories[0].term = static_cast<PatternId>(r->terms.size());
     }},
    {"a condition of no term",
     [](Ruleset* r) { r->lists[2].conditions[0].term = UINT32_MAX; }},
    {"a category longer than any in a file",
     [](Ruleset* r) {
       r->lists[0].categories[0].glob = std::string(1 << 18, '*');
     }},
    {"a category that is a NUL",
     [](Ruleset* r) { r->lists[0].categories[0].glob = '\0'; }},

    {"a rule of another name", [](Ruleset* r) { r->rules[0].id = "Rule 1"; }},
    {"a rule that shows",
     [](Ruleset* r) { r->rules[0].action = Action::kShow; }},
    {"a rule that does what nobody knows",
     [](Ruleset* r) { r->rules[0].action = static_cast<Action>(31); }},
    {"an answer that nobody knows",
     [](Ruleset* r) { r->rules[0].answer = static_cast<Answer::Kind>(3); }},
    {"needs no list that is there",
     [](Ruleset* r) { r->rules[0].needs.back() = 10; }},
    {"spares no good", [](Ruleset* r) { r->rules[0].unless_first[0] = 10; }},
    {"is softened by none",
     [](Ruleset* r) { r->rules[0].softened_by[0] = 10; }},
    {"unless nothing", [](Ruleset* r) { r->rules[3].unless[0] = 10; }},
    {"only nothing", [](Ruleset* r) { r->rules[3].only[0] = UINT32_MAX; }},
    {"without nothing", [](Ruleset* r) { r->rules[0].answer_without[0] = 10; }},
    {"cites no law", [](Ruleset* r) { r->rules[0].law[1] = 2; }},
    {"from a day that is not",
     [](Ruleset* r) { r->rules[0].from = std::chrono::year(2026) / 2 / 30; }},
    {"a law of no day",
     [](Ruleset* r) { r->laws[0].until = std::chrono::year(2026) / 13 / 1; }},
    {"a law without a name", [](Ruleset* r) { r->laws[1].id.text = ""; }},

    {"another short form",
     [](Ruleset* r) { r->vocabulary.AddAbbreviation("brg", "baju bekas"); },
     true},
    {"a short form of nothing",
     [](Ruleset* r) { r->vocabulary.AddAbbreviation("brg", ""); }},
    {"a short form of two spaces",
     [](Ruleset* r) { r->vocabulary.AddAbbreviation("brg", "baju  bekas"); }},
    {"a short form of a space before",
     [](Ruleset* r) { r->vocabulary.AddAbbreviation("brg", " baju"); }},
    {"and behind",
     [](Ruleset* r) { r->vocabulary.AddAbbreviation("brg", "baju "); }},
    {"a short form of very many words",
     [](Ruleset* r) {
       std::string words = "a";
       for (int i = 0; i < 5000; ++i) words += " a";
       r->vocabulary.AddAbbreviation("brg", words);
     }},
};

// The image of a ruleset that no policy is compiled to, made as any other.
TEST_CASE("Parts that no policy has are refused", "[forged]") {
  for (const Forgery& c : kForgeries) {
    DYNAMIC_SECTION(c.why) {
      const Restored made = Restore(ImageOf(*ImagePolicy()));
      REQUIRE(made.ruleset != nullptr);
      c.forge(made.ruleset.get());
      const Restored restored = Restore(ImageOf(*made.ruleset));
      CHECK((restored.ruleset != nullptr) == c.good);
      CHECK(restored.problem ==
            (c.good ? "" : "is wrong: its parts do not fit together"));
      if (restored.ruleset != nullptr) AskAll(*restored.ruleset);
    }
  }
}

}  // namespace
}  // namespace saring
