// Many threads share one policy, each with a scratch of its own.

#include <saring/saring.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 200;

struct FreePolicy {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
struct FreeScratch {
  void operator()(saring_scratch* s) const { saring_scratch_free(s); }
};
using Policy = std::unique_ptr<saring_policy, FreePolicy>;
using Scratch = std::unique_ptr<saring_scratch, FreeScratch>;

Policy Load() {
  saring_policy* policy = nullptr;
  const std::string path =
      std::string(SARING_SOURCE_DIR) + "/tests/data/c_api_policy.yaml";
  REQUIRE(saring_policy_create(path.c_str(), &policy, nullptr) == SARING_OK);
  return Policy(policy);
}

// Hidden, demoted, innocent; ASCII and not, so that all of ICU's shared state
// is used at once.
const std::vector<std::string> kTexts = {
    "baju bekas murah",
    "BAJU \u24d1\u24d4\u24da\u24d0\u24e2",
    "kaos \uff42\uff45\uff4b\uff41\uff53",
    "baju bekas koleksi pribadi",
    "baju lungsuran",
    "rombengan",
    "krim bekas jerawat",
    "kaos baru \u2014 obral\u2026",
    "caf\u00e9 second",
    "\xff\xfe bekas",
    "",
};

// All that a caller may learn of a text, as one string.
std::string Story(const saring_policy* policy, saring_scratch* scratch,
                  const std::string& text) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  if (saring_check_query(policy, scratch, text.data(), text.size(), &verdict) !=
      SARING_OK) {
    return "failed";
  }
  std::string story = std::to_string(verdict.action) + " " +
                      (verdict.rule_id ? verdict.rule_id : "-");
  const char* json = nullptr;
  if (saring_explain_query(policy, scratch, text.data(), text.size(), &json,
                           nullptr) != SARING_OK) {
    return "failed";
  }
  return story + " " + json;
}

std::vector<std::string> Stories(const saring_policy* policy) {
  const Scratch scratch(saring_scratch_create());
  std::vector<std::string> stories;
  for (const std::string& text : kTexts) {
    stories.push_back(Story(policy, scratch.get(), text));
  }
  return stories;
}

TEST_CASE("Threads that share a policy get the verdicts of one", "[threads]") {
  const Policy policy = Load();
  const std::vector<std::string> expected = Stories(policy.get());
  REQUIRE(expected[0].starts_with("30 used-fashion "));
  REQUIRE(expected[6].starts_with("0 - "));

  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const Scratch scratch(saring_scratch_create());
      for (int i = 0; i < kRounds; ++i) {
        const size_t at = static_cast<size_t>(t + i) % kTexts.size();
        wrong += Story(policy.get(), scratch.get(), kTexts[at]) != expected[at];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("Handles are shared and freed by many threads", "[threads]") {
  Policy policy = Load();
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    // The thread's own handle; the first one is gone before most begin.
    threads.emplace_back([&wrong, own = saring_policy_share(policy.get())] {
      const Scratch scratch(saring_scratch_create());
      for (int i = 0; i < kRounds; ++i) {
        const Policy again(saring_policy_share(own));
        wrong += !Story(again.get(), scratch.get(), "baju bekas")
                      .starts_with("30 used-fashion ");
      }
      saring_policy_free(own);
    });
  }
  policy.reset();
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("Threads load policies side by side", "[threads]") {
  const Policy policy = Load();
  const std::string expected = saring_policy_fingerprint(policy.get());
  const std::string path =
      std::string(SARING_SOURCE_DIR) + "/tests/data/c_api_policy.yaml";
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      saring_policy* own = nullptr;
      wrong += saring_policy_create(path.c_str(), &own, nullptr) != SARING_OK;
      wrong += expected != saring_policy_fingerprint(own);
      saring_policy_free(own);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

}  // namespace
