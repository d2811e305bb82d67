// The plugin as its host sees it: symbols of a file, plain structs, any bytes.

#include <dlfcn.h>
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "plugin/hosts/sphinx/plugin_interface.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

using sphinx::Arguments;
using sphinx::Call;
using sphinx::kMostErrorBytes;
using sphinx::kString;

constexpr char kPolicy[] = R"(saring: 1
policy: sample
revision: "1"
lists:
  fashion: {noun: true, terms: [baju, jaket], category: ["Fashion*"]}
  used: {terms: [bekas], condition: [bekas], except: ["bekas {mark}"]}
  mark: {terms: [jerawat]}
rules:
  - {id: used-fashion, needs: [fashion, used], action: hide,
     hits: [baju bekas], misses: [baju baru, krim bekas jerawat]}
)";

constexpr int kInteger = 1;

class Library {
 public:
  Library() : handle_(dlopen(SARING_SPHINX_PLUGIN, RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr) throw std::runtime_error(dlerror());
  }
  ~Library() { dlclose(handle_); }

  template <typename Function>
  Function* Get(const std::string& name) const {
    void* const symbol = dlsym(handle_, name.c_str());
    if (symbol == nullptr) throw std::runtime_error(name + " is not exported");
    return reinterpret_cast<Function*>(symbol);
  }

 private:
  void* const handle_;
};

void* Allocate(int bytes) { return malloc(static_cast<size_t>(bytes)); }
void* NoMemory(int) { return nullptr; }

// One call of both functions, as a query makes it.
class Query {
 public:
  explicit Query(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (std::string& text : texts_) {
      values_.push_back(text.data());
      sizes_.push_back(static_cast<int>(text.size()));
    }
    kinds_.assign(texts_.size(), kString);
  }

  void SetValue(size_t index, char* value, int size) {
    values_.at(index) = value;
    sizes_.at(index) = size;
  }
  void SetKind(size_t index, int kind) { kinds_.at(index) = kind; }
  void SetAllocate(void* (*allocate)(int)) { allocate_ = allocate; }

  // "" or the reason why init of the function fails.
  std::string Init(const std::string& function) {
    std::string error(kMostErrorBytes + 1, '#');
    Arguments arguments = Pack();
    const int failed = library_.Get<int(Call*, Arguments*, char*)>(
        function + "_init")(nullptr, &arguments, error.data());
    CHECK(error.back() == '#');
    return failed == 0 ? "" : error.c_str();
  }

  long long Action() {
    Arguments arguments = Pack();
    return library_.Get<long long(Call*, Arguments*, char*)>("saring_action")(
        nullptr, &arguments, nullptr);
  }

  std::string Rule() {
    Arguments arguments = Pack();
    char* const rule = library_.Get<char*(Call*, Arguments*, char*)>(
        "saring_rule")(nullptr, &arguments, nullptr);
    const std::string copy = rule == nullptr ? "NULL" : rule;
    free(rule);
    return copy;
  }

 private:
  Arguments Pack() {
    return {static_cast<int>(values_.size()),
            kinds_.data(),
            values_.data(),
            nullptr,
            sizes_.data(),
            allocate_};
  }

  Library library_;
  std::vector<std::string> texts_;
  std::vector<int> kinds_;
  std::vector<char*> values_;
  std::vector<int> sizes_;
  void* (*allocate_)(int) = Allocate;
};

// SARING_POLICY names the policy for as long as this lives.
class ServedPolicy {
 public:
  ServedPolicy() {
    setenv("SARING_POLICY", dir_.Write("policy.yaml", kPolicy).c_str(), 1);
  }
  ~ServedPolicy() { unsetenv("SARING_POLICY"); }

 private:
  const TempDir dir_;
};

// First in this file: once a process has a policy it keeps it.
TEST_CASE("Without a good policy nothing starts, and why is said", "[sphinx]") {
  unsetenv("SARING_POLICY");
  Query query({"baju bekas"});
  CHECK(query.Init("saring_action") ==
        "saring: SARING_POLICY is not set: the environment of searchd and "
        "indexer must name the policy");
  CHECK(query.Action() == 30);
  CHECK(query.Rule() == "");

  const TempDir dir;
  const std::string faulty = dir.Write("faulty.yaml", "saring: 1\n");
  setenv("SARING_POLICY", faulty.c_str(), 1);
  CHECK(query.Init("saring_rule").find(faulty + ":1:1: ") != std::string::npos);
  setenv("SARING_POLICY", dir.At(std::string(400, 'x')).c_str(), 1);
  CHECK(query.Init("saring_action").size() == kMostErrorBytes - 1);
  unsetenv("SARING_POLICY");
}

