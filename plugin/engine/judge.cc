#include "plugin/engine/judge.h"

#include <algorithm>
#include <tuple>

#include "plugin/engine/proximity.h"

namespace saring {
namespace {

using Outcome = Ruling::Outcome;

bool Applies(const CompiledRule& rule, Asked asked) {
  return asked == Asked::kQuery ? rule.applies_to_query
                                : rule.applies_to_listing;
}

// The first of `lists` that has evidence, or nullptr.
const ListId* FirstFound(const std::vector<ListId>& lists,
                         const Evidence& evidence) {
  for (const ListId& list : lists) {
    if (evidence.Has(list)) return &list;
  }
  return nullptr;
}

bool IsText(const Hit& hit) { return hit.field <= EvidenceField::kDescription; }

// The order of goods in a listing: title before description, from left to
// right, and of two that begin together the longer. Readings that take more or
// fewer signs for letters may lie between the same nodes: bytes tell them
// apart.
auto NounOrder(const Hit& hit) {
  return std::make_tuple(hit.field, hit.from, ~hit.to, ~hit.end);
}

// Whether `hit`, which the rule does not need, is a piece of a word that was
// cut in pieces and that it needs: gel is no good in bal se gel.
bool IsPartOfCutWord(const Hit& hit, const CompiledRule& rule,
                     const Evidence& evidence) {
  const auto is_cut_there = [&](const Hit& whole) {
    if (whole.field != hit.field || whole.from > hit.from ||
        whole.to < hit.to || whole.to - whole.from == hit.to - hit.from) {
      return false;
    }
    const Step step = evidence.StepOf(whole);
    return step == Step::kSpaced || step == Step::kFragments;
  };
  const std::vector<ListId>& needs = rule.needs;
  if (std::find(needs.begin(), needs.end(), hit.list) != needs.end()) {
    return false;
  }
  return std::any_of(needs.begin(), needs.end(), [&](ListId list) {
    const auto hits = evidence.Of(list);
    return std::any_of(hits.begin(), hits.end(), is_cut_there);
  });
}

// The list of `unless_first` that the good on offer is of, or nullptr. The good
// is the first noun; a noun that is evidence of the rule itself, too, stays.
const ListId* AnotherGood(const Ruleset& ruleset, const CompiledRule& rule,
                          const Evidence& evidence) {
  const Hit* first = nullptr;
  for (const ListId list : ruleset.noun_lists) {
    for (const Hit& hit : evidence.Of(list)) {
      if (!IsText(hit)) break;
      if (first && !(NounOrder(hit) < NounOrder(*first))) continue;
      if (!IsPartOfCutWord(hit, rule, evidence)) first = &hit;
    }
  }
  if (!first) return nullptr;
  const auto names_the_good = [&](ListId list) {
    const auto hits = evidence.Of(list);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return IsText(hit) && NounOrder(hit) == NounOrder(*first);
    });
  };
  if (std::any_of(rule.needs.begin(), rule.needs.end(), names_the_good)) {
    return nullptr;
  }
  const auto found = std::find_if(rule.unless_first.begin(),
                                  rule.unless_first.end(), names_the_good);
  return found == rule.unless_first.end() ? nullptr : &*found;
}

// Keeps the evidence of `lists` for a reason. A piece that lies in a longer one
// of its list adds nothing: "tas" in "tas laptop".
void KeepPieces(const std::vector<ListId>& lists, const Evidence& evidence,
                Verdict* verdict) {
  for (const ListId list : lists) {
    size_t kept = 0;
    const Hit* widest = nullptr;  // of those that begin no later
    const auto hits = evidence.Of(list);
    for (size_t i = 0; i < hits.size() && kept < Verdict::kMaxPieces; ++i) {
      const Hit& hit = hits[i];
      const bool next_is_longer = i + 1 < hits.size() &&
                                  hits[i + 1].field == hit.field &&
                                  hits[i + 1].from == hit.from;
      const bool is_covered =
          widest && widest->field == hit.field && widest->to >= hit.to;
      if (next_is_longer || is_covered) continue;
      widest = &hit;
      ++kept;
      verdict->pieces.push_back(
          static_cast<uint32_t>(&hit - evidence.hits.data()));
    }
  }
}

