/* saring.h - decides whether marketplace text falls under a policy.
 *
 * With saring/live.h this is the whole ABI of libsaring.so. It is C11 and needs
 * only <stddef.h> and <stdint.h>.
 *
 * Rules that hold for every function here:
 *
 *   Text       UTF-8, passed as (pointer, size in bytes); no terminating NUL
 *              is needed. A NULL pointer with size 0 is empty text. Malformed
 *              bytes count as spaces, never as an error. Of a text at most
 *              SARING_MAX_TEXT bytes are looked at, or what the policy's budget
 *              says, cut before a character; SARING_TEXT_CUT then says so.
 *   Ranges     [begin, end): bytes of the caller's own text.
 *   Ownership  What a *_create() or *_share() gives you, you give back to the
 *              matching *_free(), which accepts NULL. A pointer to const is
 *              borrowed; its lifetime is stated beside it. "Borrowed from the
 *              scratch" means until the next call that is given that scratch.
 *   Threads    A saring_policy is immutable: any number of threads may use one
 *              at once. A saring_scratch serves one call at a time.
 *   Errors     A function that can fail returns a saring_status and leaves its
 *              outputs untouched on failure. Nothing throws, aborts or prints.
 *   Growth     Enumerators and functions are only ever added. Structs start
 *              with struct_size, which the caller sets to its own sizeof; only
 *              what fits in it is read or written. Actions, answers and fields
 *              travel as uint32_t. Meet an unknown one as the nearest smaller.
 */

#ifndef SARING_SARING_H_
#define SARING_SARING_H_

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SARING_API __attribute__((visibility("default")))

/* The version of this header. saring_version() and saring_abi() tell that of
 * the library that was loaded. Two libraries of one ABI number are compatible.
 */
#define SARING_VERSION "0.1.0"
#define SARING_ABI 1

/* Bytes of a title, query, description, category or condition looked at. */
#define SARING_MAX_TEXT 65536

typedef enum saring_status {
  SARING_OK = 0,
  SARING_INVALID_ARGUMENT = 1, /* a NULL, a short struct, an index too large */
  SARING_BAD_POLICY = 2,       /* the policy has faults; see saring_error */
  SARING_NO_MEMORY = 3,
  SARING_INTERNAL = 4, /* a fault of the library; please report it */
  SARING_NOT_SAVED = 5 /* a file could not be written; see saring_error */
} saring_status;

/* What is to be done with a query or listing. The greater is more severe. */
typedef enum saring_action {
  SARING_SHOW = 0,
  SARING_REVIEW = 10, /* changes nothing in search; a person should look */
  SARING_DEMOTE = 20, /* stands after every listing that is not demoted */
  SARING_HIDE = 30    /* does not appear */
} saring_action;

/* What a query gets when rules fire on it. */
typedef enum saring_answer {
  SARING_CLEAN = 0,    /* it runs; hidden listings do not appear */
  SARING_WITHOUT = 10, /* saring_verdict.answer_text runs instead; there is
                          always a word left in it */
  SARING_EMPTY = 20    /* it does not run: nothing but the notice */
} saring_answer;

typedef enum saring_field {
  SARING_TITLE = 0, /* the title of a listing, or the text of a query */
  SARING_DESCRIPTION = 1,
  SARING_CATEGORY = 2,
  SARING_CONDITION = 3
} saring_field;

/* Bits of saring_verdict.flags. */
/* A text that is looked at was longer than SARING_MAX_TEXT, or than the
 * policy's budget has it. */
#define SARING_TEXT_CUT 1u
/* The time that the policy gives a call was up before all was looked at. */
#define SARING_OVER_BUDGET 2u
/* A reviewer's word took the place of what rules say; see override_reason. */
#define SARING_OVERRIDDEN 4u

typedef struct saring_policy saring_policy;
typedef struct saring_scratch saring_scratch;
typedef struct saring_error saring_error;

/* ---- The library --------------------------------------------------------- */

/* Static, NUL-terminated. */
SARING_API const char* saring_version(void);
SARING_API uint32_t saring_abi(void);

/* Static, NUL-terminated, in English: "ok", "invalid argument", ... */
SARING_API const char* saring_status_text(saring_status status);

/* ---- Policies ------------------------------------------------------------ */

