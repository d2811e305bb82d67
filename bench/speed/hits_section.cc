#include <algorithm>
#include <iostream>

#include "bench/speed/case_folder.h"
#include "bench/speed/generated_policy.h"
#include "bench/speed/phrase_map.h"
#include "bench/speed/sections.h"

namespace saring::speed {
namespace {

constexpr size_t kMostForRe2 = 10'000;  // beyond, it runs out of memory

struct Found {
  // Pairs of title and term.
  uint64_t hyperscan = 0, phrases = 0, re2 = 0, automaton = 0;
  uint64_t titles = 0;  // in which Hyperscan finds a term
  uint64_t plugin = 0;  // in which the plugin finds one, perhaps disguised
  uint64_t missed = 0;  // of `titles`, those in which the plugin does not
  std::string first_missed;
};

Found FindIn(const Bed& bed, const Scale& scale, const Strings& terms) {
  const PhraseMap phrases(terms);
  const auto re2 =
      scale.terms > kMostForRe2 ? nullptr : std::make_unique<Re2Set>(terms);
  Found found;
  for (size_t i = 0; i < bed.titles.size(); ++i) {
    const std::string_view spaced = bed.spaced_titles[i];
    const TermIds ids = scale.hyperscan->Find(spaced);
    found.hyperscan += ids.size();
    found.phrases += phrases.Find(phrases.Words(spaced)).size();
    if (re2) found.re2 += re2->Find(spaced).size();
    if (scale.automaton) {
      found.automaton += scale.automaton->Find(spaced).size();
    }
    scale.judge->Title(bed.titles[i]);
    const bool fired = scale.judge->Fired(kGenerated);
    found.plugin += fired;
    found.titles += !ids.empty();
    if (fired || ids.empty()) continue;
    if (found.missed++ == 0) found.first_missed = bed.titles[i];
  }
  return found;
}

}  // namespace

void CheckHits(const Bed& bed, Figures* figures) {
  for (const Scale& scale : bed.scales) {
    if (scale.hyperscan == nullptr) continue;
    const auto end =
        bed.terms.begin() + static_cast<std::ptrdiff_t>(scale.terms);
    const Found found = FindIn(bed, scale, {bed.terms.begin(), end});
    const bool re2 = scale.terms <= kMostForRe2;
    const auto number = [](uint64_t n) { return std::to_string(n); };
    figures->checks.push_back(
        scale.name + ": terms in titles: Hyperscan " + number(found.hyperscan) +
        ", hash maps " + number(found.phrases) +
        (re2 ? ", RE2::Set " + number(found.re2) : "") +
        (scale.automaton ? ", Aho-Corasick " + number(found.automaton) : "") +
        "; titles with a term: Hyperscan " + number(found.titles) +
        ", saring " + number(found.plugin) + " (it reads disguises too), " +
        number(found.missed) + " missed");
    // Not for reports: a title may be someone's.
    if (found.missed > 0) std::cerr << "missed: " << found.first_missed << "\n";
    figures->agree &=
        found.hyperscan == found.phrases &&
        (!re2 || found.hyperscan == found.re2) &&
        (!scale.automaton || found.hyperscan == found.automaton) &&
        found.missed == 0;
  }
}

}  // namespace saring::speed
