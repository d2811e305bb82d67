#include "bench/speed/shapes.h"

namespace saring::speed {
namespace {

// Words of `terms` until `bytes` are full; of each term all, or all but the
// last word.
std::string OfTerms(size_t bytes, const Strings& terms, bool whole) {
  std::string text;
  for (size_t i = 3; text.size() < bytes; i += 7) {
    const std::string& term = terms[i % terms.size()];
    text += whole ? term : term.substr(0, term.rfind(' '));
    text += ' ';
  }
  text.resize(bytes);
  return text;
}

// One letter and `marks` of two kinds: taking turns, or in the order that
// normalization has to turn round.
std::string Marks(size_t bytes, bool reversed) {
  const std::string above = "\u0301", below = "\u0323";
  std::string piece;
  for (int i = 0; i < 20; ++i) piece += above + (reversed ? "" : below);
  for (int i = 0; reversed && i < 20; ++i) piece += below;
  return "a" + RepeatedTo(bytes - 1, piece);
}

std::string Numbered(size_t bytes, const std::string& before,
                     const std::string& after) {
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) {
    std::string letters;
    for (size_t n = i; letters.size() < 4; n /= 26) {
      letters += static_cast<char>('a' + n % 26);
    }
    text += before + letters + after + " ";
  }
  text.resize(bytes);
  return text;
}

}  // namespace

std::string RepeatedTo(size_t bytes, const std::string& piece) {
  std::string text;
  while (text.size() + piece.size() <= bytes) text += piece;
  return text;
}

std::vector<Shape> WorstShapes(size_t bytes, const std::string& plain,
                               const Strings& terms) {
  return {
      {"lower-case titles", plain.substr(0, bytes)},
      {"capitals", RepeatedTo(bytes, "KAOS ANAK ")},
      {"a run of one letter", std::string(bytes, 'a')},
      {"marks taking turns", Marks(bytes, false)},
      {"marks in reverse order", Marks(bytes, true)},
      {"full-width letters", RepeatedTo(bytes, "\uff21\uff41")},
      {"one character that expands to 18", RepeatedTo(bytes, "\ufdfa")},
      {"zero-width joiners", RepeatedTo(bytes, "a\u200d")},
      {"look-alikes", RepeatedTo(bytes, "\u0440\u0430\u0441\u043e ")},
      {"one-letter words", RepeatedTo(bytes, "a b c d e f g h ")},
      {"letters with dots", RepeatedTo(bytes, "b.a.j.u.k.a.o.s.")},
      {"whole terms", OfTerms(bytes, terms, true)},
      {"terms without their last word", OfTerms(bytes, terms, false)},
      {"words that seem affixed", Numbered(bytes, "memper", "kannya")},
      {"digits among letters", Numbered(bytes, "n4rk", "0b4")},
      {"emoji", RepeatedTo(bytes, "\U0001f525")},
      {"bytes that are not UTF-8", RepeatedTo(bytes, "\xff\xc3 a")},
  };
}

}  // namespace saring::speed
