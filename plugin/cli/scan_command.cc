#include <unistd.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/monitoring.h"
#include "plugin/cli/opensearch_documents.h"
#include "plugin/cli/ordered_work.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/row_input.h"

namespace saring::cli {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const Row& row, const Finding& finding) {
  Json json = {{"row", row.line}};
  if (!row[Field::kId].empty()) json["id"] = row[Field::kId];
  json["text"] = row[Field::kText];
  json["action"] = ActionName(finding.action);
  json["rules"] = finding.rules;
  json["evidence"] = Json::array();
  for (const Evidence& evidence : finding.evidence) {
    json["evidence"].push_back(ToJson(evidence));
  }
  if (!finding.shadow.empty()) json["shadow"] = finding.shadow;
  if (!finding.override_reason.empty()) {
    json["override"] = finding.override_reason;
  }
  if (finding.text_cut) json["text_cut"] = true;
  return json;
}

// The row as it stands, and its action in one more column.
std::string Appended(const Row& row, const Finding& finding) {
  return row.whole + '\t' + std::to_string(finding.action) + '\n';
}

// What is printed of a row, with its line end. One thread at a time.
using Printed = std::function<std::string(const Row&, const Finding&)>;

Printed PrintedFor(const ScanOptions& options, const saring_policy* policy) {
  if (options.append) return Appended;
  if (!options.fields.empty()) {
    const auto documents = std::make_shared<OpenSearchDocuments>(policy);
    return [documents](const Row& row, const Finding&) {
      return documents->Of(row) + '\n';
    };
  }
  return [](const Row& row, const Finding& finding) {
    return JsonText(ToJson(row, finding)) + '\n';
  };
}

using Counts = std::map<std::string, uint64_t>;

// Rows that one thread checks in one go.
struct RowBlock {
  std::vector<Row> rows;
  size_t bytes = 0;    // of the rows
  std::string output;  // a line each
  Counts counts;       // of actions
};

constexpr size_t kMostRows = 64;
constexpr size_t kMostBytes = size_t{64} << 10;  // but for the last row

void Add(const Row& row, RowBlock* block) {
  block->rows.push_back(row);
  for (const std::string& value : row.values) block->bytes += value.size();
  block->bytes += row.whole.size();
}

bool IsFull(const RowBlock& block, size_t jobs) {
  // A job alone answers each row before it reads the next.
  return jobs == 1 || block.rows.size() == kMostRows ||
         block.bytes >= kMostBytes;
}

void Check(As as, const Printed& printed, Examiner* examiner, RowBlock* block) {
  for (const Row& row : block->rows) {
    const Finding finding = examiner->Examine(as, row);
    ++block->counts[ActionName(finding.action)];
    block->output += printed(row, finding);
  }
}

// Prints the block and leaves it empty: one of long rows keeps no memory.
void Take(RowBlock* block, Monitoring* monitoring, Counts* counts) {
  Print(block->output);
  monitoring->Add(block->rows.size());
  for (const auto& [action, count] : block->counts) (*counts)[action] += count;
  RowBlock empty;
  std::swap(*block, empty);
}

size_t JobsOf(const ScanOptions& options) {
  if (options.jobs > 0) return static_cast<size_t>(options.jobs);
  // Whoever types rows waits for the answer to each.
  if (options.input.file == "-" && isatty(STDIN_FILENO) == 1) return 1;
  return std::max(1u, std::thread::hardware_concurrency());
}

void ScanRows(const ScanOptions& options, const saring_policy* policy,
              size_t jobs, Monitoring* monitoring, RowInput* input,
              Counts* counts) {
  const As as = ParseAs(options.as);
  OrderedWork<RowBlock> work(
      jobs,
      [&] {
        return [as, printed = PrintedFor(options, policy),
                examiner = std::make_shared<Examiner>(
                    policy, monitoring->handle())](RowBlock* block) {
          Check(as, printed, examiner.get(), block);
        };
      },
      [=](RowBlock* block) { Take(block, monitoring, counts); });
  const auto finish = [&work] {
    if (!work.next()->rows.empty()) work.Submit();
    work.Finish();
  };
  Row row;
  const auto next = [&] {
    try {
      return input->Next(&row);
    } catch (const Failure&) {
      finish();  // what was read until then has its answer
      throw;
    }
  };
  while (next()) {
    Add(row, work.next());
    if (IsFull(*work.next(), jobs)) work.Submit();
  }
  finish();
}

// What is to be read of the file that the options name. Throws UsageError where
// its rows cannot be printed as they ask for.
InputOptions InputOf(const ScanOptions& options) {
  const Format format = ChooseFormat(options.input);
  if (options.append && format != Format::kTsv) {
    throw UsageError("--append: only rows of TSV can be printed as they stand");
  }
  if (!options.fields.empty() && ParseAs(options.as) != As::kListing) {
    throw UsageError("--fields: only listings have any; add --as listing");
  }
  InputOptions input = options.input;
  input.whole = options.append ||
                (!options.fields.empty() && format == Format::kJsonLines);
  return input;
}

void TellSummary(const RowInput& input, const Counts& counts) {
  std::string summary = std::to_string(input.rows()) + " rows:";
  for (const uint32_t action :
       {SARING_SHOW, SARING_REVIEW, SARING_DEMOTE, SARING_HIDE}) {
    const auto at = counts.find(ActionName(action));
    summary += ' ' + std::to_string(at == counts.end() ? 0 : at->second) + ' ' +
               ActionName(action) + ',';
  }
  Tell(summary + ' ' + std::to_string(input.bad_rows()) + " bad");
}

}  // namespace

int RunScan(const ScanOptions& options) {
  const As as = ParseAs(options.as);
  const PolicyHandle policy = LoadPolicy(options.policy);
  RowInput input(InputOf(options), DefaultText(as), "scanning");
  Counts counts;
  const size_t jobs = JobsOf(options);
  // OrderedWork is two blocks a job ahead.
  Monitoring monitoring(options.monitoring, 2 * jobs * kMostRows);
  ScanRows(options, policy.get(), jobs, &monitoring, &input, &counts);
  FlushOutput();
  monitoring.Finish();
  TellSummary(input, counts);
  return input.bad_rows() == 0 ? kExitOk : kExitFailed;
}

}  // namespace saring::cli
