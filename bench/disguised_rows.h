// Plain rows, disguised by machine: what a seller may do to any of them.

#ifndef SARING_BENCH_DISGUISED_ROWS_H_
#define SARING_BENCH_DISGUISED_ROWS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bench/loaded_policy.h"

namespace saring::quality {

// What became of rows in one disguise.
struct DisguiseScore {
  struct Count {
    size_t tried = 0;
    std::vector<std::string> missed;  // texts that are no longer hidden
  };
  std::string_view name;
  Count one_word;   // a text for each word that the plain row was hidden for
  Count all_words;  // a text for each row
};

// A score for each disguise, nothing tried yet.
std::vector<DisguiseScore> EveryDisguise();

// Disguises words of `row` and asks the policy again, in every disguise, with
// the same choices for the row on every run. A row that the policy does not
// hide, or not for words as written, says nothing and is left out. Disguised
// are the words of the deciding rule's evidence, of ASCII letters, at least
// four: a shorter one is another word as soon as a letter changes.
void TryDisguises(std::string_view row, LoadedPolicy* policy,
                  std::vector<DisguiseScore>* scores);

}  // namespace saring::quality

#endif  // SARING_BENCH_DISGUISED_ROWS_H_
