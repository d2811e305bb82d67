// The command line, check, explain, and what cannot be read or written.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;
using Words = std::vector<std::string>;

struct WrongUse {
  const char* why;
  Words words;
  std::string message;
};

const WrongUse kWrongUses[] = {
    {"no command", {}, "expected check, compile, explain, scan"},
    {"no such command", {"sieve"}, "sieve"},
    {"no such option", {"scan", "--colour", "f"}, "--colour"},
    {"an option without its value", {"scan", "f", "--text"}, "--text"},
    {"no file", {"scan"}, "FILE is required"},
    {"a file too many", {"scan", "f", "g"}, "g"},
    {"a word that is none of those allowed",
     {"scan", "--as", "buyer", "f"},
     "buyer"},
    {"no such format", {"scan", "--format", "xml", "f"}, "xml"},
    {"a limit of nothing", {"check", "--max-hidden", "1", "p"}, "--against"},
    {"a limit below nothing",
     {"check", "--against", "f", "--max-hidden", "-1", "p"},
     "--max-hidden: expected a whole number from 0, not '-1'"},
    {"a limit that is no number",
     {"check", "--against", "f", "--max-hidden", "few", "p"},
     "--max-hidden: expected a whole number from 0, not 'few'"},
    {"no shards", {"index", "--shards", "0", "f", "db"}, "--shards"},
    {"a text is not described",
     {"explain", "--condition", "bekas", "baju"},
     "--as listing"},
    {"two ways to show",
     {"search", "--compare", "--json", "db", "q"},
     "--compare"},
    {"not a number", {"search", "--limit", "many", "db", "q"}, "--limit"},
    {"a text that looks like options",
     {"explain", "-jaket"},
     "a text that begins with a hyphen goes after --"},
    {"so before a query",
     {"search", "db", "-jaket", "bekas"},
     "a text that begins with a hyphen goes after --"},
    {"a column without a name",
     {"scan", "--text", "", "f"},
     "--text: expected a column, not ''"},
    {"no jobs", {"scan", "--jobs", "0", "f"}, "--jobs"},
    {"no file for an image", {"compile", "p.yaml"}, "--output is required"},
    {"an image without a name",
     {"compile", "p.yaml", "-o", ""},
     "expected a file"},
    {"a policy without a name", {"compile", "", "-o", "f"}, "expected a file"},
    {"an image on standard output",
     {"compile", "p.yaml", "-o", "-"},
     "needs a file"},
    {"an image of two policies",
     {"compile", "p.yaml", "q.yaml", "-o", "f"},
     "q.yaml"},
};

TEST_CASE("A wrong command line is told and exits with 2", "[cli]") {
  const Cli cli;
  for (const WrongUse& c : kWrongUses) {
    DYNAMIC_SECTION(c.why) {
      const CliResult result = cli.Run(c.words);
      CHECK(result.exit_code == 2);
      CHECK(result.out == "");
      CHECK_THAT(result.err, Contains("saring: ") && Contains(c.message));
    }
  }
}

TEST_CASE("Wrong columns are a wrong command line", "[cli]") {
  const Cli cli;
  const CliResult result = cli.Run(
      {"scan", "--policy", cli.policy, "--column", "colour=x", cli.catalogue});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("unknown field 'colour'"));
}

TEST_CASE("check tells wrong columns before it says that all is well",
          "[cli]") {
  const Cli cli;
  for (const Words& wrong : {Words{"--column", "colour=x"}, Words{"--text", ""},
                             Words{"--column", "id=1", "--text", "title"}}) {
    CAPTURE(wrong);
    Words words = {"check", cli.policy, "--against", cli.catalogue};
    words.insert(words.end(), wrong.begin(), wrong.end());
    const CliResult result = cli.Run(words);
    CHECK(result.exit_code == 2);
    CHECK(result.out == "");
  }
}

TEST_CASE("check counts every warning, also those that are not told", "[cli]") {
  const Cli cli;
  const auto check = [&cli](int unused) {
    std::string policy = kCliPolicy;
    std::string lists;
    for (int i = 0; i < unused; ++i) {
      lists += "  u" + std::to_string(i) + ": {terms: [x" + std::to_string(i) +
               "]}\n";
    }
    policy.insert(policy.find("rules:"), lists);
    return cli.Run({"check", cli.dir.Write("many.yaml", policy)});
  };
  CHECK_THAT(check(1).out, Contains("(revision 7, 1 warning)"));
  CHECK_THAT(check(2).out, Contains("(revision 7, 2 warnings)"));
  const CliResult many = check(1005);
  CHECK_THAT(many.out, Contains("(revision 7, 1005 warnings)"));
  CHECK_THAT(many.err, Contains("\nand 5 more like these\n"));
}

