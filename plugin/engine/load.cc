#include "plugin/engine/load.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <utility>

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

std::shared_ptr<const Ruleset> CompileFile(const std::string& path, Date today,
                                           LoadReport* report,
                                           FaultList* faults) {
  std::shared_ptr<const Ruleset> ruleset;
  {
    const auto policy = LoadPolicy(path, faults);
    if (policy) {
      report->files = policy->files;
      report->revision = policy->revision;
      ruleset = Compile(*policy, today, faults);
    }
  }
  GiveBackMemory();
  return ruleset;
}

std::shared_ptr<const Ruleset> Restore(std::string_view bytes,
                                       std::shared_ptr<const void> storage,
                                       Date today, std::string* problem) {
  const auto ruleset = RestoreImage(bytes, std::move(storage), problem);
  if (ruleset != nullptr) ruleset->SetDay(today);
  return ruleset;
}

}  // namespace

std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path, Date today,
                                           LoadReport* report) {
  *report = {.files = {path}, .revision = {}, .faults = {}};
  FaultList found;
  std::shared_ptr<const Ruleset> ruleset;
  std::string problem;
  const auto image = MappedFile::Open(path, kImageMagic, &problem);
  if (image != nullptr) {
    ruleset = Restore(image->bytes(), image, today, &problem);
    if (ruleset != nullptr) report->revision = ruleset->revision;
  }
  if (!problem.empty()) {
    found.Error({path, 0, 0}, "the image " + problem);
  } else if (image == nullptr) {
    ruleset = CompileFile(path, today, report, &found);
  }
  if (ruleset == nullptr) report->faults = found.ToString();
  return ruleset;
}

std::shared_ptr<const Ruleset> LoadRuleset(const std::string& path,
                                           std::string* faults) {
  LoadReport report;
  auto ruleset = LoadRuleset(path, Today(), &report);
  if (ruleset == nullptr) *faults = std::move(report.faults);
  return ruleset;
}

std::shared_ptr<const Ruleset> OnDay(const Ruleset& ruleset, Date today) {
  const auto image = std::make_shared<const std::string>(ImageOf(ruleset));
  std::string problem;
  return Restore(*image, image, today, &problem);
}

}  // namespace saring
