#include "plugin/engine/affix_condition.h"

#include <cstdint>

#include "config/utf8.h"

namespace saring {
namespace {

// Takes the first letter off *text. REQUIRES: !text->empty()
char32_t TakeFirst(std::string_view* text) {
  char32_t c = static_cast<uint8_t>(text->front());
  size_t size = 1;
  if (c >= 128) {
    if (const size_t bytes = DecodeUtf8(*text, 0, &c)) size = bytes;
  }
  text->remove_prefix(size);
  return c;
}

// Takes the last letter off *text. REQUIRES: !text->empty()
char32_t TakeLast(std::string_view* text) {
  char32_t c = static_cast<uint8_t>(text->back());
  size_t size = 1;
  if (c >= 128) {
    size_t at = text->size() - 1;
    while (at > 0 && text->size() - at < 4 && ((*text)[at] & 0xc0) == 0x80) {
      --at;
    }
    const size_t bytes = DecodeUtf8(*text, at, &c);
    if (bytes == text->size() - at) {
      size = bytes;
    } else {
      c = static_cast<uint8_t>(text->back());
    }
  }
  text->remove_suffix(size);
  return c;
}

}  // namespace

void AffixCondition::Letter::Add(char32_t c) {
  if (c < ascii.size()) {
    ascii.set(c);
  } else {
    others += c;
  }
}

bool AffixCondition::Letter::Matches(char32_t c) const {
  const bool member =
      c < ascii.size() ? ascii.test(c) : others.find(c) != std::u32string::npos;
  return member != negated;
}

std::optional<AffixCondition> AffixCondition::Parse(std::string_view pattern) {
  AffixCondition condition;
  while (!pattern.empty()) {
    Letter& letter = condition.letters_.emplace_back();
    const char32_t first = TakeFirst(&pattern);
    if (first == '.') {
      letter.negated = true;
    } else if (first != '[') {
      letter.Add(first);
    } else {
      if (pattern.starts_with('^')) {
        letter.negated = true;
        pattern.remove_prefix(1);
      }
      while (!pattern.empty() && pattern.front() != ']') {
        letter.Add(TakeFirst(&pattern));
      }
      if (pattern.empty()) return std::nullopt;
      pattern.remove_prefix(1);
    }
  }
  return condition;
}

bool AffixCondition::MatchesBegin(std::string_view word) const {
  for (const Letter& letter : letters_) {
    if (word.empty() || !letter.Matches(TakeFirst(&word))) return false;
  }
  return true;
}

bool AffixCondition::MatchesEnd(std::string_view word) const {
  for (auto letter = letters_.rbegin(); letter != letters_.rend(); ++letter) {
    if (word.empty() || !letter->Matches(TakeLast(&word))) return false;
  }
  return true;
}

}  // namespace saring
