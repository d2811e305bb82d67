#include "plugin/engine/inflection.h"

namespace saring {

template <typename Body>
void Inflection::ForEachAffix(const AffixTable& table, const FlagSet& flags,
                              Body body) {
  for (const AffixFlag flag : flags) {
    ++spent_on_entry_;
    const auto found = table.by_flag.find(flag);
    if (found == table.by_flag.end()) continue;
    for (const uint32_t place : found->second) {
      if (++spent_on_entry_ > kMostOfEntry) return;
      body(table.affixes[place]);
    }
  }
}

void Inflection::Inflect(std::string_view entry, const FlagSet& flags) {
  if (exhausted() || Contains(flags, rules_.only_in_compound)) return;
  spent_on_entry_ = 1;
  flags_ = &flags;
  word_ = entry;
  if (!Contains(flags, rules_.needs_affix)) use_(entry, true);
  AddPrefixed();
  ForEachAffix(rules_.suffixes, flags,
               [&](const Affix& suffix) { AddSuffixed(suffix, nullptr); });
  spent_ += spent_on_entry_;
  if (spent_on_entry_ > kMostOfEntry || exhausted()) cut_ = true;
}

void Inflection::AddPrefixed() {
  prefixes_.clear();
  ForEachAffix(rules_.prefixes, *flags_,
               [&](const Affix& prefix) { prefixes_.push_back(&prefix); });
  for (const Affix* prefix : prefixes_) {
    if (!prefix->needs_affix) UsePrefixed(*prefix, word_);
    // Suffixes that the word has from its prefix alone.
    ForEachAffix(rules_.suffixes, prefix->continuation,
                 [&](const Affix& suffix) {
                   if (Contains(*flags_, suffix.flag)) return;
                   AddSuffixed(suffix, prefix);
                 });
  }
}

// With `only_prefix` the suffix is there only together with that.
void Inflection::AddSuffixed(const Affix& first, const Affix* only_prefix) {
  if (first.only_in_compound || !Append(first, word_, &once_)) return;
  if (!only_prefix && !first.circumfix && !first.needs_affix) {
    use_(once_, false);
  }
  AddBothSides(once_, first, nullptr, only_prefix);
  ForEachAffix(rules_.suffixes, first.continuation, [&](const Affix& second) {
    if (!Append(second, once_, &twice_)) return;
    if (!only_prefix && !first.circumfix) use_(twice_, false);
    AddBothSides(twice_, first, &second, only_prefix);
  });
}

// Puts prefixes to `word`, which has one suffix, or two.
void Inflection::AddBothSides(const std::string& word, const Affix& first,
                              const Affix* second, const Affix* only_prefix) {
  if (only_prefix != nullptr) {
    ++spent_on_entry_;
    if (MayMeet(*only_prefix, first, second, false)) {
      UsePrefixed(*only_prefix, word);
    }
    return;
  }
  const auto use = [&](const Affix& prefix) {
    if (MayMeet(prefix, first, second, true)) UsePrefixed(prefix, word);
  };
  for (const Affix* prefix : prefixes_) {
    if (++spent_on_entry_ > kMostOfEntry) return;
    use(*prefix);
  }
  ForEachAffix(rules_.prefixes, first.continuation, [&](const Affix& prefix) {
    if (!Contains(*flags_, prefix.flag)) use(prefix);
  });
  if (second == nullptr) return;
  ForEachAffix(rules_.prefixes, second->continuation, [&](const Affix& prefix) {
    if (Contains(*flags_, prefix.flag)) return;
    if (Contains(first.continuation, prefix.flag)) return;
    use(prefix);
  });
}

// Whether the two sides go together. `is_own`: the word has the first suffix
// by itself, not from the prefix.
bool Inflection::MayMeet(const Affix& prefix, const Affix& first,
                         const Affix* second, bool is_own) const {
  if (!prefix.crosses || !(second ? *second : first).crosses) return false;
  if (second != nullptr && Contains(second->continuation, prefix.flag)) {
    return is_own && !first.circumfix;
  }
  if (second == nullptr && first.needs_affix && prefix.needs_affix) {
    return false;
  }
  return first.crosses && prefix.circumfix == first.circumfix;
}

void Inflection::UsePrefixed(const Affix& prefix, const std::string& word) {
  if (prefix.only_in_compound || !word.starts_with(prefix.strip) ||
      (word.size() == prefix.strip.size() && !rules_.full_strip) ||
      !prefix.condition.MatchesBegin(word)) {
    return;
  }
  prefixed_ = prefix.append;
  prefixed_.append(word, prefix.strip.size());
  use_(prefixed_, false);
}

// False when the suffix does not go with the word.
bool Inflection::Append(const Affix& suffix, const std::string& word,
                        std::string* result) const {
  if (!word.ends_with(suffix.strip) ||
      (word.size() == suffix.strip.size() && !rules_.full_strip) ||
      !suffix.condition.MatchesEnd(word)) {
    return false;
  }
  result->assign(word, 0, word.size() - suffix.strip.size());
  *result += suffix.append;
  return true;
}

}  // namespace saring
