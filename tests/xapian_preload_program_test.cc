// A program of threads, transactions and copied objects, with the library
// before it.

#include "tests/stock_programs.h"

namespace saring {
namespace {

const char* const kTitles =
    "jaket thrift\njaket bekas\njaket merah\nkrim bekas\nbaju selundupan\n"
    "jaket biru tua\njaket hijau\n";

struct Shop {
  TempDir dir;
  explicit Shop(const Variables& variables) {
    const Said said =
        RunStock({PLAIN_PROGRAM, "index", dir.At("db")}, variables, kTitles);
    INFO(said.err);
    REQUIRE(said.exit_code == 0);
    CHECK(said.err.empty());
  }
  Said Run(const char* what, const char* query,
           const Variables& variables) const {
    return RunStock({PLAIN_PROGRAM, what, dir.At("db"), query}, variables);
  }
};

std::string Lines(const std::vector<std::string>& titles) {
  std::string lines;
  for (const std::string& title : titles) {
    lines += "{\"title\": \"" + title + "\"}\n";
  }
  return lines;
}

struct Case {
  const char* why;
  const char* query;
  std::vector<std::string> plain, sieved;
};

const Case kCases[] = {
    {"hidden and demoted",
     "jaket",
     {"jaket hijau", "jaket biru tua", "jaket merah", "jaket bekas",
      "jaket thrift"},
     {"jaket hijau", "jaket biru tua", "jaket merah", "jaket thrift"}},
    {"prohibited, without some words",
     "jaket bekas",
     {"jaket hijau", "jaket biru tua", "krim bekas", "jaket merah",
      "jaket bekas", "jaket thrift"},
     {"jaket hijau", "jaket biru tua", "jaket merah", "jaket thrift"}},
    {"prohibited, nothing", "selundupan", {"baju selundupan"}, {}},
    {"innocent", "krim", {"krim bekas"}, {"krim bekas"}},
};

TEST_CASE("Threads and copies find the same, sieved", "[preload]") {
  const Shop shop(Preloaded());
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    CHECK(shop.Run("search", c.query, {}).out == Lines(c.plain));
    const Said said = shop.Run("search", c.query, Preloaded());
    CHECK(said.exit_code == 0);
    CHECK(said.err.empty());
    CHECK(said.out == Lines(c.sieved));
  }
}

TEST_CASE("An Enquire is what the program made it, search after search",
          "[preload]") {
  const Shop shop(Preloaded());
  const std::string rest = "Query(jaket@1)\njaket\n";
  CHECK(shop.Run("again", "jaket", {}).out ==
        Lines({"jaket hijau", "jaket merah", "jaket bekas", "jaket thrift",
               "jaket biru tua"}) +
            rest);
  CHECK(
      shop.Run("again", "jaket", Preloaded()).out ==
      Lines({"jaket hijau", "jaket merah", "jaket biru tua", "jaket thrift"}) +
          rest);
}

TEST_CASE("A search within a search is sieved as any other", "[preload]") {
  const Shop shop(Preloaded());
  CHECK(shop.Run("within", "hijau thrift", Preloaded()).out ==
        Lines({"jaket hijau", "jaket thrift"}));
  const char* const prohibited = "krim selundupan";
  CHECK(shop.Run("within", prohibited, {}).out ==
        Lines({"krim bekas", "baju selundupan"}));
  CHECK(shop.Run("within", prohibited, Preloaded()).out.empty());
}

TEST_CASE("A corrected spelling that is prohibited is not proposed",
          "[preload]") {
  const Shop shop(Preloaded());
  CHECK(shop.Run("spell", "selundapan", {}).out == "selundupan\n");
  CHECK(shop.Run("spell", "selundapan", Preloaded()).out == "\n");
  CHECK(shop.Run("spell", "meruh", Preloaded()).out == "merah\n");
}

TEST_CASE("Without the library nothing is tagged, and searches say so",
          "[preload]") {
  const Shop shop({});
  const Said said = shop.Run("search", "jaket", Preloaded());
  CHECK(said.err.find("not tagged by this policy") != std::string::npos);
  CHECK(shop.Run("search", "jaket bekas", Preloaded()).out.empty());
}

}  // namespace
}  // namespace saring