TEST_CASE("Every command has help with an example", "[cli]") {
  const Cli cli;
  CHECK(cli.Run({"--help"}).exit_code == 0);
  CHECK_THAT(cli.Run({"--version"}).out, Contains("saring 0."));
  for (const std::string command :
       {"check", "compile", "explain", "scan", "index", "search"}) {
    CAPTURE(command);
    const CliResult result = cli.Run({command, "--help"});
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.out,
               Contains("Example") && Contains("saring " + command));
  }
}

TEST_CASE("The policy installed with the program is the default", "[cli]") {
  const Cli cli;
  const std::string bin = cli.dir.At("bin");
  std::filesystem::create_directory(bin);
  std::filesystem::copy_file(SARING_CLI, bin + "/saring");
  Program program = cli.Prepare({"check"});
  program.words[0] = bin + "/saring";
  const std::string installed =
      cli.dir.Write("share/saring/policies/used-imports.yaml", kCliPolicy);
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 0);
  CHECK(result.out == installed + ": ok (revision 7, 0 warnings)\n");
}

TEST_CASE("check tells every fault of every policy", "[cli]") {
  const Cli cli;
  const std::string bad = cli.dir.Write("bad.yaml", "saring: 1\npolcy: x\n");
  const CliResult good = cli.Run({"check", cli.policy});
  CHECK(good.exit_code == 0);
  CHECK(good.out == cli.policy + ": ok (revision 7, 0 warnings)\n");
  CHECK(good.err == "");

  const CliResult both = cli.Run({"check", bad, cli.policy});
  CHECK(both.exit_code == 1);
  CHECK_THAT(both.err, Contains(bad + ":2:1: ") && Contains("polcy"));
  CHECK(both.out == good.out);

  const CliResult none = cli.Run({"check", cli.dir.At("none.yaml")});
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("none.yaml"));
}

TEST_CASE("check counts and names what a policy would hide", "[cli]") {
  const Cli cli;
  const auto check = [&cli](const std::string& limit) {
    return cli.Run({"check", cli.policy, "--against", cli.catalogue,
                    "--max-hidden", limit});
  };
  const CliResult enough = check("1");
  CHECK(enough.exit_code == 0);
  CHECK_THAT(enough.out,
             Contains("catalogue.tsv:4: hide 3 \"baju bekas murah\": "
                      "used-fashion: fashion \"baju\", used \"bekas\"") &&
                 Contains("1 of 6 listings would be hidden"));
  const CliResult more = check("0");
  CHECK(more.exit_code == 1);
  CHECK(more.out == enough.out);
  CHECK_THAT(more.err, Contains("more than 0 would be hidden"));
}

TEST_CASE("explain gives the account as text and as JSON", "[cli]") {
  const Cli cli;
  const CliResult text =
      cli.Run({"explain", "--policy", cli.policy, "Baju bekas"});
  CHECK(text.exit_code == 0);
  for (const char* part :
       {"sample, revision 7", "baju | bekas", "used-fashion: hide",
        "\"bekas\" in the title [5, 10)", "Decree 1, article 2",
        "Barang ini dilarang.", "searched as \"Baju\""}) {
    CHECK_THAT(text.out, Contains(part));
  }
  const CliResult excused =
      cli.Run({"explain", "--policy", cli.policy, "krim bekas jerawat"});
  CHECK_THAT(excused.out, Contains("by the exception \"bekas {mark}\"") &&
                              Contains("verdict     show"));
  const CliResult listing =
      cli.Run({"explain", "--json", "--as", "listing", "--condition", "bekas",
               "--policy", cli.policy, "jaket"});
  const json story = json::parse(listing.out);
  CHECK(story["action"] == "hide");
  CHECK(story["rules"][0]["evidence"][1]["field"] == "condition");
}

TEST_CASE("explain knows a listing by its id", "[cli]") {
  const Cli cli;
  cli.dir.Write("reviewed.tsv", "id\taction\treason\n7\tshow\tfoto baru\n");
  const std::string policy = cli.dir.Write(
      "reviewed.yaml",
      "saring: 1\npolicy: p\noverrides: reviewed.tsv\n"
      "lists: {bad: {terms: [balpres]}}\nrules:\n  - {id: r, needs: [bad], "
      "action: hide, hits: [balpres], misses: [baju, kaos]}\n");
  const auto explain = [&](const char* id) {
    return cli.Run({"explain", "--policy", policy, "--as", "listing", "--id",
                    id, "balpres"});
  };
  CHECK_THAT(explain("7").out,
             Contains("reviewer    foto baru") && Contains("verdict     show"));
  CHECK_THAT(explain("8").out, Contains("verdict     hide"));
  CHECK(cli.Run({"explain", "--policy", policy, "--id", "7", "balpres"})
            .exit_code == 2);
}

