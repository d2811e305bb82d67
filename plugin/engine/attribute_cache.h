// Remembers what categories and conditions are evidence of.

#ifndef SARING_PLUGIN_ENGINE_ATTRIBUTE_CACHE_H_
#define SARING_PLUGIN_ENGINE_ATTRIBUTE_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plugin/engine/pattern.h"

namespace saring {

// A list that an attribute is evidence of, and by which of its values.
struct AttributeHit {
  ListId list;
  PatternId term;
};

// A marketplace has few categories, and most listings have one: each is
// compared with all values of a policy once. Of bounded size; owned and reused
// by one caller at a time.
class AttributeCache {
 public:
  static constexpr size_t kMostEntries = 4096;
  static constexpr size_t kLongestText = 512;  // longer ones are not kept

  // The hits of `text`; `find()` finds them, if they are not remembered.
  // `serial` tells apart what texts are compared with; nothing is remembered
  // of 0. Valid until the next call.
  template <typename Find>
  const std::vector<AttributeHit>& HitsOf(std::string_view text,
                                          uint64_t serial, Find find) {
    if (serial != serial_ || serial == 0 || hits_.size() == kMostEntries) {
      hits_.clear();
    }
    serial_ = serial;
    const auto known = hits_.find(text);
    if (known != hits_.end()) return known->second;
    if (text.size() > kLongestText) return other_ = find();
    return hits_.emplace(text, find()).first->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_map<std::string, std::vector<AttributeHit>, Hash,
                     std::equal_to<>>
      hits_;
  std::vector<AttributeHit> other_;
  uint64_t serial_ = 0;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_ATTRIBUTE_CACHE_H_
