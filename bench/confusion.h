#ifndef SARING_BENCH_CONFUSION_H_
#define SARING_BENCH_CONFUSION_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace saring::quality {

// What a row should get, and what it got. A plugin that asks for review leaves
// search as it is, so that its answer is kAllow.
enum class Outcome { kHide, kDemote, kAllow };

inline constexpr std::array kOutcomes = {Outcome::kHide, Outcome::kDemote,
                                         Outcome::kAllow};

// "hide", "demote", "allow", as the labelled files write them.
std::string_view NameOf(Outcome outcome);
std::optional<Outcome> OutcomeNamed(std::string_view name);

// A way to be wrong, the costliest first.
struct NamedError {
  std::string_view name;
  Outcome label;
  Outcome answer;
};

inline constexpr std::array kNamedErrors = {
    NamedError{"false_hide", Outcome::kAllow, Outcome::kHide},
    NamedError{"false_demote", Outcome::kAllow, Outcome::kDemote},
    NamedError{"miss", Outcome::kHide, Outcome::kAllow},
    NamedError{"soft_miss", Outcome::kHide, Outcome::kDemote},
    NamedError{"over_hide", Outcome::kDemote, Outcome::kHide},
    NamedError{"demote_miss", Outcome::kDemote, Outcome::kAllow},
};

// Counts of label against answer. A row without a valid answer is a row of its
// label that is wrong and in none of the named errors.
class ConfusionTable {
 public:
  void Add(Outcome label, std::optional<Outcome> answer);

  size_t rows() const;
  size_t rows(Outcome label) const;
  size_t right() const;
  size_t right(Outcome label) const { return count(label, label); }
  size_t count(Outcome label, Outcome answer) const;
  size_t invalid() const;
  size_t invalid(Outcome label) const;

 private:
  // By label, then by answer; the last column has the invalid answers.
  std::array<std::array<size_t, 4>, 3> counts_{};
};

}  // namespace saring::quality

#endif  // SARING_BENCH_CONFUSION_H_
