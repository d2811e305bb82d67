#include "normalizer/scripts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "normalizer/ascii.h"

namespace saring {
namespace {

// The script of a letter, with those that are written together made one;
// USCRIPT_COMMON for what goes with every script.
UScriptCode ScriptOf(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  switch (script) {
    case USCRIPT_INHERITED:
      return USCRIPT_COMMON;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return USCRIPT_HAN;
    default:
      return U_FAILURE(status) ? USCRIPT_COMMON : script;
  }
}

}  // namespace

bool MixesScripts(std::string_view text) {
  if (IsAscii(text)) return false;
  const auto size = static_cast<int32_t>(text.size());
  UScriptCode word = USCRIPT_COMMON;  // of the letters of the word so far
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0 || u_isUWhiteSpace(c) || u_ispunct(c)) {
      word = USCRIPT_COMMON;
      continue;
    }
    const UScriptCode script = ScriptOf(c);
    if (script == USCRIPT_COMMON) continue;
    if (word != USCRIPT_COMMON && script != word) return true;
    word = script;
  }
  return false;
}

}  // namespace saring
