// Debian's own Xapian programs, run with and without the preloaded library.

#ifndef SARING_TESTS_STOCK_PROGRAMS_H_
#define SARING_TESTS_STOCK_PROGRAMS_H_

#include <saring/saring.h>

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {

inline const std::string kStockPolicy =
    std::string(SARING_SOURCE_DIR) + "/tests/data/preload_policy.yaml";

// What a program is told besides its arguments: `NAME=value` each.
using Variables = std::vector<std::string>;

// Those that put the library before Xapian, with the policy of the tests.
inline Variables Preloaded(Variables more = {}) {
  more.push_back("LD_PRELOAD=" SARING_PRELOAD);
  more.push_back("SARING_POLICY=" + kStockPolicy);
  // The later one holds where `more` names another policy.
  std::rotate(more.rbegin(), more.rbegin() + 2, more.rend());
  return more;
}

struct Said {
  int exit_code = 0;
  std::string out, err;
};

// Runs the program `words[0]`, found as a shell finds it, in the environment of
// the test without any variable of the library's own, and with `variables`.
inline Said RunStock(const std::vector<std::string>& words,
                     const Variables& variables, const std::string& in = "") {
  const TempDir dir;
  Program program;
  program.words = {"/usr/bin/env", "--unset=LD_PRELOAD",
                   "--unset=SARING_POLICY"};
  program.words.insert(program.words.end(), variables.begin(), variables.end());
  program.words.insert(program.words.end(), words.begin(), words.end());
  program.in = dir.Write("in", in);
  program.out = dir.At("out");
  program.err = dir.At("err");
  Said said;
  said.exit_code = WaitForProgram(StartProgram(program)).exit_code;
  said.out = ReadFile(program.out);
  said.err = ReadFile(program.err);
  return said;
}

using Ids = std::vector<std::string>;

// The listings that a page shows, in its order: of each line `id=...` the rest,
// up to a space.
inline Ids IdsOn(const std::string& page) {
  Ids ids;
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) {
    if (line.compare(0, 3, "id=") != 0) continue;
    ids.push_back(line.substr(3, line.find(' ') - 3));
  }
  return ids;
}

struct Good {
  std::string id, title;
  int price = 0;
  int seller = 0;
};

inline saring_action ActionOn(const std::string& title) {
  struct Handles {
    saring_policy* policy = nullptr;
    saring_scratch* scratch = saring_scratch_create();
    Handles() { saring_policy_create(kStockPolicy.c_str(), &policy, nullptr); }
    ~Handles() {
      saring_scratch_free(scratch);
      saring_policy_free(policy);
    }
  };
  static const Handles handles;
  saring_listing listing = {};
  listing.struct_size = sizeof listing;
  listing.title = title.data();
  listing.title_size = title.size();
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  REQUIRE(saring_check_listing(handles.policy, handles.scratch, &listing,
                               &verdict) == SARING_OK);
  return static_cast<saring_action>(verdict.action);
}

// A hundred goods at random, the same in every run; no two of one price.
inline const std::vector<Good>& AllGoods() {
  static const std::vector<Good> goods = [] {
    const std::vector<std::string> words = {
        "jaket", "baju", "kaos",   "jaket", "merah",
        "biru",  "krim", "bekas",  "murah", "thrift",
        "merah", "pria", "second", "tas",   "balpres"};
    std::mt19937 rng(20);
    std::vector<Good> made;
    for (int i = 1; i <= 100; ++i) {
      Good good;
      good.id = std::to_string(i);
      for (size_t n = 2 + rng() % 4; n > 0; --n) {
        good.title += (good.title.empty() ? "" : " ");
        good.title += words[rng() % words.size()];
      }
      good.price = 1000 + i * 37 % 101;
      good.seller = i % 7;
      made.push_back(good);
    }
    return made;
  }();
  return goods;
}

// `plain`, the page without the library, less what is hidden, and what is
// demoted behind the rest.
inline Ids Sieved(const Ids& plain) {
  Ids ordinary, demoted;
  for (const std::string& id : plain) {
    const saring_action action = ActionOn(AllGoods()[std::stoul(id) - 1].title);
    if (action == SARING_HIDE) continue;
    (action == SARING_DEMOTE ? demoted : ordinary).push_back(id);
  }
  ordinary.insert(ordinary.end(), demoted.begin(), demoted.end());
  return ordinary;
}

// For scriptindex: how a record becomes a document, and the records.
inline const char* const kStockScript =
    "id : boolean=Q unique=Q field\n"
    "title : index=S index field\n"
    "price : value=0\n"
    "seller : value=1 field\n";

inline std::string RecordOf(const Good& good) {
  return "id=" + good.id + "\ntitle=" + good.title +
         "\nprice=" + std::to_string(good.price) +
         "\nseller=" + std::to_string(good.seller) + "\n\n";
}

// Indexes `records` into the database `path` by `script`.
inline Said ScriptIndex(const TempDir& dir, const std::string& path,
                        const std::string& records, const Variables& variables,
                        const std::string& script = kStockScript) {
  return RunStock(
      {"scriptindex", "-s", "none", path, dir.Write("index.script", script)},
      variables, records);
}

}  // namespace saring

#endif  // SARING_TESTS_STOCK_PROGRAMS_H_
