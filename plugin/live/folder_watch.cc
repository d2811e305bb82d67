#include "plugin/live/folder_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#ifdef __linux__
#include <sys/inotify.h>
#endif

namespace saring {
namespace {

constexpr int kMostDeaf = 1000;  // milliseconds of waiting without Wake()

// Reads all that is there.
void Drain(int file) {
  char bytes[4096];
  while (read(file, bytes, sizeof bytes) > 0) {
  }
}

#ifdef __linux__
int OpenNotices() { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int AddFolder(int notices, const std::string& folder) {
  return inotify_add_watch(notices, folder.c_str(),
                           IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                               IN_CREATE | IN_DELETE | IN_ATTRIB |
                               IN_DELETE_SELF | IN_ONLYDIR);
}

void RemoveFolder(int notices, int watch) { inotify_rm_watch(notices, watch); }
#else
int OpenNotices() { return -1; }
int AddFolder(int, const std::string&) { return -1; }
void RemoveFolder(int, int) {}
#endif

}  // namespace

FolderWatch::FolderWatch(ChangeNotice notice) {
  if (notice == ChangeNotice::kSystem) notices_ = OpenNotices();
  int ends[2];
  if (pipe(ends) != 0) return;
  for (const int end : ends) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
  wake_read_ = ends[0];
  wake_write_ = ends[1];
}

FolderWatch::~FolderWatch() { Close(); }

void FolderWatch::Close() {
  for (const int file : {notices_, wake_read_, wake_write_}) {
    if (file >= 0) close(file);
  }
}

void FolderWatch::Follow(const std::set<std::string>& folders) {
  if (notices_ < 0) return;
  // A folder that was removed and made anew is another: all are asked again.
  std::set<int> watches;
  for (const std::string& folder : folders) {
    const int watch = AddFolder(notices_, folder);
    if (watch >= 0) watches.insert(watch);
  }
  for (const int watch : watches_) {
    if (watches.count(watch) == 0) RemoveFolder(notices_, watch);
  }
  watches_ = std::move(watches);
}

bool FolderWatch::Wait(int milliseconds) {
  pollfd files[] = {{notices_, POLLIN, 0}, {wake_read_, POLLIN, 0}};
  if (wake_read_ < 0) milliseconds = std::min(milliseconds, kMostDeaf);
  if (poll(files, 2, milliseconds) <= 0) return false;
  if (files[1].revents != 0) Drain(wake_read_);
  if (files[0].revents == 0) return false;
  Drain(notices_);
  return true;
}

void FolderWatch::Wake() {
  // A pipe that is full wakes as well.
  if (wake_write_ >= 0 && write(wake_write_, "", 1) < 0) return;
}

}  // namespace saring