TEST_CASE("The library tells the interface that it was made for", "[sphinx]") {
  const int version = Library().Get<int()>("saring_sphinx_ver")();
  CHECK(version == sphinx::kInterfaceVersion);
  CHECK(version >= 8);  // what Sphinx 2.2.11 asks for
}

struct Case {
  const char* why;
  std::vector<std::string> texts;  // title, category, condition
  long long action;
};

const Case kCases[] = {
    {"used clothes", {"jual baju bekas"}, 30},
    {"in disguise", {"jual b4ju b3k4s"}, 30},
    {"used by its condition", {"jaket denim", "", "bekas"}, 30},
    {"clothes by their category", {"bekas layak", "Fashion Pria > Atasan"}, 30},

    {"new clothes", {"jual baju baru"}, 0},
    {"new by its condition", {"jaket denim", "Fashion Pria", "baru"}, 0},
    {"marks of acne", {"krim bekas jerawat"}, 0},
    {"a city", {"baju komunitas bekasi"}, 0},
    {"nothing", {""}, 0},
    {"nothing, three times", {"", "", ""}, 0},
    {"not UTF-8", {"\xff\xfe\x80", "\xc3", "\xf0\x9f"}, 0},
    {"a NUL within", {std::string("baju\0baru", 9)}, 0},
    {"a megabyte", {std::string(1 << 20, 'a')}, 0},
    {"marks beyond measure", {"a" + std::string(3000, '\xcc')}, 0},
};

TEST_CASE("Functions give what the policy says of any bytes", "[sphinx]") {
  const ServedPolicy policy;
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) {
      Query query(c.texts);
      CHECK(query.Init("saring_action") == "");
      CHECK(query.Init("saring_rule") == "");
      CHECK(query.Action() == c.action);
      CHECK(query.Rule() == (c.action == 0 ? "" : "used-fashion"));
    }
  }
}

TEST_CASE("A string attribute that is not there is empty", "[sphinx]") {
  const ServedPolicy policy;
  Query query({"baju baru", "x", "y"});
  REQUIRE(query.Init("saring_action") == "");
  for (const size_t index : {2, 1, 0}) {
    query.SetValue(index, nullptr, index == 1 ? 7 : 0);
    CHECK(query.Action() == 0);
    CHECK(query.Rule() == "");
  }
  char text[] = "bekas";
  query.SetValue(0, text, -1);
  CHECK(query.Action() == 0);
}

TEST_CASE("A string without memory is NULL", "[sphinx]") {
  const ServedPolicy policy;
  Query query({"baju bekas"});
  REQUIRE(query.Init("saring_rule") == "");
  query.SetAllocate(NoMemory);
  CHECK(query.Rule() == "NULL");
}

TEST_CASE("Wrong arguments are refused before the query runs", "[sphinx]") {
  const ServedPolicy policy;
  const std::string wanted =
      "saring: expected (title), (title, category) or (title, category, "
      "condition), all of them string attributes";
  Query integer({"a", "b"});
  integer.SetKind(1, kInteger);
  for (const std::string function : {"saring_action", "saring_rule"}) {
    CHECK(Query({}).Init(function) == wanted);
    CHECK(Query({"a", "b", "c", "d"}).Init(function) == wanted);
    CHECK(integer.Init(function) == wanted);
    CHECK(Query({"a"}).Init(function) == "");
    CHECK(Query({"a", "b", "c"}).Init(function) == "");
  }
}

// searchd makes a thread a connection; each has memory of its own here.
TEST_CASE("Threads come and go", "[sphinx]") {
  const ServedPolicy policy;
  REQUIRE(Query({"a"}).Init("saring_action") == "");
  for (int round = 0; round < 20; ++round) {
    std::vector<std::thread> threads;
    std::vector<long long> actions(8);
    for (long long& action : actions) {
      threads.emplace_back(
          [&action] { action = Query({"baju bekas"}).Action(); });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(actions == std::vector<long long>(8, 30));
  }
}

}  // namespace
}  // namespace saring
