// A body of `_search` as JSON, read so that no two readers can differ over it.

#ifndef SARING_PLUGIN_HOSTS_OPENSEARCH_BODY_H_
#define SARING_PLUGIN_HOSTS_OPENSEARCH_BODY_H_

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace saring::opensearch {

using Json = nlohmann::ordered_json;

// Beyond these a body is refused. Queries that people write stay far below;
// they bound the stack and the time that a hostile one takes.
inline constexpr int kDeepest = 100;       // objects and arrays in each other
inline constexpr size_t kMostKeys = 1024;  // of one object

// The object that `bytes` spell; {} for white space alone. Throws Refusal for
// anything else, and for a key that one object has twice: readers differ over
// which of the two holds.
Json ParseBody(std::string_view bytes);

// As compact JSON.
std::string BodyText(const Json& body);

}  // namespace saring::opensearch

#endif  // SARING_PLUGIN_HOSTS_OPENSEARCH_BODY_H_
