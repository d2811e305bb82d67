/* Monitors, used from C.
 *
 *   c_api_monitor_test POLICY LOG
 *
 * LOG is a file that the test writes.
 */

#include "tests/c_check.h"

static saring_monitor_options options_of(const char* log_path) {
  saring_monitor_options options = {.struct_size = sizeof options};
  options.log_path = log_path;
  return options;
}

static saring_monitor* make(const char* log_path) {
  const saring_monitor_options options = options_of(log_path);
  saring_monitor* monitor = NULL;
  saring_error* error = NULL;
  CHECK(saring_monitor_create(&options, &monitor, &error) == SARING_OK);
  CHECK(error == NULL);
  if (monitor == NULL) exit(1);
  return monitor;
}

/* Whether the metrics have a line `line`. */
static int has_line(saring_monitor* monitor, const char* line) {
  saring_scratch* scratch = saring_scratch_create();
  const char* text = NULL;
  size_t size = 0;
  CHECK(saring_monitor_metrics(monitor, scratch, &text, &size) == SARING_OK);
  CHECK(strlen(text) == size);
  const char* const at = strstr(text, line);
  const int found =
      at != NULL && at > text && at[-1] == '\n' && at[strlen(line)] == '\n';
  saring_scratch_free(scratch);
  return found;
}

static size_t lines_of(const char* path) {
  size_t lines = 0;
  FILE* file = fopen(path, "r");
  if (file == NULL) return 0;
  for (int c; (c = fgetc(file)) != EOF;) lines += c == '\n';
  fclose(file);
  return lines;
}

static void test_counts(const saring_policy* policy) {
  saring_monitor* monitor = make(NULL);
  saring_scratch* scratch = saring_scratch_create();
  check_query(policy, scratch, "baju bekas"); /* before it is watched */
  CHECK(saring_scratch_watch(scratch, monitor) == SARING_OK);
  check_query(policy, scratch, "baju bekas");
  const saring_listing listing = make_listing("baju lungsuran");
  saring_verdict verdict = soiled_verdict(sizeof verdict);
  CHECK(saring_check_listing(policy, scratch, &listing, &verdict) == SARING_OK);
  const char* json = NULL;
  CHECK(saring_explain_query(policy, scratch, "baju bekas", 10, &json, NULL) ==
        SARING_OK);
  CHECK(saring_monitor_count_reload(monitor, 0) == SARING_OK);
  CHECK(has_line(monitor,
                 "saring_checks_total{kind=\"query\",action=\"hide\"} 1"));
  CHECK(has_line(monitor,
                 "saring_checks_total{kind=\"listing\",action=\"demote\"} 1"));
  CHECK(has_line(monitor, "saring_policy_reloads_total{result=\"bad\"} 1"));
  CHECK(!has_line(monitor, "saring_log_records_total 0")); /* there is none */
  CHECK(saring_monitor_flush(monitor, 0) == SARING_OK);    /* nothing waits */

  CHECK(saring_scratch_watch(scratch, NULL) == SARING_OK);
  check_query(policy, scratch, "baju bekas");
  CHECK(has_line(monitor,
                 "saring_checks_total{kind=\"query\",action=\"hide\"} 1"));
  saring_scratch_free(scratch);
  saring_monitor_free(monitor);
}

static void test_log(const saring_policy* policy, const char* path) {
  remove(path);
  saring_monitor* monitor = make(path);
  saring_scratch* scratch = saring_scratch_create();
  CHECK(saring_scratch_watch(scratch, monitor) == SARING_OK);
  saring_listing listing = make_listing("baju bekas 0812");
  listing.id = "SR-1";
  listing.id_size = 4;
  saring_verdict verdict = soiled_verdict(sizeof verdict);
  CHECK(saring_check_listing(policy, scratch, &listing, &verdict) == SARING_OK);
  check_query(policy, scratch, "baju baru");
  CHECK(saring_monitor_flush(monitor, 60000) == SARING_OK);
  CHECK(lines_of(path) == 1);
  CHECK(has_line(monitor, "saring_log_records_total 1"));

  /* The scratch keeps the monitor; both gone, all is written. */
  saring_monitor_free(monitor);
  check_query(policy, scratch, "baju bekas");
  saring_scratch_free(scratch);
  CHECK(lines_of(path) == 2);
}

