#include "plugin/engine/overrides.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace saring {
namespace {

int32_t DayNumber(Date day) {
  return static_cast<int32_t>(
      std::chrono::sys_days(day).time_since_epoch().count());
}

bool IsAction(uint32_t number) {
  switch (static_cast<Action>(number)) {
    case Action::kShow:
    case Action::kReview:
    case Action::kDemote:
    case Action::kHide:
      return number <= static_cast<uint32_t>(Action::kHide);
  }
  return false;
}

bool Before(const Overrides::Decision& a, const Overrides::Decision& b) {
  return std::tie(a.listing, a.rule) < std::tie(b.listing, b.rule);
}

}  // namespace

Overrides::Overrides(const std::vector<Override>& overrides,
                     const std::vector<Rule>& rules) {
  std::unordered_map<std::string_view, uint32_t> numbers = {
      {"", Decision::kAllRules}};
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    numbers.emplace(rules[rule].id.text, rule);
  }
  WordTable::Builder listings, reasons;
  std::vector<Decision> decisions;
  decisions.reserve(overrides.size());
  for (const Override& one : overrides) {
    decisions.push_back(
        {.listing = listings.Intern(one.listing),
         .rule = numbers.at(one.rule),
         .action = static_cast<uint32_t>(one.action),
         .reason = reasons.Intern(one.reason),
         .last_day = one.until ? DayNumber(*one.until) : Decision::kForEver});
  }
  std::sort(decisions.begin(), decisions.end(), Before);
  listings_ = WordTable(std::move(listings));
  reasons_ = WordTable(std::move(reasons));
  decisions_ = FlatArray(std::move(decisions));
}

std::span<const Overrides::Decision> Overrides::Of(
    std::string_view listing) const {
  const WordTable::WordId id = listings_.Find(listing);
  if (id == WordTable::kUnknown) return {};
  const auto all = decisions_.span();
  const auto begin = std::lower_bound(
      all.begin(), all.end(), id, [](const Decision& decision, uint32_t of) {
        return decision.listing < of;
      });
  auto end = begin;
  while (end != all.end() && end->listing == id) ++end;
  return {begin, end};
}

void Overrides::SetDay(Date today) { today_ = DayNumber(today); }

bool Overrides::Restore(size_t rules) {
  if (!listings_.Restore() || !reasons_.Restore()) return false;
  bool good = true;
  for (const Decision& decision : decisions_.span()) {
    good &= decision.listing <= listings_.size() && decision.reason > 0 &&
            decision.reason <= reasons_.size() && IsAction(decision.action) &&
            (decision.rule < rules || decision.rule == Decision::kAllRules);
  }
  return good && std::is_sorted(decisions_.span().begin(),
                                decisions_.span().end(), Before);
}

}  // namespace saring
