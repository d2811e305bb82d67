#include <nlohmann/json.hpp>

#include "plugin/cli/commands.h"
#include "plugin/cli/database.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/search_view.h"

namespace saring::cli {
namespace {

PageChoice ChoiceOf(const SearchOptions& options) {
  PageChoice choice;
  choice.offset = options.offset;
  choice.limit = options.limit;
  choice.by_price = !options.sort.empty();
  choice.descending = options.sort == "-price";
  if (options.by_slot) choice.demotion = saring::xapian::Demotion::kBySlot;
  return choice;
}

std::string Search(const SearchOptions& options) {
  const PageChoice choice = ChoiceOf(options);
  PolicyHandle policy;
  if (!options.without_plugin) policy = LoadPolicy(options.policy);
  const Xapian::Database database = OpenDatabase(options.database);
  const std::string& query = options.query;
  Page without;
  if (policy == nullptr || options.compare) {
    without = SearchPlain(database, query, choice);
  }
  if (policy == nullptr) {
    return options.json ? JsonText(PageJson(query, without)) + '\n'
                        : PageText(query, without);
  }
  const Page with = SearchWithPolicy(policy.get(), database, query, choice);
  if (options.compare) {
    return ComparisonText(policy.get(), query, without, with);
  }
  return options.json ? JsonText(PageJson(query, with)) + '\n'
                      : PageText(query, with);
}

}  // namespace

int RunSearch(const SearchOptions& options) {
  try {
    // Nothing is shown before all of it is there: a shard that dies half way
    // must not look like a search that found little.
    Print(Search(options));
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot search " + options.database, error);
  }
  FlushOutput();
  return kExitOk;
}

}  // namespace saring::cli
