#include "plugin/engine/load.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "config/date.h"
#include "config/policy_loader.h"
#include "plugin/engine/compile.h"
#include "plugin/engine/mapped_file.h"
#include "plugin/engine/policy_image.h"

namespace saring {
namespace {

// Compiling takes twice what the result takes, in pieces that malloc would
// keep.
void GiveBackMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

std::shared_ptr<const Ruleset> CompileFile(const std::string& path,
                                           FaultList* faults) {
  std::shared_ptr<const Ruleset> ruleset;
  {
    const auto policy = LoadPolicy(path, faults);
    if (policy) ruleset = Compile(*policy, Today(), faults);
  }
  GiveBackMemory();
  return ruleset;
}

std::shared_ptr<const Ruleset> RestoreFile(
    const std::shared_ptr<const MappedFile>& file, std::string* problem) {
  const auto ruleset = RestoreImage(file->bytes(), file, problem);
  if (ruleset != nullptr) ruleset->SetDay(Today());
  return ruleset;
}

}  // namespace

std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults) {
  FaultList found;
  std::shared_ptr<const Ruleset> ruleset;
  std::string problem;
  const auto image = MappedFile::Open(path, kImageMagic, &problem);
  if (image != nullptr) ruleset = RestoreFile(image, &problem);
  if (!problem.empty()) {
    found.Error({path, 0, 0}, "the image " + problem);
  } else if (image == nullptr) {
    ruleset = CompileFile(path, &found);
  }
  if (ruleset == nullptr) *faults = found.ToString();
  return ruleset;
}

}  // namespace saring
