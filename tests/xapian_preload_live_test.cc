// A program that lives long, with the library before it, while its policy's
// file changes.

#include <sys/stat.h>

#include <functional>

#include "tests/stock_index.h"

namespace saring {
namespace {

// The policy `text` hides each of the words, and nothing else.
std::string Hiding(const std::string& words) {
  return "saring: 1\npolicy: live\nrevision: \"1\"\nlists: {bad: {terms: [" +
         words +
         "]}}\nrules:\n  - {id: r, needs: [bad], action: hide, hits: [" +
         words + "], misses: [meja, kursi]}\n";
}

const char* const kAtFault = "saring: 1\npolicy: [\n";

// How plain_program serves: its words before and after the database.
struct Way {
  const char* mode;
  std::vector<std::string> query;
};
const Way kServe = {"serve", {}};
const Way kServeInChild = {"fork", {"baju"}};

// plain_program, serving until this ends. It is told a line and answers.
class Server {
 public:
  Server(const TempDir& dir, const Variables& variables,
         const Way& way = kServe)
      : out_(dir.At("out")), err_(dir.At("err")) {
    const std::string fifo = dir.At("fifo");
    for (const std::string& earlier : {fifo, out_, err_}) {
      std::filesystem::remove(earlier);
    }
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    Program program;
    program.words = {"/usr/bin/env"};
    for (const std::string& variable : Preloaded(variables)) {
      program.words.push_back(variable);
    }
    for (const std::string& word :
         {std::string(PLAIN_PROGRAM), std::string(way.mode), dir.At("db")}) {
      program.words.push_back(word);
    }
    program.words.insert(program.words.end(), way.query.begin(),
                         way.query.end());
    program.in = fifo;
    program.out = out_;
    program.err = err_;
    pid_ = StartProgram(program);
    in_.open(fifo);
  }
  ~Server() {
    in_.close();
    CHECK(WaitForProgram(pid_).exit_code == 0);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // What it prints for `line`, the titles in JSON, in their order.
  std::string Ask(const std::string& line) {
    in_ << line << std::endl;
    for (int tries = 0; tries < 2000; ++tries, usleep(5000)) {
      const std::string answer = ReadFile(out_).substr(read_);
      if (answer != ".\n" && !EndsWith(answer, "\n.\n")) continue;
      read_ += answer.size();
      return answer.substr(0, answer.size() - 2);
    }
    FAIL("no answer to " << line);
    return "";
  }

  // Whether the answer becomes this, sooner or later.
  bool Answers(const std::string& line, const std::string& expected) {
    for (int tries = 0; tries < 500; ++tries, usleep(20000)) {
      if (Ask(line) == expected) return true;
    }
    return false;
  }

  // Whether it comes to say this on standard error, asked again and again.
  bool SaysAfter(const std::string& line, const std::string& message) {
    for (int tries = 0; tries < 500; ++tries, usleep(20000)) {
      Ask(line);
      if (err().find(message) != std::string::npos) return true;
    }
    return false;
  }

  std::string err() const { return ReadFile(err_); }

 private:
  static bool EndsWith(const std::string& text, const std::string& end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
  }

  const std::string out_, err_;
  std::ofstream in_;
  size_t read_ = 0;
  pid_t pid_ = 0;
};

std::string Found(const std::string& title) {
  return "{\"title\": \"" + title + "\"}\n";
}

Variables Policy(const TempDir& dir) {
  return {"SARING_POLICY=" + dir.At("p.yaml"),
          "SARING_LAST_GOOD=" + dir.At("good.image"),
          "SARING_OFF_SWITCH=" + dir.At("off")};
}

// In one step, as editors do.
void Replace(const TempDir& dir, const std::string& policy) {
  std::filesystem::rename(dir.Write("p.new", policy), dir.At("p.yaml"));
}

struct Change {
  const char* why;
  std::function<void(const TempDir&)> happens;
  bool hides_meja_tua, hides_baju;  // as searches, from then on
};

// All listings are shown by their tags: a search that is hidden does not find
// what was never tagged.
const Change kChanges[] = {
    {"as it began", [](const TempDir&) {}, false, true},
    {"another good one",
     [](const TempDir& dir) { Replace(dir, Hiding("tua")); }, true, false},
    {"a file at fault keeps the good one",
     [](const TempDir& dir) { Replace(dir, kAtFault), usleep(300000); }, true,
     false},
    {"switched off", [](const TempDir& dir) { dir.Write("off", ""); }, false,
     false},
    {"and on",
     [](const TempDir& dir) { std::filesystem::remove(dir.At("off")); }, true,
     false},
    {"a good one again",
     [](const TempDir& dir) { Replace(dir, Hiding("baju")); }, false, true},
};

TEST_CASE(
    "A program that lives long searches by the newest policy, and so "
    "does its child",
    "[preload][live]") {
  const Way way = GENERATE(kServe, kServeInChild);
  CAPTURE(way.mode);
  const TempDir dir;
  RunStock({PLAIN_PROGRAM, "index", dir.At("db")}, {}, "meja tua\nbaju\n");
  dir.Write("p.yaml", Hiding("baju"));
  Server server(dir, Policy(dir), way);
  for (const Change& c : kChanges) {
    CAPTURE(c.why);
    c.happens(dir);
    CHECK(server.Answers("?tua", c.hides_meja_tua ? "" : Found("meja tua")));
    CHECK(server.Answers("?baju", c.hides_baju ? "" : Found("baju")));
  }
}

TEST_CASE("A program that lives long tags by the newest policy",
          "[preload][live]") {
  const TempDir dir;
  const std::string db = dir.At("db");
  const std::string one = dir.Write("one.yaml", Hiding("baju"));
  const std::string two = dir.Write("two.yaml", Hiding("tua"));
  dir.Write("p.yaml", Hiding("baju"));
  Server server(dir, Policy(dir));
  server.Ask("+baju biru");
  server.Ask("+meja tua");
  CHECK(server.Ask("?biru") == "");
  CHECK(server.Ask("?meja") == Found("meja tua"));
  CHECK(IsCurrent(db, one));

  Replace(dir, Hiding("tua"));
  REQUIRE(server.SaysAfter("?kursi", "was not tagged by this policy"));
  CHECK(IsCurrent(db, one));  // nothing was tagged by the newer one yet
  server.Ask("+kursi tua");
  server.Ask("+baju merah");
  CHECK(server.Ask("?kursi") == "");
  CHECK(server.Ask("?merah") == Found("baju merah"));
  CHECK_FALSE(IsCurrent(db, one));
  CHECK_FALSE(IsCurrent(db, two));
}

TEST_CASE("While it is switched off nothing is hidden, tagged or not",
          "[preload][live]") {
  const TempDir dir;
  dir.Write("p.yaml", Hiding("baju"));
  Server server(dir, Policy(dir));
  server.Ask("+baju biru");
  server.Ask("+meja biru");
  CHECK(server.Ask("?biru") == Found("meja biru"));
  dir.Write("off", "");
  CHECK(server.Answers("?biru", Found("baju biru") + Found("meja biru")));
  std::filesystem::remove(dir.At("off"));
  CHECK(server.Answers("?biru", Found("meja biru")));
}

TEST_CASE("Faults of a newer policy are said, once each", "[preload][live]") {
  const TempDir dir;
  RunStock({PLAIN_PROGRAM, "index", dir.At("db")}, {}, "baju\n");
  dir.Write("p.yaml", Hiding("baju"));
  Server server(dir, Policy(dir));
  CHECK(server.Ask("?baju") == "");
  CHECK(server.err().find("refused") == std::string::npos);
  Replace(dir, kAtFault);
  const std::string said =
      "saring: the policy is refused, the one before it stays in force:\n" +
      dir.At("p.yaml") + ":";
  REQUIRE(server.SaysAfter("?baju", said));
  CHECK(server.Ask("?baju") == "");
  usleep(1'200'000);  // it is looked for again
  CHECK(server.Ask("?baju") == "");
  CHECK(server.err().find(said, server.err().find(said) + 1) ==
        std::string::npos);
}

TEST_CASE("After a restart the last good policy stands in, and it is said",
          "[preload][live]") {
  const TempDir dir;
  RunStock({PLAIN_PROGRAM, "index", dir.At("db")}, {}, "baju\n");
  dir.Write("p.yaml", Hiding("baju"));
  CHECK(Server(dir, Policy(dir)).Ask("?baju") == "");
  Replace(dir, kAtFault);
  Server server(dir, Policy(dir));
  CHECK(server.Ask("?baju") == "");
  CHECK(server.err().find("saring: the last good policy stands in:\n" +
                          dir.At("p.yaml") + ":") == 0);
}

}  // namespace
}  // namespace saring
