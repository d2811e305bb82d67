// The C ABI: texts as they are read.

#include <cstddef>

#include "plugin/c_api/run_check.h"
#include "plugin/engine/reading.h"

namespace {

// Gives out what `read` makes of `text`.
template <typename Read>
saring_status GiveWords(const saring_policy* policy, saring_scratch* scratch,
                        const char* text, size_t size, const char** words,
                        size_t* words_size, Read read) {
  if (policy == nullptr || scratch == nullptr || !IsText(text, size) ||
      words == nullptr || words_size == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  const saring_status status = RunCheck(policy, scratch, [&] {
    scratch->text = read(*policy->rep, View(text, size), &scratch->rep);
  });
  if (status != SARING_OK) return status;
  *words = scratch->text.c_str();
  *words_size = scratch->text.size();
  return SARING_OK;
}

}  // namespace

saring_status saring_normalize(const saring_policy* policy,
                               saring_scratch* scratch, const char* text,
                               size_t size, const char** words,
                               size_t* words_size) {
  return GiveWords(policy, scratch, text, size, words, words_size,
                   saring::ReadWords);
}

saring_status saring_other_words(const saring_policy* policy,
                                 saring_scratch* scratch, const char* text,
                                 size_t size, const char** words,
                                 size_t* words_size) {
  return GiveWords(policy, scratch, text, size, words, words_size,
                   saring::OtherWords);
}
