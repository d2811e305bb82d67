// Debian's own searchd and indexer, with the plugin in their plugin_dir.

#ifndef SARING_TESTS_SPHINX_SERVERS_H_
#define SARING_TESTS_SPHINX_SERVERS_H_

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "tests/run_program.h"
#include "tests/server_start.h"
#include "tests/sphinx_ql.h"
#include "tests/temp_dir.h"

namespace saring {

// The configuration of an index of rows that `feed` prints: id, title, category
// and stored_action, tab-separated. `name` is that of its files in `dir`.
inline std::string IndexOfRows(const TempDir& dir, const std::string& name,
                               const std::string& feed) {
  return "source rows {\n type = tsvpipe\n tsvpipe_command = " + feed +
         "\n tsvpipe_field_string = title\n tsvpipe_attr_string = category\n"
         " tsvpipe_attr_uint = stored_action\n}\n"
         "index listings {\n source = rows\n path = " +
         dir.At(name) +
         "\n index_token_filter = saring_sphinx.so:saring_reading\n}\n";
}

inline const std::string kPluginDir =
    "common {\n plugin_dir = " SARING_SPHINX_PLUGIN_DIR "\n}\n";

// Runs `program` with SARING_POLICY as given, "" meaning not set. It ends with
// this process. Prints into the file `out`.
inline pid_t StartSphinx(const Program& program, const std::string& policy) {
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("cannot fork");
  if (pid > 0) return pid;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  unsetenv("SARING_POLICY");
  if (!policy.empty()) setenv("SARING_POLICY", policy.c_str(), 1);
  const int out = open(program.out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  std::vector<char*> words;
  for (const std::string& word : program.words) {
    words.push_back(const_cast<char*>(word.c_str()));
  }
  words.push_back(nullptr);
  execv(words[0], words.data());
  _exit(127);
}

// Runs indexer over the indexes that `config` has. Returns what it printed, and
// "ok" before that when it succeeded.
inline std::string RunIndexer(const TempDir& dir, const std::string& config,
                              const std::string& policy) {
  Program indexer;
  indexer.words = {SARING_INDEXER, "--config",
                   dir.Write("indexer.conf", config + kPluginDir), "--all"};
  indexer.out = dir.At("indexer.out");
  const Ending ending = WaitForProgram(StartSphinx(indexer, policy));
  return (ending.exit_code == 0 ? "ok\n" : "") + ReadFile(indexer.out);
}

// One searchd process, which ends with this object at the latest.
class Searchd {
 public:
  // Serves the indexes that `config` has. It takes connections when the
  // constructor returns; throws std::runtime_error when it does not come to it.
  // `name` is that of its files in `dir`.
  Searchd(const TempDir& dir, const std::string& name,
          const std::string& config, const std::string& policy) {
    for (int attempt = 0; attempt < 5; ++attempt) {
      port_ = FreePort();
      sql_port_ = FreePort();
      Start(dir, name, config, policy);
      if (Answers()) return;
      Stop();
    }
    throw std::runtime_error("searchd does not start: " +
                             ReadFile(dir.At(name + ".out")));
  }
  ~Searchd() { Stop(); }
  Searchd(const Searchd&) = delete;
  Searchd& operator=(const Searchd&) = delete;

  // "127.0.0.1:PORT", where a distributed index finds it.
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  SphinxQl Connect() const { return SphinxQl(sql_port_); }

  // Ends it. The exit code, 0 when all was well; a signal is negative.
  int Stop() {
    if (pid_ <= 0) return 0;
    kill(pid_, SIGTERM);
    const Ending ending = WaitForProgram(pid_);
    pid_ = 0;
    return ending.exit_code;
  }

 private:
  void Start(const TempDir& dir, const std::string& name,
             const std::string& config, const std::string& policy) {
    const std::string file = dir.Write(
        name + ".conf",
        config + kPluginDir + "searchd {\n listen = " + address() +
            "\n listen = 127.0.0.1:" + std::to_string(sql_port_) +
            ":mysql41\n workers = threads\n binlog_path =\n pid_file = " +
            dir.At(name + ".pid") + "\n log = " + dir.At(name + ".log") +
            "\n}\n");
    Program searchd;
    searchd.words = {SARING_SEARCHD, "--config", file, "--nodetach"};
    searchd.out = dir.At(name + ".out");
    pid_ = StartSphinx(searchd, policy);
  }

  bool Answers() {
    return ComesUp(&pid_, [&] {
      try {
        Connect();
        return true;
      } catch (const std::runtime_error&) {
        return false;
      }
    });
  }

  pid_t pid_ = 0;
  uint16_t port_ = 0;
  uint16_t sql_port_ = 0;
};

// Makes the plugin's functions known to a searchd that serves indexes.
inline void CreateFunctions(const Searchd& searchd) {
  SphinxQl sql = searchd.Connect();
  sql.Run(
      "CREATE FUNCTION saring_action RETURNS INT "
      "SONAME 'saring_sphinx.so'");
  sql.Run(
      "CREATE FUNCTION saring_rule RETURNS STRING "
      "SONAME 'saring_sphinx.so'");
}

}  // namespace saring

#endif  // SARING_TESTS_SPHINX_SERVERS_H_
