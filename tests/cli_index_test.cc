// saring index: what it makes, what it refuses, and that it leaves nothing
// half-made whatever happens.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Words = std::vector<std::string>;

Words Index(const Cli& cli, const std::string& file, const std::string& db,
            Words more = {}) {
  Words words = {"index", "--policy", cli.policy, file, db};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// The names in a folder. What the tests themselves write does not count.
std::set<std::string> Names(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  for (const char* ours : {"out", "err", "policy.yaml", "catalogue.tsv"}) {
    names.erase(ours);
  }
  return names;
}

// Listings in a database, the manifests left out.
Xapian::doccount Listings(const std::string& path) {
  const Xapian::Database db(path);
  return db.get_termfreq("XSARING:tagged");
}

// A file of `count` listings, large enough to fill what a test calls a disk.
std::string ManyListings(const Cli& cli, int count) {
  std::string rows = "id\ttitle\n";
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    rows += n + "\tbarang" + n + " warna" + n + " ukuran" + n + "\n";
  }
  return cli.dir.Write("many.tsv", rows);
}

TEST_CASE("index makes a database that says what was tagged", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  const CliResult result = cli.Run(Index(cli, cli.catalogue, db));
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err,
             Contains("6 listings indexed (0 review, 1 demote, 1 hide), "
                      "0 bad rows"));
  CHECK(Names(cli.dir.path()) == std::set<std::string>{"db"});
  const Xapian::Database made(db);
  CHECK(made.get_doccount() == 7);  // with the manifest
  CHECK(made.get_termfreq("XSARING:hide") == 2);
  CHECK(made.get_termfreq("XSARING:demote") == 1);
  CHECK(made.get_termfreq("XSARING:rule:used-fashion") == 2);
  const Xapian::docid third = *made.postlist_begin("Q3");
  const Xapian::Document document = made.get_document(third);
  CHECK(Xapian::sortable_unserialise(document.get_value(0)) == 5);
  CHECK_THAT(document.get_data(), Contains(R"("title":"baju bekas murah")") &&
                                      Contains(R"("price":5)"));
  struct stat about;
  REQUIRE(stat(db.c_str(), &about) == 0);
  const mode_t mask = umask(0);
  umask(mask);
  CHECK((about.st_mode & 0777) == (0777 & ~mask));
}

TEST_CASE("index without the plugin tags nothing", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  CHECK(cli.Run({"index", "--without-plugin", cli.catalogue, db}).exit_code ==
        0);
  const Xapian::Database made(db);
  CHECK(made.get_doccount() == 6);
  CHECK(made.get_termfreq("XSARING:tagged") == 0);
}

TEST_CASE("index deals listings to shards in turn", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  CHECK(cli.Run(Index(cli, cli.catalogue, db, {"--shards", "2"})).exit_code ==
        0);
  CHECK(Names(db) == std::set<std::string>{"XAPIANDB", "shard1", "shard2"});
  CHECK(Listings(db) == 6);
  const Xapian::Database first(db + "/shard1"), second(db + "/shard2");
  CHECK(first.term_exists("Q1"));
  CHECK(second.term_exists("Q2"));
  CHECK(first.term_exists("Q5"));
  CHECK(second.term_exists("Q6"));
}

TEST_CASE("index tells listings that it cannot take, and goes on", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  const std::string file = cli.dir.Write(
      "rows.tsv",
      "id\ttitle\tprice\n1\tbaju\t\n\tkaos\t\n1\tjaket\t\n2\ttas\t" +
          std::string("Rp 5\n") + std::string(241, '3') +
          "\ttopi\t\n4\tsarung\t-1.50\n");
  const CliResult result = cli.Run(Index(cli, file, db));
  CHECK(result.exit_code == 1);
  CHECK(Listings(db) == 2);
  for (const char* told :
       {":3: no id", ":4: the id '1' stands in an earlier row",
        ":5: the price 'Rp 5' is not a number",
        ":6: an id longer than 240 bytes",
        "2 listings indexed (0 review, 0 demote, 0 hide), 4 bad rows"}) {
    CHECK_THAT(result.err, Contains(told));
  }
}

