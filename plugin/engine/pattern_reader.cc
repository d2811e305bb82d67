#include "plugin/engine/pattern_reader.h"

#include <algorithm>

namespace saring {
namespace {

// Of these the normalizer makes what they are: words, and spaces between.
bool IsFoldedOrSpace(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == ' ';
}

}  // namespace

bool PatternReader::Read(std::string_view text, Pattern* pattern) {
  pattern->clear();
  while (!text.empty()) {
    const size_t open = text.find('{');
    AppendWords(text.substr(0, open), pattern);
    if (open == std::string_view::npos) break;
    const size_t close = text.find('}', open);
    const auto fail = [&] {
      pattern->clear();
      return false;
    };
    if (close == std::string_view::npos) return fail();
    const std::string name(text.substr(open + 1, close - open - 1));
    if (name == "number") {
      pattern->push_back(Symbol::OfNumber());
    } else if (const auto list = names_.Find(name)) {
      pattern->push_back(Symbol::OfList(*list));
    } else {
      return fail();
    }
    text.remove_prefix(close + 1);
  }
  return true;
}

std::string PatternReader::FoldGlob(std::string_view text) {
  std::string glob;
  bool has_words = false;
  while (true) {
    const size_t star = text.find('*');
    const std::string_view part = text.substr(0, star);
    normalizer_.Read(part, nullptr, &scratch_, &lattice_);
    for (const Word& word : lattice_.words) {
      // What separates words of a path is a space once it is folded.
      if (word.begin > 0 && !glob.empty()) glob += ' ';
      glob += lattice_.text(word);
      has_words = true;
    }
    if (star == std::string_view::npos) break;
    if (!lattice_.words.empty() && lattice_.words.back().end < part.size()) {
      glob += ' ';
    }
    glob += '*';
    text.remove_prefix(star + 1);
  }
  return has_words ? glob : "";
}

void PatternReader::AppendWords(std::string_view text, Pattern* pattern) {
  if (std::all_of(text.begin(), text.end(), IsFoldedOrSpace)) {
    AppendFoldedWords(text, pattern);
    return;
  }
  normalizer_.Read(text, nullptr, &scratch_, &lattice_);
  for (const Word& word : lattice_.words) {
    pattern->push_back(Symbol::OfWord(vocabulary_.Intern(lattice_.text(word))));
  }
}

void PatternReader::AppendFoldedWords(std::string_view text, Pattern* pattern) {
  while (!text.empty()) {
    const size_t size = std::min(text.find(' '), text.size());
    if (size > 0) {
      pattern->push_back(
          Symbol::OfWord(vocabulary_.Intern(text.substr(0, size))));
    }
    text.remove_prefix(std::min(size + 1, text.size()));
  }
}

}  // namespace saring
