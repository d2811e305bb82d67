// Files and functions stay small, and names and the top level stay plain.

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "tests/functions.h"
#include "tests/source_tree.h"

namespace saring {
namespace {

constexpr size_t kMostFileLines = 399;
constexpr size_t kMostFunctionLines = 80;
constexpr size_t kShortFunctionLines = 40;  // nine functions in ten

Faults FileFaults(const SourceTree& tree) {
  Faults faults;
  for (const auto& [path, content] : tree) {
    const size_t lines = Lines(content).size();
    if (!IsSource(path) || lines <= kMostFileLines) continue;
    faults.push_back(path + ": " + std::to_string(lines) + " lines, at most " +
                     std::to_string(kMostFileLines));
  }
  return faults;
}

Faults FunctionFaults(const SourceTree& tree) {
  Faults faults;
  Faults not_short;
  size_t count = 0;
  for (const auto& [path, content] : tree) {
    if (!IsSource(path)) continue;
    for (const Function& f : FindFunctions(content)) {
      ++count;
      if (f.lines <= kShortFunctionLines) continue;
      const std::string fault = path + ":" + std::to_string(f.line) + ": " +
                                std::to_string(f.lines) + " lines";
      not_short.push_back(fault);
      if (f.lines > kMostFunctionLines) faults.push_back(fault);
    }
  }
  if (not_short.size() * 10 > count) {
    faults.insert(faults.end(), not_short.begin(), not_short.end());
    faults.push_back(std::to_string(not_short.size()) + " of " +
                     std::to_string(count) + " functions are over " +
                     std::to_string(kShortFunctionLines) + " lines");
  }
  return faults;
}

// Names that say nothing about what is inside.
Faults NameFaults(const SourceTree& tree) {
  static const std::set<std::string> kEmptyWords = {
      "util", "utils", "common", "helper", "helpers", "manager", "misc"};
  Faults faults;
  for (const auto& [path, content] : tree) {
    std::string word;
    for (const char c : path + "/") {
      if (c != '/' && c != '_' && c != '.' && c != '-') {
        word += c;
        continue;
      }
      if (kEmptyWords.contains(word)) {
        faults.push_back(path + ": '" + word + "' says nothing");
      }
      word.clear();
    }
  }
  return faults;
}

Faults TopLevelFaults(const SourceTree& tree) {
  static const std::set<std::string> kTopLevel = {
      "CMakeLists.txt",   "plugin",        "normalizer",
      "config",           "tests",         "bench",
      "README.md",        "LICENSE",       "CHANGELOG.md",
      ".gitignore",       ".clang-format", ".ci",
      "CMakePresets.json"};
  Faults faults;
  for (const auto& [path, content] : tree) {
    const std::string top = path.substr(0, path.find('/'));
    if (!kTopLevel.contains(top)) {
      faults.push_back(path + ": the top level holds no such thing");
    }
  }
  return faults;
}

TEST_CASE("The tree keeps to its sizes and names", "[sizes]") {
  const SourceTree tree = ReadSourceTree(SARING_SOURCE_DIR);
  REQUIRE(tree.contains("plugin/include/saring/saring.h"));
  CHECK(FileFaults(tree) == Faults{});
  CHECK(FunctionFaults(tree) == Faults{});
  CHECK(NameFaults(tree) == Faults{});
  CHECK(TopLevelFaults(tree) == Faults{});
}

std::string RepeatedLines(size_t count, const std::string& line) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += line + "\n";
  return text;
}

TEST_CASE("A file of 400 lines is found, one of 399 is not", "[sizes]") {
  CHECK(FileFaults({{"config/x.cc", RepeatedLines(400, "//")}}) ==
        Faults{"config/x.cc: 400 lines, at most 399"});
  CHECK(FileFaults({{"config/x.cc", RepeatedLines(399, "//")}}).empty());
  CHECK(FileFaults({{"config/x.yaml", RepeatedLines(400, "#")}}).empty());
}

TEST_CASE("A long function is found", "[sizes]") {
  const std::string shorts = RepeatedLines(20, "int F() { return 1; }");
  const auto with = [&](size_t lines) -> SourceTree {
    return {{"config/x.cc", shorts + "int Long() {\n" +
                                RepeatedLines(lines - 2, "  G();") + "}\n"}};
  };
  CHECK(FunctionFaults(with(81)) == Faults{"config/x.cc:21: 81 lines"});
  CHECK(FunctionFaults(with(80)).empty());
}

TEST_CASE("More than one function in ten over 40 lines is found", "[sizes]") {
  const std::string longer =
      "int Long() {\n" + RepeatedLines(39, "  G();") + "}\n";
  const auto with = [&](size_t shorts) -> SourceTree {
    return {{"x.cc", RepeatedLines(shorts, "int F() { return 1; }") + longer}};
  };
  CHECK(FunctionFaults(with(9)).empty());
  CHECK(FunctionFaults(with(8)) ==
        Faults{"x.cc:9: 41 lines", "1 of 9 functions are over 40 lines"});
}

TEST_CASE("Empty names are found", "[sizes]") {
  CHECK(NameFaults({{"config/string_util.cc", ""}}) ==
        Faults{"config/string_util.cc: 'util' says nothing"});
  CHECK(NameFaults({{"plugin/common/x.h", ""}}).size() == 1);
  CHECK(NameFaults({{"config/utility_bill.cc", ""}}).empty());
  CHECK(NameFaults({{"config/miscount.h", ""}}).empty());
}

TEST_CASE("A stranger at the top level is found", "[sizes]") {
  CHECK(TopLevelFaults({{"notes.txt", ""}}).size() == 1);
  CHECK(TopLevelFaults({{"src/x.cc", ""}}).size() == 1);
  CHECK(TopLevelFaults({{"README.md", ""}, {"config/x.h", ""}}).empty());
}

struct Case {
  const char* why;
  const char* source;
  std::vector<std::array<size_t, 2>> functions;  // line, lines
};

const Case kCases[] = {
    {"one line", "int F() { return 1; }\n", {{1, 1}}},
    {"a signature of two lines", "int F(int a,\n      int b) {\n}\n", {{1, 3}}},
    {"in a namespace", "namespace a {\nvoid F() {\n}\n}\n", {{2, 2}}},
    {"in a class, after a label",
     "class A : public B {\n public:\n  void F() const {\n  }\n};\n",
     {{3, 2}}},
    {"members set with braces",
     "A::A(int x)\n    : x_{x}, y_(x) {\n  G();\n}\n",
     {{1, 4}}},
    {"members set with braces last",
     "A::A(int x) : y_(x), x_{0} {\n}\n",
     {{1, 2}}},
    {"a trailing return type", "auto F() -> std::vector<int> {\n}\n", {{1, 2}}},
    {"an assignment operator", "A& A::operator=(const A& a) {\n}\n", {{1, 2}}},
    {"a default argument", "void F(A a = {}, int b = 1) {\n}\n", {{1, 2}}},
    {"a template with a default",
     "template <int N = 1>\nvoid F() {\n}\n",
     {{1, 3}}},
    {"a test case", "TEST_CASE(\"a {\", \"[b]\") {\n  F();\n}\n", {{1, 3}}},
    {"a lambda belongs to its function",
     "void F() {\n  G([] {\n    H();\n  });\n}\n",
     {{1, 5}}},
    {"C linkage", "extern \"C\" {\nint f(void) {\n}\n}\n", {{2, 2}}},
    {"a result that is a struct", "struct tm Now() {\n}\n", {{1, 2}}},
    {"a table inside is not counted",
     "void F() {\n  G({\n      {1, {2}},\n      {3, {4}},\n  });\n}\n",
     {{1, 3}}},
    {"a loop inside is",
     "void F() {\n  for (;;) {\n    G();\n  }\n}\n",
     {{1, 5}}},
    {"two functions", "void F() {\n}\n\nvoid G() {\n}\n", {{1, 2}, {4, 2}}},

    {"a declaration", "void F();\nvoid G(int a);\n", {}},
    {"a table", "const Case kCases[] = {\n    {1, F(2)},\n};\n", {}},
    {"a value", "const A kA = MakeA({1, 2});\nA b{1};\n", {}},
    {"a lambda that is a value",
     "const auto f = [](int a) {\n  G();\n};\n",
     {}},
    {"an enumeration", "enum class A : int {\n  kB,\n};\n", {}},
    {"a comment", "// void F() {\n/* { */\n", {}},
    {"a macro", "#define F() {\\\n {\n", {}},
    {"raw text", "const char* k = R\"(\nvoid F() {\n)\";\n", {}},
    {"a brace as a character", "const char k = '{';\n", {}},
    {"digits with separators", "const int k = 1'000'000;\n", {}},
    {"a figure with separators, then a brace",
     "void F() {\n  G(0x1'F, '{');\n}\n",
     {{1, 3}}},
    {"a quote as a wide character",
     "void F() {\n  G(U'\"');\n}\n\nvoid H() {\n}\n",
     {{1, 3}, {5, 2}}},
    {"a brace as one", "const char16_t k = u'{';\nvoid F() {\n}\n", {{2, 2}}},
};

TEST_CASE("FindFunctions finds the functions", "[sizes]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      std::vector<std::array<size_t, 2>> found;
      for (const Function& f : FindFunctions(c.source)) {
        found.push_back({f.line, f.lines});
      }
      CHECK(found == c.functions);
    }
  }
}

}  // namespace
}  // namespace saring
