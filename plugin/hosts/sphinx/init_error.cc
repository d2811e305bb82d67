#include "plugin/hosts/sphinx/init_error.h"

#include <cstring>
#include <exception>

#include "plugin/hosts/sphinx/plugin_interface.h"
#include "plugin/hosts/sphinx/served_policy.h"

namespace saring::sphinx {

void WriteInitError(std::string_view text, char* error) {
  if (error == nullptr) return;
  size_t size = text.size();
  if (size >= kMostErrorBytes) {
    size = kMostErrorBytes - 1;
    while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
  }
  std::memcpy(error, text.data(), size);
  error[size] = '\0';
}

bool Begin(char* error) noexcept {
  try {
    const std::string faults = LoadServedPolicy();
    if (faults.empty()) return true;
    WriteInitError("saring: " + faults, error);
  } catch (const std::exception&) {
    WriteInitError("saring: out of memory", error);
  }
  return false;
}

}  // namespace saring::sphinx
