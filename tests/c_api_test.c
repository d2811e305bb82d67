/* The ABI, used from C: the public header and nothing else of ours.
 *
 *   c_api_test POLICY BAD_POLICY IMAGE
 *
 * IMAGE is a file to write.
 *
 * Every function does what its comment says, meets NULLs and claims of bytes
 * that are not there, and writes nothing when it fails.
 */

#include "tests/c_check.h"

static void test_library(void) {
  CHECK(strcmp(saring_version(), SARING_VERSION) == 0);
  CHECK(saring_abi() == SARING_ABI);
  for (int a = SARING_OK; a <= SARING_NOT_SAVED; ++a) {
    CHECK(strlen(saring_status_text((saring_status)a)) > 0);
    for (int b = SARING_OK; b < a; ++b) {
      CHECK(strcmp(saring_status_text((saring_status)a),
                   saring_status_text((saring_status)b)) != 0);
    }
  }
  CHECK(strlen(saring_status_text((saring_status)77)) > 0);
}

static void test_policy_create(const char* path, const char* bad_path) {
  saring_policy* policy = NULL;
  saring_error* error = NULL;
  CHECK(saring_policy_create(NULL, &policy, &error) == SARING_INVALID_ARGUMENT);
  CHECK(saring_policy_create(path, NULL, &error) == SARING_INVALID_ARGUMENT);
  CHECK(policy == NULL && error == NULL);

  CHECK(saring_policy_create(bad_path, &policy, &error) == SARING_BAD_POLICY);
  CHECK(policy == NULL && error != NULL);
  CHECK(strstr(saring_error_text(error), "c_api_bad_policy.yaml:6:") != NULL);
  CHECK(strstr(saring_error_text(error), "c_api_bad_policy.yaml:8:") != NULL);
  saring_error_free(error);
  CHECK(saring_policy_create(bad_path, &policy, NULL) == SARING_BAD_POLICY);
  CHECK(policy == NULL);

  error = NULL;
  CHECK(saring_policy_create("/nonexistent/policy.yaml", &policy, &error) ==
        SARING_BAD_POLICY);
  CHECK(strstr(saring_error_text(error), "/nonexistent/policy.yaml") != NULL);
  saring_error_free(error);
  CHECK(policy == NULL);

  CHECK(saring_policy_create(path, &policy, NULL) == SARING_OK);
  CHECK(policy != NULL);
  saring_policy_free(policy);
}

static void test_policy(const saring_policy* policy) {
  CHECK(strcmp(saring_policy_name(policy), "interface-test") == 0);
  CHECK(strcmp(saring_policy_revision(policy), "7") == 0);
  CHECK(strcmp(saring_policy_warnings(policy), "") == 0);
  const char* digits = saring_policy_fingerprint(policy);
  CHECK(strlen(digits) == 16 && strspn(digits, "0123456789abcdef") == 16);
}

/* Whatever is asked of the policy is then asked of its image. */
static saring_policy* test_policy_save(const saring_policy* policy,
                                       const char* path, const char* image) {
  saring_error* error = NULL;
  CHECK(saring_policy_save(NULL, image, &error) == SARING_INVALID_ARGUMENT);
  CHECK(saring_policy_save(policy, NULL, &error) == SARING_INVALID_ARGUMENT);
  CHECK(error == NULL);

  CHECK(saring_policy_save(policy, path, &error) == SARING_NOT_SAVED);
  CHECK(error != NULL);
  CHECK(strstr(saring_error_text(error), "c_api_policy.yaml:0:0: ") != NULL);
  saring_error_free(error);
  CHECK(saring_policy_save(policy, "/nonexistent/p.image", NULL) ==
        SARING_NOT_SAVED);

  error = NULL;
  remove(image);
  CHECK(saring_policy_save(policy, image, &error) == SARING_OK);
  CHECK(saring_policy_save(policy, image, NULL) == SARING_OK);
  CHECK(error == NULL);
  saring_policy* restored = load(image);
  CHECK(strcmp(saring_policy_fingerprint(restored),
               saring_policy_fingerprint(policy)) == 0);
  remove(image);
  return restored;
}

