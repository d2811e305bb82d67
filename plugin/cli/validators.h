// What the values of options must be. For main.cc only: CLI11 takes half a
// minute to compile.

#ifndef SARING_PLUGIN_CLI_VALIDATORS_H_
#define SARING_PLUGIN_CLI_VALIDATORS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

namespace saring::cli {

// As CLI::IsMember, without saying in the help what the type's name says.
inline CLI::Validator OneOf(std::vector<std::string> words) {
  return CLI::Validator(CLI::IsMember(std::move(words))).description("");
}

// CLI11's own check tells the largest double, digit by digit.
inline CLI::Validator FromNought() {
  return CLI::Validator(
      [](const std::string& text) -> std::string {
        const bool digits =
            text.find_first_not_of("0123456789") == std::string::npos;
        if (digits && !text.empty() && text.size() <= 18) return "";
        return "expected a whole number from 0, not '" + text + "'";
      },
      "");
}

// Of an option for which an empty value would mean that it is not given.
inline CLI::Validator NotEmpty(const char* what) {
  return CLI::Validator(
      [what](const std::string& text) -> std::string {
        return text.empty() ? std::string("expected ") + what + ", not ''" : "";
      },
      "");
}

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_VALIDATORS_H_
