#include <nlohmann/json.hpp>

#include "plugin/cli/commands.h"
#include "plugin/cli/database.h"
#include "plugin/cli/interrupt.h"
#include "plugin/cli/listing_data.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/progress.h"
#include "plugin/cli/retag_view.h"
#include "plugin/cli/shards.h"

namespace saring::cli {
namespace {

using saring::xapian::Listing;
using saring::xapian::ReadListing;
using saring::xapian::Retagger;
using saring::xapian::RetagReport;

// Of documents as IndexWriter makes them.
ReadListing ListingsOfData() {
  return [row = Row()](const Xapian::Document& document) mutable {
    row = RowOfData(document.get_data());
    return Listing{row[Field::kId],          row[Field::kText],
                   row[Field::kDescription], row[Field::kCategory],
                   row[Field::kCondition],   row[Field::kSeller]};
  };
}

RetagReport RetagShard(const saring_policy* policy, const Shard& shard) {
  Progress progress("re-tagging " + shard.name);
  try {
    Retagger retagger(policy, shard.database, ListingsOfData());
    const uint64_t all = shard.database.get_doccount();
    while (retagger.Step()) {
      const uint64_t done = retagger.report().documents;
      progress.Update(done, all, done);
      ThrowIfInterrupted();
    }
    return retagger.report();
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot write to " + shard.name, error);
  }
}

RetagReport Retag(const saring_policy* policy, const RetagOptions& options) {
  if (options.dry_run) {
    return saring::xapian::PreviewRetag(policy, OpenDatabase(options.database),
                                        ListingsOfData());
  }
  const std::vector<Shard> shards = OpenShards(options.database);
  CatchInterrupts();
  RetagReport all;
  all.current = true;
  for (const Shard& shard : shards) {
    AddReport(RetagShard(policy, shard), &all);
  }
  return all;
}

}  // namespace

int RunRetag(const RetagOptions& options) {
  const PolicyHandle policy = LoadPolicy(options.policy);
  try {
    const RetagReport report = Retag(policy.get(), options);
    Print(options.json ? JsonText(RetagJson(report)) + '\n'
                       : RetagText(report));
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot read " + options.database, error);
  }
  FlushOutput();
  return kExitOk;
}

}  // namespace saring::cli
