// Bodies that are broken at random are refused or filtered; no third thing
// happens.

#include <nlohmann/json.hpp>
#include <random>
#include <vector>

#include "tests/opensearch_search.h"

namespace saring {
namespace {

using Json = nlohmann::ordered_json;

const Json kHide = {{"term", {{"saring.action", "hide"}}}};

// The `must_not` of a bool query holds the clause.
bool IsFiltered(const Json& query) {
  if (!query.contains("bool")) return false;
  const Json& must_not = query["bool"]["must_not"];
  return must_not.is_array() && must_not.size() == 1 && must_not[0] == kHide;
}

bool AreFiltered(const Json& nearest) {
  if (!nearest.is_array()) return IsFiltered(nearest["filter"]);
  for (const Json& one : nearest) {
    if (!IsFiltered(one["filter"])) return false;
  }
  return true;
}

// Whether the body finds no hidden listing, and none that is demoted before
// another. A body without a query finds everything, unless it has neighbours.
bool IsSafe(const Json& body) {
  const bool has_query = body.contains("query");
  if (has_query && !IsFiltered(body["query"])) return false;
  if (body.contains("knn") && !AreFiltered(body["knn"])) return false;
  return (has_query || body.contains("knn")) &&
         body["sort"][0].contains("saring.rank");
}

const std::vector<std::string> kPieces = {
    R"({"query":{"bool":{"must":[{"match":{"title":"baju bekas"}}],"must_not":{"knn":{"v":{"vector":[1],"k":2}}}}},"sort":["price"]})",
    R"({"query":{"function_score":{"query":{"multi_match":{"query":"kaos"}},"functions":[{"filter":{"term":{"a":1}}}]}},"aggs":{"a":{"terms":{"field":"b"},"aggs":{"t":{"top_hits":{}}}}}})",
    R"({"knn":[{"field":"v","query_vector":[1],"k":1,"filter":[{"term":{"a":1}}]}],"collapse":{"field":"s","inner_hits":[{"name":"x"}]},"search_after":[0,1]})",
    R"({"query":{"neural":{"v":{"query_text":"rombengan","k":5,"filter":{"knn":{"w":{"vector":[1],"k":1}}}}}},"post_filter":{"prefix":{"a":"b"}},"runtime_mappings":{"x":{}}})",
};

// Bytes that change what JSON says.
std::string Mutated(std::mt19937* rng) {
  const auto below = [&](size_t n) { return (*rng)() % n; };
  std::string body = kPieces[below(kPieces.size())];
  constexpr std::string_view kBytes = "{}[]\",:01 knq\\\xff";
  for (size_t n = below(4); n > 0 && !body.empty(); --n) {
    const size_t at = below(body.size());
    const std::string& other = kPieces[below(kPieces.size())];
    switch (below(4)) {
      case 0:
        body[at] = kBytes[below(kBytes.size())];
        break;
      case 1:
        body.erase(at, 1 + below(8));
        break;
      case 2:
        body.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      default:
        body.insert(at, other.substr(below(other.size()), below(40)));
    }
  }
  return body;
}

// Parts of a tree in places of others: it stays JSON, and mostly nonsense.
void Swap(Json* body, std::mt19937* rng) {
  std::vector<Json::json_pointer> places;
  const Json flat = body->flatten();
  for (const auto& entry : flat.items()) {
    Json::json_pointer place(entry.key());
    for (; !place.empty(); place = place.parent_pointer()) {
      places.push_back(place);
    }
  }
  const Json::json_pointer from = places[(*rng)() % places.size()];
  const Json::json_pointer to = places[(*rng)() % places.size()];
  const Json moved = (*body)[from];
  (*body)[to] = moved;
}

TEST_CASE("A mutated body is refused or filtered", "[opensearch]") {
  SearchRewriter rewriter;
  std::mt19937 rng(6);
  size_t rewritten = 0;
  size_t refused = 0;
  const auto check = [&](const std::string& body) {
    const Rewritten result = rewriter.Run(body);
    ++(result.body.empty() ? refused : rewritten);
    if (result.body.empty()) return;
    CAPTURE(body, result.body);
    const Json parsed = Json::parse(result.body, nullptr, false);
    REQUIRE(!parsed.is_discarded());
    REQUIRE(IsSafe(parsed));
  };
  for (int i = 0; i < 20000; ++i) {
    check(Mutated(&rng));
    Json body = Json::parse(kPieces[rng() % kPieces.size()]);
    for (size_t n = 1 + rng() % 3; n > 0; --n) Swap(&body, &rng);
    check(body.dump());
  }
  // Both happen, or nothing was tried.
  CHECK(rewritten > 2000);
  CHECK(refused > 2000);
}

}  // namespace
}  // namespace saring
