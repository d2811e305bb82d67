// JSON, written straight into a line.

#ifndef SARING_PLUGIN_MONITOR_JSON_OBJECT_H_
#define SARING_PLUGIN_MONITOR_JSON_OBJECT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace saring {

// `text` as a JSON string at the end of *json. What is not UTF-8 is replaced.
void AppendJsonString(std::string_view text, std::string* json);

// Writes one object at the end of a string, member by member, from when it is
// made until it is destroyed: a tree of it would take most of the log's time.
// Names are plain ASCII.
class JsonObject {
 public:
  explicit JsonObject(std::string* json) : json_(*json) { json_ += '{'; }
  ~JsonObject() { json_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  void AddText(std::string_view name, std::string_view text) {
    AppendJsonString(text, AddName(name));
  }
  void AddNumber(std::string_view name, uint64_t number) {
    AddJson(name, std::to_string(number));
  }
  void AddFlag(std::string_view name, bool flag) {
    AddJson(name, flag ? "true" : "false");
  }
  // Of a value that is JSON already, and of several members that are.
  void AddJson(std::string_view name, std::string_view value) {
    *AddName(name) += value;
  }
  void AddMembers(std::string_view members) {
    Separate();
    json_ += members;
  }

  // An array of what write(item, json) makes of each item.
  template <typename Items, typename Write>
  void AddArray(std::string_view name, const Items& items, Write write) {
    std::string* const json = AddName(name);
    *json += '[';
    const char* before = "";
    for (const auto& item : items) {
      *json += before;
      write(item, json);
      before = ",";
    }
    *json += ']';
  }

  // Begins a member whose value is to be written at the end of the result.
  std::string* AddName(std::string_view name);

 private:
  void Separate() {
    if (!is_empty_) json_ += ',';
    is_empty_ = false;
  }

  std::string& json_;
  bool is_empty_ = true;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_JSON_OBJECT_H_
