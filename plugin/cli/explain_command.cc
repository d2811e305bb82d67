#include <utility>

#include "plugin/cli/commands.h"
#include "plugin/cli/explain_view.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/input_file.h"
#include "plugin/cli/library.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"

namespace saring::cli {
namespace {

// More than SARING_MAX_TEXT, so that the library sees that it is too long, and
// no more: the rest would not be looked at.
constexpr size_t kReadAtMost = size_t{2} * SARING_MAX_TEXT;

std::string TextToExplain(const std::string& given) {
  if (given != "-") return given;
  std::string text = ReadUpTo("-", kReadAtMost);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

Row RowOf(const ExplainOptions& options) {
  Row row;
  row[Field::kText] = TextToExplain(options.text);
  row[Field::kId] = options.id;
  row[Field::kDescription] = options.description;
  row[Field::kCategory] = options.category;
  row[Field::kCondition] = options.condition;
  return row;
}

}  // namespace

int RunExplain(const ExplainOptions& options) {
  const As as = ParseAs(options.as);
  if (as == As::kQuery &&
      !(options.id + options.description + options.category + options.condition)
           .empty()) {
    throw UsageError(
        "--id, --description, --category and --condition go with --as "
        "listing");
  }
  const PolicyHandle policy = LoadPolicy(options.policy);
  const ScratchHandle scratch = MakeScratch();
  const Row row = RowOf(options);
  const saring_listing listing = ListingOf(row);
  const char* json = nullptr;
  size_t size = 0;
  const saring_status status =
      as == As::kQuery
          ? saring_explain_query(policy.get(), scratch.get(), listing.title,
                                 listing.title_size, &json, &size)
          : saring_explain_listing(policy.get(), scratch.get(), &listing, &json,
                                   &size);
  if (status != SARING_OK) {
    throw Failure(std::string("cannot explain: ") + saring_status_text(status));
  }
  const std::string_view text(json, size);
  Print(options.json ? std::string(text) + '\n' : ExplanationText(text));
  FlushOutput();
  return kExitOk;
}

}  // namespace saring::cli
