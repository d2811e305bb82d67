#include "plugin/engine/vocabulary.h"

#include <algorithm>
#include <random>

namespace saring {
namespace {

// Spreads small numbers, so that sums of them differ.
uint64_t Spread(uint64_t n) {
  n = (n + 1) * 0x9e3779b97f4a7c15u;
  n = (n ^ (n >> 31)) * 0xbf58476d1ce4e5b9u;
  return n ^ (n >> 29);
}

}  // namespace

Vocabulary::WordId Vocabulary::Builder::Intern(std::string_view word) {
  const WordId id = words_.Intern(word);
  if (id > memberships_.size()) {
    memberships_.emplace_back();
    last_lists_.emplace_back();
  }
  return id;
}

void Vocabulary::Builder::AddToList(WordId word, uint32_t list, bool alone) {
  LastLists& lasts = last_lists_[word - 1];
  uint32_t& last = alone ? lasts.alone : lasts.in_phrase;
  if (last == list) return;
  last = list;
  Membership& membership = memberships_[word - 1];
  (alone ? membership.alone : membership.in_phrases) += Spread(list);
}

void Vocabulary::SetTermWords(Builder&& builder) {
  words_ = WordTable(std::move(builder.words_));
  std::vector<std::string_view> words;
  words.reserve(words_.size());
  for (WordId word = 1; word <= words_.size(); ++word) {
    words.push_back(words_.Text(word));
  }
  index_.Build(words);
  for (size_t i = 0; i < words.size(); ++i) {
    builder.memberships_[i].next =
        NextGroups(index_, WordIndex::HashOf(words[i])) & kAllGroups;
  }
  beginnings_ = std::move(builder.beginnings_);
  builder.memberships_.shrink_to_fit();
  memberships_ = FlatArray(std::move(builder.memberships_));
}

void Vocabulary::SetLanguage(Language&& language) {
  ordinary_ = HashedWords(std::move(language.ordinary));
  if (language.pieces != nullptr) pieces_ = language.pieces->Borrow();
  shared_pieces_ = std::move(language.pieces);
  knows_language_ = language.is_complete;
}

void Vocabulary::AddAbbreviation(std::string_view folded,
                                 std::string_view meaning) {
  meanings_.emplace(folded, meaning);
  const uint64_t hash = HashWord(folded);
  short_forms_[hash >> 58] |= uint64_t{1} << (hash >> 52 & 63);
}

void Vocabulary::Freeze() {
  static const uint64_t secret = [] {
    std::random_device random;
    return uint64_t{random()} << 32 | random();
  }();
  uint64_t hash = secret;
  const auto add = [&](const auto& table) {
    hash = HashWord({reinterpret_cast<const char*>(table.data()),
                     table.span().size_bytes()},
                    hash);
  };
  WordTable::ForEachArray(words_, add);
  add(memberships_);
  Beginnings::ForEachArray(beginnings_, add);
  HashedWords::ForEachArray(ordinary_, add);
  HashedWords::ForEachArray(pieces_, add);
  for (const auto& [short_form, meaning] : abbreviations()) {
    hash = HashWord(meaning, HashWord(short_form, hash));
  }
  const char more[] = {static_cast<char>(knows_language_),
                       static_cast<char>(cue_of_numbers_)};
  serial_ = std::max<uint64_t>(1, HashWord({more, sizeof more}, hash));
}

KnownWord Vocabulary::Know(std::string_view word) const {
  const uint64_t hash = HashWord(word);
  KnownWord known;
  known.is_short_form = MayBeShortForm(hash) && !MeaningOf(word).empty();
  known.number = Find(word, hash);
  if (known.number != kUnknown) {
    const Membership& membership = memberships_[known.number - 1];
    known.cue = membership.cue;
    known.next = membership.next & kAllGroups;
    return known;
  }
  known.is_ordinary = ordinary_.Contains(hash);
  known.is_piece = known.is_ordinary || pieces_.Contains(hash);
  return known;
}

bool Vocabulary::IsNeeded(std::string_view word) const {
  const WordId id = Find(word);
  return id != kUnknown && memberships_[id - 1].needed != 0;
}

std::string_view Vocabulary::MeaningOf(std::string_view word) const {
  if (!MayBeShortForm(HashWord(word))) return {};
  const auto found = meanings_.find(word);
  return found == meanings_.end() ? std::string_view() : found->second;
}

Vocabulary::Abbreviations Vocabulary::abbreviations() const {
  Abbreviations sorted(meanings_.begin(), meanings_.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// What phrases a word is in matters only where neither is evidence by itself.
bool Vocabulary::InSameLists(std::string_view a, std::string_view b) const {
  const WordId first = Find(a);
  const WordId second = Find(b);
  if (first == kUnknown || second == kUnknown) return false;
  const Membership& one = memberships_[first - 1];
  const Membership& other = memberships_[second - 1];
  if (one.alone != other.alone) return false;
  return one.alone != 0 || one.in_phrases == other.in_phrases;
}

}  // namespace saring
