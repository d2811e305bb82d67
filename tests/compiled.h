// Compiles policies that tests write down.

#ifndef SARING_TESTS_COMPILED_H_
#define SARING_TESTS_COMPILED_H_

#include <memory>
#include <string>
#include <string_view>

#include "config/policy_loader.h"
#include "plugin/engine/compile.h"
#include "tests/temp_dir.h"

namespace saring {

// The day on which the tests' policies are compiled.
inline constexpr Date kTestDay = std::chrono::year(2026) / 11 / 23;

struct Compiled {
  std::shared_ptr<const Ruleset> ruleset;  // nullptr when there are errors
  std::string faults;                      // a line each, the file as p.yaml
};

inline Compiled CompileText(
    std::string_view yaml, Date today = kTestDay,
    const std::string& dictionaries = kDictionaryFolder) {
  const TempDir dir;
  const std::string path = dir.Write("p.yaml", yaml);
  FaultList faults;
  Compiled compiled;
  if (const auto policy = LoadPolicy(path, &faults)) {
    compiled.ruleset = Compile(*policy, today, &faults, dictionaries);
  }
  compiled.faults = faults.ToString();
  const std::string folder = path.substr(0, path.size() - 6);
  for (size_t at; (at = compiled.faults.find(folder)) != std::string::npos;) {
    compiled.faults.erase(at, folder.size());
  }
  return compiled;
}

}  // namespace saring

#endif  // SARING_TESTS_COMPILED_H_