/* The verdict of a watched scratch is that of any other. */
static void test_same_verdict(const saring_policy* policy) {
  saring_monitor* monitor = make(NULL);
  saring_scratch* scratch = saring_scratch_create();
  CHECK(saring_scratch_watch(scratch, monitor) == SARING_OK);
  const saring_verdict verdict = check_query(policy, scratch, "baju bekas");
  CHECK(verdict.action == SARING_HIDE && verdict.rule_count == 1);
  saring_evidence evidence = {.struct_size = sizeof evidence};
  CHECK(saring_fired_evidence(scratch, 0, 1, &evidence) == SARING_OK);
  CHECK(strcmp(evidence.read_as, "bekas") == 0);
  saring_scratch_free(scratch);
  saring_monitor_free(monitor);
}

/* Every fault at once, and nothing made. */
static void test_faults(void) {
  saring_monitor_options options = options_of("/nowhere/log");
  saring_monitor* monitor = NULL;
  saring_error* error = NULL;
  CHECK(saring_monitor_create(&options, &monitor, &error) == SARING_NOT_SAVED);
  CHECK(strcmp(saring_error_text(error),
               "/nowhere/log:0:0: cannot be written: No such file or "
               "directory\n") == 0);
  saring_error_free(error);

  options.log_path = "/dev/null";
  options.log_sample = 1000001;
  options.log_bytes = 1;
  CHECK(saring_monitor_create(&options, &monitor, &error) ==
        SARING_INVALID_ARGUMENT);
  CHECK(strcmp(saring_error_text(error),
               "log_bytes: 1 is not between 4096 and 1099511627776\n"
               "log_sample: 1000001 is not between 1 and 1000000\n"
               "/dev/null:0:0: cannot be written: not a regular file\n") == 0);
  saring_error_free(error);
  CHECK(saring_monitor_create(&options, &monitor, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(monitor == NULL);
}

static void test_wrong_use(void) {
  saring_monitor* monitor = make(NULL);
  saring_scratch* scratch = saring_scratch_create();
  saring_monitor_options options = options_of(NULL);
  saring_monitor* none = NULL;
  saring_error* error = NULL;
  const char* text = NULL;
  size_t size = 0;
  CHECK(saring_monitor_create(NULL, &none, &error) == SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_create(&options, NULL, &error) ==
        SARING_INVALID_ARGUMENT);
  options.struct_size = 4;
  CHECK(saring_monitor_create(&options, &none, &error) ==
        SARING_INVALID_ARGUMENT);
  CHECK(none == NULL && error == NULL);
  CHECK(saring_scratch_watch(NULL, monitor) == SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_count_reload(NULL, 1) == SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_flush(NULL, 0) == SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_metrics(NULL, scratch, &text, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_metrics(monitor, NULL, &text, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_metrics(monitor, scratch, NULL, &size) ==
        SARING_INVALID_ARGUMENT);
  CHECK(saring_monitor_metrics(monitor, scratch, &text, NULL) ==
        SARING_INVALID_ARGUMENT);
  CHECK(text == NULL && size == 0);
  saring_monitor_free(NULL);
  saring_scratch_free(scratch);
  saring_monitor_free(monitor);
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  saring_policy* policy = load(argv[1]);
  test_counts(policy);
  test_log(policy, argv[2]);
  test_same_verdict(policy);
  test_faults();
  test_wrong_use();
  saring_policy_free(policy);
  return faults == 0 ? 0 : 1;
}
