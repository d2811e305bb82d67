#include "plugin/engine/vocabulary.h"

namespace saring {
namespace {

// Spreads small numbers, so that sums of them differ.
uint64_t Spread(uint64_t n) {
  n = (n + 1) * 0x9e3779b97f4a7c15u;
  n = (n ^ (n >> 31)) * 0xbf58476d1ce4e5b9u;
  return n ^ (n >> 29);
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

void Vocabulary::AddPiece(std::string_view folded) {
  pieces_.insert(Hash()(folded));
}

void Vocabulary::AddAbbreviation(std::string_view folded,
                                 std::string_view meaning) {
  meanings_.emplace(folded, meaning);
}

void Vocabulary::BuildIndex() {
  std::vector<std::string_view> words;
  words.reserve(ids_.size());
  for (const auto& [word, id] : ids_) words.push_back(word);
  index_.Build(words);
}

bool Vocabulary::IsOrdinary(std::string_view word) const {
  return ordinary_.find(word) != ordinary_.end();
}

bool Vocabulary::IsPiece(std::string_view word) const {
  return pieces_.find(Hash()(word)) != pieces_.end() || IsOrdinary(word);
}

std::string_view Vocabulary::MeaningOf(std::string_view word) const {
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
