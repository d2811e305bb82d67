#include "normalizer/ditto_marks.h"

namespace saring {
namespace {

constexpr char kDitto = '"';

bool IsFigure(char c) { return '0' <= c && c <= '9'; }

}  // namespace

bool DittosAreSilent(std::string_view text, const UnitBuffers& buffers) {
  const ByteMap& map = buffers.map;
  bool in_quotes = false;
  size_t units = 0;  // that end before the mark, or with the byte before it
  for (size_t at = text.find(kDitto); at != text.npos;
       at = text.find(kDitto, at + 1)) {
    while (units < buffers.unit_count && buffers.units[units].end <= at) {
      ++units;
    }
    if (at > 0 && map.Bits(&ByteClasses::foreign, at - 1, 1) != 0) {
      return false;  // for all that is known
    }
    const bool behind_word =
        at > 0 && (map.Bits(&ByteClasses::letter, at - 1, 1) != 0 ||
                   IsFigure(text[at - 1]));
    if (in_quotes || !behind_word) {
      in_quotes = !in_quotes;
    } else if (buffers.readings[units - 1].Is(UnitReading::kEndsInTerm)) {
      return false;
    }
  }
  return true;
}

}  // namespace saring
