// A folder that is built beside its place and put there when it is whole.

#ifndef SARING_PLUGIN_CLI_STAGED_FOLDER_H_
#define SARING_PLUGIN_CLI_STAGED_FOLDER_H_

#include <string>

#include "plugin/cli/folder_lock.h"

namespace saring::cli {

// Until Publish() succeeds, nothing at the target changes, whatever happens. A
// process that is killed leaves a folder TARGET.building-XXXXXX behind; the
// next one for the same target removes it.
class StagedFolder {
 public:
  // Removes what processes that are no more left beside `target`, and makes an
  // empty folder there. Throws Failure.
  explicit StagedFolder(std::string target);

  // Removes the folder; after Publish(), what was at the target before.
  ~StagedFolder();
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  const std::string& path() const { return path_; }

  // Writes the folder to the disk and gives it the target's name, in one step
  // where the file system can exchange names. What stood there is gone when
  // this object is. Throws Failure, and the target is then as it was.
  void Publish();

 private:
  const std::string target_;
  std::string path_;
  FolderLock lock_;  // says that the folder is in use
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_STAGED_FOLDER_H_
