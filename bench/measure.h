#ifndef SARING_BENCH_MEASURE_H_
#define SARING_BENCH_MEASURE_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/confusion.h"
#include "bench/disguised_rows.h"
#include "bench/loaded_policy.h"

namespace saring::quality {

// A row worth reading: one that was answered wrongly, or that was hidden.
struct ListedRow {
  size_t line;  // of its file
  std::string text;
  std::string kind;              // "" where the set has no kinds
  std::string note;              // why the row has its label, or its category
  std::optional<Outcome> label;  // nothing where the set has no labels
  Finding finding;
};

// Rows whose right answer is known. The plain rows and the disguised ones are
// two questions (what the policy knows, what the normalizer reads), so that
// they are summed up apart as well.
struct LabelledScore {
  ConfusionTable all;
  ConfusionTable plain;
  ConfusionTable disguised;
  std::map<std::string, ConfusionTable> kinds;
  std::vector<ListedRow> wrong;    // answered, and not as labelled
  std::vector<ListedRow> invalid;  // not answered
  // Plain rows labelled hide.
  std::vector<DisguiseScore> in_disguise = EveryDisguise();
};

// Real titles, nearly all innocent; nobody labelled them.
struct TitlesScore {
  size_t rows = 0;
  std::vector<ListedRow> hidden;
  std::vector<ListedRow> demoted;
  std::vector<ListedRow> invalid;
};

// Real comments in disguise, against the names that they disguise.
struct CommentsScore {
  Identity identity;  // of the policy made from the names
  size_t terms = 0;
  size_t promotions = 0;
  size_t innocents = 0;
  std::vector<ListedRow> missed;  // promotions not found
  std::vector<ListedRow> hit;     // innocents found
  std::vector<ListedRow> invalid;
  size_t found = 0;
};

// Rows of columns text, label and the column `note`; `kind` too when
// `with_kinds`. Asked as queries.
LabelledScore MeasureLabelled(const std::filesystem::path& path,
                              const std::string& note, bool with_kinds,
                              LoadedPolicy* policy);

// Asked as the titles of listings. The category is the collector's and not a
// path of a marketplace, so that the plugin is not told it.
TitlesScore MeasureTitles(const std::filesystem::path& path,
                          LoadedPolicy* policy);

// Makes a policy of the terms in a temporary folder and asks every comment as a
// query.
CommentsScore MeasureComments(const std::filesystem::path& comments,
                              const std::filesystem::path& terms);

// All of them throw DataFault.

}  // namespace saring::quality

#endif  // SARING_BENCH_MEASURE_H_
