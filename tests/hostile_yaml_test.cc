// Files made to harm whoever reads them: refused, quickly and in little memory.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>

#include "config/yaml_tree.h"
#include "tests/loaded.h"

namespace saring {
namespace {

using Messages = std::vector<std::string>;

// `unit` again and again, up to `size` bytes.
std::string Flood(std::string_view unit, size_t size = kMaxPolicyBytes) {
  std::string text;
  while (text.size() + unit.size() <= size) text += unit;
  return text;
}

std::string DeepBlocks(std::string_view unit) {
  std::string text;
  for (size_t depth = 0; depth < 1000; ++depth) {
    text += std::string(depth, ' ');
    text += unit;
  }
  return text;
}

struct Hostile {
  const char* why;
  std::string text;
  const char* message;  // nullptr: any error
};

const std::vector<Hostile>& Documents() {
  static const std::vector<Hostile> kDocuments = {
      {"an alias bomb", "a: &a [x]\nb: [*a, *a]\n",
       "p.yaml:1:4: an anchor; put text that begins with & in quotes"},
      {"an anchored text", "a: &b c\n",
       "p.yaml:1:4: an anchor; put text that begins with & in quotes"},
      {"an alias of nothing", "a: *b\n",
       "p.yaml:1:4: an alias; put text that begins with * in quotes"},
      {"a tag", "a: !!python/object:os.system x\n",
       "p.yaml:1:4: a tag; put text that begins with ! in quotes"},
      {"a tag on a list", "a: !x [b]\n",
       "p.yaml:1:4: a tag; put text that begins with ! in quotes"},
      {"an empty tag", "a: ! b\n",
       "p.yaml:1:4: a tag; put text that begins with ! in quotes"},
      {"a second document", "a: b\n---\nc: d\n",
       "p.yaml:2:1: a second document; a policy is only one"},
      {"many documents", Flood("---\n"),
       "p.yaml:2:1: a second document; a policy is only one"},
      {"open brackets", Flood("["), nullptr},
      {"a few open brackets", Flood("[", 64), nullptr},
      {"open braces", Flood("{"), nullptr},
      {"open maps in one line", Flood("{a: "), nullptr},
      {"closed brackets", Flood("[", 20) + Flood("]", 20),
       "p.yaml:1:17: nested deeper than 16 levels"},
      {"lists in lists", Flood("- "),
       "p.yaml:1:33: nested deeper than 16 levels"},
      {"keys in keys", Flood("? "),
       "p.yaml:1:33: nested deeper than 16 levels"},
      {"values in values", Flood(": "), nullptr},
      {"maps in deep blocks", DeepBlocks("a:\n"),
       "p.yaml:17:17: nested deeper than 16 levels"},
      {"lists in deep blocks", DeepBlocks("-\n"),
       "p.yaml:17:17: nested deeper than 16 levels"},
      {"a long list in one piece", "a:\n  [" + Flood("b,", 512 << 10) + "]",
       "p.yaml:1:1: more than 262144 bytes follow in one piece; close it "
       "sooner, or move a long list into a file and name it with terms_from"},
      {"a long plain text", "a: " + Flood("b ", 512 << 10), nullptr},
      {"a huge text in quotes", "a: \"" + Flood("b", 20 << 10) + "\"\n",
       "p.yaml:1:4: a text of more than 16384 bytes"},
      {"a huge block of text", "a: |\n" + Flood(" b\n", 60 << 10),
       "p.yaml:1:4: a text of more than 16384 bytes"},
      {"a huge key", Flood("b", 20 << 10) + ": a\n", nullptr},
      {"comments without end", Flood("#\n"), nullptr},
      {"blank lines without end", Flood("\n"), nullptr},
      {"many equal keys", Flood("a:\n"), nullptr},
      {"many items", Flood("-\n"), nullptr},
      {"many unknown rules", "saring: 1\nrules:\n" + Flood("- a\n", 500'000),
       nullptr},
      {"many unknown names",
       "lists: {a: {terms: [x]}}\nrules:\n- needs:\n" +
           Flood("  - abcdefgh\n", 900'000),
       nullptr},
      {"a chain of lists, and a circle",
       [] {
         std::string text = "lists:\n";
         for (int i = 0; i < 20'000; ++i) {
           text += " l" + std::to_string(i) + ": {terms: ['{l" +
                   std::to_string((i + 1) % 20'000) + "}']}\n";
         }
         return text;
       }(),
       nullptr},
      {"a quote that nobody closes", "a: \"" + Flood("b\n", 512 << 10),
       nullptr},
      {"larger than a policy may be", Flood("#\n", kMaxPolicyBytes + 2),
       "p.yaml:0:0: the policy is larger than 1048576 bytes"},
      {"a NUL", std::string("a: b\n c\0: d\n", 12),
       "p.yaml:2:3: control character U+0000"},
      {"a NUL from an escape", "a: \"b\\0\"\n",
       "p.yaml:1:4: the text holds a control character U+0000"},
      {"the byte at which the parser would stop",
       "a: b\n\x04"
       "c: d\n",
       "p.yaml:2:1: control character U+0004"},
      {"a bad byte behind good letters", "a: \xC3\xA9\xFF\n",
       "p.yaml:1:6: byte 0xFF is not UTF-8; save the file as UTF-8"},
      {"half a letter at the end", "a: \xC3",
       "p.yaml:1:4: byte 0xC3 is not UTF-8; save the file as UTF-8"},
      {"a surrogate", "a: \xED\xA0\x80\n",
       "p.yaml:1:4: byte 0xED is not UTF-8; save the file as UTF-8"},
      {"an overlong letter", "a: \xC0\xAF\n",
       "p.yaml:1:4: byte 0xC0 is not UTF-8; save the file as UTF-8"},
      {"UTF-16",
       std::string("\xFF\xFE"
                   "a\0:\0",
                   6),
       "p.yaml:1:1: byte 0xFF is not UTF-8; save the file as UTF-8"},
      {"UTF-16 without a mark", std::string("\0a\0:", 4),
       "p.yaml:1:1: control character U+0000"},
  };
  return kDocuments;
}

// The sanitizers need more memory than any limit, and watch over it themselves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

void Limit(int resource, rlim_t most) {
  const rlimit limit = {most, most};
  if (setrlimit(resource, &limit) != 0) _exit(2);
}

// Runs `body` in a process of so much memory and ten seconds; whether it ended
// well.
bool RunBounded(size_t megabytes, const std::function<void()>& body) {
  if (kSanitized) {
    body();
    return true;
  }
  const pid_t child = fork();
  if (child == 0) {
    Limit(RLIMIT_AS, megabytes << 20);
    Limit(RLIMIT_CPU, 10);
    try {
      body();
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_CASE("Hostile documents are refused", "[hostile_yaml]") {
  for (const Hostile& hostile : Documents()) {
    DYNAMIC_SECTION(hostile.why) {
      const Loaded loaded = LoadText(hostile.text);
      CHECK(loaded.has_errors);
      if (hostile.message != nullptr) {
        CHECK(loaded.messages == Messages{hostile.message});
      }
    }
  }
}

TEST_CASE("Hostile documents cost little", "[hostile_yaml]") {
  constexpr size_t kMegabytes = 400;
  for (const Hostile& hostile : Documents()) {
    DYNAMIC_SECTION(hostile.why) {
      CHECK(RunBounded(kMegabytes, [&] { LoadText(hostile.text); }));
    }
  }
  if (kSanitized) return;
  CHECK_FALSE(RunBounded(kMegabytes, [] { std::string(500 << 20, 'x'); }));
}

// Every short sequence of what YAML is made of, repeated.
TEST_CASE("No pattern makes the parser slow", "[hostile_yaml]") {
  static constexpr std::string_view kPieces[] = {
      "a",  " ", "\n",  "- ",  "? ",  ": ", "[", "]", "{",  "}",  ",",   "#",
      "\"", "'", "|\n", ">\n", "&a ", "*a", "!", "%", "\t", "\\", "\n  "};
  constexpr size_t kSize = 16 << 10;
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view first : kPieces) {
    for (const std::string_view second : kPieces) {
      const std::string unit = std::string(first) + std::string(second);
      FaultList faults;
      CAPTURE(unit);
      const auto begin = std::chrono::steady_clock::now();
      ParseYaml(Flood(unit, kSize), "p.yaml", &faults);
      CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    }
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::minutes(2));
}

}  // namespace
}  // namespace saring
