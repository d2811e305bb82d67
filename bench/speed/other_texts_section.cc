#include "bench/speed/case_folder.h"
#include "bench/speed/corpora.h"
#include "bench/speed/disguise.h"
#include "bench/speed/sections.h"

namespace saring::speed {
namespace {

constexpr size_t kDisguised = 2000;  // titles; they are slow

Case Titles(const std::string& name, const Texts& texts, Judge* judge) {
  return OverTextsAndEach(
      name, texts, [judge](std::string_view t) { return judge->Title(t); });
}

void MeasureQueries(const Bed& bed, const Options& options, const Scale& scale,
                    Figures* figures) {
  const Texts queries(MakeQueries(options.titles, bed.vocabulary, 6));
  const Texts spaced(SpacedFold(queries));
  CaseFolder folder;
  Judge judge(scale.policy.get());
  const HyperscanSet* hyperscan = scale.hyperscan.get();
  const std::string& name = scale.name;
  figures->Add(RunInTurn(
      {OverTextsAndEach("queries_" + name, queries,
                        [&](std::string_view q) { return judge.Query(q); }),
       OverTextsAndEach(
           "queries_icu_" + name, queries,
           [&](std::string_view q) { return folder.Fold(q).size(); }),
       OverTextsAndEach(
           "queries_hyperscan_" + name, spaced,
           [=](std::string_view q) { return hyperscan->Count(q); })},
      options.rounds));
  figures->ratios["queries_" + name] =
      figures->Ns("queries_" + name) /
      (figures->Ns("queries_icu_" + name) +
       figures->Ns("queries_hyperscan_" + name));
}

void MeasureNonAscii(const Bed& bed, const Options& options, const Scale& scale,
                     Figures* figures) {
  const Strings some = OnlyBeyondAscii(bed.plain);
  const std::string name = "non_ascii_" + scale.name;
  if (some.empty()) {
    figures->skipped[name] = "no title is beyond ASCII";
    return;
  }
  const Texts texts(some);
  CaseFolder folder;
  Judge judge(scale.policy.get());
  const std::string icu = "non_ascii_icu_" + scale.name;
  figures->Add(RunInTurn({Titles(name, texts, &judge),
                          OverTextsAndEach(icu, texts,
                                           [&](std::string_view t) {
                                             return folder.Fold(t).size();
                                           })},
                         options.rounds));
  figures->ratios[name] = figures->Ns(name) / figures->Ns(icu);
}

void MeasureDisguised(const Bed& bed, const Options& options, Letters letters,
                      const std::string& name, Figures* figures) {
  Strings clean = OnlyAscii(bed.plain);
  clean.resize(std::min({clean.size(), kDisguised, options.titles}));
  const Strings disguised = Disguised(clean, letters, 7);
  const Texts texts(disguised);
  const Texts same_length(OfLengthsOf(disguised, clean));
  const Policy& policy = bed.scales.back().policy;
  const Scale* scale = bed.Find("10k");
  Judge judge(scale != nullptr ? scale->policy.get() : policy.get());
  figures->Add(RunInTurn({Titles(name, texts, &judge),
                          Titles(name + "_clean", same_length, &judge)},
                         options.rounds));
  figures->ratios[name] = figures->Ns(name) / figures->Ns(name + "_clean");
}

}  // namespace

void MeasureOtherTexts(const Bed& bed, const Options& options,
                       Figures* figures) {
  for (const Scale& scale : bed.scales) {
    if (scale.hyperscan == nullptr) continue;
    MeasureQueries(bed, options, scale, figures);
    MeasureNonAscii(bed, options, scale, figures);
  }
  MeasureDisguised(bed, options, Letters::kAll, "disguised", figures);
  MeasureDisguised(bed, options, Letters::kAscii, "disguised_ascii", figures);
}

}  // namespace saring::speed
