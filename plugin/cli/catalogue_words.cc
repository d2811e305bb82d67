#include "plugin/cli/catalogue_words.h"

#include <algorithm>

namespace saring::cli {
namespace {

constexpr size_t kShortest = 3;  // bytes
constexpr size_t kLongest = 40;

bool IsWanted(std::string_view word) {
  return word.size() >= kShortest && word.size() <= kLongest &&
         word.find_first_of("0123456789") == word.npos;
}

// Calls `use` with each of `words`, a space between two.
template <typename Use>
void ForEachWord(std::string_view words, Use use) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    use(word);
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
}

}  // namespace

CatalogueWords::CatalogueWords(const saring_policy* policy, size_t most_words)
    : most_words_(most_words),
      policy_(saring_policy_share(policy)),
      scratch_(MakeScratch()) {
  if (policy_ == nullptr) Require(SARING_NO_MEMORY);
}

void CatalogueWords::AddListing(std::string_view title,
                                std::string_view description) {
  of_listing_.clear();
  AddText(title);
  AddText(description);
  for (const std::string& word : of_listing_) ++counts_[word];
  if (counts_.size() > most_words_) ForgetRarest();
}

CatalogueWords::Words CatalogueWords::AtLeast(uint64_t listings) {
  Words words;
  for (const auto& [word, count] : counts_) {
    if (count < listings) continue;
    (IsMisread(word) ? words.misread : words.others).push_back(word);
  }
  std::sort(words.misread.begin(), words.misread.end());
  std::sort(words.others.begin(), words.others.end());
  return words;
}

void CatalogueWords::AddText(std::string_view text) {
  const char* words = nullptr;
  size_t size = 0;
  Require(saring_other_words(policy_.get(), scratch_.get(), text.data(),
                             text.size(), &words, &size));
  ForEachWord({words, size}, [this](std::string_view word) {
    if (IsWanted(word)) of_listing_.emplace(word);
  });
}

// Half of them, so that it is seldom done.
void CatalogueWords::ForgetRarest() {
  for (uint64_t rare = 1; counts_.size() > most_words_ / 2; ++rare) {
    std::erase_if(counts_,
                  [rare](const auto& entry) { return entry.second <= rare; });
  }
}

bool CatalogueWords::IsMisread(const std::string& word) {
  const char* words = nullptr;
  size_t size = 0;
  Require(saring_normalize(policy_.get(), scratch_.get(), word.data(),
                           word.size(), &words, &size));
  return std::string_view(words, size) != word;
}

}  // namespace saring::cli
