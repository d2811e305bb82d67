// The query clauses of OpenSearch and Elasticsearch: where each keeps words
// that a person typed, and where other clauses.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_CLAUSES_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_CLAUSES_H_

#include <array>
#include <string_view>

namespace saring::opensearch {

// Whether words may be taken out of a clause's text.
enum class Rewording {
  kNever,   // part of a pattern, or of one word
  kPlain,   // a language of its own: only where nothing of it is used
  kAlways,  // words and nothing else
};

// The parameters that hold text; those that are empty stand for none.
struct TextPlace {
  std::array<std::string_view, 4> parameters = {};
  // The clause is {FIELD: {parameter: text}} or {FIELD: text}.
  bool by_field = false;
  // Parameters count however deep they lie.
  bool deep = false;
  Rewording rewording = Rewording::kAlways;
};

// A parameter that holds a clause, or an array of them.
struct SubClauses {
  std::string_view parameter;  // empty: none
  bool wanted = true;  // false: what it matches is left out or only scored
};

struct Clause {
  std::string_view name;
  TextPlace text = {};
  std::array<SubClauses, 4> clauses = {};
  // Takes a number of nearest documents before other clauses are looked at, so
  // that it needs the filter within.
  bool nearest = false;
  // The parts that it joins may be listings of their own.
  bool joins = false;
  // Not nullptr: why no search with it can be made safe.
  const char* refusal = nullptr;
};

// nullptr for a name that is in neither engine's reference.
const Clause* FindClause(std::string_view name);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_CLAUSES_H_
