#include "plugin/report/explanation.h"

#include <array>
#include <nlohmann/json.hpp>

#include "plugin/report/names.h"

namespace saring {
namespace {

using Json = nlohmann::ordered_json;

// The texts of a query or listing, by EvidenceField.
using Texts = std::array<std::string_view, 4>;

class Explanation {
 public:
  Explanation(const Ruleset& ruleset, const Texts& texts,
              const Scratch& scratch)
      : ruleset_(ruleset),
        texts_(texts),
        evidence_(scratch.evidence),
        verdict_(scratch.verdict),
        shadow_(scratch.shadow) {}

  std::string Write(const char* asked) const {
    Json json;
    json["policy"] = {{"name", ruleset_.name},
                      {"revision", ruleset_.revision},
                      {"fingerprint", ruleset_.fingerprint}};
    json["as"] = asked;
    json["action"] = ActionName(verdict_.action);
    json["answer"] = AnswerName(verdict_.answer);
    if (verdict_.answer == Answer::Kind::kWithout) {
      json["answer_text"] = verdict_.answer_text;
    }
    json["text_cut"] = verdict_.text_cut;
    json["over_budget"] = verdict_.over_budget;
    json["override"] = OverrideJson();
    json["fields"] = Fields();
    json["hits"] = Hits();
    json["rules"] = RulesJson(verdict_, evidence_);
    json["shadow"] = RulesJson(shadow_.verdict, shadow_.evidence);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

 private:
  Json Fields() const {
    Json fields = Json::array();
    for (size_t f = 0; f < texts_.size(); ++f) {
      if (texts_[f].empty()) continue;
      Json field = {{"field", FieldName(static_cast<EvidenceField>(f))},
                    {"text", texts_[f]}};
      if (f < kTextFields) field["words"] = Words(f);
      fields.push_back(std::move(field));
    }
    return fields;
  }

  Json Words(size_t field) const {
    const Lattice& lattice = evidence_.lattices[field];
    Json words = Json::array();
    for (const Word& word : lattice.words) {
      words.push_back(
          {{"read", lattice.text(word)},
           {"written", texts_[field].substr(word.begin, word.end - word.begin)},
           {"begin", word.begin},
           {"end", word.end},
           {"step", StepName(word.step)}});
    }
    return words;
  }

  Json Hits() const {
    Json hits = Json::array();
    for (const Hit& hit : evidence_.hits) {
      Json json = HitJson(hit, evidence_);
      json["excused_by"] = nullptr;
      hits.push_back(std::move(json));
    }
    for (const Hit& hit : evidence_.excused) {
      Json json = HitJson(hit, evidence_);
      json["excused_by"] = ruleset_.exceptions[hit.excused_by].text;
      hits.push_back(std::move(json));
    }
    return hits;
  }

  Json HitJson(const Hit& hit, const Evidence& of) const {
    const std::string_view text = texts_[static_cast<size_t>(hit.field)];
    std::string read_as;
    of.AppendReadAs(hit, &read_as);
    return {{"list", ruleset_.lists[hit.list].name},
            {"term", ruleset_.terms[hit.term].text},
            {"field", FieldName(hit.field)},
            {"begin", hit.begin},
            {"end", hit.end},
            {"text", text.substr(hit.begin, hit.end - hit.begin)},
            {"read_as", std::move(read_as)},
            {"step", StepName(of.StepOf(hit))}};
  }

  Json OverrideJson() const {
    if (!verdict_.overridden) return nullptr;
    return {{"reason", verdict_.override_reason}};
  }

  Json RulesJson(const Verdict& verdict, const Evidence& of) const {
    Json rules = Json::array();
    for (const FiredRule& fired : verdict.fired) {
      rules.push_back(RuleJson(fired, verdict, of));
    }
    return rules;
  }

  Json RuleJson(const FiredRule& fired, const Verdict& verdict,
                const Evidence& of) const {
    const CompiledRule& rule = ruleset_.rules[fired.rule];
    Json law = Json::array();
    for (const uint32_t index : rule.law) {
      const LawReference& reference = ruleset_.laws[index];
      law.push_back({{"id", reference.id.text},
                     {"title", reference.title},
                     {"article", reference.article}});
    }
    Json evidence = Json::array();
    for (uint32_t i = 0; i < fired.pieces_size; ++i) {
      evidence.push_back(
          HitJson(of.hits[verdict.pieces[fired.pieces_begin + i]], of));
    }
    return {{"id", rule.id},
            {"action", ActionName(fired.action)},
            {"softened", fired.softened},
            {"answer", AnswerName(rule.answer)},
            {"law", law},
            {"notice",
             {{"buyer", rule.buyer_notice}, {"seller", rule.seller_notice}}},
            {"evidence", evidence}};
  }

  const Ruleset& ruleset_;
  const Texts& texts_;
  const Evidence& evidence_;
  const Verdict& verdict_;
  const Shadow& shadow_;
};

}  // namespace

std::string ExplainQuery(const Ruleset& ruleset, std::string_view text,
                         const Scratch& scratch) {
  const Texts texts = {CutText(text, ruleset.budget.text_bytes)};
  return Explanation(ruleset, texts, scratch).Write("query");
}

std::string ExplainListing(const Ruleset& ruleset, const Listing& listing,
                           const Scratch& scratch) {
  const auto cut = [&](std::string_view text) {
    return CutText(text, ruleset.budget.text_bytes);
  };
  // A description that no list looks in was not read: it has no words to show.
  const Texts texts = {cut(listing.title), cut(listing.description),
                       cut(listing.category), cut(listing.condition)};
  return Explanation(ruleset, texts, scratch).Write("listing");
}

}  // namespace saring
