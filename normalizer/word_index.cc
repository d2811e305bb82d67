#include "normalizer/word_index.h"

#include <algorithm>
#include <utility>

namespace saring {
namespace {

bool IsAsciiWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<uint8_t>(c) < 0x80; });
}

}  // namespace

void WordIndex::Build(const std::vector<std::string_view>& words) {
  size_t letters = 0;
  for (const std::string_view word : words) letters += word.size();
  BitFilter::Builder prefixes(letters, 12);
  BitFilter::Builder whole(words.size(), 12);
  std::vector<std::string_view> slips;
  for (const std::string_view word : words) {
    if (!IsAsciiWord(word)) continue;
    Hash hash = kEmpty;
    for (const char letter : word) {
      hash = Extend(hash, letter);
      prefixes.Add(hash);
    }
    whole.Add(hash);
    slips.push_back(word);
  }
  prefixes_ = BitFilter(std::move(prefixes));
  words_ = BitFilter(std::move(whole));
  slips_.Build(slips);
}

}  // namespace saring
