#include "plugin/engine/image_parts.h"

#include <algorithm>
#include <string_view>

#include "config/name.h"
#include "config/policy_loader.h"

namespace saring {
namespace {

// What a part is made of, in order; the same for writing and for reading. Every
// member is named, so that a new one cannot be forgotten; those that SetDay()
// and IndexRules() find out are left out.

template <typename Self, typename Bytes>
void VisitAttribute(Self& attribute, Bytes& bytes) {
  auto& [term, glob] = attribute;
  bytes(term);
  bytes(glob);
}

template <typename Self, typename Bytes>
void VisitList(Self& list, Bytes& bytes) {
  auto& [name, noun, in_title, in_description, within_terms, within_exceptions,
         rank, mask, has_exceptions, telling, categories, conditions] = list;
  const auto visit = [&](auto& one) { VisitAttribute(one, bytes); };
  bytes(name);
  bytes(noun);
  bytes(in_title);
  bytes(in_description);
  bytes(within_terms);
  bytes(within_exceptions);
  bytes(rank);
  bytes(mask);
  bytes(has_exceptions);
  bytes(telling);
  bytes.Each(categories, visit);
  bytes.Each(conditions, visit);
}

template <typename Self, typename Bytes>
void VisitRule(Self& rule, Bytes& bytes) {
  auto& [id, action, needs, unless_first, softened_by, unless, only, within,
         applies_to_query, applies_to_listing, from, until, mode, sample,
         in_force, knows_excuse, looks_at, answer, answer_without, law,
         law_text, buyer_notice, seller_notice] = rule;
  bytes(id);
  bytes(action);
  bytes(needs);
  bytes(unless_first);
  bytes(softened_by);
  bytes(unless);
  bytes(only);
  bytes(within);
  bytes(applies_to_query);
  bytes(applies_to_listing);
  bytes(from);
  bytes(until);
  bytes(mode);
  bytes(sample);
  bytes(answer);
  bytes(answer_without);
  bytes(law);
  bytes(law_text);
  bytes(buyer_notice);
  bytes(seller_notice);
}

template <typename Self, typename Bytes>
void VisitLaw(Self& law, Bytes& bytes) {
  auto& [id, title, article, hs, from, until] = law;
  bytes(id.text);
  bytes(title);
  bytes(article);
  bytes(hs);
  bytes(from);
  bytes(until);
}

template <typename Self, typename Bytes>
void VisitBudget(Self& budget, Bytes& bytes) {
  auto& [text_bytes, time, query, listing] = budget;
  bytes(text_bytes);
  bytes(time);
  bytes(query);
  bytes(listing);
}

template <typename Self, typename Bytes>
void VisitRuleset(Self& ruleset, Bytes& bytes) {
  bytes(ruleset.name);
  bytes(ruleset.revision);
  bytes(ruleset.content_hash);
  bytes(ruleset.dictionary_hash);
  bytes.Each(ruleset.lists, [&](auto& list) { VisitList(list, bytes); });
  bytes.Each(ruleset.rules, [&](auto& rule) { VisitRule(rule, bytes); });
  bytes.Each(ruleset.laws, [&](auto& law) { VisitLaw(law, bytes); });
  bytes(ruleset.hinted_by_number);
  ToldAlong::Visit(ruleset.told_along, bytes);
  VisitBudget(ruleset.budget, bytes);
}

template <typename Self, typename Bytes>
void VisitAbbreviations(Self& abbreviations, Bytes& bytes) {
  bytes.Each(abbreviations, [&](auto& one) {
    bytes(one.first);
    bytes(one.second);
  });
}

// The shortest list in a policy's file takes more: aa: {terms: [b]}
constexpr size_t kShortestList = 14;

// Folding makes of a character of three bytes 33 at most.
constexpr size_t kLongestMeaning = 11 * kMaxTermBytes;
constexpr size_t kLongestGlob = 11 * kMaxScalarBytes;

bool AreBelow(const std::vector<uint32_t>& numbers, size_t end) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](uint32_t number) { return number < end; });
}