void Fire(const Ruleset& ruleset, uint32_t index, const Evidence& evidence,
          Verdict* verdict) {
  const CompiledRule& rule = ruleset.rules[index];
  const bool softened = rule.action == Action::kHide &&
                        FirstFound(rule.softened_by, evidence) != nullptr;
  FiredRule fired{.rule = index,
                  .action = softened ? Action::kDemote : rule.action,
                  .softened = softened,
                  .pieces_begin = static_cast<uint32_t>(verdict->pieces.size()),
                  .pieces_size = 0};
  KeepPieces(rule.needs, evidence, verdict);
  if (softened) KeepPieces(rule.softened_by, evidence, verdict);
  const auto begin = verdict->pieces.begin() + fired.pieces_begin;
  const auto place = [&](uint32_t piece) {
    const Hit& hit = evidence.hits[piece];
    return std::make_tuple(hit.field, hit.begin, hit.end, piece);
  };
  if (verdict->pieces.end() - begin > 1) {
    std::sort(begin, verdict->pieces.end(),
              [&](uint32_t a, uint32_t b) { return place(a) < place(b); });
    verdict->pieces.erase(std::unique(begin, verdict->pieces.end()),
                          verdict->pieces.end());
  }
  fired.pieces_size =
      static_cast<uint32_t>(verdict->pieces.size()) - fired.pieces_begin;
  verdict->fired.push_back(fired);
}

}  // namespace

Ruling RuleOn(const Ruleset& ruleset, const CompiledRule& rule, Asked asked,
              const Evidence& evidence, ProximityBuffers* buffers) {
  if (!Applies(rule, asked)) return {Outcome::kNotAsked};
  for (const ListId list : rule.needs) {
    if (!evidence.Has(list)) return {Outcome::kLacksEvidence, list};
  }
  if (const ListId* list = FirstFound(rule.unless, evidence)) {
    return {Outcome::kSwitchedOff, *list};
  }
  if (!rule.unless_first.empty()) {
    if (const ListId* list = AnotherGood(ruleset, rule, evidence)) {
      return {Outcome::kAnotherGood, *list};
    }
  }
  if (rule.within && !LieWithin(rule.needs, *rule.within, evidence, buffers)) {
    return {Outcome::kTooFarApart};
  }
  if (!rule.only.empty() && !CoverTitle(rule.only, evidence, buffers)) {
    return {Outcome::kMoreThanOnly};
  }
  return {Outcome::kFires};
}

void FindCandidates(const Ruleset& ruleset, Asked asked, Rules rules,
                    const std::vector<uint8_t>& found,
                    const std::vector<ListId>& found_lists,
                    std::vector<uint32_t>* candidates) {
  candidates->clear();
  for (const ListId list : found_lists) {
    for (const uint32_t index : ruleset.rules_by_first_need[list]) {
      const CompiledRule& rule = ruleset.rules[index];
      if ((rules == Rules::kAll || rule.in_force) && Applies(rule, asked) &&
          std::all_of(rule.needs.begin(), rule.needs.end(),
                      [&](ListId need) { return found[need] != 0; })) {
        candidates->push_back(index);
      }
    }
  }
  if (candidates->size() > 1) {
    std::sort(candidates->begin(), candidates->end());
  }
}

void JudgeBy(const Ruleset& ruleset, std::span<const uint32_t> those,
             Asked asked, const Evidence& evidence, ProximityBuffers* buffers,
             Verdict* verdict) {
  for (const uint32_t index : those) {
    const CompiledRule& rule = ruleset.rules[index];
    if (RuleOn(ruleset, rule, asked, evidence, buffers).outcome ==
        Outcome::kFires) {
      Fire(ruleset, index, evidence, verdict);
    }
  }
  SortFired(verdict);
  if (!verdict->fired.empty()) verdict->action = verdict->fired[0].action;
}

void SortFired(Verdict* verdict) {
  if (verdict->fired.size() < 2) return;
  std::sort(verdict->fired.begin(), verdict->fired.end(),
            [](const FiredRule& a, const FiredRule& b) {
              return std::tie(b.action, a.rule) < std::tie(a.action, b.rule);
            });
}

}  // namespace saring
