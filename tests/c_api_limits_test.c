/* The ABI at its limits, used from C.
 *
 *   c_api_limits_test POLICY
 *
 * Structs of older and newer callers, texts of megabytes, and what is borrowed:
 * it lives as long as the header says, whatever becomes of the handles.
 */

#include "tests/c_check.h"

/* A struct as a later version may have it: more fields at its end. */
#define LARGER(type)         \
  struct {                   \
    type now;                \
    unsigned char later[32]; \
  }

static void test_larger_structs(const saring_policy* policy,
                                saring_scratch* scratch) {
  LARGER(saring_verdict) v;
  LARGER(saring_rule) rule;
  LARGER(saring_evidence) evidence;
  LARGER(saring_listing) listing;
  soil(&v, sizeof v);
  soil(&rule, sizeof rule);
  soil(&evidence, sizeof evidence);
  soil(&listing, sizeof listing);
  v.now.struct_size = sizeof v;
  rule.now.struct_size = sizeof rule;
  evidence.now.struct_size = sizeof evidence;
  listing.now = make_listing("baju bekas");
  listing.now.struct_size = sizeof listing;

  CHECK(saring_check_query(policy, scratch, "baju bekas", 10, &v.now) ==
        SARING_OK);
  CHECK(v.now.action == SARING_HIDE && v.now.struct_size == sizeof v);
  CHECK(saring_check_listing(policy, scratch, &listing.now, &v.now) ==
        SARING_OK);
  CHECK(v.now.action == SARING_HIDE);
  CHECK(saring_fired_rule(scratch, 0, &rule.now) == SARING_OK);
  CHECK(saring_fired_evidence(scratch, 0, 0, &evidence.now) == SARING_OK);
  CHECK(untouched(v.later, sizeof v.later));
  CHECK(untouched(rule.later, sizeof rule.later));
  CHECK(untouched(evidence.later, sizeof evidence.later));
}

static void test_short_structs(const saring_policy* policy,
                               saring_scratch* scratch) {
  CHECK(check_query(policy, scratch, "baju bekas").rule_count == 1);
  const size_t shorts[] = {0, 4, 8, 12};
  for (size_t i = 0; i < sizeof shorts / sizeof *shorts; ++i) {
    saring_verdict v = soiled_verdict(shorts[i]);
    saring_listing listing = make_listing("kaos");
    CHECK(saring_check_query(policy, scratch, "kaos", 4, &v) ==
          SARING_INVALID_ARGUMENT);
    CHECK(saring_check_listing(policy, scratch, &listing, &v) ==
          SARING_INVALID_ARGUMENT);
    CHECK(verdict_untouched(&v));
    v.struct_size = sizeof v;
    listing.struct_size = (uint32_t)shorts[i];
    CHECK(saring_check_listing(policy, scratch, &listing, &v) ==
          SARING_INVALID_ARGUMENT);
    CHECK(verdict_untouched(&v));
    const char* json = NULL;
    CHECK(saring_explain_listing(policy, scratch, &listing, &json, NULL) ==
          SARING_INVALID_ARGUMENT);
    CHECK(json == NULL);

    saring_rule rule = {.struct_size = (uint32_t)shorts[i], .action = 99};
    CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_INVALID_ARGUMENT);
    CHECK(rule.action == 99 && rule.id == NULL);
    saring_evidence e = {.struct_size = (uint32_t)shorts[i], .field = 99};
    CHECK(saring_fired_evidence(scratch, 0, 0, &e) == SARING_INVALID_ARGUMENT);
    CHECK(e.field == 99 && e.list == NULL);
  }
}

enum { kHuge = 10 * 1000 * 1000 };

/* `unit` again and again, kHuge bytes of it. */
static char* make_huge(const char* unit) {
  char* text = malloc(kHuge);
  if (text == NULL) exit(1);
  const size_t size = strlen(unit);
  for (size_t i = 0; i < kHuge; ++i) text[i] = unit[i % size];
  return text;
}

static void test_huge_text(const saring_policy* policy, saring_scratch* scratch,
                           const char* unit, saring_action expected) {
  char* text = make_huge(unit);
  saring_verdict v = soiled_verdict(sizeof v);
  CHECK(saring_check_query(policy, scratch, text, kHuge, &v) == SARING_OK);
  CHECK(v.flags == SARING_TEXT_CUT && v.action == (uint32_t)expected);

  saring_listing listing = make_listing("kaos");
  listing.description = text;
  listing.description_size = kHuge;
  CHECK(saring_check_listing(policy, scratch, &listing, &v) == SARING_OK);
  CHECK(v.flags == SARING_TEXT_CUT);
  listing = make_listing("kaos");
  listing.id = listing.seller = text; /* not looked at, so not cut */
  listing.id_size = listing.seller_size = kHuge;
  CHECK(saring_check_listing(policy, scratch, &listing, &v) == SARING_OK);
  CHECK(v.flags == 0);

  const char* out = NULL;
  size_t size = 0;
  CHECK(saring_explain_query(policy, scratch, text, kHuge, &out, &size) ==
        SARING_OK);
  CHECK(out != NULL && strlen(out) == size);
  CHECK(saring_normalize(policy, scratch, text, kHuge, &out, &size) ==
        SARING_OK);
  CHECK(out != NULL && strlen(out) == size);
  free(text);
}