static void test_nothing_given(void) {
  CHECK(saring_policy_share(NULL) == NULL);
  CHECK(strcmp(saring_policy_name(NULL), "") == 0);
  CHECK(strcmp(saring_policy_revision(NULL), "") == 0);
  CHECK(strcmp(saring_policy_fingerprint(NULL), "") == 0);
  CHECK(strcmp(saring_policy_warnings(NULL), "") == 0);
  CHECK(strcmp(saring_error_text(NULL), "") == 0);
  saring_policy_free(NULL);
  saring_scratch_free(NULL);
  saring_error_free(NULL);
}

static void test_query(const saring_policy* policy, saring_scratch* scratch) {
  const saring_verdict v = check_query(policy, scratch, "jual BAJU  bekas ok");
  CHECK(v.struct_size == sizeof v);
  CHECK(v.action == SARING_HIDE && v.flags == 0 && v.rule_count == 1);
  CHECK(strcmp(v.rule_id, "used-fashion") == 0);
  CHECK(v.answer == SARING_WITHOUT);
  CHECK(v.answer_text_size == strlen("jual BAJU  ok") ||
        v.answer_text_size == strlen("jual BAJU ok"));
  CHECK(memcmp(v.answer_text, "jual BAJU", 9) == 0);

  saring_rule rule = {.struct_size = sizeof rule};
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(rule.action == SARING_HIDE && rule.softened == 0);
  CHECK(rule.answer == SARING_WITHOUT && rule.evidence_count == 2);
  CHECK(strcmp(rule.id, "used-fashion") == 0);
  CHECK(strcmp(rule.law, "Peraturan Uji, Pasal 1") == 0);
  CHECK(strcmp(rule.buyer_notice, "Tidak ditampilkan.") == 0);
  CHECK(strcmp(rule.seller_notice, "Tidak boleh dijual.") == 0);

  saring_evidence e = {.struct_size = sizeof e};
  CHECK(saring_fired_evidence(scratch, 0, 0, &e) == SARING_OK);
  CHECK(e.field == SARING_TITLE && e.begin == 5 && e.end == 9);
  CHECK(strcmp(e.list, "fashion") == 0 && strcmp(e.term, "baju") == 0);
  CHECK(strcmp(e.read_as, "baju") == 0 && strlen(e.step) > 0);
  CHECK(saring_fired_evidence(scratch, 0, 1, &e) == SARING_OK);
  CHECK(e.begin == 11 && e.end == 16 && strcmp(e.term, "bekas") == 0);

  const saring_verdict none = check_query(policy, scratch, "baju baru");
  CHECK(none.action == SARING_SHOW && none.rule_count == 0);
  CHECK(none.rule_id == NULL && none.answer_text == NULL);
  CHECK(none.answer == SARING_CLEAN && none.answer_text_size == 0);
  CHECK(check_query(policy, scratch, "").action == SARING_SHOW);
  CHECK(check_query(policy, scratch, "\xff\xfe\xc0").action == SARING_SHOW);
  CHECK(check_query(policy, scratch, "rombengan").answer == SARING_EMPTY);
  CHECK(check_query(policy, scratch, "baju bekas pribadi").action ==
        SARING_DEMOTE);
  CHECK(saring_fired_rule(scratch, 0, &rule) == SARING_OK);
  CHECK(rule.action == SARING_DEMOTE && rule.softened == 1);
}

static void test_listing(const saring_policy* policy, saring_scratch* scratch) {
  saring_listing listing = make_listing("baju lungsuran");
  saring_verdict v = soiled_verdict(sizeof v);
  CHECK(saring_check_listing(policy, scratch, &listing, &v) == SARING_OK);
  CHECK(v.action == SARING_DEMOTE && v.answer == SARING_CLEAN);
  CHECK(v.answer_text == NULL);

  /* A field that claims bytes must have them. */
  const saring_listing good = listing;
  const char** texts[] = {&listing.id,          &listing.title,
                          &listing.description, &listing.category,
                          &listing.condition,   &listing.seller};
  size_t* sizes[] = {&listing.id_size,          &listing.title_size,
                     &listing.description_size, &listing.category_size,
                     &listing.condition_size,   &listing.seller_size};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    listing = good;
    *texts[i] = NULL;
    *sizes[i] = i % 2 ? SIZE_MAX : 1;
    v = soiled_verdict(sizeof v);
    CHECK(saring_check_listing(policy, scratch, &listing, &v) ==
          SARING_INVALID_ARGUMENT);
    CHECK(verdict_untouched(&v));
  }
}

