#include "tests/functions.h"

#include <algorithm>
#include <cctype>
#include <regex>
#include <string_view>

namespace saring {
namespace {

// Overwrites [begin, end) with blanks; line ends stay.
void Blank(size_t begin, size_t end, std::string* text) {
  for (size_t i = begin; i < std::min(end, text->size()); ++i) {
    if ((*text)[i] != '\n') (*text)[i] = ' ';
  }
}

// The end of what begins at `at` and lasts until `close`, that included.
size_t After(std::string_view text, size_t at, std::string_view close) {
  const size_t end = text.find(close, at);
  return end == text.npos ? text.size() : end + close.size();
}

size_t AfterQuoted(std::string_view text, size_t at) {
  size_t i = at + 1;
  while (i < text.size() && text[i] != text[at] && text[i] != '\n') {
    i += text[i] == '\\' ? 2 : 1;
  }
  return i + 1;
}

// A directive goes on after a backslash at the end of a line.
size_t AfterDirective(std::string_view text, size_t at) {
  size_t end = text.find('\n', at);
  while (end != text.npos && text[end - 1] == '\\') {
    end = text.find('\n', end + 1);
  }
  return end == text.npos ? text.size() : end;
}

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// Whether the quote at `at` parts the digits of a number: 1'000. After any
// other word, such as the U of U'x', it begins a literal.
bool PartsNumber(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0 && (IsWord(text[begin - 1]) || text[begin - 1] == '\'')) {
    --begin;
  }
  return begin < at && std::isdigit(static_cast<unsigned char>(text[begin]));
}

// The end of the comment, literal or directive at `at`, or `at` itself.
size_t AfterOpaque(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return After(text, at + 2, "*/");
  if (rest.starts_with("R\"")) {
    const std::string delimiter(rest.substr(2, rest.find('(') - 2));
    return After(text, at, ")" + delimiter + "\"");
  }
  if (rest.starts_with("\"")) return AfterQuoted(text, at);
  if (rest.starts_with("'") && !PartsNumber(text, at)) {
    return AfterQuoted(text, at);
  }
  const size_t line = text.find_last_not_of(" ", at == 0 ? 0 : at - 1);
  if (rest.starts_with("#") &&
      (at == 0 || line == text.npos || text[line] == '\n')) {
    return AfterDirective(text, at);
  }
  return at;
}

// `source` without comments, literals and directives: only code has braces.
std::string CodeOnly(const std::string& source) {
  std::string code = source;
  for (size_t at = 0; at < source.size();) {
    const size_t end = AfterOpaque(source, at);
    Blank(at, end, &code);
    at = std::max(end, at + 1);
  }
  return code;
}

// The index after the brace that closes the one at `open`.
size_t AfterBlock(std::string_view code, size_t open) {
  size_t depth = 0;
  for (size_t i = open; i < code.size(); ++i) {
    if (code[i] == '{') ++depth;
    if (code[i] == '}' && --depth == 0) return i + 1;
  }
  return code.size();
}

std::string_view TrimRight(std::string_view text) {
  const size_t last = text.find_last_not_of(" \n");
  return text.substr(0, last == text.npos ? 0 : last + 1);
}

// Whether a function's body may follow `head`: what stands between parameters
// and body ends it. A name does not; a brace after one sets a member or value.
bool EndsSignature(std::string_view head) {
  head = TrimRight(head);
  if (head.ends_with(')') || head.ends_with('}') || head.ends_with('&')) {
    return true;
  }
  if (head.find("->", head.rfind(')')) != head.npos) return true;
  const std::string_view word = head.substr(head.find_last_of(" \n)") + 1);
  return word == "const" || word == "noexcept" || word == "override" ||
         word == "final" || word == "mutable" || word == "try";
}

// The lines that tables take up within a block: values in braces, which hold no
// statement.
size_t TableLines(std::string_view code) {
  size_t lines = 0;
  for (size_t i = code.find('{', 1); i < code.size(); i = code.find('{', i)) {
    const size_t end = AfterBlock(code, i);
    const std::string_view inner = code.substr(i, end - i);
    if (inner.find(';') == inner.npos) {
      lines += std::count(inner.begin(), inner.end(), '\n');
      i = end;
    } else {
      ++i;
    }
  }
  return lines;
}

enum class Block { kScope, kFunction, kValue };

// What the brace after `head` opens; `head` is the code since the statement
// before it.
Block Classify(const std::string& head) {
  static const std::regex kScope(
      "\\s*(template\\s*<[^(]*>\\s*)?(inline\\s+)?(typedef\\s+)?"
      "(namespace|class|struct|union|extern)\\b[^()=]*");
  if (std::regex_match(head, kScope)) return Block::kScope;
  const size_t parameters = head.find('(');
  if (parameters == head.npos) return Block::kValue;
  const bool other_sense =
      head.find("operator") < parameters || head.find("template") < parameters;
  if (!other_sense && head.find('=') < parameters) return Block::kValue;
  return EndsSignature(head) ? Block::kFunction : Block::kValue;
}

size_t LineOf(std::string_view code, size_t at) {
  return 1 + std::count(code.begin(), code.begin() + at, '\n');
}

bool EndsLabel(std::string_view head) {
  head = TrimRight(head);
  return head.ends_with("public") || head.ends_with("private") ||
         head.ends_with("protected");
}

}  // namespace

std::vector<Function> FindFunctions(const std::string& source) {
  const std::string code = CodeOnly(source);
  std::vector<Function> functions;
  size_t head = 0;  // where the statement at hand begins
  size_t parentheses = 0;
  for (size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '(') ++parentheses;
    if (c == ')' && parentheses > 0) --parentheses;
    if (c == '{') {
      const std::string before = code.substr(head, i - head);
      const Block block = parentheses ? Block::kValue : Classify(before);
      if (block == Block::kScope) {
        head = i + 1;
        continue;
      }
      const size_t end = AfterBlock(code, i);
      if (block == Block::kFunction) {
        const size_t line = LineOf(code, code.find_first_not_of(" \n", head));
        const size_t tables =
            TableLines(std::string_view(code).substr(i, end - i));
        functions.push_back({line, LineOf(code, end - 1) - line + 1 - tables});
        head = end;
      }
      i = end - 1;
    } else if ((c == ';' && parentheses == 0) || c == '}' ||
               (c == ':' && EndsLabel({&code[head], i - head}))) {
      head = i + 1;
    }
  }
  return functions;
}

}  // namespace saring
