#include "plugin/engine/vocabulary.h"

namespace saring {
namespace {

// Spreads small numbers, so that sums of them differ.
uint64_t Spread(uint64_t n) {
  n = (n + 1) * 0x9e3779b97f4a7c15u;
  n = (n ^ (n >> 31)) * 0xbf58476d1ce4e5b9u;
  return n ^ (n >> 29);
}

// One of 64, by the size and the first and last letter.
uint64_t ShortFormBit(std::string_view word) {
  const size_t mixed = word.size() * 11 + static_cast<uint8_t>(word.front()) +
                       static_cast<uint8_t>(word.back()) * 5;
  return uint64_t{1} << (mixed & 63);
}

}  // namespace

Vocabulary::WordId Vocabulary::Intern(std::string_view word) {
  const auto next = static_cast<WordId>(ids_.size() + 1);
  const auto [place, is_new] = ids_.emplace(word, next);
  if (is_new) memberships_.emplace_back();
  return place->second;
}

Vocabulary::WordId Vocabulary::Find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kUnknown : found->second;
}

void Vocabulary::AddToList(WordId word, uint32_t list, bool alone) {
  Membership& membership = memberships_[word - 1];
  uint32_t& last = alone ? membership.last_alone : membership.last_in_phrase;
  if (last == list) return;
  last = list;
  (alone ? membership.alone : membership.in_phrases) += Spread(list);
}

void Vocabulary::AddOrdinary(std::string_view folded) {
  ordinary_.emplace(folded);
}

void Vocabulary::AddAbbreviation(std::string_view folded,
                                 std::string_view meaning) {
  meanings_.emplace(folded, meaning);
  short_forms_ |= ShortFormBit(folded);
}

void Vocabulary::BuildIndex() {
  std::vector<std::string_view> words;
  words.reserve(ids_.size());
  for (const auto& [word, id] : ids_) words.push_back(word);
  index_.Build(words);
}

bool Vocabulary::IsNeeded(std::string_view word) const {
  const WordId id = Find(word);
  return id != kUnknown && memberships_[id - 1].needed;
}

bool Vocabulary::IsOrdinary(std::string_view word) const {
  return ordinary_.find(word) != ordinary_.end();
}

bool Vocabulary::IsPiece(std::string_view word) const {
  return pieces_.Contains(word) || IsOrdinary(word);
}

std::string_view Vocabulary::MeaningOf(std::string_view word) const {
  if ((short_forms_ & ShortFormBit(word)) == 0) return {};
  const auto found = meanings_.find(word);
  return found == meanings_.end() ? std::string_view() : found->second;
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
