// Laws that hold for every policy and text: with the lists unchanged, hidden by
// all rules is the union of what each hides; hide beats demote beats show.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "plugin/engine/check.h"
#include "tests/compiled.h"

namespace saring {
namespace {

constexpr int kLists = 5;

std::string Word(int list, unsigned i) {
  return std::string(1, static_cast<char>('a' + list)) + "kata" +
         std::to_string(i % 2);
}

std::string RandomLists(std::mt19937* rng) {
  std::string yaml = "lists:\n";
  for (int list = 0; list < kLists; ++list) {
    const std::string name = "l" + std::to_string(list);
    yaml += "  " + name + ":\n    terms: [" + Word(list, 0) + ", " +
            Word(list, 1) +
            "]\n    noun: " + ((*rng)() % 2 ? "true" : "false") + "\n";
    if ((*rng)() % 2) {
      yaml += "    except: ['{l" + std::to_string((*rng)() % kLists) + "} {" +
              name + "}']\n";
    }
  }
  return yaml;
}

// One random rule. Its hit is the only text that is sure to fire it.
std::string RandomRule(int id, std::mt19937* rng) {
  const int first = static_cast<int>((*rng)() % kLists);
  const int second = static_cast<int>((first + 1 + (*rng)() % 4) % kLists);
  const auto other = [&] {
    return "[l" + std::to_string((*rng)() % kLists) + "]";
  };
  std::string rule = "  - id: r" + std::to_string(id) + "\n    needs: [l" +
                     std::to_string(first);
  if ((*rng)() % 2) rule += ", l" + std::to_string(second);
  rule += "]\n    action: ";
  rule += (*rng)() % 3 ? "hide\n" : "demote\n";
  switch ((*rng)() % 4) {
    case 0:
      rule += "    unless_first: " + other() + "\n";
      break;
    case 1:
      rule += "    softened_by: " + other() + "\n";
      break;
    case 2:
      rule += "    within: " + std::to_string(1 + (*rng)() % 3) + "\n";
      break;
    default:
      break;
  }
  return rule;
}

// Compiled without hits and misses, which random rules cannot name: parsed with
// stand-ins that are then taken out.
std::shared_ptr<const Ruleset> CompileRules(
    const std::string& lists, const std::vector<std::string>& rules) {
  std::string yaml =
      "saring: 1\npolicy: t\nrevision: \"1\"\n" + lists + "rules:\n";
  for (const std::string& rule : rules) {
    yaml += rule + "    hits: [x]\n    misses: [y, z]\n";
  }
  const TempDir dir;
  FaultList faults;
  auto policy = LoadPolicy(dir.Write("p.yaml", yaml), &faults);
  INFO(yaml << faults.ToString());
  REQUIRE(policy);
  for (Rule& rule : policy->rules) {
    rule.hits.clear();
    rule.misses.clear();
  }
  const auto ruleset = Compile(*policy, kTestDay, &faults);
  INFO(faults.ToString());
  REQUIRE(ruleset);
  return ruleset;
}

std::string RandomText(std::mt19937* rng) {
  std::string text;
  const unsigned words = (*rng)() % 7;
  for (unsigned i = 0; i < words; ++i) {
    text += (*rng)() % 5 == 0
                ? "biasa"
                : Word(static_cast<int>((*rng)() % kLists), (*rng)());
    text += ' ';
  }
  return text;
}

TEST_CASE("Hidden by all rules is the union of what each hides", "[laws]") {
  const unsigned seed = GENERATE(range(0u, 60u));
  CAPTURE(seed);
  std::mt19937 rng(seed);
  const std::string lists = RandomLists(&rng);
  std::vector<std::string> rules;
  for (int i = 0; i < 4; ++i) rules.push_back(RandomRule(i, &rng));

  const auto all = CompileRules(lists, rules);
  std::vector<std::shared_ptr<const Ruleset>> each;
  for (const std::string& rule : rules) {
    each.push_back(CompileRules(lists, {rule}));
  }
  Scratch scratch;
  for (int i = 0; i < 200; ++i) {
    const std::string text = RandomText(&rng);
    CAPTURE(text);
    Action severest = Action::kShow;
    for (const auto& one : each) {
      CheckListing(*one, {.title = text}, &scratch);
      severest = std::max(severest, scratch.verdict.action);
    }
    CheckListing(*all, {.title = text}, &scratch);
    REQUIRE(scratch.verdict.action == severest);
    for (const FiredRule& fired : scratch.verdict.fired) {
      REQUIRE(fired.action <= scratch.verdict.action);
    }
  }
}

}  // namespace
}  // namespace saring
