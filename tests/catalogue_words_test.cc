// Counting the words of listings in bounded memory.

#include "plugin/cli/catalogue_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "plugin/cli/policy_file.h"
#include "tests/temp_dir.h"

namespace saring::cli {
namespace {

using Strings = std::vector<std::string>;

constexpr char kPolicy[] = R"(saring: 1
policy: sample
revision: "1"
lists: {fashion: {terms: [baju]}}
rules:
  - {id: r, needs: [fashion], action: review, hits: [baju], misses: [a, b]}
)";

std::string Letters(int number) {
  std::string word = "w";
  for (; number > 0; number /= 26) {
    word += static_cast<char>('a' + number % 26);
  }
  return word + "q";
}

TEST_CASE("Of too many words the rarest are forgotten", "[words]") {
  const TempDir dir;
  const PolicyHandle policy = LoadPolicy(dir.Write("p.yaml", kPolicy));
  CatalogueWords words(policy.get(), 100);
  for (int i = 0; i < 3000; ++i) {
    words.AddListing("murah " + Letters(i), i % 5 == 0 ? "bagus" : "");
  }
  CHECK(words.AtLeast(3000).others == Strings{"murah"});
  CHECK(words.AtLeast(600).others == Strings{"bagus", "murah"});
  const size_t kept = words.AtLeast(1).others.size();
  CHECK(kept > 2);
  CHECK(kept <= 100);
}

TEST_CASE("A word counts once a listing", "[words]") {
  const TempDir dir;
  const PolicyHandle policy = LoadPolicy(dir.Write("p.yaml", kPolicy));
  CatalogueWords words(policy.get());
  words.AddListing("murah Murah", "murah baju");
  CHECK(words.AtLeast(1).others == Strings{"murah"});
  CHECK(words.AtLeast(2).others.empty());
}

}  // namespace
}  // namespace saring::cli
