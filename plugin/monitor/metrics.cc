#include "plugin/monitor/metrics.h"

#include <string_view>

#include "plugin/monitor/exposition.h"
#include "plugin/report/names.h"

namespace saring {
namespace {

using Type = Exposition::Type;

std::string_view KindName(Asked asked) {
  return asked == Asked::kQuery ? "query" : "listing";
}

void AddChecks(const Totals& totals, Exposition* out) {
  out->Begin("saring_checks_total", Type::kCounter,
             "Queries and listings that were checked, by what was decided.");
  for (const Asked asked : kAskedKinds) {
    for (const Action action : kActions) {
      const Label labels[] = {{"kind", KindName(asked)},
                              {"action", ActionName(action)}};
      out->Add(labels, totals.checks[IndexOf(asked)][IndexOf(action)]);
    }
  }
}

void AddLatency(const Totals& totals, Exposition* out) {
  out->Begin("saring_check_duration_seconds", Type::kHistogram,
             "How long checks took, of one check in 64.");
  for (const Asked asked : kAskedKinds) {
    const Latency& latency = totals.latency[IndexOf(asked)];
    const Label kind = {"kind", KindName(asked)};
    uint64_t count = 0;
    for (size_t i = 0; i < kLatencyBuckets; ++i) {
      count += latency.counts[i];
      const bool last = i == kLatencyBounds.size();
      const std::string bound = last ? "+Inf" : SecondsText(kLatencyBounds[i]);
      const Label labels[] = {kind, {"le", bound}};
      out->Add(labels, count, "_bucket");
    }
    out->AddSeconds({&kind, 1}, latency.nanoseconds, "_sum");
    out->Add({&kind, 1}, count, "_count");
  }
}

void AddRules(const Totals& totals, Exposition* out) {
  const auto add = [out](const std::map<RuleAction, uint64_t>& rules) {
    for (const auto& [rule, count] : rules) {
      const Label labels[] = {{"rule", rule.rule},
                              {"action", ActionName(rule.action)}};
      out->Add(labels, count);
    }
  };
  out->Begin("saring_rules_fired_total", Type::kCounter,
             "Rules that fired, by what each asked for.");
  add(totals.rules);
  out->Begin("saring_rules_shadow_total", Type::kCounter,
             "Rules that fired in shadow and changed nothing, by what each "
             "would have asked for.");
  add(totals.shadow);
  out->Begin(
      "saring_overridden_total", Type::kCounter,
      "Checks of listings on which a reviewer's word stood above rules.");
  out->Add({}, totals.overridden);
}

void AddEvidence(const Totals& totals, Exposition* out) {
  out->Begin("saring_evidence_total", Type::kCounter,
             "Evidence of rules that fired, by how its words were read.");
  for (size_t step = 0; step < kSteps; ++step) {
    const Label labels[] = {{"step", StepName(static_cast<Step>(step))}};
    out->Add(labels, totals.evidence[step]);
  }
}

void AddPolicies(const Measured& measured, Exposition* out) {
  const auto each = [&](const PolicyName& policy, uint64_t value) {
    const Label labels[] = {{"policy", policy.name},
                            {"revision", policy.revision},
                            {"fingerprint", policy.fingerprint}};
    out->Add(labels, value);
  };
  out->Begin("saring_policy_info", Type::kGauge,
             "The policies by which was checked last, each 1.");
  for (const PolicyName& policy : measured.in_use) each(policy, 1);
  out->Begin("saring_policy_checks_total", Type::kCounter,
             "Checks by each policy that there was.");
  for (const auto& [policy, count] : measured.totals.policies) {
    each(policy, count);
  }
  out->Begin("saring_policy_reloads_total", Type::kCounter,
             "Policies that were to replace another: good ones did, bad ones "
             "did not.");
  const Label good = {"result", "good"}, bad = {"result", "bad"};
  out->Add({&good, 1}, measured.good_reloads);
  out->Add({&bad, 1}, measured.bad_reloads);
}

void AddOverruns(const Totals& totals, Exposition* out) {
  out->Begin("saring_budget_overruns_total", Type::kCounter,
             "Checks that did not look at all there was, by what bounds them.");
  const Label text = {"budget", "text"}, time = {"budget", "time"};
  out->Add({&text, 1}, totals.texts_cut);
  out->Add({&time, 1}, totals.times_up);
}

void AddLog(const Totals& totals, const DecisionLog::Counts& log,
            Exposition* out) {
  const auto add = [out](std::string_view name, std::string_view help,
                         uint64_t value) {
    out->Begin(name, Type::kCounter, help);
    out->Add({}, value);
  };
  add("saring_log_records_total", "Decisions in the log.", log.records);
  add("saring_log_dropped_total",
      "Decisions that were to be in the log and found no room in the queue.",
      totals.dropped);
  add("saring_log_bytes_total", "Bytes written to the log.", log.bytes);
  add("saring_log_failures_total",
      "Times that the log could not be written; what waits is tried again.",
      log.failures);
}

}  // namespace

std::string MetricsText(const Measured& measured) {
  Exposition out;
  AddChecks(measured.totals, &out);
  AddLatency(measured.totals, &out);
  AddRules(measured.totals, &out);
  AddEvidence(measured.totals, &out);
  AddPolicies(measured, &out);
  AddOverruns(measured.totals, &out);
  if (measured.log) AddLog(measured.totals, *measured.log, &out);
  return out.text();
}

}  // namespace saring
