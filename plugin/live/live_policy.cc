#include "plugin/live/live_policy.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <set>
#include <system_error>
#include <utility>

#include "plugin/engine/save.h"
#include "plugin/process/quiet_thread.h"

namespace saring {
namespace {

constexpr int kMostLoads = 5;      // of files that change while they are read
constexpr int kStillFor = 20;      // milliseconds without a change
constexpr int kMostRounds = 50;    // of waiting for that
constexpr int kLookAnyway = 1000;  // milliseconds, where changes are told

uint64_t NextSerial() {
  static std::atomic<uint64_t> last = 0;
  return ++last;
}

int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void Sleep(int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

LivePolicy::LivePolicy(LiveOptions options)
    : options_(std::move(options)),
      serial_(NextSerial()),
      loading_(std::make_unique<std::mutex>()) {}

std::unique_ptr<LivePolicy> LivePolicy::Open(LiveOptions options,
                                             std::string* faults) {
  std::unique_ptr<LivePolicy> live(new LivePolicy(std::move(options)));
  const std::lock_guard loading(*live->loading_);
  live->LookAtSwitch();
  if (!live->Load(faults) && !live->LoadLastGood(faults)) return nullptr;
  faults->clear();
  live->fork_guard_.reset(new ForkGuard(live.get()));
  return live;
}

LivePolicy::~LivePolicy() {
  fork_guard_.reset();
  if (watcher_ == nullptr) return;
  stopping_ = true;
  folders_->Wake();
  watcher_->join();
}

PolicyInForce LivePolicy::Get() {
  if (options_.watch && !watching_.load(std::memory_order_acquire)) {
    StartWatching();
  }
  PolicyInForce in_force;
  published_->Read([&](const PolicyInForce& newest) { in_force = newest; });
  return in_force;
}

bool LivePolicy::Reload(std::string* faults) {
  const std::lock_guard loading(*loading_);
  LookAtSwitch();
  const bool good = Load(faults);
  if (!good) LookAtDay();
  FreeOld();
  return good;
}

void LivePolicy::Enforce(bool on) {
  {
    // Whoever switches off does not wait for a load.
    const std::lock_guard lock(mutex_);
    wanted_ = on;
    PublishLocked(state_.in_force.ruleset);
  }
  FreeOld();
}

LiveState LivePolicy::state() const {
  const std::lock_guard lock(mutex_);
  LiveState state = state_;
  state.watching = watching_;
  return state;
}

bool LivePolicy::Load(std::string* faults) {
  LoadReport report;
  const Date today = options_.today();
  auto ruleset = LoadWhole(today, &report);
  if (ruleset == nullptr) {
    KeepFaults(report);
    *faults = std::move(report.faults);
    return false;
  }
  KeepGood(std::move(ruleset));
  day_ = today;
  return true;
}

// Reads until nothing changes meanwhile.
std::shared_ptr<const Ruleset> LivePolicy::LoadWhole(Date today,
                                                     LoadReport* report) {
  std::shared_ptr<const Ruleset> ruleset;
  for (int load = 0; load < kMostLoads; ++load) {
    const std::vector<std::string> before = files_;
    const std::vector<FileStamp> stamps = StampsOf(before);
    const FileStamp stamp = StampOf(options_.path);
    ruleset = LoadRuleset(options_.path, today, report);
    // What a bad policy names is not known for certain: what the good one was
    // made of is looked at as well.
    std::vector<std::string> files = report->files;
    if (ruleset == nullptr) {
      files.insert(files.end(), before.begin(), before.end());
    }
    Remember(std::move(files));
    if (stamp == stamps_[0] && stamps == StampsOf(before)) break;
    WaitUntilStill();
  }
  return ruleset;
}

// In one step: a child of a fork goes on with what is there.
void LivePolicy::Remember(std::vector<std::string> files) {
  std::vector<FileStamp> stamps = StampsOf(files);
  const std::lock_guard lock(mutex_);
  files_ = std::move(files);
  stamps_ = std::move(stamps);
}

bool LivePolicy::LoadLastGood(std::string* faults) {
  if (options_.last_good.empty()) return false;
  LoadReport report;
  day_ = options_.today();
  auto ruleset = LoadRuleset(options_.last_good, day_, &report);
  if (ruleset == nullptr) {
    *faults += report.faults;
    return false;
  }
  Publish(std::move(ruleset));
  const std::lock_guard lock(mutex_);
  state_.is_last_good = true;
  return true;
}

void LivePolicy::KeepGood(std::shared_ptr<const Ruleset> ruleset) {
  const std::shared_ptr<const Ruleset> before = state().in_force.ruleset;
  const bool is_new =
      before == nullptr || before->fingerprint != ruleset->fingerprint;
  {
    const std::lock_guard lock(mutex_);
    ++state_.good_loads;
    state_.loaded_at = Now();
    state_.failed_at = 0;
    state_.is_last_good = false;
    state_.faults.clear();
    state_.bad_revision.clear();
  }
  if (is_new) Publish(ruleset);
  if (is_new || !is_saved_) SaveLastGood(*ruleset);
}

void LivePolicy::KeepFaults(const LoadReport& report) {
  const std::lock_guard lock(mutex_);
  ++state_.bad_loads;
  state_.failed_at = Now();
  state_.faults = report.faults;
  state_.bad_revision = report.revision;
}

void LivePolicy::SaveLastGood(const Ruleset& ruleset) {
  if (options_.last_good.empty()) return;
  std::string faults;
  is_saved_ = SaveRuleset(ruleset, options_.last_good, &faults);
  if (is_saved_) return;
  const std::lock_guard lock(mutex_);
  state_.faults = std::move(faults);
}

void LivePolicy::Publish(std::shared_ptr<const Ruleset> ruleset) {
  const std::lock_guard lock(mutex_);
  PublishLocked(std::move(ruleset));
}

void LivePolicy::PublishLocked(std::shared_ptr<const Ruleset> ruleset) {
  state_.in_force = {std::move(ruleset), wanted_ && switch_on_};
  auto next = std::make_unique<const PolicyInForce>(state_.in_force);
  if (published_ == nullptr) {
    published_ = std::make_unique<Published<PolicyInForce>>(std::move(next));
  } else {
    published_->Publish(std::move(next));
  }
  generation_.fetch_add(1, std::memory_order_release);
}

void LivePolicy::LookAtSwitch() {
  if (options_.off_switch.empty()) return;
  const bool on = StampOf(options_.off_switch) == FileStamp();
  std::shared_ptr<const Ruleset> ruleset;
  {
    const std::lock_guard lock(mutex_);
    if (switch_on_ == on) return;
    switch_on_ = on;
    ruleset = state_.in_force.ruleset;
  }
  if (ruleset != nullptr) Publish(std::move(ruleset));
}

void LivePolicy::LookAtDay() {
  const Date today = options_.today();
  if (today == day_) return;
  const std::shared_ptr<const Ruleset> before = state().in_force.ruleset;
  std::shared_ptr<const Ruleset> ruleset = OnDay(*before, today);
  if (ruleset != nullptr && ruleset->fingerprint != before->fingerprint) {
    Publish(std::move(ruleset));
  }
  day_ = today;
}

// Loads what has changed, once it is left alone. Files that were at fault are
// looked at again whenever something happens near them: what they name may be
// there now. Reload() does not wait for this.
void LivePolicy::LookAtFiles(bool told) {
  if (!AskForLoad(told)) return;
  WaitUntilStill();
  const std::lock_guard loading(*loading_);
  if (!AskForLoad(told)) return;
  std::string faults;
  Load(&faults);
}

bool LivePolicy::AskForLoad(bool told) const {
  std::vector<std::string> files;
  std::vector<FileStamp> stamps;
  {
    const std::lock_guard lock(mutex_);
    if (told && state_.failed_at != 0) return true;
    files = files_;
    stamps = stamps_;
  }
  return StampsOf(files) != stamps;
}

void LivePolicy::WaitUntilStill() const {
  const auto look = [&] {
    std::vector<std::string> files;
    {
      const std::lock_guard lock(mutex_);
      files = files_;
    }
    return StampsOf(files);
  };
  std::vector<FileStamp> before = look();
  for (int round = 0; round < kMostRounds && !stopping_; ++round) {
    Sleep(kStillFor);
    std::vector<FileStamp> now = look();
    if (now == before) return;
    before = std::move(now);
  }
}

// A policy that somebody else still holds is kept, so that the last to let go
// of it is the loader.
void LivePolicy::FreeOld() {
  std::vector<std::unique_ptr<const PolicyInForce>> gone;
  const std::lock_guard lock(mutex_);
  const auto& newest = state_.in_force.ruleset;
  gone = published_->TakeOld([&](const PolicyInForce& old, const auto& all) {
    const auto is_same = [&](const auto& other) {
      return other->ruleset == old.ruleset;
    };
    return old.ruleset == newest ||
           old.ruleset.use_count() ==
               std::count_if(all.begin(), all.end(), is_same);
  });
}

void LivePolicy::StartWatching() {
  const std::lock_guard lock(mutex_);
  if (watching_) return;
  folders_ = std::make_unique<FolderWatch>(options_.notice);
  try {
    watcher_ = std::make_unique<std::thread>();
    *watcher_ = StartQuietThread([this] { Watch(); });
  } catch (const std::system_error&) {
    // No thread is to be had: whoever asks next, for the same policy too, tries
    // again.
    watcher_.reset();
    generation_.fetch_add(1, std::memory_order_release);
    return;
  }
  watching_.store(true, std::memory_order_release);
}

void LivePolicy::Watch() {
  bool told = false;
  while (!stopping_) {
    try {
      LookAtFiles(told);
      const std::lock_guard loading(*loading_);
      LookAtSwitch();
      LookAtDay();
      FollowFolders();
      FreeOld();
    } catch (const std::exception&) {
      // Above a thread nobody else catches. What is in force stays so; the next
      // round may have memory, or descriptors.
    }
    told = folders_->Wait(folders_->is_told() ? kLookAnyway
                                              : options_.poll_milliseconds);
  }
}

void LivePolicy::FollowFolders() {
  std::set<std::string> folders = {FolderOf(options_.path)};
  for (const std::string& file : files_) folders.insert(FolderOf(file));
  if (!options_.off_switch.empty()) {
    folders.insert(FolderOf(options_.off_switch));
  }
  folders_->Follow(folders);
}

void LivePolicy::BeforeFork() { mutex_.lock(); }

void LivePolicy::AfterForkInParent() { mutex_.unlock(); }

// The thread that watched is not in the child, nor whoever loaded or read. What
// belonged to them is let go without a look.
void LivePolicy::AfterForkInChild() {
  watcher_.release();
  if (folders_ != nullptr) folders_->Close();
  folders_.release();
  loading_.release();
  loading_ = std::make_unique<std::mutex>();
  published_->ForgetReaders();
  watching_ = false;
  generation_.fetch_add(1);
  mutex_.unlock();
}

}  // namespace saring
