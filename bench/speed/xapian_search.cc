// Measures what hiding and demoting cost in Xapian: searches with and without,
// on one database and on two stock shards, and indexing.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/speed/bed.h"
#include "bench/speed/clocks.h"
#include "bench/speed/corpora.h"
#include "bench/speed/indexing_run.h"
#include "bench/speed/statistics.h"
#include "bench/speed/xapian_catalogue.h"
#include "tests/xapian_servers.h"

namespace saring::speed {
namespace {

constexpr size_t kIndexed = 100'000;  // titles, to see what indexing costs
constexpr size_t kIndexingRounds = 6;
constexpr Xapian::doccount kTop = 20;
constexpr size_t kRounds = 3;

struct Result {
  std::map<std::string, double> ratios, amounts;
};

// A search: its text, and the query that a host makes of it.
struct Search {
  std::string text;
  Xapian::Query query;
};

std::vector<Search> MakeSearches(size_t count, Xapian::Query::op op,
                                 const Vocabulary& vocabulary) {
  Dice dice(10);
  std::vector<Search> searches(count);
  for (Search& search : searches) {
    Strings words = {vocabulary.Frequent(&dice), vocabulary.Frequent(&dice)};
    if (dice.Percent(40)) words.push_back(vocabulary.Frequent(&dice));
    for (const std::string& word : words) search.text += word + " ";
    search.query = Xapian::Query(op, words.begin(), words.end());
  }
  return searches;
}

using Rewrite = std::function<Xapian::Query(const Search&)>;

double TimeSearch(const Xapian::Database& database, const Search& search,
                  const Rewrite& rewrite, double (*clock)()) {
  const double begin = clock();
  Xapian::Enquire enquire(database);
  enquire.set_query(rewrite(search));
  const Xapian::MSet found = enquire.get_mset(0, kTop);
  return clock() - begin;
}

// Every rewriting takes its turn at every search. Returns the p50 of each, in
// microseconds.
std::vector<double> TimeSearches(const Xapian::Database& database,
                                 const std::vector<Search>& searches,
                                 const std::vector<Rewrite>& rewrites,
                                 double (*clock)()) {
  std::vector<std::vector<double>> times(rewrites.size());
  for (size_t round = 0; round <= kRounds; ++round) {
    for (const Search& search : searches) {
      for (size_t i = 0; i < rewrites.size(); ++i) {
        const double ns = TimeSearch(database, search, rewrites[i], clock);
        if (round > 0) times[i].push_back(ns / 1000);  // the first one warms
      }
    }
  }
  std::vector<double> medians;
  for (auto& of_one : times) medians.push_back(Median(std::move(of_one)));
  return medians;
}

void Compare(const std::string& name, const Xapian::Database& database,
             const std::vector<Search>& searches, const saring_policy* policy,
             double (*clock)(), Result* result) {
  saring::xapian::Interceptor interceptor(policy);
  const std::vector<double> us = TimeSearches(
      database, searches,
      {[](const Search& search) { return search.query; },
       [](const Search& search) {
         return saring::xapian::ApplyTags(search.query, {});
       },
       [&](const Search& search) {
         return interceptor
             .Intercept(
                 search.text, [&](const std::string&) { return search.query; },
                 database)
             .query;
       }},
      clock);
  result->ratios["xapian_" + name] = us[1] / us[0];
  result->ratios["xapian_intercepted_" + name] = us[2] / us[0];
  result->amounts["xapian_plain_" + name + "_us"] = us[0];
}

// With and without the plugin in turn.
void MeasureIndexing(const Strings& titles, const std::filesystem::path& folder,
                     const saring_policy* policy, Result* result) {
  const Strings some(titles.begin(),
                     titles.begin() + static_cast<std::ptrdiff_t>(
                                          std::min(titles.size(), kIndexed)));
  std::vector<double> plain, tagged;
  for (size_t round = 0; round < kIndexingRounds; ++round) {
    const auto with = [&] {
      tagged.push_back(IndexingNs(some, folder / "tagged", policy));
    };
    if (round % 2 == 0) with();
    plain.push_back(IndexingNs(some, folder / "plain", nullptr));
    if (round % 2 != 0) with();
  }
  const double plain_ns = Median(plain);
  result->ratios["xapian_indexing"] = Median(tagged) / plain_ns;
  result->amounts["xapian_indexing_plain_us"] =
      plain_ns / static_cast<double>(some.size()) / 1000;
}

// Builds the database `merged` and the shards in `tagged`.
void BuildTagged(const Strings& titles, const std::filesystem::path& folder,
                 const saring_policy* policy, Result* result) {
  ShardedIndex tagged(folder / "tagged", policy);
  tagged.Add(titles);
  tagged.MergeTo(folder / "merged");
  result->amounts["xapian_titles"] = static_cast<double>(titles.size());
  result->amounts["xapian_hidden"] = static_cast<double>(tagged.hidden());
  result->amounts["xapian_demoted"] = static_cast<double>(tagged.demoted());
}

void MeasureSearching(const std::filesystem::path& folder,
                      const saring_policy* policy, const Vocabulary& vocabulary,
                      Result* result) {
  const auto both = MakeSearches(1000, Xapian::Query::OP_AND, vocabulary);
  const auto any = MakeSearches(300, Xapian::Query::OP_OR, vocabulary);
  const Xapian::Database merged((folder / "merged").string());
  Compare("and", merged, both, policy, ThreadNs, result);
  Compare("or", merged, any, policy, ThreadNs, result);

  const XapianServer first(ShardedIndex::ShardPath(folder / "tagged", 0));
  const XapianServer second(ShardedIndex::ShardPath(folder / "tagged", 1));
  Xapian::Database shards;
  shards.add_database(first.Open());
  shards.add_database(second.Open());
  // They run in processes of their own, so the wall clock counts.
  Compare("shards_and", shards, both, policy, WallNs, result);
  Compare("shards_or", shards, any, policy, WallNs, result);
}

int Main(int argc, char** argv) {
  CLI::App app("Measures what the plugin costs in Xapian.", "xapian_search");
  size_t count = 1'000'000;
  std::string json;
  app.add_option("--titles", count, "how many titles to index");
  app.add_option("--json", json, "write figures to this file")->required();
  CLI11_PARSE(app, argc, argv);

  Options options;
  options.most_terms = 0;
  const Bed bed(options);
  const Policy policy = LoadPolicy(bed.shipped);
  Result result;
  const Strings titles = MakeCatalogue(count, bed.vocabulary);
  std::cerr << "indexing titles in Xapian, with and without the plugin\n";
  MeasureIndexing(titles, bed.folder.path(), policy.get(), &result);
  std::cerr << "indexing " << count << " titles\n";
  BuildTagged(titles, bed.folder.path(), policy.get(), &result);
  std::cerr << "searching them\n";
  MeasureSearching(bed.folder.path(), policy.get(), bed.vocabulary, &result);
  const nlohmann::json value = {{"ratios", result.ratios},
                                {"amounts", result.amounts}};
  std::ofstream out(json);
  out << value.dump(1) << "\n";
  if (!out.flush()) throw std::runtime_error("cannot write " + json);
  return 0;
}

}  // namespace
}  // namespace saring::speed

int main(int argc, char** argv) {
  try {
    return saring::speed::Main(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "xapian_search: " << e.what() << "\n";
  } catch (const Xapian::Error& e) {
    std::cerr << "xapian_search: " << e.get_description() << "\n";
  }
  return 2;
}