TEST_CASE("index replaces a database, and only that", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  const std::string one = cli.dir.Write("one.tsv", "id\ttitle\n1\tbaju\n");
  const auto index = [&](const std::string& file, Words more = {}) {
    return cli.Run(Index(cli, file, db, std::move(more)));
  };
  fs::create_directory(db);
  CHECK(index(one).exit_code == 0);  // an empty folder
  CHECK(index(cli.catalogue).exit_code == 0);
  CHECK(Listings(db) == 6);
  CHECK(index(one, {"--shards", "3"}).exit_code == 0);
  CHECK(Listings(db) == 1);
  CHECK(index(cli.catalogue).exit_code == 0);
  CHECK(Listings(db) == 6);
  CHECK(Names(cli.dir.path()) == std::set<std::string>{"db", "one.tsv"});

  cli.dir.Write("db/letter.txt", "keep me");
  const CliResult stranger = index(one);
  CHECK(stranger.exit_code == 1);
  CHECK_THAT(stranger.err, Contains("letter.txt is no part of"));
  CHECK(ReadFile(db + "/letter.txt") == "keep me");
  CHECK(cli.Run(Index(cli, one, one)).exit_code == 1);
  CHECK(ReadFile(one) == "id\ttitle\n1\tbaju\n");
}

TEST_CASE("index follows a link to the folder that it replaces", "[cli]") {
  const Cli cli;
  const std::string one = cli.dir.Write("one.tsv", "id\ttitle\n1\tbaju\n");
  REQUIRE(cli.Run(Index(cli, cli.catalogue, cli.dir.At("db"))).exit_code == 0);
  fs::create_symlink("db", cli.dir.At("link"));
  REQUIRE(cli.Run(Index(cli, one, cli.dir.At("link/"))).exit_code == 0);
  CHECK(fs::is_symlink(cli.dir.At("link")));
  CHECK(Listings(cli.dir.At("db")) == 1);
}

// Whatever goes wrong, a database that stood there stays, and one that did not
// does not appear.
void CheckUntouched(const Cli& cli, const std::string& db,
                    const std::set<std::string>& names) {
  CHECK(Listings(db) == 6);
  CHECK(Names(cli.dir.path()) == names);
}

TEST_CASE("index does not disturb another writer", "[cli]") {
  const Cli cli;
  const Words more = GENERATE(Words{}, Words{"--shards", "2"});
  const std::string db = cli.dir.At("db");
  REQUIRE(cli.Run(Index(cli, cli.catalogue, db, more)).exit_code == 0);
  const Xapian::WritableDatabase writer(more.empty() ? db : db + "/shard2",
                                        Xapian::DB_OPEN);
  const CliResult result = cli.Run(Index(cli, cli.catalogue, db, more));
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("is in use by another writer"));
  CheckUntouched(cli, db, {"db"});
}

TEST_CASE("A full disk leaves the database as it was", "[cli]") {
  const Cli cli;
  const Words more = GENERATE(Words{}, Words{"--shards", "2"});
  const std::string db = cli.dir.At("db");
  REQUIRE(cli.Run(Index(cli, cli.catalogue, db)).exit_code == 0);
  const std::string many = ManyListings(cli, 3000);
  for (const std::string& target : {db, cli.dir.At("new")}) {
    for (const rlim_t bytes : {rlim_t{0}, rlim_t{100}, rlim_t{64} << 10}) {
      CAPTURE(target, bytes);
      Program program = cli.Prepare(Index(cli, many, target, more));
      program.largest_file = bytes;
      const CliResult result = cli.Run(program);
      CHECK(result.exit_code == 1);
      // Where nothing at all can be written, neither can the message.
      if (bytes > 0) CHECK_THAT(result.err, Contains("saring: cannot write"));
      CHECK_THAT(result.err, !Contains(".building-"));
      CheckUntouched(cli, db, {"db", "many.tsv"});
    }
  }
}

TEST_CASE("A disk without any room is named as the reason", "[cli]") {
  const Cli cli;
  for (const std::string more : {"", " --shards 2"}) {
    CAPTURE(more);
    // The limit is on files, so that the message goes through a pipe.
    Program shell = cli.Prepare(
        {"-c", "trap '' XFSZ; (ulimit -f 0; " + std::string(SARING_CLI) +
                   " index --policy " + cli.policy + more + ' ' +
                   cli.catalogue + ' ' + cli.dir.At("db") + " 2>&1) | cat"});
    shell.words[0] = "/bin/bash";
    const CliResult result = cli.Run(shell);
    CHECK_THAT(result.out,
               Contains("saring: cannot write") && Contains("File too large") &&
                   Contains(cli.dir.At("db")) && !Contains(".building-"));
    CHECK(Names(cli.dir.path()).empty());
  }
}

