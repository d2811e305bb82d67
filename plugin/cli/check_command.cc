#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "plugin/cli/commands.h"
#include "plugin/cli/display.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/row_input.h"

namespace saring::cli {
namespace {

// Names every listing of the catalogue that `policy` would hide, and says
// whether the catalogue could be read and the limit holds.
bool CountHidden(const saring_policy* policy, const CheckOptions& options) {
  RowInput input(options.against, DefaultText(As::kListing), "checking");
  Examiner examiner(policy);
  int64_t hidden = 0;
  Row row;
  while (input.Next(&row)) {
    const Finding finding = examiner.Examine(As::kListing, row);
    if (finding.action < SARING_HIDE) continue;
    ++hidden;
    const std::string& id = row[Field::kId];
    Print(input.name() + ':' + std::to_string(row.line) + ": hide " +
          (id.empty() ? "" : Printable(id) + ' ') + '"' +
          Printable(row[Field::kText]) + "\": " + Printable(Reason(finding)) +
          '\n');
  }
  Print(input.name() + ": " + std::to_string(hidden) + " of " +
        std::to_string(input.rows() - input.bad_rows()) +
        " listings would be hidden\n");
  if (input.bad_rows() > 0) {
    Tell(input.name() + ": " + std::to_string(input.bad_rows()) + " bad rows");
  }
  const bool within = options.max_hidden < 0 || hidden <= options.max_hidden;
  if (!within) {
    Tell(input.name() + ": more than " + std::to_string(options.max_hidden) +
         " would be hidden");
  }
  return within && input.bad_rows() == 0;
}

// A warning is a line; of very many the last line says how many more there are.
uint64_t CountWarnings(const std::string& warnings) {
  const auto lines =
      static_cast<uint64_t>(std::count(warnings.begin(), warnings.end(), '\n'));
  constexpr std::string_view kAnd = "\nand ";
  const size_t last = warnings.rfind(kAnd);
  uint64_t more = 0;
  if (last != warnings.npos &&
      std::from_chars(warnings.data() + last + kAnd.size(),
                      warnings.data() + warnings.size(), more)
              .ec == std::errc()) {
    return lines - 1 + more;
  }
  return lines;
}

bool CheckPolicy(const std::string& path, const CheckOptions& options) {
  const PolicyOrFaults loaded = TryLoadPolicy(path);
  if (loaded.policy == nullptr) {
    TellLines(loaded.faults);
    Tell("the policy " + path + " is refused");
    return false;
  }
  const std::string warnings = saring_policy_warnings(loaded.policy.get());
  TellLines(warnings);
  const uint64_t count = CountWarnings(warnings);
  Print(path + ": ok (revision " + saring_policy_revision(loaded.policy.get()) +
        ", " + std::to_string(count) +
        (count == 1 ? " warning)\n" : " warnings)\n"));
  return options.against.file.empty() ||
         CountHidden(loaded.policy.get(), options);
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  std::vector<std::string> policies = options.policies;
  if (policies.empty()) policies.push_back(DefaultPolicyPath());
  if (policies.size() > 1 && options.against.file == "-") {
    throw UsageError("standard input can be checked against one policy only");
  }
  if (!options.against.file.empty()) {
    // Before anything is said to be well.
    ChooseColumns(options.against, ChooseFormat(options.against),
                  DefaultText(As::kListing));
  }
  bool ok = true;
  for (const std::string& path : policies) {
    if (!CheckPolicy(path, options)) ok = false;
  }
  FlushOutput();
  return ok ? kExitOk : kExitFailed;
}

}  // namespace saring::cli
