#include "config/policy_loader.h"

#include <string_view>
#include <utility>
#include <vector>

#include "config/budget_reader.h"
#include "config/list_reader.h"
#include "config/name.h"
#include "config/override_file.h"
#include "config/policy_files.h"
#include "config/references.h"
#include "config/regular_file.h"
#include "config/rule_reader.h"
#include "config/term_check.h"
#include "config/term_file.h"
#include "config/tree_reader.h"
#include "config/utf8.h"
#include "config/yaml_tree.h"

namespace saring {
namespace {

class PolicyReader {
 public:
  PolicyReader(const std::string& path, Policy* policy, FaultList* faults)
      : reader_(&path, faults),
        files_(path, policy, faults),
        term_files_(&files_, policy, faults),
        policy_(policy),
        faults_(faults) {}

  // REQUIRES: root.kind is kMap
  void Read(const YamlNode& root) {
    const Fields fields(root, MapKind::kPolicy, reader_);
    reader_.Number(fields.Get("saring"), 1, 1);
    ReadName(fields.Get("policy"));
    if (auto revision = reader_.Text(fields.Get("revision"))) {
      policy_->revision = std::move(revision->text);
    }
    ReadLaws(fields.Get("law"));
    ReadAbbreviations(fields.Get("abbreviations"));
    ReadOrdinary(fields.Get("ordinary"));
    ReadLists(fields.Get("lists"), reader_, &term_files_, policy_, faults_);
    ReadNotices(fields.Get("notices"), reader_, policy_);
    ReadRules(fields.Get("rules"), reader_, policy_);
    ReadBudget(fields.Get("budget"), reader_, &policy_->budget);
    ReadOverrides(reader_.Text(fields.Get("overrides")), &files_, policy_,
                  faults_);
    CheckReferences(*policy_, faults_);
  }

 private:
  void ReadName(const Entry& entry) {
    auto name = reader_.Text(entry);
    if (!name) return;
    if (!IsName(name->text)) reader_.Wrong(*entry.value, *entry.key);
    policy_->name = std::move(*name);
  }

  void ReadLaws(const Entry& entry) {
    if (!entry || !reader_.IsMap(*entry.value, *entry.key)) return;
    reader_.ForEachNamed(*entry.value, *entry.key, "law",
                         [&](Written id, const YamlNode& node) {
                           ReadLaw(std::move(id), node);
                         });
  }

  void ReadLaw(Written id, const YamlNode& node) {
    if (!IsName(id.text)) {
      reader_.Error(id.place,
                    "the id of a law is 1 to 64 of a-z, 0-9 and -, "
                    "found " +
                        Quote(id.text));
    }
    LawReference law;
    law.id = std::move(id);
    static constexpr Key kBody = {
        "law", true, "a map of title, article, hs, from and until"};
    if (reader_.IsMap(node, kBody)) {
      const Fields fields(node, MapKind::kLaw, reader_);
      if (auto title = reader_.Text(fields.Get("title"))) {
        law.title = std::move(title->text);
      }
      if (auto article = reader_.Text(fields.Get("article"))) {
        law.article = std::move(article->text);
      }
      for (Written& code : reader_.Texts(fields.Get("hs"))) {
        law.hs.push_back(std::move(code.text));
      }
      law.from = reader_.Day(fields.Get("from"));
      law.until = reader_.Day(fields.Get("until"));
      reader_.CheckDays(fields.Get("until"), law.from, law.until);
    }
    policy_->laws.push_back(std::move(law));
  }

  void ReadAbbreviations(const Entry& entry) {
    if (!entry || !reader_.IsMap(*entry.value, *entry.key)) return;
    std::vector<Written> both;
    reader_.ForEachNamed(*entry.value, *entry.key, "abbreviation",
                         [&](Written short_form, const YamlNode& node) {
                           auto meaning = reader_.Text(node, *entry.key);
                           if (!meaning) return;
                           both.push_back(short_form);
                           both.push_back(*meaning);
                           policy_->abbreviations.push_back(
                               {std::move(short_form), std::move(*meaning)});
                         });
    CheckTerms(*policy_, both, false, faults_);
  }

  void ReadOrdinary(const Entry& entry) {
    if (!entry || !reader_.IsMap(*entry.value, *entry.key)) return;
    const Fields fields(*entry.value, MapKind::kOrdinary, reader_);
    OrdinaryWords* ordinary = &policy_->ordinary;
    for (const Written& word : reader_.Texts(fields.Get("words"))) {
      ordinary->words.Add(word.text, word.place);
    }
    for (const Written& file : reader_.TextOrTexts(fields.Get("words_from"))) {
      term_files_.Read(file, &ordinary->words);
    }
    CheckTerms(*policy_, ordinary->words, false, faults_);
    ordinary->dictionaries = reader_.Texts(fields.Get("dictionaries"));
    for (const Written& name : ordinary->dictionaries) {
      // The name becomes part of a path.
      if (IsName(name.text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_")) continue;
      reader_.Error(name.place,
                    "the name of a dictionary is 1 to 64 letters, digits, - "
                    "and _, found " +
                        Quote(name.text));
    }
  }

  TreeReader reader_;
  PolicyFiles files_;
  TermFiles term_files_;
  Policy* policy_;
  FaultList* faults_;
};

}  // namespace

std::optional<Policy> LoadPolicy(const std::string& path, FaultList* faults) {
  std::string problem;
  const auto bytes = ReadRegularFile(path, kMaxPolicyBytes, &problem);
  if (!bytes) {
    faults->Error({path, 0, 0}, "the policy " + problem);
    return {};
  }
  const auto root = ParseYaml(*bytes, path, faults);
  if (!root) return {};
  static constexpr Key kWhole = {"policy", true,
                                 "a map of saring, policy, lists and rules"};
  if (!TreeReader(&path, faults).IsMap(*root, kWhole)) return {};

  Policy policy;
  policy.files.push_back(path);
  constexpr uint64_t kStart = 0xCBF29CE484222325u;
  policy.content_hash =
      HashBytes(*bytes, HashBytes(std::to_string(bytes->size()) + ":", kStart));
  PolicyReader(path, &policy, faults).Read(*root);
  return policy;
}

}  // namespace saring