/* Loads the policy at `path` (NUL-terminated): a policy that a person wrote,
 * which is compiled, or an image of saring_policy_save(). Its first bytes tell.
 *
 * On SARING_OK, *policy is yours to free. On SARING_BAD_POLICY, *error (unless
 * `error` is NULL) lists every fault found and is yours to free. A policy whose
 * own `hits` and `misses` fail is refused. Reads files; do it once, not per
 * query. Rules with dates are in force or not by the day of this call.
 *
 * An image takes milliseconds, and memory that all processes share which load
 * the same file. One that is damaged, or made for another version of the
 * library or another machine, is refused; it may come from a stranger, who can
 * do no more by it than by a policy. The file is used for as long as the policy
 * is: replace it by renaming another, never write into it or cut it. A process
 * whose image is cut is killed by SIGBUS.
 */
SARING_API saring_status saring_policy_create(const char* path,
                                              saring_policy** policy,
                                              saring_error** error);

/* Writes the image of the policy, compiled, into the file `path`
 * (NUL-terminated). It holds all that the policy needs, of its term files and
 * dictionaries too, and gives the same verdicts, explanations, fingerprint and
 * warnings.
 *
 * The file appears in one step, when it is whole and on the disk; whoever uses
 * an older image of that name keeps it. On SARING_NOT_SAVED what was there is
 * untouched, and *error (unless `error` is NULL) has the reason and is yours to
 * free. A file that is neither empty nor an image is not replaced. Takes as
 * much memory as the image has bytes.
 */
SARING_API saring_status saring_policy_save(const saring_policy* policy,
                                            const char* path,
                                            saring_error** error);

/* Another handle to the same policy, to be freed like the first; NULL for NULL
 * or when there is no memory. */
SARING_API saring_policy* saring_policy_share(const saring_policy* policy);
SARING_API void saring_policy_free(saring_policy* policy);

/* The policy's name and revision, as written in it. Borrowed from the policy,
 * NUL-terminated; "" for NULL. */
SARING_API const char* saring_policy_name(const saring_policy* policy);
SARING_API const char* saring_policy_revision(const saring_policy* policy);

/* 16 hexadecimal digits that change whenever verdicts may change: a hash of the
 * policy's files and of its dictionaries, of the library's normalizer and of
 * which rules and reviewers' words are in force; all zeros where a live policy
 * is switched off. Indexes remember by it what they were tagged with. Borrowed
 * from the policy, NUL-terminated; "" for NULL. */
SARING_API const char* saring_policy_fingerprint(const saring_policy* policy);

/* 0 where a live policy is switched off, and for NULL; else 1. While it is off,
 * what an index is tagged with is to hide and demote nothing either. */
SARING_API uint32_t saring_policy_enforced(const saring_policy* policy);

/* What is doubtful about the policy, a line each, as in saring_error_text();
 * "" when nothing is, and for NULL. Borrowed from the policy. */
SARING_API const char* saring_policy_warnings(const saring_policy* policy);

/* Every fault, a line each: "file:line:column: message"; line and column are 0
 * where the whole file is meant. Warnings are among them; their message begins
 * with "warning: ". Borrowed from the error, NUL-terminated; "" for NULL. */
SARING_API const char* saring_error_text(const saring_error* error);
SARING_API void saring_error_free(saring_error* error);

/* ---- Scratch ------------------------------------------------------------- */

/* The working memory of a call, and what verdicts borrow from. Reuse it: it
 * grows to what texts need and then allocates no more. It keeps alive the
 * policy that it was last used with. NULL when there is no memory. */
SARING_API saring_scratch* saring_scratch_create(void);
SARING_API void saring_scratch_free(saring_scratch* scratch);

/* ---- Verdicts ------------------------------------------------------------ */

typedef struct saring_listing {
  uint32_t struct_size; /* sizeof(saring_listing) */
  const char* id;       /* the listing's own; any bytes. Reviewers' words, the
                           samples of rules and logs go by it */
  size_t id_size;
  const char* title;
  size_t title_size;
  const char* description;
  size_t description_size;
  const char* category; /* path: "Fashion Pria > Jaket" */
  size_t category_size;
  const char* condition; /* as the marketplace keeps it: "bekas" */
  size_t condition_size;
  const char* seller; /* the seller's id, for logs; any bytes */
  size_t seller_size;
} saring_listing;

