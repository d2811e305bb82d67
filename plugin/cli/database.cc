#include "plugin/cli/database.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace saring::cli {
namespace {

namespace fs = std::filesystem;

bool IsShardName(const std::string& name) {
  return name.size() > 5 && name.compare(0, 5, "shard") == 0 &&
         name.find_first_not_of("0123456789", 5) == std::string::npos;
}

bool IsDatabaseFile(const std::string& name) {
  return name == "iamglass" || name == "flintlock" ||
         fs::path(name).extension() == ".glass";
}

[[noreturn]] void RefuseToReplace(const fs::path& in_the_way) {
  throw Failure(in_the_way.string() +
                " is no part of a Xapian database; it is not replaced");
}

// Of what a folder holds, the paths.
std::vector<fs::path> Entries(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    paths.push_back(at->path());
  }
  if (error) throw Failure("cannot read " + folder + ": " + error.message());
  return paths;
}

Xapian::Database OpenPath(const std::string& path) {
  try {
    Xapian::Database database(path);
    if (database.size() == 0) throw Failure(path + " names no database");
    return database;
  } catch (const Xapian::DatabaseOpeningError&) {
    // Of a folder that may not be read Xapian says that it is no database.
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) Entries(path);
    throw;
  }
}

}  // namespace

Failure XapianFailure(const std::string& what, const Xapian::Error& error) {
  std::string message = what + ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) {
    message += std::string(" (") + reason + ')';
  }
  if (!error.get_context().empty()) {
    message += " at " + error.get_context();
  }
  return Failure(message);
}

std::optional<Server> ParseServer(const std::string& text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  unsigned port = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] =
      std::from_chars(text.data() + colon + 1, end, port);
  if (error != std::errc() || stop != end || port == 0 || port > 65535) {
    return std::nullopt;
  }
  return Server{text.substr(0, colon), port};
}

std::vector<Server> ParseServers(const std::string& name) {
  std::vector<Server> servers;
  for (size_t begin = 0; begin <= name.size();) {
    const size_t comma = std::min(name.find(',', begin), name.size());
    const auto server = ParseServer(name.substr(begin, comma - begin));
    if (!server) return {};
    servers.push_back(*server);
    begin = comma + 1;
  }
  return servers;
}

Xapian::Database OpenDatabase(const std::string& name) {
  std::error_code error;
  if (fs::exists(name, error)) return OpenPath(name);
  const std::vector<Server> servers = ParseServers(name);
  if (servers.empty() && error) {
    throw Failure("cannot read " + name + ": " + error.message());
  }
  if (servers.empty()) throw Failure("no database at " + name);
  Xapian::Database all;
  for (const Server& server : servers) {
    all.add_database(Xapian::Remote::open(
        server.host, server.port, kAnswerMilliseconds, kConnectMilliseconds));
  }
  return all;
}

std::string ShardName(int number) { return "shard" + std::to_string(number); }

ReplacedDatabase::ReplacedDatabase(const std::string& target) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(target, ignored))) return;
  if (!fs::is_directory(target, ignored)) RefuseToReplace(target);
  const std::vector<fs::path> entries = Entries(target);
  if (entries.empty()) return;
  if (!fs::exists(fs::path(target) / kStubName, ignored)) {
    Lock(target);
    return;
  }
  for (const fs::path& entry : entries) {
    const std::string name = entry.filename().string();
    if (name == kStubName) continue;
    if (!IsShardName(name) || !fs::is_directory(entry, ignored)) {
      RefuseToReplace(entry);
    }
    Lock(entry.string());
  }
  // A stub that leads to databases elsewhere is somebody's own.
  if (locked_.empty()) RefuseToReplace(fs::path(target) / kStubName);
}

void ReplacedDatabase::Lock(const std::string& folder) {
  for (const fs::path& entry : Entries(folder)) {
    if (!IsDatabaseFile(entry.filename().string())) RefuseToReplace(entry);
  }
  try {
    locked_.emplace_back(folder, Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseLockError& error) {
    throw Failure(folder + " is in use by another writer");
  } catch (const Xapian::Error& error) {
    throw XapianFailure("cannot replace " + folder, error);
  }
}

}  // namespace saring::cli
