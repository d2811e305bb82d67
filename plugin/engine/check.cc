#include "plugin/engine/check.h"

#include <algorithm>
#include <utility>

#include "plugin/engine/answer.h"
#include "plugin/engine/finder.h"
#include "plugin/engine/rollout.h"
#include "plugin/engine/second_look.h"

namespace saring {
namespace {

// CutText(), remembering in the verdict whether there was more.
std::string_view Cut(const Ruleset& ruleset, std::string_view text,
                     Verdict* verdict) {
  if (text.size() <= ruleset.budget.text_bytes) return text;
  verdict->text_cut = true;
  return CutText(text, ruleset.budget.text_bytes);
}

// Finds the rules that have all that they need, excuses and all else aside.
void FindCandidates(const Ruleset& ruleset, Asked asked, Rules rules,
                    Scratch* scratch) {
  scratch->found.assign(ruleset.lists.size(), 0);
  scratch->found_lists.clear();
  const auto find = [&](ListId list) {
    if (scratch->found[list] == 0) scratch->found_lists.push_back(list);
    scratch->found[list] = 1;
  };
  for (const FieldMatches& field : scratch->fields) {
    for (const Chart::Match& match : field.terms) find(match.list);
  }
  for (const Hit& hit : scratch->evidence.hits) find(hit.list);
  FindCandidates(ruleset, asked, rules, scratch->found, scratch->found_lists,
                 &scratch->candidates);
}

// Of evidence for its own sake, every list is wanted; else what may decide.
void SetWanted(const Ruleset& ruleset, Depth depth, Scratch* scratch) {
  scratch->wanted.assign(ruleset.lists.size(), depth == Depth::kEvidence);
  for (const uint32_t rule : scratch->candidates) {
    for (const ListId list : ruleset.rules[rule].looks_at) {
      scratch->wanted[list] = 1;
    }
  }
}

// The description, or nothing where the time is up.
std::string_view DescriptionInTime(const Listing& listing, Scratch* scratch) {
  if (listing.description.empty() || !scratch->deadline.HasPassed()) {
    return listing.description;
  }
  scratch->verdict.over_budget = true;
  return {};
}

// Whether some rule may fire at all, as far as can be told without finding all
// terms. What attributes are evidence of is known.
bool MayFire(const Ruleset& ruleset, Asked asked, Listing* listing,
             Scratch* scratch) {
  if (listing->description.empty()) {
    return MayFire(ruleset, asked, listing->title, scratch);
  }
  const std::vector<Hit>& hits = scratch->evidence.hits;
  const bool told = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return ruleset.lists[hit.list].telling;
  });
  const bool title_tells =
      MayTell(ruleset, EvidenceField::kTitle, listing->title, scratch);
  listing->description = DescriptionInTime(*listing, scratch);
  return MayTell(ruleset, EvidenceField::kDescription, listing->description,
                 scratch) ||
         title_tells || told;
}

void FindInAttributes(const Ruleset& ruleset, const Listing& listing,
                      Scratch* scratch) {
  if (listing.category.empty() && listing.condition.empty()) return;
  FindInAttribute(ruleset, EvidenceField::kCategory, listing.category, scratch);
  FindInAttribute(ruleset, EvidenceField::kCondition, listing.condition,
                  scratch);
}

// Finds every term in a listing whose texts are cut.
void Match(const Ruleset& ruleset, const Lexicon& lexicon,
           const Listing& listing, Scratch* scratch) {
  MatchText(ruleset, lexicon, EvidenceField::kTitle, listing.title, scratch);
  scratch->fields[1].terms.clear();
  if (ruleset.reads_descriptions) {
    MatchText(ruleset, lexicon, EvidenceField::kDescription,
              DescriptionInTime(listing, scratch), scratch);
  }
}

void MatchRead(const Ruleset& ruleset, const Listing& listing,
               Scratch* scratch) {
  MatchReadText(ruleset, EvidenceField::kTitle, listing.title, scratch);
  scratch->fields[1].terms.clear();
  if (!listing.description.empty()) {
    MatchReadText(ruleset, EvidenceField::kDescription, listing.description,
                  scratch);
  }
}

void Gather(const Ruleset& ruleset, Scratch* scratch) {
  GatherHits(ruleset, EvidenceField::kTitle, scratch);
  if (ruleset.reads_descriptions) {
    GatherHits(ruleset, EvidenceField::kDescription, scratch);
  }
  SortEvidence(&scratch->evidence);
}

