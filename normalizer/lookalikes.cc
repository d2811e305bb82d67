#include "normalizer/lookalikes.h"

#include <algorithm>
#include <iterator>

namespace saring {
namespace {

struct Row {
  char32_t folded;
  char reads[5];  // ends with a NUL
};

// kTable, ordered by `folded`: made by lookalikes_generator.cc.
#include "normalizer/lookalikes.inc"

}  // namespace

std::string_view LookAlikesOf(char32_t folded) {
  const Row* row = std::lower_bound(
      std::begin(kTable), std::end(kTable), folded,
      [](const Row& r, char32_t code) { return r.folded < code; });
  if (row == std::end(kTable) || row->folded != folded) return {};
  return row->reads;
}

}  // namespace saring
