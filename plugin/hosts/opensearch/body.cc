#include "plugin/hosts/opensearch/body.h"

#include <set>
#include <vector>

#include "plugin/hosts/opensearch/refusal.h"

namespace saring::opensearch {
namespace {

// Sees each event of the parser before the value is built.
class Watcher {
 public:
  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
        keys_.emplace_back();
        [[fallthrough]];
      case Json::parse_event_t::array_start:
        if (depth >= kDeepest) {
          throw Refusal("", "nested deeper than " + std::to_string(kDeepest));
        }
        break;
      case Json::parse_event_t::object_end:
        keys_.pop_back();
        break;
      case Json::parse_event_t::key:
        AddKey(parsed.get_ref<const std::string&>());
        break;
      default:
        break;
    }
    return true;
  }

 private:
  void AddKey(const std::string& key) {
    if (!keys_.back().insert(key).second) {
      throw Refusal("", "the key '" + key + "' is given twice in one object");
    }
    if (keys_.back().size() > kMostKeys) {
      throw Refusal(
          "", "an object has more than " + std::to_string(kMostKeys) + " keys");
    }
  }

  std::vector<std::set<std::string>> keys_;  // of the objects that are open
};

}  // namespace

Json ParseBody(std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Json::object();
  }
  Json body;
  Watcher watcher;
  try {
    body = Json::parse(bytes, [&watcher](int depth, Json::parse_event_t event,
                                         const Json& parsed) {
      return watcher(depth, event, parsed);
    });
  } catch (const Json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: ..."
    const std::string_view what = error.what();
    throw Refusal("",
                  "not JSON: " + std::string(what.substr(what.find("] ") + 2)));
  }
  if (!body.is_object()) throw Refusal("", "the body is not an object");
  return body;
}

std::string BodyText(const Json& body) { return body.dump(); }

}  // namespace saring::opensearch
