#include <memory>

#include "bench/speed/case_folder.h"
#include "bench/speed/floors.h"
#include "bench/speed/forgetful_judge.h"
#include "bench/speed/phrase_map.h"
#include "bench/speed/sections.h"
#include "bench/speed/stock_plugin.h"

namespace saring::speed {
namespace {

// What the cases below work with, alive while they run.
struct Peers {
  explicit Peers(const Bed& bed)
      : ten_thousand(bed.terms.begin(),
                     bed.terms.begin() + static_cast<std::ptrdiff_t>(std::min(
                                             bed.terms.size(), kStockTerms))),
        phrases(ten_thousand),
        stock(phrases),
        re2(ten_thousand) {}

  static constexpr size_t kStockTerms = 10'000;

  CaseFolder folder;
  FloorFolder floor;
  Strings ten_thousand;
  PhraseMap phrases;
  StockPlugin stock;
  Re2Set re2;
};

void AddPeers(const Bed& bed, Peers* peers, std::vector<Case>* cases) {
  CaseFolder* folder = &peers->folder;
  FloorFolder* floor = &peers->floor;
  cases->push_back(OverTextsAndEach(
      "icu", bed.titles,
      [folder](std::string_view title) { return folder->Fold(title).size(); }));
  cases->push_back(
      OverTexts("ascii_fold", bed.titles, [=](std::string_view title) {
        return floor->LowerOnly(title) ? title.size()
                                       : folder->Fold(title).size();
      }));
  cases->push_back(OverTexts(
      "floor_1", bed.titles,
      [floor](std::string_view title) { return floor->LowerAndMark(title); }));
  cases->push_back(OverTextsAndEach(
      "floor_2", bed.titles,
      [floor](std::string_view title) { return floor->HashWords(title); }));
  if (bed.terms.size() < Peers::kStockTerms) return;
  StockPlugin* stock = &peers->stock;
  cases->push_back(OverTextsAndEach(
      "stock_10k", bed.titles,
      [stock](std::string_view t) { return stock->Count(t); }));
  Re2Set* re2 = &peers->re2;
  cases->push_back(
      OverTextsAndEach("re2_10k", bed.spaced_titles,
                       [re2](std::string_view t) { return re2->Count(t); }));
}

// What remembers less than Scale::judge does.
struct Forgetful {
  explicit Forgetful(const Scale& scale)
      : emptied(scale.policy.get()), uncached(scale.path) {}

  Judge emptied;
  ForgetfulJudge uncached;
};

void AddScale(const Bed& bed, const Scale& scale, Forgetful* forgetful,
              std::vector<Case>* cases) {
  Judge* judge = scale.judge.get();
  cases->push_back(OverTextsAndEach(
      "full_" + scale.name, bed.titles,
      [judge](std::string_view t) { return judge->Title(t); }));
  if (scale.hyperscan == nullptr) return;
  const HyperscanSet* hyperscan = scale.hyperscan.get();
  cases->push_back(OverTextsAndEach(
      "hyperscan_" + scale.name, bed.spaced_titles,
      [hyperscan](std::string_view t) { return hyperscan->Count(t); }));
  if (const AutomatonSet* automaton = scale.automaton.get()) {
    cases->push_back(OverTextsAndEach(
        "aho_corasick_" + scale.name, bed.spaced_titles,
        [automaton](std::string_view t) { return automaton->Count(t); }));
  }
  cases->push_back(OverTexts("uncached_" + scale.name, bed.titles,
                             [forgetful](std::string_view t) {
                               return forgetful->uncached.Title(t);
                             }));
  Judge* emptied = &forgetful->emptied;
  Case fresh =
      OverTexts("emptied_" + scale.name, bed.titles,
                [emptied](std::string_view t) { return emptied->Title(t); });
  fresh.before = [emptied] { emptied->Forget(); };
  cases->push_back(std::move(fresh));
}

void SetRatios(const Bed& bed, Figures* figures) {
  std::map<std::string, double>& ratios = figures->ratios;
  for (const Scale& scale : bed.scales) {
    const std::string& name = scale.name;
    const double full = figures->Ns("full_" + name);
    if (name != "1k") ratios["growth_" + name] = full / figures->Ns("full_1k");
    if (scale.hyperscan == nullptr) continue;
    const double matching = figures->Ns("hyperscan_" + name);
    const double libraries = figures->Ns("icu") + matching;
    ratios["full_warm_" + name] = full / libraries;
    if (scale.automaton) {
      ratios["full_warm_" + name + "_aho_corasick"] =
          full / (figures->Ns("icu") + figures->Ns("aho_corasick_" + name));
    } else {
      figures->skipped["full_warm_" + name + "_aho_corasick"] =
          "no cargo or no librust-aho-corasick-dev";
    }
    ratios["full_emptied_" + name] = figures->Ns("emptied_" + name) / libraries;
    ratios["ascii_fold_" + name] =
        full / (figures->Ns("ascii_fold") + matching);
    ratios["floor_2_" + name] = full / figures->Ns("floor_2");
    ratios["full_uncached_" + name] =
        figures->Ns("uncached_" + name) / libraries;
  }
  if (!figures->timings.contains("stock_10k")) return;
  const double full = figures->Ns("full_10k");
  ratios["stock_parts_10k"] = figures->Ns("stock_10k") / full;
  ratios["full_warm_10k_re2"] =
      full / (figures->Ns("icu") + figures->Ns("re2_10k"));
}

}  // namespace

void MeasureTitles(const Bed& bed, const Options& options, Figures* figures) {
  Peers peers(bed);
  std::vector<Case> cases;
  AddPeers(bed, &peers, &cases);
  std::list<Forgetful> forgetful;
  for (const Scale& scale : bed.scales) {
    AddScale(bed, scale, &forgetful.emplace_back(scale), &cases);
  }
  figures->Add(RunInTurn(cases, options.rounds));
  SetRatios(bed, figures);
}

}  // namespace saring::speed
