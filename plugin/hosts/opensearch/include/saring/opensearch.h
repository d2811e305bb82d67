/* saring/opensearch.h - a policy before OpenSearch or Elasticsearch: fields
 * when indexing, the rewritten body of `_search` when searching.
 *
 * Nothing is loaded into the cluster. Listings are indexed with the fields that
 * saring_fields() gives; every `_search` body passes saring_rewrite() in
 * whatever stands before the cluster. What comes out finds no listing that is
 * tagged hide, puts demoted ones after all others, and keeps the rest of what
 * was asked for. What cannot be made safe is refused with a reason: do not send
 * the old body then, it would show what is prohibited.
 *
 * The conventions are those of saring/saring.h: text, ownership, threads,
 * growth; nothing throws, aborts or prints. C11. Link with
 * saring::opensearch, or load libsaring-opensearch.so.
 */

#ifndef SARING_OPENSEARCH_H_
#define SARING_OPENSEARCH_H_

#include <saring/saring.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Rewrites bodies, one call at a time: give each thread one of its own. */
typedef struct saring_rewriter saring_rewriter;

typedef struct saring_rewriter_options {
  uint32_t struct_size;
  const char* field; /* the object that holds the fields in the index,
                        NUL-terminated; NULL: "saring". Parts of it are
                        separated by dots */
} saring_rewriter_options;

/* `options` may be NULL: the defaults. The strings are copied. */
SARING_API saring_status saring_rewriter_create(
    const saring_rewriter_options* options, saring_rewriter** rewriter);
SARING_API void saring_rewriter_free(saring_rewriter* rewriter);

typedef struct saring_search {
  uint32_t struct_size; /* sizeof(saring_search) */
  const char* body;     /* JSON; empty: every listing, as the engines read it */
  size_t body_size;
  const char* text; /* what the person typed. NULL: the words that the clauses
                       of the query search for, a space between, without those
                       of must_not, `negative` and the filters of functions */
  size_t text_size;
} saring_search;

typedef struct saring_rewritten {
  uint32_t struct_size; /* in: sizeof(saring_rewritten) */
  uint32_t action;      /* out: a saring_action, of the text */
  uint32_t answer;      /* out: a saring_answer, of the text */
  const char* body;     /* out: the body to send instead, compact JSON; NULL
                           when it is refused */
  size_t body_size;
  const char* reason; /* out: why it is refused, in English, with the place in
                         the body: "query.bool.must[1]: ..."; else NULL */
  const char* notice; /* out: for the buyer, of the rule that decided, or "" */
} saring_rewritten;   /* strings: NUL-terminated, borrowed from the rewriter
                         until its next call */

/* Rewrites a body of `_search`. SARING_OK too when it is refused: `body` is
 * NULL then. While a live policy is switched off (saring/live.h), every body
 * comes out as it came in, its text is not judged, and no rule fired.
 *
 * The text has a verdict, whose rules are those of saring_fired_rule(). When it
 * is hide, listings that were never tagged are kept out as well. As the policy
 * answers, the query then runs, or runs with the words that are evidence taken
 * out of each clause that has such words of its own and can be reworded, or
 * finds nothing.
 *
 * Keys keep their order; numbers of more than 64 bits are rounded. It takes
 * time in proportion to the body. */
SARING_API saring_status saring_rewrite(saring_rewriter* rewriter,
                                        const saring_policy* policy,
                                        saring_scratch* scratch,
                                        const saring_search* search,
                                        saring_rewritten* rewritten);

/* The fields of a listing, to be merged into the document that is indexed: one
 * JSON object such as
 *
 *   {"saring":{"action":"demote","rank":1,"rules":["soft"],
 *              "fingerprint":"3ea0d6fa23119a13"}}
 *
 * with the object at the name that the rewriter has; rank is 0, or 1 for a
 * demoted listing and 2 for a hidden one. *json is borrowed from the rewriter
 * until its next call and NUL-terminated; *size is its bytes. */
SARING_API saring_status saring_fields(saring_rewriter* rewriter,
                                       const saring_policy* policy,
                                       saring_scratch* scratch,
                                       const saring_listing* listing,
                                       const char** json, size_t* size);

#ifdef __cplusplus
}
#endif

#endif /* SARING_OPENSEARCH_H_ */
