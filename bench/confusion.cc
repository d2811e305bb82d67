#include "bench/confusion.h"

#include <numeric>

namespace saring::quality {
namespace {

constexpr size_t kInvalid = 3;

size_t Index(Outcome outcome) { return static_cast<size_t>(outcome); }

}  // namespace

std::string_view NameOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kHide:
      return "hide";
    case Outcome::kDemote:
      return "demote";
    case Outcome::kAllow:
      break;
  }
  return "allow";
}

std::optional<Outcome> OutcomeNamed(std::string_view name) {
  for (const Outcome outcome : kOutcomes) {
    if (NameOf(outcome) == name) return outcome;
  }
  return std::nullopt;
}

void ConfusionTable::Add(Outcome label, std::optional<Outcome> answer) {
  ++counts_[Index(label)][answer ? Index(*answer) : kInvalid];
}

size_t ConfusionTable::rows() const {
  size_t sum = 0;
  for (const Outcome label : kOutcomes) sum += rows(label);
  return sum;
}

size_t ConfusionTable::rows(Outcome label) const {
  const auto& row = counts_[Index(label)];
  return std::accumulate(row.begin(), row.end(), size_t{0});
}

size_t ConfusionTable::right() const {
  size_t sum = 0;
  for (const Outcome label : kOutcomes) sum += right(label);
  return sum;
}

size_t ConfusionTable::count(Outcome label, Outcome answer) const {
  return counts_[Index(label)][Index(answer)];
}

size_t ConfusionTable::invalid() const {
  size_t sum = 0;
  for (const Outcome label : kOutcomes) sum += invalid(label);
  return sum;
}

size_t ConfusionTable::invalid(Outcome label) const {
  return counts_[Index(label)][kInvalid];
}

}  // namespace saring::quality