TEST_CASE("What cannot be read leaves the database as it was", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  REQUIRE(cli.Run(Index(cli, cli.catalogue, db)).exit_code == 0);
  CHECK(cli.Run(Index(cli, cli.dir.At("none.tsv"), db)).exit_code == 1);
  CHECK(cli.Run(Index(cli, cli.dir.path(), db)).exit_code == 1);
  CHECK(cli.Run(Index(cli, cli.catalogue, db, {"--text", "nix"})).exit_code ==
        1);
  Words bad = Index(cli, cli.catalogue, db);
  bad[2] = cli.catalogue;  // no policy at all
  CHECK(cli.Run(bad).exit_code == 1);
  CHECK(cli.Run(Index(cli, cli.catalogue, cli.dir.At("a/b"))).exit_code == 1);
  CheckUntouched(cli, db, {"db"});
}

TEST_CASE("Ended half way, index leaves the database as it was", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  REQUIRE(cli.Run(Index(cli, cli.catalogue, db)).exit_code == 0);
  const std::string fifo = cli.dir.At("fifo");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  const int signal = GENERATE(SIGTERM, SIGINT, SIGKILL);
  CAPTURE(signal);

  const Program program = cli.Prepare(Index(cli, fifo, db));
  const pid_t pid = StartProgram(program);
  const int rows = open(fifo.c_str(), O_WRONLY);
  const std::string text = "id\ttitle\n7\tbaju\n";
  REQUIRE(write(rows, text.data(), text.size()) ==
          static_cast<ssize_t>(text.size()));
  for (int i = 0; i < 500 && Names(cli.dir.path()).size() < 3; ++i) {
    usleep(10000);
  }
  REQUIRE(Names(cli.dir.path()).size() == 3);  // and the half-made one
  kill(pid, signal);
  const CliResult result = cli.Finish(program, pid);
  close(rows);
  CHECK(Listings(db) == 6);
  if (signal == SIGKILL) {
    CHECK(result.exit_code == -SIGKILL);
    // It cannot clean up; the next run does.
    CHECK(cli.Run(Index(cli, cli.catalogue, db)).exit_code == 0);
    CheckUntouched(cli, db, {"db", "fifo"});
  } else {
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("saring: interrupted"));
    CheckUntouched(cli, db, {"db", "fifo"});
  }
}

TEST_CASE("index removes only what a dead one for the same place left",
          "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.At("db");
  const std::set<std::string> kept = {
      "db.building-abc123-old",  // all that is left, where names cannot be
                                 // exchanged
      "db.building-abc12", "other.building-abc123", "db.building-link12",
      "db.building-file12"};
  for (const std::string& name : kept) {
    if (name.ends_with("file12")) {
      cli.dir.Write(name, "x");
    } else if (name.ends_with("link12")) {
      fs::create_directory_symlink("other.building-abc123", cli.dir.At(name));
    } else {
      cli.dir.Write(name + "/iamglass", "x");
    }
  }
  cli.dir.Write("db.building-abc123/iamglass", "x");

  const std::string fifo = cli.dir.At("fifo");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  const Program slow = cli.Prepare(Index(cli, fifo, db));
  const pid_t pid = StartProgram(slow);
  const int rows = open(fifo.c_str(), O_WRONLY);
  const std::string text = "id\ttitle\n7\tbaju\n";
  REQUIRE(write(rows, text.data(), text.size()) ==
          static_cast<ssize_t>(text.size()));
  const size_t expected = kept.size() + 2;  // the fifo, and its folder
  for (int i = 0; i < 500; ++i) {
    const std::set<std::string> names = Names(cli.dir.path());
    if (names.size() == expected && !names.contains("db.building-abc123"))
      break;
    usleep(10000);
  }
  Program quick = cli.Prepare(Index(cli, cli.catalogue, db));
  quick.out = cli.dir.At("quick-out");
  quick.err = cli.dir.At("quick-err");
  CHECK(cli.Run(quick).exit_code == 0);
  CHECK(Listings(db) == 6);
  close(rows);
  CHECK(cli.Finish(slow, pid).exit_code == 0);
  CHECK(Listings(db) == 1);
  std::set<std::string> names = kept;
  names.insert({"db", "fifo", "quick-out", "quick-err"});
  CHECK(Names(cli.dir.path()) == names);
}

}  // namespace
}  // namespace saring
