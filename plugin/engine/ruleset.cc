#include "plugin/engine/ruleset.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <utility>

#include "plugin/engine/fingerprint.h"

namespace saring {
namespace {

std::vector<ListId> ListsOf(const CompiledRule& rule,
                            const std::vector<ListId>& noun_lists) {
  std::vector<ListId> lists;
  const auto add = [&](const std::vector<ListId>& more) {
    lists.insert(lists.end(), more.begin(), more.end());
  };
  add(rule.needs);
  add(rule.unless_first);
  add(rule.softened_by);
  add(rule.unless);
  add(rule.only);
  add(rule.answer_without);
  if (!rule.unless_first.empty()) add(noun_lists);
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  return lists;
}

bool RestsOnTold(const Ruleset& ruleset, const CompiledRule& rule) {
  return std::all_of(
      rule.looks_at.begin(), rule.looks_at.end(), [&](ListId id) {
        const EvidenceList& list = ruleset.lists[id];
        return list.telling && list.rank == 0 && !list.has_exceptions;
      });
}

// REQUIRES: it is known what rules look at
std::vector<RoughNeeds> NeedsOf(const Ruleset& ruleset,
                                bool CompiledRule::*applies) {
  std::vector<RoughNeeds> needs;
  for (const CompiledRule& rule : ruleset.rules) {
    if (!(rule.*applies) || rule.needs.empty()) continue;
    RoughNeeds& rough = needs.emplace_back();
    for (const ListId id : rule.needs) {
      const EvidenceList& list = ruleset.lists[id];
      rough.hinted |= list.mask;
      if (list.telling) rough.told |= list.mask;
    }
    rough.rests_on_told = RestsOnTold(ruleset, rule);
  }
  return needs;
}

size_t FirstTold(const RoughNeeds& needs) {
  return static_cast<size_t>(std::countr_zero(needs.told));
}

}  // namespace

RoughNeedsIndex::RoughNeedsIndex(std::vector<RoughNeeds> needs) {
  constexpr size_t kMost = 64;
  std::sort(needs.begin(), needs.end(),
            [](const RoughNeeds& a, const RoughNeeds& b) {
              return std::make_pair(FirstTold(a), a) <
                     std::make_pair(FirstTold(b), b);
            });
  needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  auto next = needs.begin();
  for (size_t first = 0; first <= kListBits; ++first) {
    const auto end = std::find_if(next, needs.end(), [&](const auto& one) {
      return FirstTold(one) != first;
    });
    if (static_cast<size_t>(end - next) <= kMost) {
      needs_.insert(needs_.end(), next, end);
    } else {
      needs_.push_back({.told = next->told & -next->told});
    }
    begins_[first + 1] = static_cast<uint32_t>(needs_.size());
    next = end;
  }
}

void Ruleset::SetDay(Date today) {
  for (CompiledRule& rule : rules) {
    rule.in_force = rule.mode != Mode::kOff &&
                    (!rule.from || *rule.from <= today) &&
                    (!rule.until || today <= *rule.until);
  }
  overrides.SetDay(today);
  fingerprint = Fingerprint(*this);
}

void Ruleset::IndexRules() {
  static std::atomic<uint64_t> last = 0;
  number = ++last;
  for (ListId list = 0; list < lists.size(); ++list) {
    if (lists[list].noun) noun_lists.push_back(list);
    reads_descriptions |= lists[list].in_description;
  }
  number_node = term_trie.Step(PatternTrie::kRoot, Symbol::OfNumber());
  vocabulary.SetCueOfNumbers(PatternTrie::CueOf(number_node));
  rules_by_first_need.resize(lists.size());
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    if (rules[rule].needs.empty()) continue;
    rules_by_first_need[rules[rule].needs[0]].push_back(rule);
  }
  for (CompiledRule& rule : rules) {
    rule.knows_excuse =
        !rule.unless.empty() || !rule.unless_first.empty() ||
        !rule.softened_by.empty() || !rule.only.empty() || rule.within ||
        std::any_of(rule.needs.begin(), rule.needs.end(),
                    [&](ListId list) { return lists[list].has_exceptions; });
    rule.looks_at = ListsOf(rule, noun_lists);
    has_partial_rules |=
        rule.mode == Mode::kShadow || rule.sample < kWholeShare;
  }
  query_needs =
      RoughNeedsIndex(NeedsOf(*this, &CompiledRule::applies_to_query));
  listing_needs =
      RoughNeedsIndex(NeedsOf(*this, &CompiledRule::applies_to_listing));
}

}  // namespace saring
