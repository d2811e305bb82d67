// UTF-8, whatever its state, as code points with their places.

#ifndef SARING_NORMALIZER_DECODER_H_
#define SARING_NORMALIZER_DECODER_H_

#include <cstdint>
#include <string_view>

namespace saring {

struct SourceChar {
  char32_t code = 0;
  uint32_t begin = 0, end = 0;  // bytes [begin, end) of the text
  bool reversed = false;        // shown from right to left by an override
  bool after_gap = false;       // an invisible character was left out before it
};

// Gives the code points of a text one by one, repaired: each byte that is not
// part of well-formed UTF-8, and each filler, is a space. Invisible characters
// are left out, and marks after the thirtieth of a run, which also runs on
// across invisible characters.
class Decoder {
 public:
  // `text` must outlive the decoder.
  explicit Decoder(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool Next(SourceChar* next);

 private:
  std::string_view text_;
  uint32_t at_ = 0;
  int marks_ = 0;           // of the run that is being read
  uint64_t overrides_ = 0;  // open embeddings, the last lowest: 1 if reversed
};

// No language stacks so many marks on a letter. ICU sorts them with a method
// that is quadratic, so more of them must not get there.
constexpr int kMostMarks = 30;

}  // namespace saring

#endif  // SARING_NORMALIZER_DECODER_H_
