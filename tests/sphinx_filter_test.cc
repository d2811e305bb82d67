// What the token filter adds to an index, keyword by keyword.

#include <dlfcn.h>
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "plugin/hosts/sphinx/plugin_interface.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

constexpr char kPolicy[] = R"(saring: 1
policy: sample
revision: "1"
lists:
  fashion: {noun: true, terms: [baju, jaket, kemeja]}
  used: {terms: [bekas, seken]}
rules:
  - {id: used-fashion, needs: [fashion, used], action: hide,
     hits: [baju bekas], misses: [baju baru, hp bekas]}
)";

using Words = std::vector<std::string>;

// One instance of the filter in a host that indexes.
class Filter {
 public:
  Filter() : handle_(dlopen(SARING_SPHINX_PLUGIN, RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr) throw std::runtime_error(dlerror());
    setenv("SARING_POLICY", dir_.Write("policy.yaml", kPolicy).c_str(), 1);
  }
  ~Filter() {
    Get<void(void*)>("deinit")(data_);
    dlclose(handle_);
  }

  // "" or the reason why init fails.
  std::string Init(const char* options) {
    std::string error(sphinx::kMostErrorBytes, '\0');
    const int failed = Get<int(void**, int, const char**, const char*, char*)>(
        "init")(&data_, 1, nullptr, options, error.data());
    return failed == 0 ? "" : error.c_str();
  }

  // What the index has of a field: each keyword, "+" before what was added at
  // its position, and "|" where the field ends.
  Words Index(Words keywords) {
    Words index;
    Get<void(void*, int)>("begin_field")(data_, 0);
    for (std::string& keyword : keywords) {
      int extra = 7, delta = 1;
      index.push_back(Get<char*(void*, char*, int*, int*)>("push_token")(
          data_, keyword.data(), &extra, &delta));
      CHECK(delta == 1);
      AddExtras(extra, &index);
    }
    const int extra = Get<int(void*)>("end_field")(data_);
    index.push_back("|");
    AddExtras(extra, &index);
    return index;
  }

  template <typename Function>
  Function* Get(const std::string& name) const {
    void* const symbol = dlsym(handle_, ("saring_reading_" + name).c_str());
    if (symbol == nullptr) throw std::runtime_error(name + " is not exported");
    return reinterpret_cast<Function*>(symbol);
  }

 private:
  void AddExtras(int extra, Words* index) {
    if (extra == 0) return;
    int delta = 1;
    const auto next = Get<char*(void*, int*)>("get_extra_token");
    while (const char* word = next(data_, &delta)) {
      CHECK(delta == 0);
      index->push_back(std::string("+") + word);
    }
  }

  const TempDir dir_;
  void* const handle_;
  void* data_ = nullptr;
};

struct Case {
  const char* why;
  Words keywords;  // as the host's charset table leaves them
  Words index;
};

const Case kCases[] = {
    {"figures for letters", {"hp", "b3k4s"}, {"hp", "b3k4s", "+bekas", "|"}},
    {"two words in one", {"bajubekas"}, {"bajubekas", "+baju", "+bekas", "|"}},
    {"a word once a field", {"bekas", "b3k4s"}, {"bekas", "b3k4s", "|"}},
    {"letters set apart follow the field",
     {"b", "e", "k", "a", "s", "ori"},
     {"b", "e", "k", "a", "s", "ori", "|", "+bekas"}},
    {"a word cut in two follows the field",
     {"ke", "meja", "baru"},
     {"ke", "meja", "baru", "|", "+kemeja"}},

    {"plain words", {"jual", "hp", "baru"}, {"jual", "hp", "baru", "|"}},
    {"terms as written", {"baju", "bekas"}, {"baju", "bekas", "|"}},
    {"a city", {"bekasi"}, {"bekasi", "|"}},
    {"models and sizes", {"s22", "50rb", "3in1"}, {"s22", "50rb", "3in1", "|"}},
    {"nothing", {}, {"|"}},
    {"not UTF-8", {"\xff\xfe"}, {"\xff\xfe", "|"}},
    {"longer than any keyword",
     {std::string(5000, 'b')},
     {std::string(5000, 'b'), "|"}},
};

TEST_CASE("A disguised word is indexed as it is read, too", "[sphinx]") {
  Filter filter;
  REQUIRE(filter.Init("") == "");
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.why) { CHECK(filter.Index(c.keywords) == c.index); }
  }
}

TEST_CASE("A field knows nothing of the one before", "[sphinx]") {
  Filter filter;
  REQUIRE(filter.Init(nullptr) == "");
  for (int i = 0; i < 3; ++i) {
    CHECK(filter.Index({"b3k4s"}) == Words{"b3k4s", "+bekas", "|"});
    CHECK(filter.Index({"b", "a"}) == Words{"b", "a", "|"});
    CHECK(filter.Index({"ju"}) == Words{"ju", "|"});
  }
}

TEST_CASE("A field of any length is indexed", "[sphinx]") {
  Filter filter;
  REQUIRE(filter.Init("") == "");
  Words keywords(100000, "kata");
  keywords.push_back("b3k4s");
  const Words index = filter.Index(keywords);
  CHECK(index.size() == keywords.size() + 2);
  CHECK(index[index.size() - 2] == "+bekas");
}

TEST_CASE("Options are refused: there are none", "[sphinx]") {
  Filter filter;
  CHECK(filter.Init("field=title") ==
        "saring: saring_reading takes no options");
  CHECK(filter.Init("") == "");
}

// A query's token filter is called by the same names: the longest keyword, the
// options, then the place of the error and nothing after it.
TEST_CASE("It does not filter queries", "[sphinx]") {
  Filter filter;
  std::string error(sphinx::kMostErrorBytes, '#');
  void* data = nullptr;
  const auto init = filter.Get<int(void**, int, const char*, char*)>("init");
  CHECK(init(&data, 142, "", error.data()) != 0);
  CHECK(std::string(error.c_str()).empty());
  CHECK(data == nullptr);
}

}  // namespace
}  // namespace saring
