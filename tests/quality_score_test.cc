#include <algorithm>
#include <catch2/catch.hpp>

#include "bench/confusion.h"
#include "bench/figures.h"
#include "bench/tsv.h"
#include "bench/visible.h"
#include "tests/temp_dir.h"

namespace saring::quality {
namespace {

struct ErrorCase {
  const char* why;
  Outcome label;
  std::optional<Outcome> answer;
  const char* error;  // "" where the row is right or in no named error
};

const ErrorCase kErrors[] = {
    {"shown as it should be", Outcome::kAllow, Outcome::kAllow, ""},
    {"demoted as it should be", Outcome::kDemote, Outcome::kDemote, ""},
    {"hidden as it should be", Outcome::kHide, Outcome::kHide, ""},
    {"no answer is wrong, whatever the label", Outcome::kAllow, {}, ""},
    {"no answer is not a miss", Outcome::kHide, {}, ""},
    {"a legal seller disappears", Outcome::kAllow, Outcome::kHide,
     "false_hide"},
    {"a legal seller stands last", Outcome::kAllow, Outcome::kDemote,
     "false_demote"},
    {"prohibited and shown", Outcome::kHide, Outcome::kAllow, "miss"},
    {"prohibited and only demoted", Outcome::kHide, Outcome::kDemote,
     "soft_miss"},
    {"doubtful and hidden", Outcome::kDemote, Outcome::kHide, "over_hide"},
    {"doubtful and shown", Outcome::kDemote, Outcome::kAllow, "demote_miss"},
};

TEST_CASE("A row is in the error that its label and answer name", "[quality]") {
  for (const ErrorCase& c : kErrors) {
    DYNAMIC_SECTION(c.why) {
      ConfusionTable table;
      table.Add(c.label, c.answer);
      CHECK(table.rows() == 1);
      CHECK(table.rows(c.label) == 1);
      CHECK(table.right() == (c.label == c.answer ? 1 : 0));
      CHECK(table.right(c.label) == table.right());
      CHECK(table.invalid() == (c.answer ? 0 : 1));
      CHECK(table.invalid(c.label) == table.invalid());
      for (const NamedError& error : kNamedErrors) {
        CAPTURE(error.name);
        CHECK(table.count(error.label, error.answer) ==
              (error.name == c.error ? 1 : 0));
      }
    }
  }
}

TEST_CASE("Outcomes have the names that the labelled files use", "[quality]") {
  for (const Outcome outcome : kOutcomes) {
    CHECK(OutcomeNamed(NameOf(outcome)) == outcome);
  }
  for (const char* other : {"", "Hide", "hide ", "show", "review"}) {
    CAPTURE(other);
    CHECK_FALSE(OutcomeNamed(other));
  }
}

TEST_CASE("Every report has the same figures, absent ones without a value",
          "[quality]") {
  const Figures bare = FiguresOf(Report());
  Report report;
  report.dev.emplace();
  report.titles.emplace();
  report.comments.emplace();
  report.comments->found = 7;
  report.dev->plain.Add(Outcome::kAllow, Outcome::kHide);
  const Figures full = FiguresOf(report);

  REQUIRE(bare.size() == full.size());
  CHECK(std::equal(bare.begin(), bare.end(), full.begin(),
                   [](const auto& a, const auto& b) {
                     return a.first == b.first && b.second;
                   }));
  CHECK(bare.at("own.rows") == 0);
  CHECK_FALSE(bare.at("dev.plain.false_hide"));
  CHECK_FALSE(bare.at("titles.hidden"));
  CHECK_FALSE(bare.at("comments.found"));
  CHECK(full.at("dev.plain.false_hide") == 1);
  CHECK(full.at("dev.disguised.false_hide") == 0);
  CHECK(full.at("comments.found") == 7);
}

struct TsvCase {
  const char* why;
  std::string file;
  std::vector<std::string> cells;  // of columns b and a, row after row
};

const TsvCase kTables[] = {
    {"columns by name, in the order asked", "a\tx\tb\n1\t2\t3\n", {"3", "1"}},
    {"a last line without LF", "a\tb\n1\t2", {"2", "1"}},
    {"empty cells are cells", "a\tb\n\t\n", {"", ""}},
    {"nothing is trimmed",
     "a\tb\n 1 \t\u200B2\u00A0\n",
     {"\u200B2\u00A0", " 1 "}},
    {"quotes are ordinary", "a\tb\n\"1\t2\"\n", {"2\"", "\"1"}},
    {"Unicode line breaks end no record",
     "a\tb\n1\u2028\r\t2\u0085\n",
     {"2\u0085", "1\u2028\r"}},
    {"bytes that are not UTF-8 stay", "a\tb\n\xff\t\xfe\n", {"\xfe", "\xff"}},
    {"only a header", "a\tb\n", {}},
};

const TsvCase kBadTables[] = {
    {"an empty file", "", {}},
    {"no such column", "a\tc\n1\t2\n", {}},
    {"a cell too few", "a\tb\n1\t2\n3\n", {}},
    {"a cell too many", "a\tb\n1\t2\t3\n", {}},
    {"an empty line", "a\tb\n1\t2\n\n", {}},
};

std::vector<TsvRow> Read(const std::string& bytes) {
  const TempDir folder;
  return ReadTsv(folder.Write("t.tsv", bytes), {"b", "a"});
}

TEST_CASE("Tables are read as they are", "[quality]") {
  for (const TsvCase& c : kTables) {
    DYNAMIC_SECTION(c.why) {
      std::vector<std::string> cells;
      size_t line = 1;
      for (const TsvRow& row : Read(c.file)) {
        CHECK(row.line == ++line);
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
      }
      CHECK(cells == c.cells);
    }
  }
  for (const TsvCase& c : kBadTables) {
    DYNAMIC_SECTION(c.why) { CHECK_THROWS_AS(Read(c.file), DataFault); }
  }
  CHECK_THROWS_AS(ReadTsv("/nonexistent/t", {"a"}), DataFault);
}

struct VisibleCase {
  const char* why;
  std::string text;
  std::string visible;
};

const VisibleCase kVisible[] = {
    {"plain text", "baju bekas", "baju bekas"},
    {"marks and other scripts show themselves", "b\u00E1ju \u0431e\u0301kas",
     "b\u00E1ju \u0431e\u0301kas"},
    {"styled letters and emoji", "\U0001D41B \U0001F525",
     "\U0001D41B \U0001F525"},
    {"no text", "", ""},
    {"a zero-width space", "be\u200Bkas", "be<200B>kas"},
    {"an override would reorder the line", "\u202Eukab", "<202E>ukab"},
    {"a soft hyphen", "be\u00ADkas", "be<00AD>kas"},
    {"a filler that is a letter by its category", "\u3164a", "<3164>a"},
    {"an escape would reach the terminal", "\x1b[2J", "<001B>[2J"},
    {"a space that is not the ordinary one", "a\u00A0b", "a<00A0>b"},
    {"a Unicode line break", "a\u2028b", "a<2028>b"},
    {"not UTF-8", "a\xff\xc3", "a<xFF><xC3>"},
};

TEST_CASE("A row shows what it is made of", "[quality]") {
  for (const VisibleCase& c : kVisible) {
    DYNAMIC_SECTION(c.why) { CHECK(Visible(c.text) == c.visible); }
  }
}

}  // namespace
}  // namespace saring::quality
