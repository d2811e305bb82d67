#include "plugin/engine/evidence.h"

#include <algorithm>
#include <utility>

namespace saring {

std::span<const Hit> Evidence::Of(ListId list) const {
  const auto [first, last] = std::equal_range(
      hits.begin(), hits.end(), Hit{.list = list},
      [](const Hit& a, const Hit& b) { return a.list < b.list; });
  return {first, last};
}

void Evidence::AppendReadAs(const Hit& hit, std::string* text) const {
  bool first = true;
  ForEachWord(hit, [&](std::string_view word) {
    if (!std::exchange(first, false)) *text += ' ';
    *text += word;
  });
}

Step Evidence::StepOf(const Hit& hit) const {
  Step step = Step::kWritten;
  for (const uint32_t word : WordsOf(hit)) {
    step = std::max(step, WordOf(hit, word).step);
  }
  return step;
}

void Evidence::Clear() {
  for (Lattice& lattice : lattices) lattice.Clear();
  hits.clear();
  excused.clear();
  words.clear();
}

}  // namespace saring
