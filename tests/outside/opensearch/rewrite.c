#include <saring/opensearch.h>
#include <stdio.h>

/* Reads the body of a search, prints what to send instead. */
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  saring_policy* policy = NULL;
  saring_rewriter* rewriter = NULL;
  if (saring_policy_create(argv[1], &policy, NULL) != SARING_OK) return 1;
  if (saring_rewriter_create(NULL, &rewriter) != SARING_OK) return 1;
  saring_scratch* scratch = saring_scratch_create();
  char body[65536];
  saring_search search = {.struct_size = sizeof search, .body = body};
  search.body_size = fread(body, 1, sizeof body, stdin);
  saring_rewritten out = {.struct_size = sizeof out};
  if (saring_rewrite(rewriter, policy, scratch, &search, &out)) return 1;
  puts(out.body != NULL ? out.body : out.reason);
  saring_rewriter_free(rewriter);
  saring_scratch_free(scratch);
  saring_policy_free(policy);
  return 0;
}
