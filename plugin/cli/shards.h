// The shards of a database, each opened to be written.

#ifndef SARING_PLUGIN_CLI_SHARDS_H_
#define SARING_PLUGIN_CLI_SHARDS_H_

#include <xapian.h>

#include <string>
#include <vector>

namespace saring::cli {

struct Shard {
  std::string name;  // a path, or "host:port"
  Xapian::WritableDatabase database;
};

// The shards of what OpenDatabase() opens under the same name, in its order;
// servers must run with --writable. Other writers are locked out while the
// shards live. Throws Failure or Xapian::Error, and then keeps none.
std::vector<Shard> OpenShards(const std::string& name);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SHARDS_H_
