#include "plugin/engine/evidence.h"

#include <algorithm>

namespace saring {

std::span<const Hit> Evidence::Of(ListId list) const {
  const auto [first, last] = std::equal_range(
      hits.begin(), hits.end(), Hit{.list = list},
      [](const Hit& a, const Hit& b) { return a.list < b.list; });
  return {first, last};
}

void Evidence::AppendReadAs(const Hit& hit, std::string* text) const {
  for (uint32_t i = 0; i < hit.words_size; ++i) {
    const Lattice& lattice = lattices[static_cast<size_t>(hit.field)];
    if (i > 0) *text += ' ';
    *text += lattice.text(lattice.words[words[hit.words_begin + i]]);
  }
}

Step Evidence::StepOf(const Hit& hit) const {
  Step step = Step::kWritten;
  for (uint32_t i = 0; i < hit.words_size; ++i) {
    const Lattice& lattice = lattices[static_cast<size_t>(hit.field)];
    step = std::max(step, lattice.words[words[hit.words_begin + i]].step);
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
