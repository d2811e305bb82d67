#include "plugin/cli/sphinx_match.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace saring::cli {
namespace {

// Operators only in capitals, and only as whole words.
constexpr std::array<std::string_view, 3> kWordOperators = {"MAYBE", "SENTENCE",
                                                            "PARAGRAPH"};
// The same before a figure or a parenthesis.
constexpr std::array<std::string_view, 4> kPrefixOperators = {
    "NEAR/", "NOTNEAR/", "ZONE:", "ZONESPAN:"};

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// What ends a word wherever it stands, but for a backslash before it.
bool EndsWord(char c) {
  return IsSpace(c) || std::string_view("()|\"<").find(c) != std::string::npos;
}

// Goes through a match from front to end. Groups are kept on a stack of its
// own, so that no nesting is too deep.
class MatchReader {
 public:
  explicit MatchReader(std::string_view match) : rest_(match) {}

  std::string Read() {
    while (!rest_.empty()) ReadNext();
    return std::move(words_);
  }

 private:
  bool TakeIf(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool Excluded() const {
    return excluding_ != (!groups_.empty() && groups_.back());
  }

  void ReadNext() {
    const char c = rest_[0];
    if (IsSpace(c) || c == '|' || c == '<' || c == '=') {
      rest_.remove_prefix(1);
    } else if (c == '-' || c == '!') {
      rest_.remove_prefix(1);
      excluding_ = !excluding_;
    } else if (c == '(') {
      rest_.remove_prefix(1);
      groups_.push_back(Excluded());
      excluding_ = false;
    } else if (c == ')') {
      rest_.remove_prefix(1);
      if (!groups_.empty()) groups_.pop_back();
      excluding_ = false;
    } else if (c == '"') {
      ReadPhrase();
    } else if (c == '@') {
      SkipField();
    } else if (!SkipWordOperator()) {
      ReadWord();
    }
  }

  void ReadPhrase() {
    TakeIf('"');
    while (!rest_.empty() && !TakeIf('"')) {
      if (IsSpace(rest_[0]) || rest_[0] == '=') {
        rest_.remove_prefix(1);
        continue;
      }
      AddWord(TakeUntil([](char c) { return IsSpace(c) || c == '"'; }));
    }
    if (TakeIf('~') || TakeIf('/')) SkipFigures();
    excluding_ = false;
  }

  // @title, @(title,tags), @!title, @*, @title[50]
  void SkipField() {
    TakeIf('@');
    TakeIf('!');
    if (TakeIf('(')) {
      TakeUntil([](char c) { return c == ')'; });
      TakeIf(')');
    } else if (!TakeIf('*')) {
      TakeUntil([](char c) { return EndsWord(c) || c == '['; });
    }
    if (!TakeIf('[')) return;
    TakeUntil([](char c) { return c == ']'; });
    TakeIf(']');
  }

  bool SkipWordOperator() {
    for (const std::string_view word : kWordOperators) {
      if (!rest_.starts_with(word)) continue;
      if (rest_.size() > word.size() && !EndsWord(rest_[word.size()])) continue;
      rest_.remove_prefix(word.size());
      return true;
    }
    for (const std::string_view prefix : kPrefixOperators) {
      if (!rest_.starts_with(prefix)) continue;
      rest_.remove_prefix(prefix.size());
      const bool zones = prefix.back() == ':' && TakeIf('(');
      TakeUntil([zones](char c) { return zones ? c == ')' : EndsWord(c); });
      if (zones) TakeIf(')');
      return true;
    }
    return false;
  }

  void ReadWord() {
    TakeIf('^');  // where a field begins
    AddWord(TakeUntil([](char c) { return EndsWord(c) || c == '^'; }));
    if (TakeIf('^')) SkipFigures();  // a boost
    excluding_ = false;
  }

  void SkipFigures() {
    const size_t end = rest_.find_first_not_of("0123456789.");
    rest_.remove_prefix(std::min(end, rest_.size()));
  }

  // What stands before the first character that `ends`, without the backslashes
  // of what is escaped.
  template <typename Ends>
  std::string TakeUntil(Ends ends) {
    std::string text;
    while (!rest_.empty() && !ends(rest_[0])) {
      if (rest_[0] == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      text += rest_[0];
      rest_.remove_prefix(1);
    }
    return text;
  }

  void AddWord(const std::string& word) {
    if (Excluded() || word.empty()) return;
    if (!words_.empty()) words_ += ' ';
    words_ += word;
  }

  std::string_view rest_;
  std::string words_;
  std::vector<bool> groups_;  // the open ones: whether they are excluded
  bool excluding_ = false;    // what comes next, within its group
};

}  // namespace

std::string SoughtWords(std::string_view match) {
  return MatchReader(match).Read();
}

std::string MatchOfWords(std::string_view words) {
  constexpr std::string_view kOperators = "\\()|-!@~\"&/^$=<*?%[]";
  std::string match;
  while (!words.empty()) {
    const size_t size = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, size);
    // The host folds case anyway, but for operators.
    const bool is_operator =
        std::find(kWordOperators.begin(), kWordOperators.end(), word) !=
        kWordOperators.end();
    for (const char c : word) {
      if (kOperators.find(c) != kOperators.npos) match += '\\';
      match += is_operator ? static_cast<char>(c - 'A' + 'a') : c;
    }
    words.remove_prefix(size);
    if (words.empty()) break;
    match += ' ';
    words.remove_prefix(1);
  }
  return match;
}

std::string SphinxQlString(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') literal += '\\';
    if (c != '\0') literal += c;
  }
  return literal + '\'';
}

}  // namespace saring::cli
