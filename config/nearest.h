// Finds what somebody meant to write.

#ifndef SARING_CONFIG_NEAREST_H_
#define SARING_CONFIG_NEAREST_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saring {

// How many letters must be changed, added, left out or swapped with their
// neighbour to make `b` of `a`; `limit` + 1 when more than `limit`.
size_t EditDistance(std::string_view a, std::string_view b, size_t limit);

// "; did you mean 'action'?" with the candidate nearest to `word`, the first of
// equals; empty when none is near.
std::string DidYouMean(std::string_view word,
                       const std::vector<std::string_view>& candidates);

}  // namespace saring

#endif  // SARING_CONFIG_NEAREST_H_
