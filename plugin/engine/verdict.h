// What the rules made of the evidence.

#ifndef SARING_PLUGIN_ENGINE_VERDICT_H_
#define SARING_PLUGIN_ENGINE_VERDICT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/policy.h"

namespace saring {

struct FiredRule {
  uint32_t rule;  // into Ruleset::rules
  Action action;  // after softening
  bool softened;
  uint32_t pieces_begin, pieces_size;  // in Verdict::pieces
};

struct Verdict {
  // At most so many pieces of evidence of one list are kept for one rule.
  static constexpr size_t kMaxPieces = 64;

  Action action = Action::kShow;
  bool text_cut = false;         // a text was longer than the budget's
  bool over_budget = false;      // the time was up before all was looked at
  std::vector<FiredRule> fired;  // most severe first, then as in the policy
  // Indices into Evidence::hits, by field and range for each rule.
  std::vector<uint32_t> pieces;

  // Of a query; a listing gets kClean.
  Answer::Kind answer = Answer::Kind::kClean;
  std::string answer_text;  // of kWithout

  // Whether a reviewer's word took the place of what rules say, and why: the
  // word on the listing, or else that on the first rule. NUL-terminated,
  // borrowed from the ruleset.
  bool overridden = false;
  std::string_view override_reason;

  void Clear();
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_VERDICT_H_
