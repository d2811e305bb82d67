// saring words: a word list that a policy can name.

#include <catch2/catch.hpp>
#include <string>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;

// `word` in so many listings, one a line.
std::string Listings(const std::string& text, int times) {
  std::string rows;
  for (int i = 0; i < times; ++i) rows += text + '\n';
  return rows;
}

TEST_CASE("words prints what is common in a catalogue", "[cli]") {
  const Cli cli;
  const std::string file = cli.dir.Write(
      "shop.tsv", Listings("Murah MURAH baju jakrt", 3) +
                      Listings("langka m\u00fcrah bekas S22 xl", 2));
  const CliResult result = cli.Run({"words", "--policy", cli.policy, "--text",
                                    "1", "--at-least", "3", file});
  CHECK(result.exit_code == 0);
  CHECK(result.out == "# Words of at least 3 of the 5 listings of " + file +
                          ", by saring words.\n"
                          "\n"
                          "# It reads these as they are.\n"
                          "jakrt\nmurah\n");
  CHECK(result.err ==
        "saring: 5 listings, 2 words, 0 of them read as others, 0 bad rows\n");
}

TEST_CASE("words sets apart what the policy reads as another word", "[cli]") {
  const Cli cli;
  const std::string file =
      cli.dir.Write("shop.tsv", Listings("bekasss bagus", 8));
  const CliResult result =
      cli.Run({"words", "--policy", cli.policy, "--text", "1", file});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out,
             Contains("# The policy reads these as other words. Delete those "
                      "that are disguises.\nbekasss\n\n# It reads these as "
                      "they are.\nbagus\n"));
}

TEST_CASE("words takes title and description of a listing together", "[cli]") {
  const Cli cli;
  const CliResult result = cli.Run(
      {"words", "--policy", cli.policy, "--at-least", "2", cli.catalogue});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("\nanak\n") && !Contains("\nbaju\n") &&
                             !Contains("\nkerja\n"));
}

TEST_CASE("A policy can name the list, and leaves its words alone", "[cli]") {
  const Cli cli;
  cli.dir.Write("ours.txt",
                cli.Run({"words", "--policy", cli.policy, "--text", "1",
                         cli.dir.Write("shop.tsv", Listings("bekasss", 8))})
                    .out);
  const auto read = [&](const std::string& policy) {
    return cli
        .Run({"explain", "--policy", policy, "--as", "query", "baju bekasss"})
        .out;
  };
  CHECK_THAT(read(cli.policy), Contains("hide"));
  const std::string with_words = cli.dir.Write(
      "with_words.yaml",
      std::string(kCliPolicy) + "ordinary: {words_from: ours.txt}\n");
  CHECK_THAT(read(with_words), !Contains("hide"));
}

TEST_CASE("words of a catalogue without listings", "[cli]") {
  const Cli cli;
  const auto words = [&cli](const std::string& file) {
    return cli.Run({"words", "--policy", cli.policy, file});
  };
  const std::string header = cli.dir.Write("header.tsv", "id\ttitle\n");
  const CliResult none = words(header);
  CHECK(none.exit_code == 0);
  CHECK(none.out == "# Words of at least 8 of the 0 listings of " + header +
                        ", by saring words.\n");
  const CliResult empty = words(cli.dir.Write("empty.tsv", ""));
  CHECK(empty.exit_code == 1);
  CHECK(empty.out == "");
  CHECK_THAT(empty.err, Contains("is empty; expected a header"));
  const CliResult missing = words(cli.dir.At("none.tsv"));
  CHECK(missing.exit_code == 1);
  CHECK(missing.out == "");
  CHECK_THAT(missing.err, Contains("No such file or directory"));
}

TEST_CASE("words tells bad rows, and what it does not know", "[cli]") {
  const Cli cli;
  const std::string file = cli.dir.Write("rows.tsv", "a\tbagus\nb\n");
  const CliResult bad = cli.Run({"words", "--policy", cli.policy, "--text", "2",
                                 "--at-least", "1", file});
  CHECK(bad.exit_code == 1);
  CHECK_THAT(bad.err, Contains(file + ":2: ") && Contains("1 bad rows"));
  CHECK_THAT(bad.out, Contains("of the 1 listings") && Contains("bagus\n"));
  CHECK(cli.Run({"words", "--at-least", "x", file}).exit_code == 2);
  CHECK(cli.Run({"words"}).exit_code == 2);
}

}  // namespace
}  // namespace saring
