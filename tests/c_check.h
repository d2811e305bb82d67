/* What the tests in C share: a check that counts, and out-parameters soiled so
 * that a call that must not write them is found out.
 */

#ifndef SARING_TESTS_C_CHECK_H_
#define SARING_TESTS_C_CHECK_H_

#include <saring/saring.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int faults = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
      ++faults;                                                               \
    }                                                                         \
  } while (0)

/* What every out-parameter holds before a call that must not write it. */
static const unsigned char kUntouched = 0xA5;

static inline void soil(void* at, size_t size) { memset(at, kUntouched, size); }

static inline int untouched(const void* at, size_t size) {
  const unsigned char* byte = at;
  for (size_t i = 0; i < size; ++i) {
    if (byte[i] != kUntouched) return 0;
  }
  return 1;
}

static inline saring_policy* load(const char* path) {
  saring_policy* policy = NULL;
  saring_error* error = NULL;
  if (saring_policy_create(path, &policy, &error) != SARING_OK) {
    fprintf(stderr, "%s\n", saring_error_text(error));
    exit(1);
  }
  CHECK(error == NULL);
  return policy;
}

static inline saring_verdict soiled_verdict(size_t struct_size) {
  saring_verdict verdict;
  soil(&verdict, sizeof verdict);
  verdict.struct_size = (uint32_t)struct_size;
  return verdict;
}

static inline int verdict_untouched(const saring_verdict* verdict) {
  const size_t first = offsetof(saring_verdict, action);
  return untouched((const char*)verdict + first, sizeof *verdict - first);
}

static inline saring_verdict check_query(const saring_policy* policy,
                                         saring_scratch* scratch,
                                         const char* text) {
  saring_verdict verdict = soiled_verdict(sizeof verdict);
  CHECK(saring_check_query(policy, scratch, text, strlen(text), &verdict) ==
        SARING_OK);
  return verdict;
}

static inline saring_listing make_listing(const char* title) {
  saring_listing listing = {.struct_size = sizeof listing};
  listing.title = title;
  listing.title_size = strlen(title);
  return listing;
}

#endif /* SARING_TESTS_C_CHECK_H_ */
