// Waits until something happens in a folder.

#ifndef SARING_PLUGIN_LIVE_FOLDER_WATCH_H_
#define SARING_PLUGIN_LIVE_FOLDER_WATCH_H_

#include <set>
#include <string>

namespace saring {

// What tells of changes.
enum class ChangeNotice {
  kSystem,  // inotify, where it can be had
  kNone,    // nothing: who waits looks for himself
};

// Of one process: a child of a fork makes one of its own. One thread at a time,
// but Wake() from any. Never fails: where the system tells nothing, waiting
// takes its time.
class FolderWatch {
 public:
  explicit FolderWatch(ChangeNotice notice);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Watches these folders from now on. Those that are not there are left out.
  void Follow(const std::set<std::string>& folders);

  // Returns when something happened in a folder, by Wake(), or after so many
  // milliseconds; true in the first case.
  bool Wait(int milliseconds);

  // Ends a Wait(), this one or the next; where there is no pipe to be had, in a
  // second.
  void Wake();

  // In the child of a fork: gives back what the parent's has open here. Nothing
  // else of it may be used there, as its thread may have been at work.
  void Close();

  // Whether the system tells of changes.
  bool is_told() const { return notices_ >= 0; }

 private:
  int notices_ = -1;
  int wake_read_ = -1, wake_write_ = -1;
  std::set<int> watches_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_LIVE_FOLDER_WATCH_H_
