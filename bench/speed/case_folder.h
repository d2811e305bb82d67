// ICU as everyone calls it, and folded text as byte matchers want it.

#ifndef SARING_BENCH_SPEED_CASE_FOLDER_H_
#define SARING_BENCH_SPEED_CASE_FOLDER_H_

#include <unicode/normalizer2.h>

#include <string>
#include <string_view>
#include <vector>

#include "bench/speed/texts.h"
#include "bench/speed/vocabulary.h"

namespace saring::speed {

// NFKC_Casefold by Normalizer2::normalizeUTF8() into a buffer that is kept:
// the cheapest of ICU's ways. One thread at a time.
class CaseFolder {
 public:
  // Throws std::runtime_error when ICU has no data.
  CaseFolder();

  // Borrowed until the next call. Throws std::runtime_error when ICU fails.
  std::string_view Fold(std::string_view text);

 private:
  const icu::Normalizer2* fold_;  // ICU's own
  std::vector<char> buffer_;
};

// `text` folded, its words between single spaces, one before the first and one
// behind the last: " kaos anak ". A word is a run of letters, marks and digits.
std::string SpacedFold(CaseFolder* folder, std::string_view text);
Strings SpacedFold(const Texts& texts);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_CASE_FOLDER_H_
