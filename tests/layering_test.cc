// Each room includes only what it may: the walls of the design, by machine.

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "tests/source_tree.h"

namespace saring {
namespace {

struct Room {
  std::string_view path;  // every file whose path begins so; the longest wins
  std::vector<std::string_view> may_include;  // headers that begin so
};

// A room may always include itself and the standard library.
const std::vector<Room> kRooms = {
    {"normalizer/", {"unicode/"}},
    {"config/", {"yaml-cpp/"}},
    {"plugin/engine/", {"normalizer/", "config/"}},
    {"plugin/report/", {"plugin/engine/", "nlohmann/"}},
    {"plugin/monitor/",
     {"plugin/engine/", "plugin/report/", "plugin/process/", "nlohmann/",
      "unicode/"}},
    {"plugin/live/", {"plugin/engine/", "config/", "plugin/process/"}},
    {"plugin/process/", {}},
    {"plugin/c_api/",
     {"plugin/engine/", "plugin/report/", "plugin/monitor/", "plugin/live/",
      "saring/"}},
    {"plugin/include/", {}},
    {"plugin/hosts/xapian/", {"saring/", "xapian.h"}},
    {"plugin/hosts/xapian_preload/", {"saring/", "xapian.h", "dlfcn.h"}},
    {"plugin/hosts/opensearch/", {"saring/", "nlohmann/"}},
    {"plugin/hosts/sphinx/", {"saring/"}},
    {"plugin/cli/", {"saring/", "xapian.h", "CLI/", "nlohmann/"}},
};

// Open to everything: they test and measure all rooms.
const std::vector<std::string_view> kOpenRooms = {"tests/", "bench/"};

// Of the system's headers, those that are not C++'s own and that may be used
// anywhere but in the public C header.
const std::regex kSystemHeader(
    "[a-z_0-9]+|std[a-z]+\\.h|(poll|emmintrin|unistd|fcntl|signal|errno|limits|"
    "locale|malloc|pthread|"
    "string|"
    "termios|time)\\.h|"
    "sys/[a-z]+\\.h");

// What the public C header may include.
const std::regex kPublicHeader("stddef\\.h|stdint\\.h|saring/saring\\.h");

const Room* RoomOf(std::string_view path) {
  const Room* found = nullptr;
  for (const Room& room : kRooms) {
    if (path.starts_with(room.path) &&
        (found == nullptr || room.path.size() > found->path.size())) {
      found = &room;
    }
  }
  return found;
}

bool IsOpen(std::string_view path) {
  return std::any_of(kOpenRooms.begin(), kOpenRooms.end(),
                     [&](auto room) { return path.starts_with(room); });
}

bool MayInclude(const Room& room, const std::string& header, bool quoted) {
  if (room.path == "plugin/include/") {
    return std::regex_match(header, kPublicHeader);
  }
  if (!quoted && std::regex_match(header, kSystemHeader)) return true;
  if (quoted && header.starts_with(room.path)) return true;
  return std::any_of(room.may_include.begin(), room.may_include.end(),
                     [&](auto prefix) { return header.starts_with(prefix); });
}

// Judges one line of a file of `room`; "" when there is nothing to say.
std::string IncludeFault(const Room& room, const std::string& line) {
  static const std::regex kInclude(
      R"re(\s*#\s*include\s*([<"])([^>"]+)[>"].*)re");
  std::smatch match;
  if (!std::regex_match(line, match, kInclude)) return "";
  const std::string header = match[2];
  if (MayInclude(room, header, match[1] == "\"")) return "";
  return std::string(room.path) + " may not include " + header;
}

Faults LayeringFaults(const SourceTree& tree) {
  Faults faults;
  for (const auto& [path, content] : tree) {
    if (!IsSource(path) || IsOpen(path)) continue;
    const Room* room = RoomOf(path);
    if (room == nullptr) {
      faults.push_back(path + ": lies in no room");
      continue;
    }
    const std::vector<std::string> lines = Lines(content);
    for (size_t i = 0; i < lines.size(); ++i) {
      const std::string fault = IncludeFault(*room, lines[i]);
      if (fault.empty()) continue;
      faults.push_back(path + ":" + std::to_string(i + 1) + ": " + fault);
    }
  }
  return faults;
}

TEST_CASE("Every room includes only what it may", "[layering]") {
  const SourceTree tree = ReadSourceTree(SARING_SOURCE_DIR);
  REQUIRE(tree.contains("plugin/include/saring/saring.h"));
  CHECK(LayeringFaults(tree) == Faults{});
}

struct Case {
  const char* why;
  const char* path;
  const char* line;
  const char* fault;  // nullptr: none
};

const Case kCases[] = {
    {"the normalizer knows no policy", "normalizer/x.cc",
     "#include \"config/policy.h\"",
     "normalizer/ may not include config/policy.h"},
    {"the policy knows no normalizer", "config/x.h",
     "#include \"normalizer/normalizer.h\"",
     "config/ may not include normalizer/normalizer.h"},
    {"YAML is the loader's business", "plugin/engine/x.cc",
     "#include <yaml-cpp/yaml.h>",
     "plugin/engine/ may not include yaml-cpp/yaml.h"},
    {"ICU is the normalizer's business", "config/x.cc",
     "#include <unicode/uchar.h>", "config/ may not include unicode/uchar.h"},
    {"the engine does not report", "plugin/engine/x.cc",
     "#include \"plugin/report/json.h\"",
     "plugin/engine/ may not include plugin/report/json.h"},
    {"the core does not link Xapian", "plugin/c_api/x.cc",
     "#include <xapian.h>", "plugin/c_api/ may not include xapian.h"},
    {"a host is a client of the C ABI", "plugin/hosts/xapian/x.cc",
     "#include \"plugin/engine/ruleset.h\"",
     "plugin/hosts/xapian/ may not include plugin/engine/ruleset.h"},
    {"and of no private part of another host",
     "plugin/hosts/xapian_preload/x.cc",
     "#include \"plugin/hosts/xapian/handles.h\"",
     "plugin/hosts/xapian_preload/ may not include "
     "plugin/hosts/xapian/handles.h"},
    {"the command is a client of the C ABI", "plugin/cli/x.cc",
     "#include \"normalizer/normalizer.h\"",
     "plugin/cli/ may not include normalizer/normalizer.h"},
    {"the public header is C and two headers", "plugin/include/saring/saring.h",
     "#include <stdio.h>", "plugin/include/ may not include stdio.h"},
    {"spaces do not hide an include", "config/x.cc", " # include <xapian.h>",
     "config/ may not include xapian.h"},
    {"a path that depends on the including file", "config/x.cc",
     "#include \"policy.h\"", "config/ may not include policy.h"},
    {"a library that nobody decided on", "config/x.cc",
     "#include <boost/any.hpp>", "config/ may not include boost/any.hpp"},

    {"its own room", "config/x.cc", "#include \"config/policy.h\"", nullptr},
    {"a host meets the programs of its engine",
     "plugin/hosts/xapian_preload/x.cc", "#include <dlfcn.h>", nullptr},
    {"the standard library", "config/x.cc", "#include <string_view>", nullptr},
    {"the system", "plugin/cli/x.cc", "#include <unistd.h>", nullptr},
    {"the engine compiles policies", "plugin/engine/x.cc",
     "#include \"config/policy.h\"", nullptr},
    {"the engine reads text", "plugin/engine/x.cc",
     "#include \"normalizer/normalizer.h\"", nullptr},
    {"a host meets its engine", "plugin/hosts/xapian/x.cc",
     "#include <xapian.h>", nullptr},
    {"tests may look anywhere", "tests/x_test.cc",
     "#include \"plugin/engine/ruleset.h\"", nullptr},
    {"a comment is not an include", "config/x.cc",
     "// #include <xapian.h> would be wrong here", nullptr},
};

TEST_CASE("A planted include is found, and only that", "[layering]") {
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      const SourceTree tree = {{c.path, std::string("\n") + c.line + "\n"}};
      const Faults expected =
          c.fault ? Faults{std::string(c.path) + ":2: " + c.fault} : Faults{};
      CHECK(LayeringFaults(tree) == expected);
    }
  }
}

TEST_CASE("A source outside every room is found", "[layering]") {
  CHECK(LayeringFaults({{"plugin/extra.cc", ""}}) ==
        Faults{"plugin/extra.cc: lies in no room"});
}

}  // namespace
}  // namespace saring
