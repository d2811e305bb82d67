// A YAML document as a tree that remembers where everything stands.

#ifndef SARING_CONFIG_YAML_TREE_H_
#define SARING_CONFIG_YAML_TREE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/fault.h"
#include "config/policy.h"

namespace saring {

struct YamlNode {
  enum class Kind : uint8_t {
    kNothing,  // no value, or a plain null or ~
    kScalar,
    kSequence,
    kMap,
  };

  Kind kind = Kind::kNothing;
  bool quoted = false;  // of a scalar: in quotes or a block, so surely a text
  Place place;          // in file 0; a missing value stands where its key does
  std::string text;     // of a scalar
  // Of a sequence its items; of a map key, value, key, value: repeated keys and
  // keys that are no scalars are kept, for the reader to complain of.
  std::vector<YamlNode> items;
};

// Between two pieces that the YAML parser can tell us of, it reads at most this
// much: it holds some 250 bytes of memory for each byte of an unclosed "[".
inline constexpr size_t kMaxStretchBytes = size_t{256} << 10;

// Reads the one document that `text`, the contents of `file`, must be; nullopt
// after adding the first fault to *faults. What is refused is told in
// policy_loader.h. An empty document is kNothing.
std::optional<YamlNode> ParseYaml(std::string_view text,
                                  const std::string& file, FaultList* faults);

}  // namespace saring

#endif  // SARING_CONFIG_YAML_TREE_H_
