// A policy that follows its files.

#ifndef SARING_PLUGIN_LIVE_LIVE_POLICY_H_
#define SARING_PLUGIN_LIVE_LIVE_POLICY_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "config/date.h"
#include "plugin/engine/load.h"
#include "plugin/engine/ruleset.h"
#include "plugin/live/file_stamps.h"
#include "plugin/live/folder_watch.h"
#include "plugin/live/published.h"
#include "plugin/process/fork_guard.h"

namespace saring {

struct LiveOptions {
  std::string path;        // the policy or image that is followed
  std::string last_good;   // image of the newest good one; "": none is kept
  std::string off_switch;  // while it exists nothing is enforced; "": none
  bool watch = false;      // follow the files, not only Reload()
  int poll_milliseconds = 1000;  // where the system tells of no change
  ChangeNotice notice = ChangeNotice::kSystem;
  Date (*today)() = Today;
};

// What a check goes by.
struct PolicyInForce {
  std::shared_ptr<const Ruleset> ruleset;
  bool enforced = true;  // else every rule is in shadow
};

// How things stand.
struct LiveState {
  PolicyInForce in_force;
  bool is_last_good =
      false;              // `path` was at fault from the start, and still is
  bool watching = false;  // in this process
  uint64_t good_loads = 0, bad_loads = 0;  // the first one too
  int64_t loaded_at = 0;     // seconds since 1970 of the last good load; else 0
  int64_t failed_at = 0;     // of the last bad one; 0 when a good one followed
  std::string bad_revision;  // of that, where it could be read
  std::string faults;        // its own, a line each, or why the image of the
                             // last good one could not be written; else ""
};

// Always has a policy that was good when it was loaded. A file that turns bad
// changes nothing, a file that is half-written is read again when it is whole.
// On a new day in Jakarta the rules of that day are in force.
//
// A thread of its own follows the files, one in each process that asks for the
// policy: a child of a fork gets another. Old policies are freed there, or in
// Reload() and Enforce(), never by who asks.
//
// Threads: any number.
class LivePolicy final : private ForkHandler {
 public:
  // nullptr, with every fault in *faults, when neither `path` nor the last good
  // image can be loaded. Starts no thread.
  static std::unique_ptr<LivePolicy> Open(LiveOptions options,
                                          std::string* faults);
  ~LivePolicy();

  // Tells this one from all others that the process ever had.
  uint64_t serial() const { return serial_; }

  // Raised whenever Get() may give something else, or has something to do.
  uint64_t generation() const {
    return generation_.load(std::memory_order_acquire);
  }

  // The newest good policy. Waits for nothing but the start of the thread, once
  // a process.
  PolicyInForce Get();

  // Looks at the files and loads them. False, with the faults, when they are at
  // fault: what was in force stays so.
  bool Reload(std::string* faults);

  // Whether rules are enforced, unless the switch is off. Waits for no load.
  void Enforce(bool on);

  LiveState state() const;

 private:
  explicit LivePolicy(LiveOptions options);

  void BeforeFork() override;
  void AfterForkInParent() override;
  void AfterForkInChild() override;

  // All that follow, but PublishLocked() and FreeOld(): the loader alone, with
  // *loading_ held.
  bool Load(std::string* faults);
  std::shared_ptr<const Ruleset> LoadWhole(Date today, LoadReport* report);
  bool LoadLastGood(std::string* faults);
  void Remember(std::vector<std::string> files);
  void KeepGood(std::shared_ptr<const Ruleset> ruleset);
  void KeepFaults(const LoadReport& report);
  void SaveLastGood(const Ruleset& ruleset);
  void Publish(std::shared_ptr<const Ruleset> ruleset);
  void PublishLocked(std::shared_ptr<const Ruleset> ruleset);  // mutex_ is held
  void LookAtSwitch();
  void LookAtDay();
  void FreeOld();  // any thread that is no reader

  // Of the thread.
  void StartWatching();
  void Watch();
  void LookAtFiles(bool told);
  bool AskForLoad(bool told) const;
  void WaitUntilStill() const;
  void FollowFolders();

  const LiveOptions options_;
  const uint64_t serial_;

  // One load at a time. Behind a pointer, as a child of a fork may find it held
  // by nobody.
  std::unique_ptr<std::mutex> loading_;

  // Of the loader: the files of the last load, the day of what is in force, and
  // whether its image is kept.
  std::vector<std::string> files_;
  std::vector<FileStamp> stamps_;
  Date day_ = {};
  bool is_saved_ = false;

  // Held for no longer than a copy takes; across a fork too.
  mutable std::mutex mutex_;
  LiveState state_;
  bool wanted_ = true;  // Enforce()
  bool switch_on_ = true;
  std::unique_ptr<Published<PolicyInForce>> published_;
  std::atomic<uint64_t> generation_ = 1;

  std::atomic<bool> watching_ = false;
  std::atomic<bool> stopping_ = false;
  std::unique_ptr<FolderWatch> folders_;
  std::unique_ptr<std::thread> watcher_;
  std::unique_ptr<ForkGuard> fork_guard_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_LIVE_LIVE_POLICY_H_
