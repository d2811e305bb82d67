#include "plugin/cli/explain_view.h"

#include <nlohmann/json.hpp>

#include "plugin/cli/display.h"
#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

const Json& Array(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto at = object.find(key);
  return at != object.end() && at->is_array() ? *at : none;
}

std::string Text(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) return "";
  return Printable(at->get_ref<const std::string&>());
}

std::string Line(const std::string& label, const std::string& text) {
  return FitColumns(label, 12) + text + '\n';
}

// How a word came to be read as it is, where that is not as written.
std::string HowRead(const Json& object, const std::string& read) {
  const std::string step = Text(object, "step");
  if (step.empty() || step == "as written") return "";
  return " -> " + read + " (" + step + ")";
}

std::string WordsText(const Json& field) {
  std::string words;
  for (const Json& word : Array(field, "words")) {
    if (!words.empty()) words += " | ";
    const std::string read = Text(word, "read");
    const std::string how = HowRead(word, read);
    words += how.empty() ? read : Text(word, "written") + how;
  }
  return words;
}

// `used "bekas": "b3kas" -> bekas (digits for letters) in the title [0, 5)`.
std::string HitText(const Json& hit) {
  return Text(hit, "list") + " \"" + Text(hit, "term") + "\": \"" +
         Text(hit, "text") + '"' + HowRead(hit, Text(hit, "read_as")) +
         " in the " + Text(hit, "field") + " [" +
         std::to_string(hit.value("begin", size_t{0})) + ", " +
         std::to_string(hit.value("end", size_t{0})) + ")";
}

std::string HitsText(const Json& json) {
  std::string text;
  for (const Json& hit : Array(json, "hits")) {
    const std::string excuse = Text(hit, "excused_by");
    if (excuse.empty()) {
      text += Line("hit", HitText(hit));
    } else {
      text += Line("excused",
                   HitText(hit) + ", by the exception \"" + excuse + '"');
    }
  }
  return text;
}

// `label` says whether the rule fired or is in shadow.
std::string RuleText(const char* label, const Json& rule) {
  std::string text = Line(
      label, Text(rule, "id") + ": " + Text(rule, "action") +
                 (rule.value("softened", false) ? ", softened from hide" : ""));
  for (const Json& evidence : Array(rule, "evidence")) {
    text += Line("  because", HitText(evidence));
  }
  for (const Json& law : Array(rule, "law")) {
    const std::string article = Text(law, "article");
    text += Line("  law",
                 Text(law, "title") + (article.empty() ? "" : ", " + article));
  }
  const auto notice = rule.find("notice");
  if (notice == rule.end() || !notice->is_object()) return text;
  for (const char* reader : {"buyer", "seller"}) {
    const std::string words = Text(*notice, reader);
    if (!words.empty()) text += Line(std::string("  ") + reader, words);
  }
  return text;
}

std::string VerdictText(const Json& json) {
  const std::string action = Text(json, "action");
  const std::string answer = Text(json, "answer");
  if (Text(json, "as") != "query" || action != "hide") return action;
  if (answer == "empty") return action + "; nothing is searched";
  if (answer == "without") {
    return action + "; searched as \"" + Text(json, "answer_text") + '"';
  }
  return action + "; searched without what is hidden";
}

}  // namespace

std::string ExplanationText(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) throw Failure("the library's explanation is not JSON");
  std::string out;
  const auto policy = json.find("policy");
  if (policy != json.end() && policy->is_object()) {
    out += Line("policy", Text(*policy, "name") + ", revision " +
                              Text(*policy, "revision") + ", fingerprint " +
                              Text(*policy, "fingerprint"));
  }
  for (const Json& field : Array(json, "fields")) {
    const std::string name = Text(field, "field");
    out += Line(name == "title" ? Text(json, "as") : name, Text(field, "text"));
    const std::string words = WordsText(field);
    if (!words.empty()) out += Line("  words", words);
  }
  if (json.value("text_cut", false)) {
    out += Line("  cut", "the text is too long; its end was not looked at");
  }
  out += HitsText(json);
  if (json.value("over_budget", false)) {
    out += Line("  late", "the time was up; not all of it was looked at");
  }
  for (const Json& rule : Array(json, "rules")) out += RuleText("rule", rule);
  for (const Json& rule : Array(json, "shadow")) {
    out += RuleText("in shadow", rule);
  }
  const auto override_ = json.find("override");
  if (override_ != json.end() && override_->is_object()) {
    out += Line("reviewer", Text(*override_, "reason"));
  }
  return out + Line("verdict", VerdictText(json));
}

}  // namespace saring::cli
