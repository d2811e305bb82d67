#include <saring/xapian.h>

#include <utility>

#include "plugin/hosts/xapian/policy_source.h"

namespace saring::xapian {
namespace {

std::vector<FiredRule> Owned(const std::vector<saring_rule>& borrowed) {
  std::vector<FiredRule> rules;
  for (const saring_rule& rule : borrowed) {
    rules.push_back(
        {rule.id, rule.law, rule.buyer_notice, KnownAction(rule.action)});
  }
  return rules;
}

}  // namespace

struct Interceptor::Rep {
  PolicySource source;
  Tags tags;

  // What the newest policy says of the query `text`; all but the query to run.
  Interception Judge(std::string_view text);
};

Interception Interceptor::Rep::Judge(std::string_view text) {
  const saring_policy* const policy = source.Newest();
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(saring_check_query(policy, source.scratch(), text.data(), text.size(),
                             &verdict));
  Interception result;
  result.fingerprint = saring_policy_fingerprint(policy);
  result.enforced = saring_policy_enforced(policy) != 0;
  result.tags = tags;
  result.action = KnownAction(verdict.action);
  result.answer = KnownAnswer(verdict.answer);
  if (result.answer == SARING_CLEAN) {
    result.text = text;
  } else if (result.answer == SARING_WITHOUT) {
    result.text.assign(verdict.answer_text, verdict.answer_text_size);
  }
  result.rules = Owned(FiredRules(source.scratch(), verdict.rule_count));
  if (!result.rules.empty()) result.notice = result.rules[0].buyer_notice;
  return result;
}

Interceptor::Interceptor(const saring_policy* policy, Tags tags)
    : rep_(new Rep{PolicySource(policy), std::move(tags)}) {}

Interceptor::Interceptor(saring_live* live, Tags tags)
    : rep_(new Rep{PolicySource(live), std::move(tags)}) {}

Interceptor::~Interceptor() = default;

Interception Interceptor::Intercept(std::string_view text, const Parse& parse,
                                    const Xapian::Database& database,
                                    const Order& order) {
  using Xapian::Query;
  Interception result = rep_->Judge(text);
  result.order = order;
  if (!result.enforced) {
    result.query = parse(result.text);
    return result;
  }
  result.stale = CheckFreshness(rep_->source.policy(), database, rep_->tags) ==
                 Freshness::kStale;
  if (result.answer == SARING_EMPTY) return result;

  Query query = parse(result.text);
  if (result.action == SARING_HIDE) {
    query = Query(Query::OP_FILTER, query, Query(rep_->tags.Tagged()));
  }
  result.query = ApplyTags(query, rep_->tags, order);
  return result;
}

void Interceptor::Watch(saring_monitor* monitor) {
  rep_->source.Watch(monitor);
}

}  // namespace saring::xapian
