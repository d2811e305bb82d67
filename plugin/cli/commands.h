// The commands. Each returns the exit code, or throws Failure or UsageError;
// the last three also pass on what Xapian and its adapter throw.

#ifndef SARING_PLUGIN_CLI_COMMANDS_H_
#define SARING_PLUGIN_CLI_COMMANDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "plugin/cli/columns.h"
#include "plugin/cli/monitoring.h"

namespace saring::cli {

struct CheckOptions {
  std::vector<std::string> policies;
  InputOptions against;     // no file: nothing to count in
  int64_t max_hidden = -1;  // -1: no limit
};
int RunCheck(const CheckOptions& options);

struct CompileOptions {
  std::string policy;  // "": the installed one; so in all below
  std::string image;   // the file to write
};
int RunCompile(const CompileOptions& options);

struct ExplainOptions {
  std::string policy;
  std::string as;
  std::string text;  // "-" is standard input
  std::string id, description, category, condition;
  bool json = false;
};
int RunExplain(const ExplainOptions& options);

struct ScanOptions {
  std::string policy;
  std::string as;
  InputOptions input;
  bool append = false;  // rows as they stand, each with its action
  std::string fields;   // "opensearch": documents for it; or ""
  int jobs = 0;         // 0: as many as there are cores
  MonitoringOptions monitoring;
};
int RunScan(const ScanOptions& options);

struct WordsOptions {
  std::string policy;
  InputOptions input;
  int64_t at_least = 8;  // listings
};
int RunWords(const WordsOptions& options);

struct RewriteOptions {
  std::string policy;
  std::string engine;  // "opensearch", "sphinx"
};
int RunRewrite(const RewriteOptions& options);

struct IndexOptions {
  std::string policy;
  InputOptions input;
  std::string database;
  int shards = 0;  // 0: one database; N: a folder of N
  bool without_plugin = false;
};
int RunIndex(const IndexOptions& options);

struct RetagOptions {
  std::string policy;
  std::string database;
  bool dry_run = false;
  bool json = false;
};
int RunRetag(const RetagOptions& options);

struct SearchOptions {
  std::string policy;
  std::string database;
  std::string query;
  unsigned limit = 10;
  unsigned offset = 0;
  std::string sort;  // "", "price" or "-price"
  bool by_slot = false;
  bool without_plugin = false;
  bool compare = false;
  bool json = false;
};
int RunSearch(const SearchOptions& options);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_COMMANDS_H_
