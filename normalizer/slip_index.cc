#include "normalizer/slip_index.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace saring {
namespace {

// By letter: the keys that touch it on a QWERTY board.
constexpr std::string_view kNeighbours[26] = {
    "qwsz",   "vghn", "xdfv",   "ersfxc", "wrsd",   "rtdgcv", "tyfhvb",
    "yugjbn", "uojk", "uihknm", "iojlm",  "opk",    "njk",    "bhjm",
    "ipkl",   "ol",   "wa",     "etdf",   "weadzx", "ryfg",   "yihj",
    "cfgb",   "qeas", "zsdc",   "tugh",   "asx"};

bool AreNeighbours(char a, char b) {
  return kNeighbours[a - 'a'].find(b) != std::string_view::npos;
}

bool IsLowerWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return 'a' <= c && c <= 'z'; });
}

bool IsKept(std::string_view word) {
  return word.size() >= SlipIndex::kShortest &&
         word.size() <= SlipIndex::kLongest && IsLowerWord(word);
}

// A word's hash is the sum of letter i times base to the power of i, so that
// the hash without one letter takes a few operations from sums of the whole.
constexpr uint64_t kBase = 0x9e3779b97f4a7c15u;

constexpr uint64_t Inverse(uint64_t odd) {
  uint64_t inverse = odd;
  for (int i = 0; i < 6; ++i) inverse *= 2 - odd * inverse;
  return inverse;
}

constexpr uint64_t kInverse = Inverse(kBase);

// Calls `f` with the hash of `word`, and of it without each of its letters.
template <typename F>
void ForEachKey(std::string_view word, F f) {
  std::array<uint64_t, SlipIndex::kLongest + 1> sums;
  uint64_t power = 1;
  sums[0] = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    sums[i + 1] = sums[i] + static_cast<uint64_t>(word[i] - 'a' + 1) * power;
    power *= kBase;
  }
  const uint64_t whole = sums[word.size()];
  const auto mix = [](uint64_t hash) {
    hash ^= hash >> 32;
    return hash * 0xd6e8feb86659fd93u;
  };
  f(mix(whole));
  for (size_t i = 0; i < word.size(); ++i) {
    // The same rest as before.
    if (i > 0 && word[i] == word[i - 1]) continue;
    f(mix(sums[i] + (whole - sums[i + 1]) * kInverse));
  }
}

// Whether each of them is kept: then every byte but one a word is a letter.
bool AreKept(const TextTable& words) {
  uint32_t bad = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const size_t size = words[i].size();
    bad |= (size < SlipIndex::kShortest) | (size > SlipIndex::kLongest);
  }
  size_t letters = 0;
  for (const char c : words.all()) letters += 'a' <= c && c <= 'z';
  return bad == 0 && letters + words.size() == words.all().size();
}

uint32_t KeyOf(uint64_t hash) { return static_cast<uint32_t>(hash); }

}  // namespace

bool IsOneSlip(std::string_view typed, std::string_view meant) {
  size_t same = 0;
  while (same < typed.size() && same < meant.size() &&
         typed[same] == meant[same]) {
    ++same;
  }
  const std::string_view a = typed.substr(same);
  const std::string_view b = meant.substr(same);
  if (a.size() == b.size()) {
    if (a.empty()) return false;
    if (a.substr(1) == b.substr(1)) {
      return same > 0 && AreNeighbours(a[0], b[0]);
    }
    return a.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
           a.substr(2) == b.substr(2);
  }
  if (a.size() + 1 == b.size()) return same > 0 && a == b.substr(1);
  return a.size() == b.size() + 1 && same > 0 && a[0] == typed[same - 1] &&
         a.substr(1) == b;
}

bool AreSwapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  return same > 0 && same + 1 < a.size() && a[same] == b[same + 1] &&
         a[same + 1] == b[same] && a.substr(same + 2) == b.substr(same + 2);
}

void SlipIndex::Build(const std::vector<std::string_view>& words) {
  TextTable::Builder kept;
  std::vector<uint64_t> hashes;
  std::vector<uint32_t> of_word;  // of each hash
  for (const std::string_view word : words) {
    if (!IsKept(word)) continue;
    ForEachKey(word, [&](uint64_t hash) {
      hashes.push_back(hash);
      of_word.push_back(static_cast<uint32_t>(kept.size()));
    });
    kept.Add(word);
  }
  words_ = TextTable(std::move(kept));
  BitFilter::Builder filter(hashes.size(), 16);
  const int log = std::max<int>(1, std::bit_width(hashes.size() / 2));
  shift_ = 64 - log;
  std::vector<uint32_t> ends((size_t{1} << log) + 1);
  for (const uint64_t hash : hashes) {
    filter.Add(hash);
    ++ends[BucketOf(hash)];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Entry> entries(hashes.size());
  for (size_t i = hashes.size(); i-- > 0;) {
    entries[--ends[BucketOf(hashes[i])]] = {KeyOf(hashes[i]), of_word[i]};
  }
  filter_ = BitFilter(std::move(filter));
  buckets_ = FlatArray(std::move(ends));
  entries_ = FlatArray(std::move(entries));
}

bool SlipIndex::Restore() {
  if (!words_.Restore() || !AreKept(words_) || !filter_.Restore()) return false;
  if (buckets_.size() < 3 || !std::has_single_bit(buckets_.size() - 1) ||
      buckets_[0] != 0 || buckets_.back() != entries_.size()) {
    return false;
  }
  shift_ = 64 - std::countr_zero(buckets_.size() - 1);
  uint32_t bad = 0;
  for (size_t i = 0; i + 1 < buckets_.size(); ++i) {
    bad |= buckets_[i] > buckets_[i + 1];
    bad |= buckets_[i + 1] - buckets_[i] > kMostOfBucket;
  }
  uint32_t last = 0;
  for (const Entry& entry : entries_.span()) last = std::max(last, entry.word);
  return bad == 0 && (entries_.empty() || last < words_.size());
}

SlipIndex::Meant SlipIndex::Find(std::string_view typed,
                                 size_t shortest_of_all) const {
  Meant meant;
  if (typed.size() < kShortestTyped || typed.size() > kLongest ||
      !IsLowerWord(typed)) {
    return meant;
  }
  ForEachKey(typed, [&](uint64_t hash) {
    if (filter_.Has(hash)) Collect(hash, typed, shortest_of_all, &meant);
  });
  return meant;
}

void SlipIndex::Collect(uint64_t hash, std::string_view typed,
                        size_t shortest_of_all, Meant* meant) const {
  const size_t bucket = BucketOf(hash);
  for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (entries_[i].key != KeyOf(hash)) continue;
    const std::string_view word = words_[entries_[i].word];
    const auto known = meant->words.begin() + static_cast<long>(meant->size);
    const bool is_short = std::min(typed.size(), word.size()) < shortest_of_all;
    if (!(is_short ? AreSwapped(typed, word) : IsOneSlip(typed, word)) ||
        std::find(meant->words.begin(), known, word) != known) {
      continue;
    }
    if (meant->size == kMostMeant) {
      meant->too_many = true;
      return;
    }
    meant->words[meant->size++] = word;
  }
}

}  // namespace saring