/* The word beyond the longest text is not read; the one before it is. */
static void test_cut(const saring_policy* policy, saring_scratch* scratch) {
  const char evidence[] = "baju bekas";
  const size_t size = sizeof evidence - 1;
  char* text = make_huge(" ");
  memcpy(text + SARING_MAX_TEXT - size, evidence, size);
  saring_verdict v = soiled_verdict(sizeof v);
  CHECK(saring_check_query(policy, scratch, text, SARING_MAX_TEXT, &v) ==
        SARING_OK);
  CHECK(v.action == SARING_HIDE && v.flags == 0);
  CHECK(saring_check_query(policy, scratch, text, kHuge, &v) == SARING_OK);
  CHECK(v.action == SARING_HIDE && v.flags == SARING_TEXT_CUT);
  memset(text, ' ', kHuge);
  memcpy(text + SARING_MAX_TEXT, evidence, size);
  CHECK(saring_check_query(policy, scratch, text, kHuge, &v) == SARING_OK);
  CHECK(v.action == SARING_SHOW && v.flags == SARING_TEXT_CUT);
  free(text);
}

static void test_outputs(const saring_policy* policy, saring_scratch* scratch) {
  const saring_listing listing = make_listing("baju bekas");
  const char* out = NULL;
  size_t size = 0;
  CHECK(saring_normalize(policy, scratch, "BAJU\xe2\x80\x8b  Bekas!", 16, &out,
                         &size) == SARING_OK);
  CHECK(size == 10 && strcmp(out, "baju bekas") == 0);
  CHECK(saring_normalize(policy, scratch, NULL, 0, &out, &size) == SARING_OK);
  CHECK(size == 0 && strcmp(out, "") == 0);
  CHECK(saring_other_words(policy, scratch, "Bekas, MURAH bagus", 18, &out,
                           &size) == SARING_OK);
  CHECK(size == 11 && strcmp(out, "murah bagus") == 0);
  CHECK(saring_explain_query(policy, scratch, "baju bekas", 10, &out, NULL) ==
        SARING_OK);
  CHECK(strstr(out, "used-fashion") != NULL);
  saring_rule rule = {.struct_size = sizeof rule};
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(saring_explain_listing(policy, scratch, &listing, &out, &size) ==
        SARING_OK);
  CHECK(out[0] == '{' && out[size - 1] == '}' && strlen(out) == size);
}

/* Verdicts borrow from the scratch, which outlives every handle. */
static void test_scratch_keeps_the_policy(const char* path) {
  saring_policy* policy = load(path);
  saring_scratch* scratch = saring_scratch_create();
  saring_rule rule = {.struct_size = sizeof rule};
  saring_evidence evidence = {.struct_size = sizeof evidence};
  const saring_verdict v = check_query(policy, scratch, "baju bekas");
  saring_policy_free(policy);
  CHECK(strcmp(v.rule_id, "used-fashion") == 0);
  CHECK(memcmp(v.answer_text, "baju", 4) == 0);
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(saring_fired_evidence(scratch, 0, 1, &evidence) == SARING_OK);
  CHECK(strcmp(rule.seller_notice, "Tidak boleh dijual.") == 0);
  CHECK(strcmp(evidence.term, "bekas") == 0);
  CHECK(strcmp(evidence.read_as, "bekas") == 0);

  /* Another policy takes its place; the scratch goes with it. */
  saring_policy* next = load(path);
  CHECK(check_query(next, scratch, "rombengan").answer == SARING_EMPTY);
  saring_policy_free(next);
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(strcmp(rule.id, "slang") == 0);
  saring_scratch_free(scratch);
}

static void test_shared_handles(const char* path) {
  saring_policy* first = load(path);
  saring_policy* second = saring_policy_share(first);
  CHECK(second != NULL);
  saring_scratch* scratch = saring_scratch_create();
  CHECK(strcmp(saring_policy_fingerprint(first),
               saring_policy_fingerprint(second)) == 0);
  saring_policy_free(first);
  CHECK(strcmp(saring_policy_name(second), "interface-test") == 0);
  CHECK(check_query(second, scratch, "baju bekas").action == SARING_HIDE);
  saring_policy* third = saring_policy_share(second);
  saring_policy_free(second);
  CHECK(check_query(third, scratch, "baju baru").action == SARING_SHOW);
  saring_policy_free(third);
  saring_scratch_free(scratch);
}

/* Wrong use in between takes nothing away from the last verdict. */
static void test_refusals_keep_the_verdict(const saring_policy* policy,
                                           saring_scratch* scratch) {
  const saring_verdict v = check_query(policy, scratch, "baju bekas");
  saring_verdict other = soiled_verdict(4);
  CHECK(saring_check_query(policy, scratch, "kaos", 4, &other) ==
        SARING_INVALID_ARGUMENT);
  saring_rule rule = {.struct_size = sizeof rule};
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(strcmp(v.rule_id, rule.id) == 0);
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  saring_policy* policy = load(argv[1]);
  saring_scratch* scratch = saring_scratch_create();
  CHECK(scratch != NULL);
  test_larger_structs(policy, scratch);
  test_short_structs(policy, scratch);
  test_huge_text(policy, scratch, "baju bekas ", SARING_HIDE);
  test_huge_text(policy, scratch, "baju baru ", SARING_SHOW);
  test_huge_text(policy, scratch, "bekas luka ", SARING_SHOW);
  test_huge_text(policy, scratch, "\xcc\x81", SARING_SHOW); /* marks only */
  test_huge_text(policy, scratch, "\xff\xc0\xe2", SARING_SHOW);
  test_huge_text(policy, scratch, "x", SARING_SHOW); /* one endless word */
  test_cut(policy, scratch);
  test_outputs(policy, scratch);
  test_refusals_keep_the_verdict(policy, scratch);
  test_scratch_keeps_the_policy(argv[1]);
  test_shared_handles(argv[1]);
  saring_scratch_free(scratch);
  saring_policy_free(policy);
  return faults == 0 ? 0 : 1;
}
