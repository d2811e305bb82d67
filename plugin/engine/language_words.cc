#include "plugin/engine/language_words.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "normalizer/affix_reading.h"
#include "normalizer/normalizer.h"

namespace saring {
namespace {

constexpr size_t kShortestWord = 3;  // no shorter one is ever re-read

bool IsSmall(char c) { return 'a' <= c && c <= 'z'; }

bool IsFolded(std::string_view form) {
  return std::all_of(form.begin(), form.end(), IsSmall);
}

uint64_t KeyOf(const std::vector<Dictionary>& dictionaries) {
  uint64_t key = dictionaries.size();
  for (const Dictionary& dictionary : dictionaries) {
    key = key * 0x9e3779b97f4a7c15u ^ dictionary.content_hash();
  }
  return key;
}

// Those that some policy has, by KeyOf().
struct Shared {
  std::mutex mutex;
  std::map<uint64_t, std::weak_ptr<const LanguageWords>> words;
};

// Never destroyed: policies are made as long as a process lives.
Shared& TheShared() {
  static Shared* const shared = new Shared;
  return *shared;
}

}  // namespace

class LanguageWords::Builder {
 public:
  explicit Builder(LanguageWords* result) : result_(*result) {}

  void Add(const Dictionary& dictionary) {
    const bool whole =
        dictionary.ForEachForm([&](std::string_view form, bool is_entry) {
          if (is_entry) SetEntry(form);
          ForEachWord(form, [&](std::string_view word) { AddWord(word); });
        });
    result_.cut_.push_back(!whole);
  }

  void Finish() { result_.words_ = HashedWords(std::move(words_)); }

 private:
  // Calls use(word) with each word of `form`. Most forms are one folded word
  // already, or one and an 's.
  template <typename Use>
  void ForEachWord(std::string_view form, Use use) {
    if (IsFolded(form)) return use(form);
    const size_t quote = form.find('\'');
    if (quote != form.npos && quote > 0 && IsFolded(form.substr(0, quote)) &&
        quote + 1 < form.size() && IsFolded(form.substr(quote + 1))) {
      use(form.substr(0, quote));
      return use(form.substr(quote + 1));
    }
    normalizer_.Read(form, nullptr, &scratch_, &lattice_);
    for (const Word& word : lattice_.words) use(lattice_.text(word));
  }

  void AddWord(std::string_view word) {
    if (word.size() < kShortestWord || !words_.Add(word)) return;
    uint32_t of_entry = 0, rests = 0;
    FindRest(word, [&](std::string_view rest) {
      of_entry |= static_cast<uint32_t>(IsOfEntry(rest)) << rests++;
      return false;
    });
    const bool all_are = of_entry + 1 == uint32_t{1} << rests;
    if (all_are) return;  // never an accident
    result_.affixed_.push_back({std::string(word), of_entry});
  }

  // The entry that forms come from, as far as its first hyphen.
  void SetEntry(std::string_view entry) {
    entry_.clear();
    ForEachWord(entry, [&](std::string_view word) {
      if (entry_.empty()) entry_ = word;
    });
  }

  // Whether `word` is the entry, or seems to be made of it. Its first letter
  // may have gone: pakai, pemakaian.
  bool IsOfEntry(std::string_view word) const {
    return entry_.size() > 1 &&
           word.find(std::string_view(entry_).substr(1)) != word.npos;
  }

  LanguageWords& result_;
  HashedWords::Builder words_;
  const Normalizer normalizer_;
  NormalizerScratch scratch_;
  Lattice lattice_;
  std::string entry_;
};

std::shared_ptr<const LanguageWords> LanguageWords::Of(
    const std::vector<Dictionary>& dictionaries) {
  Shared& shared = TheShared();
  const uint64_t key = KeyOf(dictionaries);
  // Where the lock is not to be had nothing is shared: in the child of a fork
  // whoever held it may be gone.
  if (const std::unique_lock lock(shared.mutex, std::try_to_lock); lock) {
    if (auto words = shared.words[key].lock()) return words;
  }
  const std::shared_ptr<LanguageWords> words(new LanguageWords);
  Builder builder(words.get());
  for (const Dictionary& dictionary : dictionaries) builder.Add(dictionary);
  builder.Finish();
  if (const std::unique_lock lock(shared.mutex, std::try_to_lock); lock) {
    std::erase_if(shared.words,
                  [](const auto& other) { return other.second.expired(); });
    shared.words[key] = words;
  }
  return words;
}

void LanguageWords::ForEachAccident(
    const Lexicon& lexicon,
    const std::function<void(std::string_view)>& use) const {
  for (const Affixed& affixed : affixed_) {
    uint32_t rest_of_entry = affixed.of_entry;
    const auto rest = FindRest(affixed.word, [&](std::string_view one) {
      if (lexicon.IsTermWord(one)) return true;
      rest_of_entry >>= 1;
      return false;
    });
    if (!rest.empty() && (rest_of_entry & 1) == 0) use(affixed.word);
  }
}

}  // namespace saring