typedef struct saring_verdict {
  uint32_t struct_size; /* in: sizeof(saring_verdict) */
  uint32_t action;      /* out: a saring_action, the most severe that fired */
  uint32_t flags;       /* out: bits such as SARING_TEXT_CUT */
  uint32_t answer;      /* out: a saring_answer; SARING_CLEAN for a listing */
  uint32_t rule_count;  /* out: how many rules fired; see saring_fired_rule() */
  const char* rule_id;  /* out: the rule that decided, the first of those with
                           the most severe action; NULL when none fired, and
                           when a reviewer or the budget decided instead.
                           NUL-terminated, borrowed from the scratch */
  const char* answer_text; /* out: of SARING_WITHOUT, the query without the
                              words that were evidence; else NULL. Borrowed from
                              the scratch, not NUL-terminated */
  size_t answer_text_size; /* out: in bytes */
  uint32_t shadow_count;   /* out: how many rules would have fired but are not
                              enforced here; see saring_shadow_rule() */
  const char* override_reason; /* out: of SARING_OVERRIDDEN, what the reviewer
                                  wrote; else NULL. NUL-terminated, borrowed
                                  from the scratch */
} saring_verdict;

/* Checks what a person searches for. The time it takes depends on `size` and
 * not on the number of rules or terms. */
SARING_API saring_status saring_check_query(const saring_policy* policy,
                                            saring_scratch* scratch,
                                            const char* text, size_t size,
                                            saring_verdict* verdict);

/* Checks what a seller offers. */
SARING_API saring_status saring_check_listing(const saring_policy* policy,
                                              saring_scratch* scratch,
                                              const saring_listing* listing,
                                              saring_verdict* verdict);

/* ---- Reasons ------------------------------------------------------------- */

typedef struct saring_rule {
  uint32_t struct_size;      /* in: sizeof(saring_rule) */
  uint32_t action;           /* out: a saring_action, after softening */
  uint32_t softened;         /* out: 1 when `softened_by` made hide a demote */
  uint32_t answer;           /* out: a saring_answer */
  uint32_t evidence_count;   /* out: see saring_fired_evidence() */
  const char* id;            /* out: the rule's id */
  const char* law;           /* out: "title, article" of each law, "; " between;
                                "" when it names none */
  const char* buyer_notice;  /* out: in Indonesian, or "" */
  const char* seller_notice; /* out: in Indonesian, or "" */
} saring_rule; /* strings: NUL-terminated, borrowed from scratch */

/* Rule `index`, below rule_count, of those that fired in the scratch's last
 * check or explanation; the most severe first, then as the policy orders them.
 */
SARING_API saring_status saring_fired_rule(const saring_scratch* scratch,
                                           size_t index, saring_rule* rule);

typedef struct saring_evidence {
  uint32_t struct_size; /* in: sizeof(saring_evidence) */
  uint32_t field;       /* out: a saring_field */
  size_t begin, end;    /* out: bytes of that field's text */
  const char* list;     /* out: the list that this is evidence of */
  const char* term;     /* out: the term, as the policy writes it; for a
                           category or condition, its pattern */
  const char* read_as;  /* out: the words as they were read, spaces between */
  const char* step;     /* out: how they were read: "as written", ... */
} saring_evidence;      /* strings: NUL-terminated, borrowed from the scratch */

/* Evidence `index`, below evidence_count, of fired rule `rule`; in order of
 * fields and ranges. At most 64 pieces a list are kept. */
SARING_API saring_status saring_fired_evidence(const saring_scratch* scratch,
                                               size_t rule, size_t index,
                                               saring_evidence* evidence);

/* The same of rules that would have fired but are in shadow, outside their
 * sample, or overridden by a reviewer: `index` or `rule` is below shadow_count.
 * They changed nothing; what they say would have been. */
SARING_API saring_status saring_shadow_rule(const saring_scratch* scratch,
                                            size_t index, saring_rule* rule);
SARING_API saring_status saring_shadow_evidence(const saring_scratch* scratch,
                                                size_t rule, size_t index,
                                                saring_evidence* evidence);

/* The whole story as one JSON object: policy, words as read, hits, excused hits
 * and by which exception, rules, rules in shadow, verdict, notices, law. *json
 * is borrowed from the scratch and NUL-terminated; *json_size, unless NULL, is
 * its bytes. For people and logs: much slower than a check. */