TEST_CASE("explain takes any text", "[cli]") {
  const Cli cli;
  const auto explain = [&cli](const std::string& bytes) {
    Program program =
        cli.Prepare({"explain", "--json", "--policy", cli.policy, "-"});
    program.in = cli.dir.Write("in", bytes);
    const CliResult result = cli.Run(program);
    CHECK(result.exit_code == 0);
    return json::parse(result.out);
  };
  CHECK(explain("baju bekas\n")["fields"][0]["text"] == "baju bekas");
  CHECK(explain("baju bekas\r\n")["fields"][0]["text"] == "baju bekas");
  CHECK(explain("")["action"] == "show");
  CHECK(explain(std::string("baju\0bekas", 10))["action"] == "hide");
  CHECK(explain("\xff"
                "baju\xff bekas\xff")["action"] == "hide");
  CHECK(explain(std::string(3000000, 'x'))["text_cut"] == true);
  const CliResult hyphen =
      cli.Run({"explain", "--policy", cli.policy, "--", "-baju bekas"});
  CHECK_THAT(hyphen.out, Contains("verdict     hide"));
}

TEST_CASE("What cannot be read or written is told and exits with 1", "[cli]") {
  const Cli cli;
  const auto scan = [&cli](const std::string& file) {
    return cli.Prepare(
        {"scan", "--policy", cli.policy, "--as", "listing", file});
  };
  const CliResult missing = cli.Run(scan(cli.dir.At("none.tsv")));
  CHECK(missing.exit_code == 1);
  CHECK_THAT(missing.err, Contains("none.tsv: No such file or directory"));

  const CliResult folder = cli.Run(scan(cli.dir.path()));
  CHECK(folder.exit_code == 1);
  CHECK_THAT(folder.err, Contains("Is a directory"));

  Program full = scan(cli.catalogue);
  full.out = "/dev/full";
  const CliResult disk = cli.Run(full);
  CHECK(disk.exit_code == 1);
  CHECK_THAT(disk.err, Contains("No space left on device"));

  for (const Words& help :
       {Words{"--help"}, Words{"--version"}, Words{"search", "--help"}}) {
    Program program = cli.Prepare(help);
    program.out = "/dev/full";
    const CliResult result = cli.Run(program);
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("No space left on device"));
  }

  const CliResult column =
      cli.Run({"scan", "--policy", cli.policy, cli.catalogue});
  CHECK(column.exit_code == 1);
  CHECK_THAT(column.err, Contains("no column 'text'; its first line has: id"));

  const CliResult policy =
      cli.Run({"scan", "--policy", cli.dir.At("none.yaml"), cli.catalogue});
  CHECK(policy.exit_code == 1);
  CHECK_THAT(policy.err, Contains("is refused"));
}

TEST_CASE("What a person may not read is told and exits with 1", "[cli]") {
  const Cli cli;
  const std::string db = cli.dir.Write("db/docdata.glass", "");
  const std::string folder = cli.dir.At("db");
  using std::filesystem::perms;
  std::filesystem::permissions(folder, perms::none);
  const std::vector<Words> uses = {
      {"scan", "--text", "1", "--policy", cli.policy, db},
      {"search", "--policy", cli.policy, folder, "baju"},
      {"search", "--policy", cli.policy, db, "baju"},
      {"index", "--policy", cli.policy, cli.catalogue, folder},
      {"index", "--policy", cli.policy, cli.catalogue, folder + "/new"},
      {"check", db},
  };
  for (const Words& words : uses) {
    CAPTURE(words);
    Program program = cli.Prepare(words);
    if (geteuid() == 0) {  // root may read everything, unless it gives that up
      program.words.insert(
          program.words.begin(),
          {"/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search",
           "--"});
    }
    const CliResult result = cli.Run(program);
    CHECK(result.exit_code == 1);
    CHECK(result.out == "");
    CHECK_THAT(result.err, Contains(": Permission denied") &&
                               !Contains("filesystem error"));
  }
  std::filesystem::permissions(folder, perms::owner_all);
}

TEST_CASE("A reader that goes away ends the command quietly", "[cli]") {
  const Cli cli;
  const std::string rows = cli.dir.Write("rows.txt", std::string(300000, '\n'));
  const std::string command = std::string(SARING_CLI) +
                              " scan --text 1 --policy " + cli.policy + ' ' +
                              rows + " | true; exit ${PIPESTATUS[0]}";
  Program shell = cli.Prepare({"-c", command});
  shell.words[0] = "/bin/bash";
  const CliResult result = cli.Run(shell);
  CHECK(result.exit_code == 128 + SIGPIPE);
  CHECK(result.err == "");
}

TEST_CASE("A closed standard output is an error", "[cli]") {
  const Cli cli;
  Program shell =
      cli.Prepare({"-c", std::string(SARING_CLI) + " explain --policy " +
                             cli.policy + " baju >&-"});
  shell.words[0] = "/bin/bash";
  const CliResult result = cli.Run(shell);
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("cannot write to standard output"));
}

}  // namespace
}  // namespace saring