// Judges what was matched by the candidates, at first and at a second look.
void Decide(const Ruleset& ruleset, Asked asked, const Listing& listing,
            Depth depth, Scratch* scratch) {
  SetWanted(ruleset, depth, scratch);
  Gather(ruleset, scratch);
  JudgeBy(ruleset, scratch->candidates, asked, scratch->evidence,
          &scratch->proximity, &scratch->verdict);
  const StepSet disguises =
      DisguisesOf(ruleset, scratch->evidence, scratch->verdict);
  if (disguises == 0) return;
  if (scratch->deadline.HasPassed()) return TakeBackDisguised(ruleset, scratch);
  PutAside(scratch);
  const BoldLexicon bold(ruleset.vocabulary, disguises);
  FindInAttributes(ruleset, listing, scratch);
  Match(ruleset, bold, listing, scratch);
  Gather(ruleset, scratch);
  Reconsider(ruleset, asked, scratch);
}

// Judges by the rules in shadow, apart from all others: their evidence could
// lead to a second look.
void DecideInShadow(const Ruleset& ruleset, Asked asked, const Listing& listing,
                    bool is_matched, Scratch* scratch) {
  Shadow& shadow = scratch->shadow;
  const auto swap = [&] {
    std::swap(scratch->evidence, shadow.evidence);
    std::swap(scratch->verdict, shadow.verdict);
    std::swap(scratch->candidates, shadow.candidates);
  };
  if (!is_matched) {
    swap();
    FindInAttributes(ruleset, listing, scratch);
    Match(ruleset, ruleset.vocabulary, listing, scratch);
  } else {
    std::swap(scratch->verdict, shadow.verdict);
    std::swap(scratch->candidates, shadow.candidates);
  }
  Decide(ruleset, asked, listing, Depth::kVerdict, scratch);
  swap();
}

// Of a description, what there is no time for is left out of *looked_at.
void Check(const Ruleset& ruleset, Asked asked, Listing* looked_at, Rules rules,
           Depth depth, Scratch* scratch) {
  const Listing& listing = *looked_at;
  FindInAttributes(ruleset, listing, scratch);
  if (depth == Depth::kEvidence) {
    Match(ruleset, ruleset.vocabulary, listing, scratch);
  } else {
    if (!MayFire(ruleset, asked, looked_at, scratch)) return;
    MatchRead(ruleset, listing, scratch);
  }
  FindCandidates(ruleset, asked, rules, scratch);
  SetShadowApart(ruleset, listing.id, listing.title, rules, scratch);
  const bool is_decided =
      depth == Depth::kEvidence || !scratch->candidates.empty();
  if (is_decided) Decide(ruleset, asked, listing, depth, scratch);
  if (scratch->shadow.candidates.empty()) return;
  DecideInShadow(ruleset, asked, listing, !is_decided, scratch);
}

// Forgets the last call. A policy's own tests depend on no clock.
void Begin(const Ruleset& ruleset, Rules rules, Scratch* scratch) {
  scratch->evidence.Clear();
  scratch->verdict.Clear();
  scratch->shadow.Clear();
  scratch->deadline.Start(rules == Rules::kAll ? 0 : ruleset.budget.time);
}

}  // namespace

std::string_view CutText(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  // A character has at most three bytes after its first; more than that is no
  // character, and may be cut anywhere.
  size_t size = most;
  for (int i = 0; i < 3 && size > 0 && (text[size] & 0xc0) == 0x80; ++i) --size;
  if ((text[size] & 0xc0) == 0x80) size = most;
  return text.substr(0, size);
}

void CheckQuery(const Ruleset& ruleset, std::string_view text, Scratch* scratch,
                Rules rules, Depth depth) {
  Begin(ruleset, rules, scratch);
  scratch->decisions.clear();
  text = Cut(ruleset, text, &scratch->verdict);
  Listing looked_at = {.title = text};
  Check(ruleset, Asked::kQuery, &looked_at, rules, depth, scratch);
  if (!scratch->verdict.fired.empty()) {
    AnswerQuery(ruleset, text, scratch->evidence, &scratch->answer,
                &scratch->verdict);
  }
  if (rules == Rules::kInForce) {
    ApplyBudget(ruleset, Asked::kQuery, &scratch->verdict);
  }
}

void CheckListing(const Ruleset& ruleset, const Listing& listing,
                  Scratch* scratch, Rules rules, Depth depth) {
  Begin(ruleset, rules, scratch);
  FindDecisions(ruleset, listing.id, rules, scratch);
  Verdict* const verdict = &scratch->verdict;
  const auto cut = [&](std::string_view text) {
    return Cut(ruleset, text, verdict);
  };
  Listing looked_at = {.title = cut(listing.title),
                       .description = ruleset.reads_descriptions
                                          ? cut(listing.description)
                                          : std::string_view(),
                       .category = cut(listing.category),
                       .condition = cut(listing.condition),
                       .id = listing.id};
  Check(ruleset, Asked::kListing, &looked_at, rules, depth, scratch);
  if (rules != Rules::kInForce) return;
  ApplyBudget(ruleset, Asked::kListing, verdict);
  ApplyDecisions(ruleset, scratch);
}

}  // namespace saring
