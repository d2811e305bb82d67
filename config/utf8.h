// Bytes as characters, and the characters that a policy may not hold.

#ifndef SARING_CONFIG_UTF8_H_
#define SARING_CONFIG_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace saring {

// The bytes of the well-formed character that begins at text[at], which goes to
// *character; 0 when none begins there.
// REQUIRES: at < text.size()
size_t DecodeUtf8(std::string_view text, size_t at, char32_t* character);

struct BadByte {
  size_t at = 0;  // within the text
  std::string problem;
};

// The first byte that no text file may hold: one that is not UTF-8, or part of
// a control character other than tab, line feed and carriage return.
std::optional<BadByte> FindBadByte(std::string_view text);

// The first character of `text` that a reader cannot see: invisible ones and
// those that only change the direction of writing.
// REQUIRES: text is well-formed
std::optional<char32_t> FindInvisible(std::string_view text);

// "U+200B"
std::string CodePointName(char32_t character);

// `text` in single quotes, fit for a message: cut where it is long, with the
// characters that cannot be seen named.
// REQUIRES: text is well-formed
std::string Quote(std::string_view text);

}  // namespace saring

#endif  // SARING_CONFIG_UTF8_H_
