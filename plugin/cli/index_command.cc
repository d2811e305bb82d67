#include <cstdint>
#include <filesystem>
#include <map>

#include "plugin/cli/commands.h"
#include "plugin/cli/database.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/index_writer.h"
#include "plugin/cli/interrupt.h"
#include "plugin/cli/output.h"
#include "plugin/cli/policy_file.h"
#include "plugin/cli/row_input.h"
#include "plugin/cli/staged_folder.h"

namespace saring::cli {
namespace {

// Without links and a trailing slash: renaming must reach the folder itself.
std::string TargetOf(const std::string& database) {
  namespace fs = std::filesystem;
  if (database.empty()) throw UsageError("the database has no name");
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(database), error);
  if (error) {
    throw Failure("cannot write " + database + ": " + error.message());
  }
  return path.has_filename() ? path.string() : path.parent_path().string();
}

// Rows to documents. Returns how many got which action.
std::map<std::string, uint64_t> WriteRows(RowInput* input,
                                          IndexWriter* writer) {
  std::map<std::string, uint64_t> counts;
  Row row;
  while (input->Next(&row)) {
    ThrowIfInterrupted();
    const std::string fault = writer->FaultOf(row);
    if (fault.empty()) {
      ++counts[ActionName(writer->Add(row))];
    } else {
      input->Reject(row, fault);
    }
  }
  return counts;
}

void TellSummary(const std::string& database, const RowInput& input,
                 std::map<std::string, uint64_t>* counts, bool tagged) {
  std::string summary = database + ": " +
                        std::to_string(input.rows() - input.bad_rows()) +
                        " listings indexed";
  if (tagged) {
    summary += " (" + std::to_string((*counts)["review"]) + " review, " +
               std::to_string((*counts)["demote"]) + " demote, " +
               std::to_string((*counts)["hide"]) + " hide)";
  } else {
    summary += " without the plugin";
  }
  Tell(summary + ", " + std::to_string(input.bad_rows()) + " bad rows");
}

Failure CannotWrite(const std::string& database, const Xapian::Error& error) {
  return XapianFailure("cannot write " + database, error);
}

// A message with the place where the database is to be for the one, gone by
// then, where it was built.
std::string Renamed(std::string message, const std::string& staged,
                    const std::string& target) {
  for (size_t at; (at = message.find(staged)) != std::string::npos;) {
    message.replace(at, staged.size(), target);
  }
  return message;
}

int Index(const IndexOptions& options) {
  PolicyHandle policy;
  if (!options.without_plugin) policy = LoadPolicy(options.policy);
  RowInput input(options.input, DefaultText(As::kListing), "indexing");
  const std::string target = TargetOf(options.database);
  const ReplacedDatabase replaced(target);
  CatchInterrupts();
  StagedFolder staged(target);
  std::map<std::string, uint64_t> counts;
  try {
    IndexWriter writer(staged.path(), options.shards, policy.get());
    counts = WriteRows(&input, &writer);
    writer.Finish();
    ThrowIfInterrupted();
    staged.Publish();
  } catch (const Xapian::Error& error) {
    const Failure failure = CannotWrite(options.database, error);
    throw Failure(Renamed(failure.what(), staged.path(), target));
  } catch (const Failure& failure) {
    throw Failure(Renamed(failure.what(), staged.path(), target));
  }
  TellSummary(options.database, input, &counts, policy != nullptr);
  return input.bad_rows() == 0 ? kExitOk : kExitFailed;
}

}  // namespace

int RunIndex(const IndexOptions& options) {
  try {
    return Index(options);
  } catch (const Xapian::Error& error) {
    throw CannotWrite(options.database, error);
  }
}

}  // namespace saring::cli
