#include "config/rule_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/example_reader.h"
#include "config/name.h"
#include "config/nearest.h"
#include "config/utf8.h"

namespace saring {
namespace {

Notice ReadNoticeMap(const YamlNode& node, const Key& key,
                     const TreeReader& reader) {
  Notice notice;
  if (!reader.IsMap(node, key)) return notice;
  const Fields fields(node, MapKind::kNotice, reader);
  if (auto buyer = reader.Text(fields.Get("buyer"))) {
    notice.buyer = std::move(buyer->text);
  }
  if (auto seller = reader.Text(fields.Get("seller"))) {
    notice.seller = std::move(seller->text);
  }
  return notice;
}

class RuleReader {
 public:
  // Borrows both.
  RuleReader(const TreeReader& reader, const std::vector<NamedNotice>& notices)
      : reader_(reader), notices_(notices), used_(notices.size()) {}

  // REQUIRES: node.kind is kMap
  Rule Read(const YamlNode& node) {
    const Fields fields(node, MapKind::kRule, reader_);
    Rule rule;
    ReadId(fields.Get("id"), &rule);
    rule.needs = reader_.Texts(fields.Get("needs"), 1);
    rule.unless_first = reader_.Texts(fields.Get("unless_first"));
    rule.softened_by = reader_.Texts(fields.Get("softened_by"));
    rule.unless = reader_.Texts(fields.Get("unless"));
    rule.only = reader_.Texts(fields.Get("only"));
    rule.within = reader_.Number(fields.Get("within"), 1, 1000);
    ReadAppliesTo(fields.Get("applies_to"), &rule);
    ReadAction(fields.Get("action"), &rule);
    ReadAnswer(fields.Get("answer"), &rule.answer);
    rule.from = reader_.Day(fields.Get("from"));
    rule.until = reader_.Day(fields.Get("until"));
    reader_.CheckDays(fields.Get("until"), rule.from, rule.until);
    ReadMode(fields.Get("mode"), &rule);
    ReadSample(fields.Get("sample"), &rule);
    rule.law = reader_.Texts(fields.Get("law"));
    ReadNotice(fields.Get("notice"), &rule);
    rule.hits = ReadExamples(fields.Get("hits"), 1, reader_);
    rule.misses = ReadExamples(fields.Get("misses"), 2, reader_);
    return rule;
  }

  void WarnOfUnusedNotices() const {
    for (size_t i = 0; i < notices_.size(); ++i) {
      if (used_[i]) continue;
      const Written& name = notices_[i].name;
      reader_.Warning(name.place,
                      "no rule uses the notice " + Quote(name.text));
    }
  }

 private:
  void ReadId(const Entry& entry, Rule* rule) {
    auto id = reader_.Text(entry);
    if (!id) return;
    const auto [first, added] = seen_.emplace(id->text, id->place.line);
    if (!IsName(id->text)) {
      reader_.Wrong(*entry.value, *entry.key);
    } else if (!added) {
      reader_.Error(id->place, "rule id " + Quote(id->text) +
                                   " is given twice, first on line " +
                                   std::to_string(first->second));
    }
    rule->id = std::move(*id);
  }

  void ReadAppliesTo(const Entry& entry, Rule* rule) {
    if (!entry) return;
    rule->applies_to_query = rule->applies_to_listing = false;
    for (const Written& name : reader_.Texts(entry, 1)) {
      const auto choice =
          reader_.Choice(name, *entry.key, {"query", "listing"});
      if (choice == 0) rule->applies_to_query = true;
      if (choice == 1) rule->applies_to_listing = true;
    }
  }

  void ReadAction(const Entry& entry, Rule* rule) {
    const auto text = reader_.Text(entry);
    if (!text) return;
    constexpr Action kActions[] = {Action::kHide, Action::kDemote,
                                   Action::kReview};
    const auto choice =
        reader_.Choice(*text, *entry.key, {"hide", "demote", "review"});
    if (choice) rule->action = kActions[*choice];
  }

  void ReadMode(const Entry& entry, Rule* rule) {
    if (!entry) return;
    if (entry.value->text == "off") {  // quoted or not: nothing else is meant
      rule->mode = Mode::kOff;
      return;
    }
    const auto text = reader_.Text(entry);
    if (!text) return;
    const auto choice =
        reader_.Choice(*text, *entry.key, {"enforce", "shadow", "off"});
    if (choice == 1) rule->mode = Mode::kShadow;
  }

  void ReadSample(const Entry& entry, Rule* rule) {
    const auto share = reader_.Hundredths(entry, "%", 1, kWholeShare);
    if (!share) return;
    rule->sample = *share;
    rule->sample_place = entry.value->place;
  }

  void ReadAnswer(const Entry& entry, Answer* answer) {
    if (!entry) return;
    if (entry.value->kind == YamlNode::Kind::kMap) {
      const Fields fields(*entry.value, MapKind::kAnswer, reader_);
      answer->kind = Answer::Kind::kWithout;
      answer->lists = reader_.Texts(fields.Get("without"), 1);
      return;
    }
    const auto text = reader_.Text(entry);
    if (!text) return;
    const auto choice = reader_.Choice(*text, *entry.key, {"clean", "empty"});
    if (choice == 1) answer->kind = Answer::Kind::kEmpty;
  }

  void ReadNotice(const Entry& entry, Rule* rule) {
    if (!entry) return;
    if (entry.value->kind != YamlNode::Kind::kScalar) {
      rule->notice = ReadNoticeMap(*entry.value, *entry.key, reader_);
      return;
    }
    const auto name = reader_.Text(entry);
    if (!name) return;
    std::vector<std::string_view> known;
    for (size_t i = 0; i < notices_.size(); ++i) {
      known.push_back(notices_[i].name.text);
      if (known.back() != name->text) continue;
      rule->notice = notices_[i].notice;
      used_[i] = true;
      return;
    }
    reader_.Error(name->place, "there is no notice " + Quote(name->text) +
                                   DidYouMean(name->text, known));
  }

  const TreeReader& reader_;
  const std::vector<NamedNotice>& notices_;
  std::vector<bool> used_;  // the notice of that index, by some rule
  std::unordered_map<std::string, uint32_t> seen_;  // ids, and their lines
};

}  // namespace

void ReadNotices(const Entry& notices, const TreeReader& reader,
                 Policy* policy) {
  if (!notices || !reader.IsMap(*notices.value, *notices.key)) return;
  static constexpr Key kBody = {"notices", true, "a map of buyer and seller"};
  reader.ForEachNamed(
      *notices.value, *notices.key, "notice",
      [&](Written name, const YamlNode& node) {
        policy->notices.push_back(
            {std::move(name), ReadNoticeMap(node, kBody, reader)});
      });
}

void ReadRules(const Entry& rules, const TreeReader& reader, Policy* policy) {
  if (!rules || !reader.IsSequence(*rules.value, *rules.key)) return;
  static constexpr Key kBody = {
      "rules", true, "a map of id, needs, action, hits, misses and more"};
  RuleReader rule_reader(reader, policy->notices);
  for (const YamlNode& node : rules.value->items) {
    if (!reader.IsMap(node, kBody)) continue;
    policy->rules.push_back(rule_reader.Read(node));
  }
  rule_reader.WarnOfUnusedNotices();
}

}  // namespace saring
