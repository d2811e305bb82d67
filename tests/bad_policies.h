// A table of bad policies, with exactly what is said about each.

#ifndef SARING_TESTS_BAD_POLICIES_H_
#define SARING_TESTS_BAD_POLICIES_H_

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/loaded.h"

namespace saring {

using Messages = std::vector<std::string>;

struct Bad {
  const char* why;
  std::string from, to;  // what is changed in the good policy
  Messages messages;
};

inline void CheckAll(const std::vector<Bad>& table) {
  for (const Bad& bad : table) {
    DYNAMIC_SECTION(bad.why) {
      const std::string text = Changed(bad.from, bad.to);
      CAPTURE(text);
      const Loaded loaded = LoadText(text);
      CHECK(loaded.messages == bad.messages);
      const bool only_warnings = std::all_of(
          bad.messages.begin(), bad.messages.end(),
          [](auto& m) { return m.find(": warning: ") != std::string::npos; });
      CHECK(loaded.has_errors == !only_warnings);
    }
  }
}

}  // namespace saring

#endif  // SARING_TESTS_BAD_POLICIES_H_
