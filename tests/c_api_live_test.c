/* Live policies, used from C.
 *
 *   c_api_live_test POLICY BAD_POLICY FOLDER
 *
 * FOLDER is one that the test makes and writes into. POLICY hides used clothes;
 * BAD_POLICY has faults.
 */

#include <saring/live.h>
#include <sys/stat.h>

#include "tests/c_check.h"

static char policy_path[4096], last_good_path[4096], off_switch_path[4096];

static void name_files(const char* folder) {
  mkdir(folder, 0700);
  snprintf(policy_path, sizeof policy_path, "%s/policy.yaml", folder);
  snprintf(last_good_path, sizeof last_good_path, "%s/good.image", folder);
  snprintf(off_switch_path, sizeof off_switch_path, "%s/off", folder);
}

static void copy(const char* from, const char* to) {
  FILE* in = fopen(from, "rb");
  FILE* out = fopen(to, "wb");
  CHECK(in != NULL && out != NULL);
  if (in == NULL || out == NULL) exit(1);
  for (int c; (c = fgetc(in)) != EOF;) fputc(c, out);
  fclose(in);
  fclose(out);
}

static saring_live* open_live(void) {
  saring_live_options options = {.struct_size = sizeof options};
  options.path = policy_path;
  options.last_good = last_good_path;
  options.off_switch = off_switch_path;
  saring_live* live = NULL;
  saring_error* error = NULL;
  CHECK(saring_live_create(&options, &live, &error) == SARING_OK);
  CHECK(error == NULL);
  if (live == NULL) exit(1);
  return live;
}

static uint32_t action_on(saring_live* live, saring_scratch* scratch,
                          const char* text) {
  return check_query(saring_live_policy(live, scratch), scratch, text).action;
}

static saring_live_state state_of(const saring_live* live,
                                  saring_scratch* scratch) {
  saring_live_state state;
  soil(&state, sizeof state);
  state.struct_size = sizeof state;
  CHECK(saring_live_get_state(live, scratch, &state) == SARING_OK);
  return state;
}

/* What is bad never gets in; also over a restart. */
static void test_fault(const char* good, const char* bad) {
  copy(good, policy_path);
  saring_scratch* scratch = saring_scratch_create();
  saring_live* live = open_live();
  CHECK(action_on(live, scratch, "baju bekas") == SARING_HIDE);
  copy(bad, policy_path);
  saring_error* error = NULL;
  CHECK(saring_live_reload(live, &error) == SARING_BAD_POLICY);
  CHECK(strstr(saring_error_text(error), policy_path) != NULL);
  saring_error_free(error);
  CHECK(action_on(live, scratch, "baju bekas") == SARING_HIDE);
  saring_live_state state = state_of(live, scratch);
  CHECK(state.good_loads == 1 && state.bad_loads == 1);
  CHECK(state.enforced == 1 && state.is_last_good == 0 && state.watching == 0);
  CHECK(state.failed_at >= state.loaded_at && state.faults[0] != '\0');
  saring_live_free(live);

  live = open_live();
  CHECK(action_on(live, scratch, "baju bekas") == SARING_HIDE);
  CHECK(state_of(live, scratch).is_last_good == 1);
  copy(good, policy_path);
  CHECK(saring_live_reload(live, NULL) == SARING_OK);
  CHECK(state_of(live, scratch).is_last_good == 0);
  saring_live_free(live);
  saring_scratch_free(scratch);
}

/* By the file and by the call, of which the file outranks the other. */
static void test_off(const char* good) {
  copy(good, policy_path);
  saring_scratch* scratch = saring_scratch_create();
  saring_live* live = open_live();
  const char* const kZeros = "0000000000000000";
  CHECK(strcmp(saring_policy_fingerprint(saring_live_policy(live, scratch)),
               kZeros) != 0);
  CHECK(saring_policy_enforced(saring_live_policy(live, scratch)) == 1);
  CHECK(saring_policy_enforced(NULL) == 0);
  CHECK(saring_live_enforce(live, 0) == SARING_OK);
  CHECK(saring_policy_enforced(saring_live_policy(live, scratch)) == 0);
  CHECK(action_on(live, scratch, "baju bekas") == SARING_SHOW);
  CHECK(strcmp(saring_policy_fingerprint(saring_live_policy(live, scratch)),
               kZeros) == 0);
  CHECK(saring_live_enforce(live, 1) == SARING_OK);
  CHECK(action_on(live, scratch, "baju bekas") == SARING_HIDE);

  copy(good, off_switch_path);
  CHECK(saring_live_reload(live, NULL) == SARING_OK);
  CHECK(saring_live_enforce(live, 1) == SARING_OK);
  CHECK(action_on(live, scratch, "baju bekas") == SARING_SHOW);
  CHECK(state_of(live, scratch).enforced == 0);
  remove(off_switch_path);
  CHECK(saring_live_reload(live, NULL) == SARING_OK);
  CHECK(action_on(live, scratch, "baju bekas") == SARING_HIDE);
  saring_live_free(live);
  saring_scratch_free(scratch);
}

/* A scratch keeps what it was given, also when the live policy is gone. */
static void test_lifetime(const char* good) {
  copy(good, policy_path);
  saring_scratch* scratch = saring_scratch_create();
  saring_live* live = open_live();
  const saring_policy* policy = saring_live_policy(live, scratch);
  CHECK(policy == saring_live_policy(live, scratch));
  saring_live_free(live);
  CHECK(check_query(policy, scratch, "baju bekas").action == SARING_HIDE);
  saring_scratch_free(scratch);
  saring_live_free(NULL);
}

static void test_wrong_use(void) {
  saring_scratch* scratch = saring_scratch_create();
  saring_live_options options = {.struct_size = sizeof options};
  saring_live* live = NULL;
  CHECK(saring_live_create(NULL, &live, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(saring_live_create(&options, &live, NULL) == SARING_INVALID_ARGUMENT);
  options.path = "/nowhere/policy.yaml";
  CHECK(saring_live_create(&options, NULL, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(saring_live_create(&options, &live, NULL) == SARING_BAD_POLICY);
  options.struct_size = 1;
  CHECK(saring_live_create(&options, &live, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(live == NULL);
  CHECK(saring_live_reload(NULL, NULL) == SARING_INVALID_ARGUMENT);
  CHECK(saring_live_enforce(NULL, 0) == SARING_INVALID_ARGUMENT);
  CHECK(saring_live_policy(NULL, scratch) == NULL);

  live = open_live();
  CHECK(saring_live_policy(live, NULL) == NULL);
  saring_live_state state;
  soil(&state, sizeof state);
  state.struct_size = 1;
  CHECK(saring_live_get_state(live, scratch, &state) ==
        SARING_INVALID_ARGUMENT);
  const size_t first = offsetof(saring_live_state, enforced);
  CHECK(untouched((const char*)&state + first, sizeof state - first));
  saring_live_free(live);
  saring_scratch_free(scratch);
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  name_files(argv[3]);
  test_fault(argv[1], argv[2]);
  test_off(argv[1]);
  test_lifetime(argv[1]);
  test_wrong_use();
  return faults != 0;
}
