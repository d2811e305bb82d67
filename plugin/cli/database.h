// Databases as the command line names them.

#ifndef SARING_PLUGIN_CLI_DATABASE_H_
#define SARING_PLUGIN_CLI_DATABASE_H_

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "plugin/cli/failure.h"

namespace saring::cli {

// "cannot search DB: what Xapian says, of which shard".
Failure XapianFailure(const std::string& what, const Xapian::Error& error);

// Opens a database folder, a stub file, a folder of shards, or, where there is
// no such file, "host:port[,host:port...]" with a shard of the whole at each.
// Throws Failure or Xapian::Error.
Xapian::Database OpenDatabase(const std::string& name);

// How long a server may take before it counts as dead.
inline constexpr unsigned kConnectMilliseconds = 5000;
inline constexpr unsigned kAnswerMilliseconds = 30000;

struct Server {
  std::string host;
  unsigned port;
};

// "host:port"; nullopt for anything else.
std::optional<Server> ParseServer(const std::string& text);

// "host:port[,host:port...]"; none if `name` is no such list.
std::vector<Server> ParseServers(const std::string& name);

// The layout that `index --shards` writes: folders shard1 to shardN, and a stub
// file by which any Xapian program opens all of them as one.
inline constexpr const char kStubName[] = "XAPIANDB";
std::string ShardName(int number);

// Databases that are about to be replaced, locked against other writers while
// this lives.
class ReplacedDatabase {
 public:
  // `target` may be free, an empty folder, a database or a folder of shards as
  // above. Throws Failure, naming what is in the way, for anything else and
  // where another writer is at work.
  explicit ReplacedDatabase(const std::string& target);

 private:
  void Lock(const std::string& folder);

  std::vector<Xapian::WritableDatabase> locked_;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_DATABASE_H_
