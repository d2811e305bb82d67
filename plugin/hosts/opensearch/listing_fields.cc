#include "plugin/hosts/opensearch/listing_fields.h"

#include <utility>

#include "plugin/hosts/opensearch/searched_text.h"

namespace saring::opensearch {
namespace {

// A newer library may know actions between these: the nearest smaller holds.
const char* ActionName(uint32_t action) {
  if (action >= SARING_HIDE) return "hide";
  if (action >= SARING_DEMOTE) return "demote";
  return action >= SARING_REVIEW ? "review" : "show";
}

int RankOf(uint32_t action) {
  if (action >= SARING_HIDE) return 2;
  return action >= SARING_DEMOTE ? 1 : 0;
}

Json RulesOf(const saring_scratch* scratch, uint32_t count) {
  Json rules = Json::array();
  for (uint32_t i = 0; i < count; ++i) {
    saring_rule rule = {};
    rule.struct_size = sizeof rule;
    Require(saring_fired_rule(scratch, i, &rule));
    rules.push_back(rule.id);
  }
  return rules;
}

}  // namespace

bool IsFieldName(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '.') return false;
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.@";
  return name.find_first_not_of(kAllowed) == std::string_view::npos &&
         name.find("..") == std::string_view::npos;
}

Json FieldsOf(const saring_policy* policy, saring_scratch* scratch,
              const saring_listing* listing, const std::string& field) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_listing(policy, scratch, listing, &verdict));
  Json object = {{"action", ActionName(verdict.action)},
                 {"rank", RankOf(verdict.action)},
                 {"rules", RulesOf(scratch, verdict.rule_count)},
                 {"fingerprint", saring_policy_fingerprint(policy)}};
  for (size_t end = field.size(); end != std::string::npos;) {
    const size_t dot = end == 0 ? std::string::npos : field.rfind('.', end - 1);
    const size_t begin = dot == std::string::npos ? 0 : dot + 1;
    Json outer = Json::object();
    outer[field.substr(begin, end - begin)] = std::move(object);
    object = std::move(outer);
    end = dot;
  }
  return object;
}

}  // namespace saring::opensearch
