// One case over the same titles for a machine that counts instructions: what
// runs inside MeasuredPass() counts, all else is setting up.
//
//   instructions CASE        CASE: full, icu, hyperscan
//
// Made titles, so that every machine counts the same.

#include <cstdlib>
#include <functional>
#include <iostream>

#include "bench/speed/bed.h"
#include "bench/speed/case_folder.h"
#include "bench/speed/corpora.h"
#include "bench/speed/generated_policy.h"

using saring::speed::Texts;
using Work = std::function<uint64_t(std::string_view)>;

// Named in bench/instructions. One pass over all titles.
extern "C" __attribute__((noinline, visibility("default"))) uint64_t
MeasuredPass(const Texts& texts, const Work& work) {
  uint64_t sum = 0;
  for (const std::string_view text : texts) sum += work(text);
  return sum;
}

namespace saring::speed {
namespace {

constexpr size_t kTitles = 2000, kTerms = 10'000;

int Run(const std::string& name) {
  const Vocabulary vocabulary = MakeVocabulary({}, "");
  const Strings terms = MakeTerms(kTerms, vocabulary, 4);
  const Strings plain = WithTerms(MakeTitles(kTitles, vocabulary, 3), terms, 5);
  const Texts titles(plain);
  CaseFolder folder;
  if (name == "icu") {
    const Work fold = [&](std::string_view t) { return folder.Fold(t).size(); };
    std::cout << MeasuredPass(titles, fold) << "\n";
  } else if (name == "hyperscan") {
    const Texts spaced(SpacedFold(titles));
    const HyperscanSet set(terms);
    const Work count = [&](std::string_view t) { return set.Count(t); };
    std::cout << MeasuredPass(spaced, count) << "\n";
  } else if (name == "full") {
    const TempFolder files;
    const Policy policy = LoadPolicy(WritePolicy(files.path(), "10k", terms));
    Judge judge(policy.get());
    for (const std::string_view title : titles) judge.Title(title);  // warms
    const Work check = [&](std::string_view t) { return judge.Title(t); };
    std::cout << MeasuredPass(titles, check) << "\n";
  } else {
    std::cerr << "instructions: no case '" << name << "'\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace saring::speed

int main(int argc, char** argv) {
  try {
    return saring::speed::Run(argc == 2 ? argv[1] : "");
  } catch (const std::exception& e) {
    std::cerr << "instructions: " << e.what() << "\n";
    return EXIT_FAILURE;
  }
}
