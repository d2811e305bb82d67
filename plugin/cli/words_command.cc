#include <string>

#include "plugin/cli/catalogue_words.h"
#include "plugin/cli/commands.h"
#include "plugin/cli/display.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/row_input.h"

namespace saring::cli {
namespace {

void PrintWords(const std::string& comment,
                const std::vector<std::string>& words) {
  if (words.empty()) return;
  Print("\n# " + comment + '\n');
  for (const std::string& word : words) Print(word + '\n');
}

}  // namespace

int RunWords(const WordsOptions& options) {
  const PolicyHandle policy = LoadPolicy(options.policy);
  RowInput input(options.input, DefaultText(As::kListing), "counting");
  CatalogueWords counted(policy.get());
  Row row;
  while (input.Next(&row)) {
    counted.AddListing(row[Field::kText], row[Field::kDescription]);
  }
  const std::string listings =
      std::to_string(input.rows() - input.bad_rows()) + " listings";
  Print("# Words of at least " + std::to_string(options.at_least) + " of the " +
        listings + " of " + Printable(input.name()) + ", by saring words.\n");
  const CatalogueWords::Words words =
      counted.AtLeast(static_cast<uint64_t>(options.at_least));
  PrintWords(
      "The policy reads these as other words. Delete those that are disguises.",
      words.misread);
  PrintWords("It reads these as they are.", words.others);
  FlushOutput();
  Tell(listings + ", " +
       std::to_string(words.misread.size() + words.others.size()) + " words, " +
       std::to_string(words.misread.size()) + " of them read as others, " +
       std::to_string(input.bad_rows()) + " bad rows");
  return input.bad_rows() == 0 ? kExitOk : kExitFailed;
}

}  // namespace saring::cli
