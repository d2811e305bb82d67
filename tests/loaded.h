// Loads policies that tests write down.

#ifndef SARING_TESTS_LOADED_H_
#define SARING_TESTS_LOADED_H_

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/policy_loader.h"
#include "tests/temp_dir.h"

namespace saring {

// A policy without a fault.
inline constexpr std::string_view kGoodPolicy =
    "saring: 1\n"
    "policy: p\n"
    "law: {l: {title: T}}\n"
    "ordinary: {words: [bekasi]}\n"
    "lists:\n"
    "  a: {terms: [baju]}\n"
    "  b: {terms: [bekas]}\n"
    "rules:\n"
    "  - id: r\n"
    "    needs: [a, b]\n"
    "    action: hide\n"
    "    hits: [baju bekas]\n"
    "    misses: [krim bekas, baju baru]\n";

// kGoodPolicy with the one place where it says `from` changed to `to`.
inline std::string Changed(std::string_view from, std::string_view to) {
  std::string text(kGoodPolicy);
  const size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::invalid_argument("not once in the policy: " + std::string(from));
  }
  return text.replace(at, from.size(), to);
}

struct Loaded {
  std::optional<Policy> policy;
  std::vector<std::string> messages;  // without the folder of the files
  bool has_errors = false;
};

// Loads the file `name` of `dir`.
inline Loaded LoadFrom(const TempDir& dir, std::string_view name) {
  Loaded loaded;
  FaultList faults;
  loaded.policy = LoadPolicy(dir.At(name), &faults);
  loaded.has_errors = faults.has_errors();
  const std::string folder = dir.path() + "/";
  for (const Fault& fault : faults.Sorted()) {
    std::string text = fault.ToString();
    for (size_t at; (at = text.find(folder)) != std::string::npos;) {
      text.erase(at, folder.size());
    }
    loaded.messages.push_back(std::move(text));
  }
  return loaded;
}

// Loads `text` as p.yaml.
inline Loaded LoadText(std::string_view text) {
  const TempDir dir;
  dir.Write("p.yaml", text);
  return LoadFrom(dir, "p.yaml");
}

}  // namespace saring

#endif  // SARING_TESTS_LOADED_H_
