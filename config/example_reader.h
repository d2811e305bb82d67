// Reads what a rule is tried on.

#ifndef SARING_CONFIG_EXAMPLE_READER_H_
#define SARING_CONFIG_EXAMPLE_READER_H_

#include <cstddef>
#include <vector>

#include "config/policy.h"
#include "config/tree_reader.h"

namespace saring {

// Reads a list of examples, at least `least`. Each is a text, a map of `query`,
// or a map of what a listing has: title, description, category, condition.
std::vector<Example> ReadExamples(const Entry& entry, size_t least,
                                  const TreeReader& reader);

}  // namespace saring

#endif  // SARING_CONFIG_EXAMPLE_READER_H_
