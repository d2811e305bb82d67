// Rules in shadow and reviewers' words, through the C interface.

#include <saring/saring.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace {

struct Case {
  const char* why;
  std::string_view id, title;
  uint32_t action, flags, rules, shadow;
  std::string_view reason;  // of a reviewer
};

const Case kCases[] = {
    {"in shadow alone", "", "helm retak", SARING_SHOW, 0, 0, 1, ""},
    {"a reviewer shows", "SR-0042", "helm retak bekas", SARING_SHOW,
     SARING_OVERRIDDEN, 0, 2, "foto menunjukkan helm baru"},
    {"a reviewer hides", "SR-0077", "kaca", SARING_HIDE, SARING_OVERRIDDEN, 0,
     0, "dijual tanpa izin"},
    {"nothing", "", "helm baru", SARING_SHOW, 0, 0, 0, ""},
    {"another listing", "SR-0043", "kaca", SARING_SHOW, 0, 0, 0, ""},
    {"empty", "", "", SARING_SHOW, 0, 0, 0, ""},
};

TEST_CASE("What would have been can be read", "[c_api]") {
  saring_policy* policy = nullptr;
  REQUIRE(saring_policy_create(SARING_SOURCE_DIR "/tests/outside/rollout.yaml",
                               &policy, nullptr) == SARING_OK);
  saring_scratch* const scratch = saring_scratch_create();
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    saring_listing listing = {};
    listing.struct_size = sizeof listing;
    listing.id = c.id.data();
    listing.id_size = c.id.size();
    listing.title = c.title.data();
    listing.title_size = c.title.size();
    saring_verdict verdict = {};
    verdict.struct_size = sizeof verdict;
    REQUIRE(saring_check_listing(policy, scratch, &listing, &verdict) ==
            SARING_OK);
    CHECK(verdict.action == c.action);
    CHECK(verdict.flags == c.flags);
    CHECK(verdict.rule_count == c.rules);
    REQUIRE(verdict.shadow_count == c.shadow);
    const char* const reason = verdict.override_reason;
    CHECK((reason == nullptr ? "" : reason) == c.reason);
    saring_rule rule = {};
    rule.struct_size = sizeof rule;
    CHECK(saring_shadow_rule(scratch, c.shadow, &rule) ==
          SARING_INVALID_ARGUMENT);
    for (size_t i = 0; i < c.shadow; ++i) {
      REQUIRE(saring_shadow_rule(scratch, i, &rule) == SARING_OK);
      REQUIRE(rule.evidence_count == 2);
      saring_evidence evidence = {};
      evidence.struct_size = sizeof evidence;
      REQUIRE(saring_shadow_evidence(scratch, i, 0, &evidence) == SARING_OK);
      CHECK(std::string(evidence.read_as) == "helm");
      CHECK(saring_shadow_evidence(scratch, i, 2, &evidence) ==
            SARING_INVALID_ARGUMENT);
    }
  }
  saring_scratch_free(scratch);
  saring_policy_free(policy);
}

TEST_CASE("Who knows nothing of shadows gets an older verdict", "[c_api]") {
  saring_policy* policy = nullptr;
  REQUIRE(saring_policy_create(SARING_SOURCE_DIR "/tests/outside/rollout.yaml",
                               &policy, nullptr) == SARING_OK);
  saring_scratch* const scratch = saring_scratch_create();
  saring_verdict verdict;
  std::memset(&verdict, 0x5a, sizeof verdict);
  verdict.struct_size = offsetof(saring_verdict, shadow_count);
  REQUIRE(saring_check_query(policy, scratch, "helm retak", 10, &verdict) ==
          SARING_OK);
  CHECK(verdict.action == SARING_SHOW);
  CHECK(verdict.shadow_count == 0x5a5a5a5au);
  saring_scratch_free(scratch);
  saring_policy_free(policy);
}

}  // namespace
