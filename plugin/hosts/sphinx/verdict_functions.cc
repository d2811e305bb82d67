// The functions of queries:
//
//   saring_action(title [, category [, condition]])  INT     a saring_action
//   saring_rule(title [, category [, condition]])    STRING  the rule that
//                                                    decided, or ""
//
// What a listing gets from the policy in force. A NULL or any bytes are text.
// Where memory is out a listing counts as hidden.

#include <saring/saring.h>

#include <cstring>

#include "plugin/hosts/sphinx/init_error.h"
#include "plugin/hosts/sphinx/plugin_interface.h"
#include "plugin/hosts/sphinx/scratch.h"
#include "plugin/hosts/sphinx/served_policy.h"

namespace saring::sphinx {
namespace {

constexpr int kMostArguments = 3;

// 0, or 1 with the reason in `error`: what init functions return.
int Init(const Arguments* arguments, char* error) {
  bool good = arguments->count >= 1 && arguments->count <= kMostArguments;
  for (int i = 0; good && i < arguments->count; ++i) {
    good = arguments->kinds[i] == kString;
  }
  if (!good) {
    WriteInitError(
        "saring: expected (title), (title, category) or (title, category, "
        "condition), all of them string attributes",
        error);
    return 1;
  }
  return Begin(error) ? 0 : 1;
}

void Take(const Arguments& arguments, int index, const char** text,
          size_t* size) {
  if (index >= arguments.count || arguments.values[index] == nullptr) return;
  const int bytes = arguments.sizes[index];
  if (bytes <= 0) return;
  *text = arguments.values[index];
  *size = static_cast<size_t>(bytes);
}

// False when there is no verdict.
bool Check(const Arguments& arguments, saring_verdict* verdict) {
  saring_scratch* const scratch = ThreadScratch();
  if (scratch == nullptr) return false;
  saring_listing listing = {};
  listing.struct_size = sizeof listing;
  Take(arguments, 0, &listing.title, &listing.title_size);
  Take(arguments, 1, &listing.category, &listing.category_size);
  Take(arguments, 2, &listing.condition, &listing.condition_size);
  verdict->struct_size = sizeof *verdict;
  return saring_check_listing(ServedPolicy(scratch), scratch, &listing,
                              verdict) == SARING_OK;
}

// A copy of `text` that the host frees; NULL when there is no memory, which the
// host takes for "".
char* HostString(const Arguments& arguments, const char* text) {
  const size_t bytes = std::strlen(text) + 1;
  void* const copy = arguments.allocate(static_cast<int>(bytes));
  if (copy != nullptr) std::memcpy(copy, text, bytes);
  return static_cast<char*>(copy);
}

}  // namespace

SARING_SPHINX_EXPORT int saring_action_init(Call*, Arguments* arguments,
                                            char* error) {
  return Init(arguments, error);
}

// Not by the host's flag of errors: once it is up, the host takes every further
// row of the query for 0, which is shown.
SARING_SPHINX_EXPORT long long saring_action(Call*, Arguments* arguments,
                                             char*) {
  saring_verdict verdict = {};
  if (!Check(*arguments, &verdict)) return SARING_HIDE;
  return verdict.action;
}

SARING_SPHINX_EXPORT int saring_rule_init(Call*, Arguments* arguments,
                                          char* error) {
  return Init(arguments, error);
}

SARING_SPHINX_EXPORT char* saring_rule(Call*, Arguments* arguments, char*) {
  saring_verdict verdict = {};
  const bool fired = Check(*arguments, &verdict) && verdict.rule_id != nullptr;
  return HostString(*arguments, fired ? verdict.rule_id : "");
}

// The name is the library's, without ".so".
SARING_SPHINX_EXPORT int saring_sphinx_ver() { return kInterfaceVersion; }

}  // namespace saring::sphinx
