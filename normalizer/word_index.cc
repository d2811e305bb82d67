#include "normalizer/word_index.h"

#include <algorithm>
#include <bit>

namespace saring {
namespace {

bool IsAsciiWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<uint8_t>(c) < 0x80; });
}

}  // namespace

WordIndex::Filter WordIndex::MakeFilter(size_t hashes) {
  const int log = std::max<int>(6, std::bit_width(hashes * 8));
  return {std::vector<uint64_t>(size_t{1} << (log - 6)), 64 - log};
}

void WordIndex::Add(Hash hash, Filter* filter) {
  const uint64_t bit = hash >> filter->shift;
  filter->bits[bit >> 6] |= uint64_t{1} << (bit & 63);
}

void WordIndex::Build(const std::vector<std::string_view>& words) {
  size_t letters = 0;
  for (const std::string_view word : words) letters += word.size();
  prefixes_ = MakeFilter(letters);
  words_ = MakeFilter(words.size());
  std::vector<std::string_view> slips;
  for (const std::string_view word : words) {
    if (!IsAsciiWord(word)) continue;
    Hash hash = kEmpty;
    for (const char letter : word) {
      hash = Extend(hash, letter);
      Add(hash, &prefixes_);
    }
    Add(hash, &words_);
    slips.push_back(word);
  }
  slips_.Build(slips);
}

}  // namespace saring
