// Texts that someone might write to make a search engine slow.

#ifndef SARING_BENCH_SPEED_SHAPES_H_
#define SARING_BENCH_SPEED_SHAPES_H_

#include "bench/speed/vocabulary.h"

namespace saring::speed {

struct Shape {
  std::string name;
  std::string text;
};

// Each of at most `bytes`, and nearly as long. `plain` is lower-case ASCII
// text; of `terms` whole ones and beginnings are used.
std::vector<Shape> WorstShapes(size_t bytes, const std::string& plain,
                               const Strings& terms);

// `piece` as often as it fits into `bytes`.
std::string RepeatedTo(size_t bytes, const std::string& piece);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_SHAPES_H_
