#include "config/keys.h"

#include <iterator>

namespace saring {
namespace {

constexpr std::string_view kDay = "a day such as 2026-11-23";
constexpr std::string_view kListNames = "a list of list names";
constexpr std::string_view kFiles =
    "the name of a file beside the policy, or a list of them";

constexpr Key kPolicyKeys[] = {
    {"saring", true, "1, the version of the policy language"},
    {"policy", true, "a name of a-z, 0-9 and -"},
    {"revision", false, "a text such as \"2026-11-23.1\""},
    {"law", false, "a map from ids to laws"},
    {"abbreviations", false, "a map from short forms to what they stand for"},
    {"ordinary", false, "a map of words, words_from and dictionaries"},
    {"lists", true, "a map from names to lists of terms"},
    {"notices", false, "a map from names to notices"},
    {"rules", true, "a list of rules"},
    {"overrides", false, "the name of a file beside the policy"},
    {"budget", false, "a map of text, time and beyond"},
};

constexpr Key kLawKeys[] = {
    {"title", true, "a text"},
    {"article", false, "a text"},
    {"hs", false, "a list of codes such as \"6309.00.00\""},
    {"from", false, kDay},
    {"until", false, kDay},
};

constexpr Key kOrdinaryKeys[] = {
    {"words", false, "a list of words"},
    {"words_from", false, kFiles},
    {"dictionaries", false, "a list of dictionary names such as id_ID"},
};

constexpr Key kListKeys[] = {
    {"noun", false, "true or false"},
    {"terms", false, "a list of terms"},
    {"terms_from", false, kFiles},
    {"in", false, "a list of title and description"},
    {"category", false, "a list of category paths such as \"Fashion*\""},
    {"condition", false, "a list of conditions such as used"},
    {"except", false, "a list of phrases"},
};

constexpr Key kRuleKeys[] = {
    {"id", true, "1 to 64 of a-z, 0-9 and -"},
    {"needs", true, kListNames},
    {"unless_first", false, kListNames},
    {"softened_by", false, kListNames},
    {"unless", false, kListNames},
    {"only", false, kListNames},
    {"within", false, "a number of words from 1 to 1000"},
    {"applies_to", false, "a list of query and listing"},
    {"action", true, "hide, demote or review"},
    {"answer", false, "clean, empty or {without: [lists]}"},
    {"from", false, kDay},
    {"until", false, kDay},
    {"mode", false, "enforce, shadow or off"},
    {"sample", false, "a share from 0.01% to 100%, such as 10%"},
    {"law", false, "a list of ids of laws"},
    {"notice", false, "a map of buyer and seller, or the name of a notice"},
    {"hits", true, "a list of texts or listings that the rule must fire on"},
    {"misses", true,
     "a list of texts or listings that the rule must not fire on"},
};

constexpr Key kNoticeKeys[] = {
    {"buyer", false, "a text"},
    {"seller", false, "a text"},
};

constexpr Key kAnswerKeys[] = {
    {"without", true, kListNames},
};

constexpr Key kExampleKeys[] = {
    {"query", false, "a text"},       {"title", false, "a text"},
    {"description", false, "a text"}, {"category", false, "a text"},
    {"condition", false, "a text"},
};

constexpr Key kBudgetKeys[] = {
    {"text", false, "a number of bytes from 1 to 65536"},
    {"time", false, "a time from 0.01 ms to 10000 ms, such as 2 ms"},
    {"beyond", false, "a map of query and listing"},
};

constexpr Key kBeyondKeys[] = {
    {"query", false, "open or closed"},
    {"listing", false, "open or closed"},
};

static_assert(std::size(kRuleKeys) <= kMaxKeys);
static_assert(std::size(kPolicyKeys) <= kMaxKeys);
static_assert(std::size(kListKeys) <= kMaxKeys);

}  // namespace

std::span<const Key> KeysOf(MapKind kind) {
  switch (kind) {
    case MapKind::kPolicy:
      return kPolicyKeys;
    case MapKind::kLaw:
      return kLawKeys;
    case MapKind::kOrdinary:
      return kOrdinaryKeys;
    case MapKind::kList:
      return kListKeys;
    case MapKind::kRule:
      return kRuleKeys;
    case MapKind::kNotice:
      return kNoticeKeys;
    case MapKind::kAnswer:
      return kAnswerKeys;
    case MapKind::kExample:
      return kExampleKeys;
    case MapKind::kBudget:
      return kBudgetKeys;
    case MapKind::kBeyond:
      return kBeyondKeys;
  }
  return {};
}

std::string_view NameOf(MapKind kind) {
  switch (kind) {
    case MapKind::kPolicy:
      return "a policy";
    case MapKind::kLaw:
      return "a law";
    case MapKind::kOrdinary:
      return "ordinary";
    case MapKind::kList:
      return "a list";
    case MapKind::kRule:
      return "a rule";
    case MapKind::kNotice:
      return "a notice";
    case MapKind::kAnswer:
      return "an answer";
    case MapKind::kExample:
      return "an example";
    case MapKind::kBudget:
      return "budget";
    case MapKind::kBeyond:
      return "beyond";
  }
  return "";
}

}  // namespace saring
