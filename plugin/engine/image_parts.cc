#include "plugin/engine/image_parts.h"

#include <algorithm>
#include <string_view>

#include "config/name.h"
#include "config/policy_loader.h"

namespace saring {
namespace {

// What a part is made of, in order; the same for writing and for reading.
// Left out is what SetDay() and IndexRules() find out.

template <typename Self, typename Bytes>
void VisitAttribute(Self& attribute, Bytes& bytes) {
  bytes(attribute.term);
  bytes(attribute.glob);
}

template <typename Self, typename Bytes>
void VisitList(Self& list, Bytes& bytes) {
  const auto visit = [&](auto& one) { VisitAttribute(one, bytes); };
  bytes(list.name);
  bytes(list.noun);
  bytes(list.in_title);
  bytes(list.in_description);
  bytes(list.within_terms);
  bytes(list.within_exceptions);
  bytes(list.rank);
  bytes(list.has_exceptions);
  bytes(list.telling);
  bytes.Each(list.categories, visit);
  bytes.Each(list.conditions, visit);
}

template <typename Self, typename Bytes>
void VisitRule(Self& rule, Bytes& bytes) {
  bytes(rule.id);
  bytes(rule.action);
  bytes(rule.needs);
  bytes(rule.unless_first);
  bytes(rule.softened_by);
  bytes(rule.unless);
  bytes(rule.only);
  bytes(rule.within);
  bytes(rule.applies_to_query);
  bytes(rule.applies_to_listing);
  bytes(rule.from);
  bytes(rule.until);
  bytes(rule.answer);
  bytes(rule.answer_without);
  bytes(rule.law);
  bytes(rule.law_text);
  bytes(rule.buyer_notice);
  bytes(rule.seller_notice);
}

template <typename Self, typename Bytes>
void VisitLaw(Self& law, Bytes& bytes) {
  bytes(law.id.text);
  bytes(law.title);
  bytes(law.article);
  bytes(law.hs);
  bytes(law.from);
  bytes(law.until);
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
         AreBelow(rule.needs, lists) && AreBelow(rule.unless_first, lists) &&
         AreBelow(rule.softened_by, lists) && AreBelow(rule.unless, lists) &&
         AreBelow(rule.only, lists) && AreBelow(rule.answer_without, lists) &&
         AreBelow(rule.law, laws);
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
  return IsName(ruleset.name) && lists <= kMaxPolicyBytes / kShortestList &&
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
  if (!bytes->ok() || !IsSound(*ruleset, terms) ||
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
