// What a name in a policy may look like.

#ifndef SARING_CONFIG_NAME_H_
#define SARING_CONFIG_NAME_H_

#include <algorithm>
#include <string_view>

namespace saring {

// Whether `text` is 1 to 64 of a-z, 0-9, - and the letters of `more`.
inline bool IsName(std::string_view text, std::string_view more = "") {
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  c == '-' || more.find(c) != std::string_view::npos;
         });
}

}  // namespace saring

#endif  // SARING_CONFIG_NAME_H_
