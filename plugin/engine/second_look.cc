#include "plugin/engine/second_look.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "plugin/engine/finder.h"

namespace saring {
namespace {

// The words that are read as they look, in whatever style or alphabet, need no
// boldness.
constexpr Step kFirstBold = Step::kDoubling;

bool IsNeeded(const Ruleset& ruleset, const Scratch& scratch, ListId list) {
  return std::any_of(
      scratch.fired.begin(), scratch.fired.end(), [&](uint32_t rule) {
        const std::vector<ListId>& needs = ruleset.rules[rule].needs;
        return std::find(needs.begin(), needs.end(), list) != needs.end();
      });
}

// Whether the first look found evidence of the list where `hit` is.
bool WasFound(const Hit& hit, const Evidence& first) {
  const auto hits = first.Of(hit.list);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
    return other.field == hit.field && other.begin < hit.end &&
           hit.begin < other.end;
  });
}

// What is written plainly needs no bold excuse: takes back those hits that only
// the second look excused.
void KeepPlainHits(Scratch* scratch) {
  Evidence& evidence = scratch->evidence;
  const auto was_plain = [&](const Hit& hit) {
    return evidence.StepOf(hit) < kFirstBold &&
           WasFound(hit, scratch->other_evidence);
  };
  const size_t before = evidence.hits.size();
  std::copy_if(evidence.excused.begin(), evidence.excused.end(),
               std::back_inserter(evidence.hits), was_plain);
  if (evidence.hits.size() == before) return;
  std::erase_if(evidence.excused, was_plain);
  for (size_t i = before; i < evidence.hits.size(); ++i) {
    evidence.hits[i].excused_by = Hit::kNotExcused;
  }
  SortEvidence(&evidence);
}

StepSet DisguisesOf(const Ruleset& ruleset, const Evidence& evidence,
                    const Verdict& verdict, const FiredRule& fired) {
  StepSet steps = 0;
  if (!ruleset.rules[fired.rule].knows_excuse) return steps;
  for (uint32_t i = 0; i < fired.pieces_size; ++i) {
    const uint32_t piece = verdict.pieces[fired.pieces_begin + i];
    const Step step = evidence.StepOf(evidence.hits[piece]);
    if (step >= kFirstBold) steps |= Just(step);
  }
  return steps;
}

}  // namespace

StepSet DisguisesOf(const Ruleset& ruleset, const Evidence& evidence,
                    const Verdict& verdict) {
  StepSet steps = 0;
  for (const FiredRule& fired : verdict.fired) {
    steps |= DisguisesOf(ruleset, evidence, verdict, fired);
  }
  return steps;
}

void TakeBackDisguised(const Ruleset& ruleset, Scratch* scratch) {
  Verdict& verdict = scratch->verdict;
  std::erase_if(verdict.fired, [&](const FiredRule& fired) {
    return DisguisesOf(ruleset, scratch->evidence, verdict, fired) != 0;
  });
  verdict.action =
      verdict.fired.empty() ? Action::kShow : verdict.fired[0].action;
  verdict.over_budget = true;
}

void PutAside(Scratch* scratch) {
  std::swap(scratch->evidence, scratch->other_evidence);
  std::swap(scratch->verdict, scratch->other_verdict);
  scratch->evidence.Clear();
  scratch->verdict.Clear();
  scratch->verdict.text_cut = scratch->other_verdict.text_cut;
  scratch->verdict.over_budget = scratch->other_verdict.over_budget;
  scratch->fired.clear();
  for (const FiredRule& fired : scratch->other_verdict.fired) {
    scratch->fired.push_back(fired.rule);
  }
  std::sort(scratch->fired.begin(), scratch->fired.end());
}

void Reconsider(const Ruleset& ruleset, Asked asked, Scratch* scratch) {
  const Evidence& first = scratch->other_evidence;
  std::erase_if(scratch->evidence.hits, [&](const Hit& hit) {
    return !ruleset.lists[hit.list].noun &&
           IsNeeded(ruleset, *scratch, hit.list) && !WasFound(hit, first);
  });
  KeepPlainHits(scratch);
  JudgeBy(ruleset, scratch->fired, asked, scratch->evidence,
          &scratch->proximity, &scratch->verdict);
  const auto same = [](const FiredRule& a, const FiredRule& b) {
    return a.rule == b.rule && a.action == b.action;
  };
  if (std::equal(scratch->verdict.fired.begin(), scratch->verdict.fired.end(),
                 scratch->other_verdict.fired.begin(),
                 scratch->other_verdict.fired.end(), same)) {
    std::swap(scratch->evidence, scratch->other_evidence);
    std::swap(scratch->verdict, scratch->other_verdict);
  }
}

}  // namespace saring
