#include "plugin/engine/save.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include "config/fault.h"
#include "plugin/engine/policy_image.h"
#include "plugin/engine/replaced_file.h"

namespace saring {
namespace {

// Whether something is at `path` that no image must take the place of.
bool IsKept(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (!fs::exists(status)) return false;
  if (!fs::is_regular_file(status)) return true;
  if (fs::file_size(path, ignored) == 0) return false;
  std::string begin(kImageMagic.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin != kImageMagic;
}

bool Save(const Ruleset& ruleset, const std::string& path,
          std::string* problem) {
  if (IsKept(path)) {
    *problem = "is there already and is no image; it is left as it is";
    return false;
  }
  const std::string image = ImageOf(ruleset);
  // Nothing is given away that would not be taken back.
  if (RestoreImage(image, nullptr, problem) == nullptr) {
    *problem = "would not be read again: the image " + *problem;
    return false;
  }
  return ReplaceFile(path, image, problem);
}

}  // namespace

bool SaveRuleset(const Ruleset& ruleset, const std::string& path,
                 std::string* faults) {
  std::string problem;
  if (Save(ruleset, path, &problem)) return true;
  FaultList found;
  found.Error({path, 0, 0}, problem);
  *faults = found.ToString();
  return false;
}

}  // namespace saring