SARING_API saring_status saring_explain_query(const saring_policy* policy,
                                              saring_scratch* scratch,
                                              const char* text, size_t size,
                                              const char** json,
                                              size_t* json_size);
SARING_API saring_status saring_explain_listing(const saring_policy* policy,
                                                saring_scratch* scratch,
                                                const saring_listing* listing,
                                                const char** json,
                                                size_t* json_size);

/* The words of `text` as the policy reads them, a space between two. *words is
 * borrowed from the scratch and NUL-terminated; *words_size is its bytes. */
SARING_API saring_status saring_normalize(const saring_policy* policy,
                                          saring_scratch* scratch,
                                          const char* text, size_t size,
                                          const char** words,
                                          size_t* words_size);

/* The words of `text` as written, folded, a space between two, less those that
 * the policy's terms and exceptions are made of: what else a catalogue speaks
 * of. Outputs as those of saring_normalize(). */
SARING_API saring_status saring_other_words(const saring_policy* policy,
                                            saring_scratch* scratch,
                                            const char* text, size_t size,
                                            const char** words,
                                            size_t* words_size);

/* ---- Watching ------------------------------------------------------------ */

/* Counts the verdicts of many scratches, times some of them, and writes a log
 * of decisions. Any number of threads may use one at once; checks that it
 * watches never wait for one another, for whoever asks for the metrics, or for
 * the log. It lives through a fork: the child counts on from what its parent
 * had counted and logs what it decides itself, with a thread of its own that
 * the first record starts. plugin/monitor/README.md tells the metrics and the
 * fields of the log. */
typedef struct saring_monitor saring_monitor;

typedef struct saring_monitor_options {
  uint32_t struct_size; /* sizeof(saring_monitor_options) */
  uint32_t log_queue;   /* decisions that may wait to be written, of up to 1
                           KiB, as most are; longer ones take the room of up to
                           eight; 0: 1024. While so many wait, others are
                           dropped, and counted */
  const char* log_path; /* the log, NUL-terminated, JSON lines; NULL: none */
  uint64_t log_bytes;   /* a file is moved on before it is longer; 0: 64 MiB */
  uint32_t log_files;   /* older files that are kept: PATH.1, the newest, to
                           PATH.N; 0: 8 */
  uint32_t log_sample;  /* of a million decisions other than SARING_SHOW, or
                           with a rule in shadow, so many, by chance, are
                           logged; 0: all */
  uint32_t log_shows;   /* of a million others so many; 0: none */
} saring_monitor_options;

/* On SARING_OK, *monitor is yours to free. SARING_INVALID_ARGUMENT also where a
 * number is out of its range, SARING_NOT_SAVED where the log cannot be written;
 * *error (unless `error` is NULL) then lists every fault and is yours to free.
 * Makes the log's file; starts no thread. */
SARING_API saring_status
saring_monitor_create(const saring_monitor_options* options,
                      saring_monitor** monitor, saring_error** error);

/* The monitor itself goes when no scratch is watched by it any more. What waits
 * to be logged is written then, if that takes no longer than a second. */
SARING_API void saring_monitor_free(saring_monitor* monitor);

/* Counts every check with this scratch from here on, and, as configured, logs
 * it; explanations are not counted. NULL ends that. What was counted stays with
 * the monitor, also when the scratch is freed. */
SARING_API saring_status saring_scratch_watch(saring_scratch* scratch,
                                              saring_monitor* monitor);

/* For who exchanges policies: 1 when the new one took the place of the old, 0
 * when it was bad and the old one stays. */
SARING_API saring_status saring_monitor_count_reload(saring_monitor* monitor,
                                                     uint32_t good);

/* All that was counted in this process, in Prometheus' text format, version
 * 0.0.4. *text is borrowed from the scratch and NUL-terminated; *size is its
 * bytes. */
SARING_API saring_status saring_monitor_metrics(saring_monitor* monitor,
                                                saring_scratch* scratch,
                                                const char** text,
                                                size_t* size);

/* Waits until all that this process decided before is in the log;
 * SARING_NOT_SAVED when it is not after so long. What waits then goes on
 * waiting. */
SARING_API saring_status saring_monitor_flush(saring_monitor* monitor,
                                              uint32_t milliseconds);

#ifdef __cplusplus
}
#endif

#endif /* SARING_SARING_H_ */
