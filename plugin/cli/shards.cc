#include "plugin/cli/shards.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "plugin/cli/database.h"
#include "plugin/cli/failure.h"

namespace saring::cli {
namespace {

namespace fs = std::filesystem;

// Stubs that lead to stubs; more than anybody has on purpose.
constexpr int kDeepest = 8;

// The stub file that `path` is or holds, or "".
std::string StubOf(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_regular_file(path, ignored)) return path.string();
  const fs::path inside = path / kStubName;
  return fs::is_regular_file(inside, ignored) ? inside.string() : "";
}

void AddServer(const Server& server, std::vector<Shard>* shards) {
  const std::string name = server.host + ':' + std::to_string(server.port);
  try {
    shards->push_back({name, Xapian::Remote::open_writable(
                                 server.host, server.port, kAnswerMilliseconds,
                                 kConnectMilliseconds)});
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot write to " + name, error);
  }
}

void AddFolder(const std::string& path, std::vector<Shard>* shards) {
  try {
    shards->push_back({path, Xapian::WritableDatabase(path, Xapian::DB_OPEN)});
  } catch (const Xapian::DatabaseLockError&) {
    throw Failure(path + " is in use by another writer");
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot write to " + path, error);
  }
}

void AddPath(const fs::path& path, int depth, std::vector<Shard>* shards);

// One line of a stub file: a kind of database and where it is.
void AddLine(const fs::path& stub, const std::string& line, int depth,
             std::vector<Shard>* shards) {
  std::istringstream words(line);
  std::string kind, place;
  words >> kind;
  std::getline(words >> std::ws, place);
  if (kind.empty() || kind[0] == '#') return;
  if (kind == "auto" || kind == "glass") {
    AddPath(stub.parent_path() / place, depth, shards);
    return;
  }
  const std::optional<Server> server = ParseServer(place);
  if (kind != "remote" || !server) {
    throw Failure(stub.string() + ": cannot write to '" + line + "'");
  }
  AddServer(*server, shards);
}

void AddPath(const fs::path& path, int depth, std::vector<Shard>* shards) {
  const std::string stub = StubOf(path);
  if (stub.empty()) {
    AddFolder(path.string(), shards);
    return;
  }
  if (depth == kDeepest)
    throw Failure(stub + ": too many stubs, one in another");
  std::ifstream lines(stub);
  for (std::string line; std::getline(lines, line);) {
    AddLine(stub, line, depth + 1, shards);
  }
  if (!lines.eof()) throw Failure("cannot read " + stub);
}

}  // namespace

std::vector<Shard> OpenShards(const std::string& name) {
  std::vector<Shard> shards;
  std::error_code error;
  if (fs::exists(name, error)) {
    AddPath(name, 0, &shards);
  } else {
    for (const Server& server : ParseServers(name)) AddServer(server, &shards);
    if (shards.empty()) throw Failure("no database at " + name);
  }
  if (shards.empty()) throw Failure(name + " names no database");
  return shards;
}

}  // namespace saring::cli
