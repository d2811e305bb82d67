#include "plugin/engine/answer.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace saring {
namespace {

using Range = std::pair<uint32_t, uint32_t>;

// Replaces *found by the bytes of the title that are evidence of the lists, in
// order.
void FindRanges(const std::vector<ListId>& lists, const Evidence& evidence,
                std::vector<Range>* found) {
  std::vector<Range>& ranges = *found;
  ranges.clear();
  for (const ListId list : lists) {
    for (const Hit& hit : evidence.Of(list)) {
      if (hit.field == EvidenceField::kTitle) {
        ranges.emplace_back(hit.begin, hit.end);
      }
    }
  }
  std::sort(ranges.begin(), ranges.end());
}

// Replaces *rest by `text` without the ranges; one space for a run of spaces,
// none at the edges.
void LeaveOut(std::string_view text, const std::vector<Range>& ranges,
              std::string* rest) {
  std::string& left = *rest;
  left.clear();
  const auto keep = [&](std::string_view part) {
    for (const char c : part) {
      const bool is_space = c == ' ' || ('\t' <= c && c <= '\r');
      if (!is_space) {
        left += c;
      } else if (!left.empty() && left.back() != ' ') {
        left += ' ';
      }
    }
  };
  uint32_t at = 0;
  for (const auto& [begin, end] : ranges) {
    if (begin > at) keep(text.substr(at, begin - at));
    keep(" ");
    at = std::max(at, end);
  }
  keep(text.substr(at));
  if (!left.empty() && left.back() == ' ') left.pop_back();
}

// Whether every word of the title lies in one of the ranges.
bool NothingIsLeft(const Evidence& evidence, const std::vector<Range>& ranges) {
  const Lattice& lattice = evidence.lattices[0];
  const auto is_left = [&](const Word& word) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(),
                                        Range(word.begin, UINT32_MAX));
    return after == ranges.begin() || std::prev(after)->second < word.end;
  };
  return std::none_of(lattice.words.begin(), lattice.words.end(), is_left);
}

}  // namespace

void AnswerQuery(const Ruleset& ruleset, std::string_view text,
                 const Evidence& evidence, AnswerBuffers* buffers,
                 Verdict* verdict) {
  std::vector<ListId>& without = buffers->without;
  without.clear();
  for (const FiredRule& fired : verdict->fired) {
    const CompiledRule& rule = ruleset.rules[fired.rule];
    verdict->answer = std::max(verdict->answer, rule.answer);
    without.insert(without.end(), rule.answer_without.begin(),
                   rule.answer_without.end());
  }
  if (verdict->answer != Answer::Kind::kWithout) return;
  std::sort(without.begin(), without.end());
  without.erase(std::unique(without.begin(), without.end()), without.end());
  std::vector<Range>& ranges = buffers->ranges;
  FindRanges(without, evidence, &ranges);
  if (NothingIsLeft(evidence, ranges)) {
    verdict->answer = Answer::Kind::kEmpty;
    return;
  }
  LeaveOut(text, ranges, &verdict->answer_text);
}

}  // namespace saring
