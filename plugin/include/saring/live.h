/* saring/live.h - a policy that follows its files while a process runs.
 *
 * A part of the ABI of libsaring.so; what saring/saring.h says of text,
 * ownership, errors and growth holds here.
 */

#ifndef SARING_LIVE_H_
#define SARING_LIVE_H_

#include <saring/saring.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct saring_live saring_live;

/* A policy that follows its files while the process runs. Any number of threads
 * may use one at once. What is bad never gets in: a file at fault leaves the
 * last good policy in force. On a new day in Jakarta the rules of that day are.
 */
typedef struct saring_live_options {
  uint32_t struct_size;   /* sizeof(saring_live_options) */
  uint32_t watch;         /* 1: a thread follows the files; 0: they are read by
                             saring_live_reload() only */
  const char* path;       /* the policy or image, NUL-terminated */
  const char* last_good;  /* where the image of each good policy is kept, to be
                             used when `path` is at fault at the start; or NULL.
                             Written as by saring_policy_save() */
  const char* off_switch; /* while a file of this name is there, nothing is
                             enforced: every rule is in shadow; or NULL */
  uint32_t poll_milliseconds; /* how often to look where the system does not
                                 tell of changes, as on network file systems;
                                 0: 1000, at most a day */
} saring_live_options;

/* On SARING_OK, *live is yours to free. On SARING_BAD_POLICY neither `path` nor
 * `last_good` is good, and *error (unless `error` is NULL) lists every fault
 * and is yours to free.
 *
 * No thread is started here, but by the first saring_live_policy() of each
 * process: it may be called before a fork, and each child follows the files. */
SARING_API saring_status saring_live_create(const saring_live_options* options,
                                            saring_live** live,
                                            saring_error** error);

/* Ends the thread. Scratches keep the policy that they were last given. NULL is
 * accepted. */
SARING_API void saring_live_free(saring_live* live);

/* Looks at the files now. On SARING_BAD_POLICY what was in force stays so, and
 * *error has the faults, as above. When it returns, every call of
 * saring_live_policy() that begins gives the new one. */
SARING_API saring_status saring_live_reload(saring_live* live,
                                            saring_error** error);

/* With `on` 0 nothing is enforced, from the next saring_live_policy() on, until
 * it is called with 1. The file `off_switch` outranks it. */
SARING_API saring_status saring_live_enforce(saring_live* live, uint32_t on);

/* The newest good policy. Borrowed from the scratch, until it is given to this
 * function again or freed. Call it before each check: where nothing changed, it
 * reads one number. It never waits for a load, and frees no old policy: that is
 * done by who loads. NULL for wrong use or without memory. */
SARING_API const saring_policy* saring_live_policy(saring_live* live,
                                                   saring_scratch* scratch);

typedef struct saring_live_state {
  uint32_t struct_size;     /* in: sizeof(saring_live_state) */
  uint32_t enforced;        /* out: 0 when switched off, by file or by call */
  uint32_t is_last_good;    /* out: 1 while the image `last_good` stands in */
  uint32_t watching;        /* out: 1 when a thread follows in this process */
  uint64_t good_loads;      /* out: loads of `path` so far, the first too */
  uint64_t bad_loads;       /* out: those that found faults */
  int64_t loaded_at;        /* out: seconds since 1970, of the last good one */
  int64_t failed_at;        /* out: of the last one; 0 when it was good */
  const char* revision;     /* out: of the policy in force */
  const char* fingerprint;  /* out: of the same, when it is enforced */
  const char* bad_revision; /* out: of the policy at fault, or "" */
  const char* faults; /* out: of the last load, a line each; or why `last_good`
                         could not be written; or "" */
} saring_live_state; /* strings: NUL-terminated, borrowed from the scratch until
                        it is given to saring_live_get_state() again or freed */

SARING_API saring_status saring_live_get_state(const saring_live* live,
                                               saring_scratch* scratch,
                                               saring_live_state* state);

#ifdef __cplusplus
}
#endif

#endif /* SARING_LIVE_H_ */
