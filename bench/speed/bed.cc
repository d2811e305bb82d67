#include "bench/speed/bed.h"

#include <stdlib.h>

#include <iostream>
#include <stdexcept>

#include "bench/speed/case_folder.h"
#include "bench/speed/corpora.h"
#include "bench/speed/generated_policy.h"

namespace saring::speed {
namespace {

namespace fs = std::filesystem;

struct NamedSize {
  const char* name;
  size_t terms;
};
constexpr NamedSize kSizes[] = {
    {"1k", 1000}, {"10k", 10'000}, {"100k", 100'000}, {"1m", 1'000'000}};
constexpr size_t kMostForHyperscan = 100'000;  // beyond, it compiles minutes

std::optional<Strings> RealTitles() {
  return ReadTitles(fs::path(SARING_SOURCE_DIR) / "../shared/data/titles.tsv");
}

Strings PlainTitles(size_t count) {
  if (std::optional<Strings> real = RealTitles()) return *std::move(real);
  return MakeTitles(count, MakeVocabulary({}), 3);
}

Strings FirstOf(const Strings& titles, size_t count) {
  const size_t kept = std::min(count, titles.size());
  return {titles.begin(), titles.begin() + static_cast<std::ptrdiff_t>(kept)};
}

}  // namespace

TempFolder::TempFolder() {
  std::string name = (fs::temp_directory_path() / "speed-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot make a folder like " + name);
  }
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Bed::Bed(const Options& options)
    : real(RealTitles().has_value()),
      plain(PlainTitles(options.titles)),
      vocabulary(MakeVocabulary(plain)),
      terms(MakeTerms(options.most_terms, vocabulary, 4)),
      titles(WithTerms(FirstOf(plain, options.titles), terms, 5)),
      spaced_titles(SpacedFold(titles)),
      shipped(WritePolicy(folder.path(), "shipped", {})) {
  for (const NamedSize& size : kSizes) {
    if (size.terms > options.most_terms) break;
    std::cerr << "loading a policy of " << size.terms << " terms\n";
    const Strings some = FirstOf(terms, size.terms);
    Scale& scale = scales.emplace_back(size.name, size.terms);
    scale.path = WritePolicy(folder.path(), size.name, some);
    scale.policy = LoadPolicy(scale.path);
    scale.judge = std::make_unique<Judge>(scale.policy.get());
    if (size.terms > kMostForHyperscan) continue;
    scale.hyperscan = std::make_unique<HyperscanSet>(some);
    if (!AutomatonSet::Available()) continue;
    scale.automaton = std::make_unique<AutomatonSet>(some);
  }
}

const Scale* Bed::Find(const std::string& name) const {
  for (const Scale& scale : scales) {
    if (scale.name == name) return &scale;
  }
  return nullptr;
}

}  // namespace saring::speed
