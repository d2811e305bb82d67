#include "config/term_check.h"

#include <algorithm>
#include <utility>

#include "config/policy_loader.h"
#include "config/utf8.h"

namespace saring {
namespace {

// The first brace without a partner, or '\0'. A {name} holds no other brace.
char FindLoneBrace(std::string_view term) {
  size_t at = 0;
  while (NextReference(term, &at)) {
  }
  const size_t brace = std::min(term.find('{', at), term.find('}', at));
  return brace == std::string_view::npos ? '\0' : term[brace];
}

void CheckTerm(const Policy& policy, std::string_view term, const Place& place,
               bool references, FaultList* faults) {
  const auto error = [&](std::string message) {
    faults->Error(policy.At(place), std::move(message));
  };
  if (term.size() > kMaxTermBytes) {
    error("a term of more than " + std::to_string(kMaxTermBytes) +
          " bytes: " + Quote(term));
  }
  if (const auto hidden = FindInvisible(term)) {
    error("invisible character " + CodePointName(*hidden) + " in " +
          Quote(term) + "; write the term the ordinary way");
  }
  if (!references) return;
  if (const char brace = FindLoneBrace(term); brace != '\0') {
    error("a '" + std::string(1, brace) + "' without its partner in " +
          Quote(term) + "; {name} means the terms of a list");
  }
}

}  // namespace

std::optional<std::string_view> NextReference(std::string_view term,
                                              size_t* at) {
  // Nearly all terms have none, and this is how to see it fast.
  const size_t open = std::min(term.find('{', *at), term.find('}', *at));
  if (open == std::string_view::npos) return {};
  const size_t close = term.find_first_of("{}", open + 1);
  if (term[open] == '}' || close == std::string_view::npos ||
      term[close] == '{') {
    *at = open;
    return {};
  }
  *at = close + 1;
  return term.substr(open + 1, close - open - 1);
}

void CheckTerms(const Policy& policy, const WrittenTerms& terms,
                bool references, FaultList* faults) {
  for (const WrittenTerm term : terms) {
    CheckTerm(policy, term.text, term.place, references, faults);
  }
}

void CheckTerms(const Policy& policy, const std::vector<Written>& terms,
                bool references, FaultList* faults) {
  for (const Written& term : terms) {
    CheckTerm(policy, term.text, term.place, references, faults);
  }
}

}  // namespace saring
