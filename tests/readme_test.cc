// The README shows programs that are built and run by other tests; what it
// shows must be they, to the letter.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string ReadFile(const std::string& name) {
  std::ifstream in(std::string(SARING_SOURCE_DIR) + "/" + name,
                   std::ios::binary);
  CAPTURE(name);
  REQUIRE(in);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool Shows(const std::string& readme, const std::string& language,
           const std::string& code) {
  return readme.find("\n```" + language + "\n" + code + "```\n") != readme.npos;
}

struct Shown {
  const char* language;
  const char* file;
};

const Shown kShown[] = {
    {"c", "tests/outside/c/check.c"},
    {"cpp", "tests/outside/xapian/index.cc"},
    {"cpp", "tests/outside/xapian/search.cc"},
    {"yaml", "tests/outside/rule.yaml"},
    {"yaml", "tests/outside/rollout.yaml"},
    {"", "tests/outside/reviewed.tsv"},
};

TEST_CASE("The README shows the outside programs as they are", "[readme]") {
  const std::string readme = ReadFile("README.md");
  for (const Shown& shown : kShown) {
    CAPTURE(shown.file);
    CHECK(Shows(readme, shown.language, ReadFile(shown.file)));
  }
}

TEST_CASE("A program that is shown with a change is noticed", "[readme]") {
  const std::string readme = "Text.\n\n```c\nint a;\n```\n";
  CHECK(Shows(readme, "c", "int a;\n"));
  CHECK_FALSE(Shows(readme, "c", "int b;\n"));
  CHECK_FALSE(Shows(readme, "c", ";\n"));
  CHECK_FALSE(Shows(readme, "cpp", "int a;\n"));
}

}  // namespace
