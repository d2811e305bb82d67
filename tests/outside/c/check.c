#include <saring/saring.h>
#include <stdio.h>
#include <string.h>

/* Reads a title a line, prints each with what is to be done with it. */
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  saring_policy* policy = NULL;
  saring_error* error = NULL;
  if (saring_policy_create(argv[1], &policy, &error) != SARING_OK) {
    fputs(saring_error_text(error), stderr);
    return 1;
  }
  saring_scratch* scratch = saring_scratch_create();
  char line[4096];
  while (fgets(line, sizeof line, stdin) != NULL) {
    saring_listing listing = {.struct_size = sizeof listing, .title = line};
    listing.title_size = strcspn(line, "\n");
    saring_verdict verdict = {.struct_size = sizeof verdict};
    if (saring_check_listing(policy, scratch, &listing, &verdict)) return 1;
    printf("%u\t%s", (unsigned)verdict.action, line);
  }
  saring_scratch_free(scratch);
  saring_policy_free(policy);
  return 0;
}