bool IsSound(const EvidenceList& list, size_t lists, size_t terms) {
  const auto are_sound = [&](const auto& attributes) {
    return std::all_of(
        attributes.begin(), attributes.end(), [&](const auto& one) {
          return one.term < terms && one.glob.size() <= kLongestGlob;
        });
  };
  return IsName(list.name, "_") && list.rank < lists &&
         are_sound(list.categories) && are_sound(list.conditions);
}

bool IsSound(const CompiledRule& rule, size_t lists, size_t laws) {
  switch (rule.action) {
    case Action::kReview:
    case Action::kDemote:
    case Action::kHide:
      break;
    default:
      return false;
  }
  return IsName(rule.id) && rule.answer <= Answer::Kind::kEmpty &&
         rule.mode <= Mode::kOff && rule.sample <= kWholeShare &&
         AreBelow(rule.needs, lists) && AreBelow(rule.unless_first, lists) &&
         AreBelow(rule.softened_by, lists) && AreBelow(rule.unless, lists) &&
         AreBelow(rule.only, lists) && AreBelow(rule.answer_without, lists) &&
         AreBelow(rule.law, laws);
}

bool IsSound(const Budget& budget) {
  return budget.text_bytes <= kMaxText &&
         budget.query <= Budget::Beyond::kClosed &&
         budget.listing <= Budget::Beyond::kClosed;
}

// Words with one space between two.
bool AreWords(std::string_view text) {
  return !text.empty() && text.size() <= kLongestMeaning &&
         text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == text.npos;
}

bool IsSound(const Ruleset& ruleset, size_t terms) {
  const size_t lists = ruleset.lists.size();
  const size_t laws = ruleset.laws.size();
  return IsName(ruleset.name) && IsSound(ruleset.budget) &&
         lists <= kMaxPolicyBytes / kShortestList &&
         std::all_of(
             ruleset.lists.begin(), ruleset.lists.end(),
             [&](const auto& one) { return IsSound(one, lists, terms); }) &&
         std::all_of(
             ruleset.rules.begin(), ruleset.rules.end(),
             [&](const auto& one) { return IsSound(one, lists, laws); }) &&
         std::all_of(ruleset.laws.begin(), ruleset.laws.end(),
                     [](const auto& law) { return IsName(law.id.text); });
}

bool ReadAbbreviations(ByteReader* bytes, Vocabulary* vocabulary) {
  Vocabulary::Abbreviations abbreviations;
  VisitAbbreviations(abbreviations, *bytes);
  if (!bytes->ok()) return false;
  for (const auto& [short_form, meaning] : abbreviations) {
    if (!AreWords(short_form) || !AreWords(meaning)) return false;
    vocabulary->AddAbbreviation(short_form, meaning);
  }
  return true;
}

}  // namespace

void WriteParts(const Ruleset& ruleset, ByteWriter* bytes) {
  VisitRuleset(ruleset, *bytes);
  const auto abbreviations = ruleset.vocabulary.abbreviations();
  VisitAbbreviations(abbreviations, *bytes);
  (*bytes)(ruleset.vocabulary.KnowsLanguage());
  (*bytes)(ruleset.warnings);
}

bool ReadParts(ByteReader* bytes, size_t terms, Ruleset* ruleset) {
  VisitRuleset(*ruleset, *bytes);
  if (!bytes->ok() || !ruleset->told_along.Restore() ||
      !IsSound(*ruleset, terms) ||
      !ReadAbbreviations(bytes, &ruleset->vocabulary)) {
    return false;
  }
  bool knows_language = false;
  (*bytes)(knows_language);
  ruleset->vocabulary.SetKnowsLanguage(knows_language);
  bytes->Lines(ruleset->warnings);
  return bytes->ok() && bytes->at_end();
}

}  // namespace saring
