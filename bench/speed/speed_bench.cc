// Measures how fast verdicts are, beside what they could be built from.

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/speed/report.h"
#include "bench/speed/sections.h"

namespace saring::speed {
namespace {

void Write(const std::string& path, const std::string& text) {
  if (path.empty()) return;
  std::ofstream out(path);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

// Takes over what the program that measures Xapian wrote.
void AddXapian(const std::string& path, Figures* figures) {
  if (path.empty()) return;
  std::ifstream in(path);
  const auto value = nlohmann::json::parse(in);
  for (const char* kind : {"ratios", "amounts"}) {
    auto& into = kind[0] == 'r' ? figures->ratios : figures->amounts;
    for (const auto& [name, number] : value.at(kind).items()) {
      into[name] = number.get<double>();
    }
  }
}

Figures Measure(const Bed& bed, const Options& options) {
  Figures figures;
  const auto say = [](const char* what) { std::cerr << what << "\n"; };
  say("comparing what engines find");
  CheckHits(bed, &figures);
  say("titles");
  MeasureTitles(bed, options, &figures);
  say("queries, titles beyond ASCII, disguises");
  MeasureOtherTexts(bed, options, &figures);
  say("slow shapes");
  MeasureShapes(bed, options, &figures);
  say("threads");
  MeasureThreads(bed, options, &figures);
  say("watching");
  MeasureWatching(bed, options, &figures);
  say("loading");
  MeasureLoading(bed, options, &figures);
  say("memory");
  MeasureMemory(bed, &figures);
  return figures;
}

std::string TextsOf(const Bed& bed) {
  return std::to_string(bed.titles.size()) + (bed.real ? " real" : " made") +
         " titles of " +
         std::to_string(static_cast<int>(
             std::lround(static_cast<double>(bed.titles.bytes()) /
                         static_cast<double>(bed.titles.size())))) +
         " bytes on average";
}

int Run(const Options& options) {
  const Bed bed(options);
  Figures figures = Measure(bed, options);
  AddXapian(options.xapian, &figures);
  std::cout << TextsOf(bed) << "\n\n" << ToTable(figures);
  const Circumstances circumstances =
      FindCircumstances(options.command, TextsOf(bed), options.rounds);
  Write(options.json, ToJson(circumstances, figures));
  Write(options.markdown, ToMarkdown(circumstances, figures));
  return figures.agree ? 0 : 1;
}

int Main(int argc, char** argv) {
  CLI::App app("Measures the speed of verdicts.", "speed_bench");
  Options options;
  size_t rounds = 0;
  std::string memory_of;
  app.add_flag("--quick", options.quick, "3 rounds, at most 100,000 terms");
  app.add_option("--titles", options.titles, "how many titles");
  app.add_option("--most-terms", options.most_terms,
                 "leave larger policies out");
  app.add_option("--rounds", rounds, "9 unless --quick");
  app.add_option("--json", options.json, "write figures to this file");
  app.add_option("--markdown", options.markdown, "write a page to this file");
  app.add_option("--saring", options.saring, "the command that makes images");
  app.add_option("--xapian", options.xapian, "figures of xapian_search");
  app.add_option("--command", options.command, "to be named in reports");
  app.add_option("--memory-of", memory_of)->group("");
  CLI11_PARSE(app, argc, argv);
  if (!memory_of.empty()) return PrintMemoryOf(memory_of);
  if (options.quick) {
    options.rounds = 3;
    options.most_terms = std::min<size_t>(options.most_terms, 100'000);
  }
  if (rounds > 0) options.rounds = rounds;
  return Run(options);
}

}  // namespace
}  // namespace saring::speed

int main(int argc, char** argv) {
  try {
    return saring::speed::Main(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "speed_bench: " << e.what() << "\n";
    return 2;
  }
}
