#include "bench/measure.h"

#include <utility>

#include "bench/tsv.h"
#include "tests/temp_dir.h"

namespace saring::quality {
namespace {

namespace fs = std::filesystem;

Outcome LabelOf(const std::string& name, const fs::path& path, size_t line) {
  const std::optional<Outcome> label = OutcomeNamed(name);
  if (!label) {
    throw DataFault(path.string() + ":" + std::to_string(line) + ": label '" +
                    name + "', expected hide, demote or allow");
  }
  return *label;
}

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

// Evidence of the names and nothing else. The misses are the fewest that the
// format asks for; the hit follows.
constexpr char kNamesPolicy[] = R"(saring: 1
policy: disguised-names
revision: "1"
lists:
  names: {terms_from: names.txt}
rules:
  - id: named
    needs: [names]
    action: hide
    misses: [teh manis, nasi goreng]
    hits: )";

LoadedPolicy PolicyOf(const std::vector<TsvRow>& terms) {
  const TempDir folder;
  std::string names;
  for (const TsvRow& row : terms) names += row.cells[0] + "\n";
  folder.Write("names.txt", names);
  return LoadedPolicy(folder.Write(
      "names.yaml",
      kNamesPolicy + ("[" + Quoted(terms.front().cells[0]) + "]\n")));
}

}  // namespace

LabelledScore MeasureLabelled(const fs::path& path, const std::string& note,
                              bool with_kinds, LoadedPolicy* policy) {
  std::vector<std::string> columns = {"text", "label", note};
  if (with_kinds) columns.push_back("kind");
  LabelledScore score;
  for (const TsvRow& row : ReadTsv(path, columns)) {
    const Outcome label = LabelOf(row.cells[1], path, row.line);
    ListedRow listed{row.line, row.cells[0], "", row.cells[2], label, {}};
    listed.finding = policy->AskQuery(listed.text);
    const std::optional<Outcome> answer = listed.finding.outcome;
    score.all.Add(label, answer);
    if (label == Outcome::kHide && (!with_kinds || row.cells[3] == "plain")) {
      TryDisguises(listed.text, policy, &score.in_disguise);
    }
    if (with_kinds) {
      listed.kind = row.cells[3];
      score.kinds[listed.kind].Add(label, answer);
      (listed.kind == "plain" ? score.plain : score.disguised)
          .Add(label, answer);
    }
    if (!answer) {
      score.invalid.push_back(std::move(listed));
    } else if (*answer != label) {
      score.wrong.push_back(std::move(listed));
    }
  }
  return score;
}

TitlesScore MeasureTitles(const fs::path& path, LoadedPolicy* policy) {
  TitlesScore score;
  for (const TsvRow& row : ReadTsv(path, {"title", "category"})) {
    ++score.rows;
    Finding finding = policy->AskTitle(row.cells[0]);
    if (finding.outcome == Outcome::kAllow) continue;
    auto& list = !finding.outcome                     ? score.invalid
                 : *finding.outcome == Outcome::kHide ? score.hidden
                                                      : score.demoted;
    list.push_back({row.line, row.cells[0], "", row.cells[1], std::nullopt,
                    std::move(finding)});
  }
  return score;
}

CommentsScore MeasureComments(const fs::path& comments, const fs::path& terms) {
  const std::vector<TsvRow> names = ReadTsv(terms, {"term"});
  if (names.empty()) throw DataFault(terms.string() + ": no terms");
  LoadedPolicy policy = PolicyOf(names);
  CommentsScore score;
  score.identity = policy.identity();
  score.terms = names.size();
  for (const TsvRow& row : ReadTsv(comments, {"label", "comment"})) {
    const bool promotion = row.cells[0] == "1";
    ++(promotion ? score.promotions : score.innocents);
    Finding finding = policy.AskQuery(row.cells[1]);
    const bool valid = finding.outcome.has_value();
    const bool found = finding.outcome == Outcome::kHide;
    if (promotion && found) ++score.found;
    if (valid && found == promotion) continue;
    auto& list = !valid ? score.invalid : promotion ? score.missed : score.hit;
    list.push_back({row.line, row.cells[1], "", "",
                    promotion ? Outcome::kHide : Outcome::kAllow,
                    std::move(finding)});
  }
  return score;
}

}  // namespace saring::quality
