#include "plugin/hosts/xapian_preload/settings.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string_view>

namespace saring::preload {
namespace {

// Of a tag's prefix, as saring/xapian.h wants it.
constexpr size_t kLongestPrefix = 100;

const char* Variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

std::string PathIn(const char* name) {
  const char* value = Variable(name);
  return value == nullptr ? "" : value;
}

void Fault(Settings* settings, std::string_view name, std::string_view value,
           std::string_view expected) {
  settings->faults += std::string(name) + ": '" + std::string(value) +
                      "'; expected " + std::string(expected) + "\n";
}

void ReadFail(Settings* settings) {
  const char* value = Variable("SARING_FAIL");
  if (value == nullptr || std::strcmp(value, "closed") == 0) return;
  settings->fail_open = std::strcmp(value, "open") == 0;
  if (!settings->fail_open) {
    Fault(settings, "SARING_FAIL", value, "closed or open");
  }
}

bool IsPrefix(std::string_view text) {
  return text.size() > 1 && text.size() <= kLongestPrefix && text[0] == 'X' &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
             std::string_view::npos;
}

void ReadPrefix(Settings* settings) {
  const char* value = Variable("SARING_PREFIX");
  if (value == nullptr) return;
  if (IsPrefix(value)) {
    settings->tags.prefix = value;
  } else {
    Fault(settings, "SARING_PREFIX", value,
          "X and then capitals, at most 100 bytes in all");
  }
}

void ReadSlot(Settings* settings) {
  const char* value = Variable("SARING_SLOT");
  if (value == nullptr) return;
  Xapian::valueno slot = 0;
  const char* end = value + std::strlen(value);
  const std::from_chars_result read = std::from_chars(value, end, slot);
  if (read.ec == std::errc() && read.ptr == end &&
      slot != Xapian::BAD_VALUENO) {
    settings->tags.demotion_slot = slot;
  } else {
    Fault(settings, "SARING_SLOT", value, "the number of a value slot");
  }
}

// A misspelt one would leave titles unread: it is a fault.
void ReadFields(Settings* settings) {
  constexpr std::string_view kFamily = "SARING_FIELD_";
  FieldNames* fields = &settings->fields;
  const std::map<std::string_view, std::string*> known = {
      {"ID", &fields->id},
      {"TITLE", &fields->title},
      {"DESCRIPTION", &fields->description},
      {"CATEGORY", &fields->category},
      {"CONDITION", &fields->condition},
      {"SELLER", &fields->seller}};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const size_t equals = text.find('=');
    if (equals == text.npos || text.substr(0, kFamily.size()) != kFamily) {
      continue;
    }
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = text.substr(equals + 1);
    const auto field = known.find(name.substr(kFamily.size()));
    if (field == known.end()) {
      Fault(settings, name, value,
            "_ID, _TITLE, _DESCRIPTION, _CATEGORY, _CONDITION or _SELLER");
    } else if (!value.empty()) {
      *field->second = value;
    }
  }
}

Settings Read() {
  Settings settings;
  settings.policy = PathIn("SARING_POLICY");
  settings.last_good = PathIn("SARING_LAST_GOOD");
  settings.off_switch = PathIn("SARING_OFF_SWITCH");
  ReadFail(&settings);
  ReadPrefix(&settings);
  ReadSlot(&settings);
  ReadFields(&settings);
  return settings;
}

}  // namespace

const Settings& TheSettings() {
  // Never destroyed: programs search and index until their very end.
  static const Settings* const settings = new Settings(Read());
  return *settings;
}

bool Wanted() {
  static const bool wanted = Variable("SARING_POLICY") != nullptr;
  return wanted;
}

}  // namespace saring::preload