static void test_wrong_use_of_queries(const saring_policy* policy,
                                      saring_scratch* scratch) {
  const char text[] = "baju bekas";
  const size_t size = sizeof text - 1;
  saring_verdict v = soiled_verdict(sizeof v);
  CHECK(saring_check_query(NULL, scratch, text, size, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_query(policy, NULL, text, size, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_query(policy, scratch, NULL, 1, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_query(policy, scratch, NULL, SIZE_MAX, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_query(policy, scratch, text, size, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(verdict_untouched(&v));
  CHECK(saring_check_query(policy, scratch, NULL, 0, &v) == SARING_OK);
  CHECK(v.action == SARING_SHOW);
}

static void test_wrong_use_of_listings(const saring_policy* policy,
                                       saring_scratch* scratch) {
  const saring_listing listing = make_listing("baju bekas");
  saring_verdict v = soiled_verdict(sizeof v);
  CHECK(saring_check_listing(NULL, scratch, &listing, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_listing(policy, NULL, &listing, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_listing(policy, scratch, NULL, &v) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_check_listing(policy, scratch, &listing, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(verdict_untouched(&v));
}

static void test_wrong_use_of_explanations(const saring_policy* policy,
                                           saring_scratch* scratch) {
  const saring_listing listing = make_listing("baju bekas");
  const char* out = "mine";
  size_t size = 4;
  CHECK(saring_explain_query(NULL, scratch, "x", 1, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_query(policy, NULL, "x", 1, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_query(policy, scratch, NULL, SIZE_MAX, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_query(policy, scratch, "x", 1, NULL, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_listing(NULL, scratch, &listing, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_listing(policy, NULL, &listing, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_listing(policy, scratch, NULL, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_explain_listing(policy, scratch, &listing, NULL, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_normalize(NULL, scratch, "x", 1, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_normalize(policy, NULL, "x", 1, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_normalize(policy, scratch, NULL, SIZE_MAX, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_normalize(policy, scratch, "x", 1, NULL, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_normalize(policy, scratch, "x", 1, &out, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_other_words(NULL, scratch, "x", 1, &out, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_other_words(policy, scratch, "x", 1, &out, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(strcmp(out, "mine") == 0 && size == 4);
}

static void test_wrong_use_of_reasons(const saring_policy* policy,
                                      saring_scratch* scratch) {
  saring_rule rule;
  saring_evidence evidence;
  soil(&rule, sizeof rule);
  soil(&evidence, sizeof evidence);
  rule.struct_size = sizeof rule;
  evidence.struct_size = sizeof evidence;
  saring_scratch* unused = saring_scratch_create();
  CHECK(saring_fired_rule(unused, 0, &rule) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(unused, 0, 0, &evidence) ==
        SARING_INVALID_ARGUMENT);
  saring_scratch_free(unused);

  CHECK(check_query(policy, scratch, "baju bekas").rule_count == 1);
  CHECK(saring_fired_rule(NULL, 0, &rule) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_rule(scratch, 0, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_rule(scratch, 1, &rule) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_rule(scratch, SIZE_MAX, &rule) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(NULL, 0, 0, &evidence) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(scratch, 0, 0, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(scratch, 1, 0, &evidence) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(scratch, 0, 2, &evidence) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_fired_evidence(scratch, SIZE_MAX, SIZE_MAX, &evidence) ==
        SARING_INVALID_ARGUMENT);
  CHECK(untouched((char*)&rule + sizeof rule.struct_size,
                  sizeof rule - sizeof rule.struct_size));
  CHECK(untouched((char*)&evidence + sizeof evidence.struct_size,
                  sizeof evidence - sizeof evidence.struct_size));
}

static void test_all(const saring_policy* policy) {
  saring_scratch* scratch = saring_scratch_create();
  CHECK(scratch != NULL);
  test_policy(policy);
  test_query(policy, scratch);
  test_listing(policy, scratch);
  test_wrong_use_of_queries(policy, scratch);
  test_wrong_use_of_listings(policy, scratch);
  test_wrong_use_of_explanations(policy, scratch);
  test_wrong_use_of_reasons(policy, scratch);
  saring_scratch_free(scratch);
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  test_library();
  test_policy_create(argv[1], argv[2]);
  test_nothing_given();
  saring_policy* policy = load(argv[1]);
  saring_policy* restored = test_policy_save(policy, argv[1], argv[3]);
  test_all(policy);
  test_all(restored);
  saring_policy_free(restored);
  saring_policy_free(policy);
  return faults == 0 ? 0 : 1;
}
