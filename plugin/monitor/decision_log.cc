#include "plugin/monitor/decision_log.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <random>
#include <string_view>
#include <thread>

#include "plugin/monitor/decision_line.h"
#include "plugin/monitor/log_file.h"
#include "plugin/monitor/record_queue.h"
#include "plugin/process/quiet_thread.h"

namespace saring {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kMostDelay(100);
constexpr std::chrono::seconds kMostGoodbye(1);
constexpr size_t kCellsPerRecord = 1024 / RecordQueue::kCell;  // as promised
constexpr size_t kBatch = size_t{64} << 10;  // bytes of lines, and one more

// 32 hexadecimal digits of no other process.
std::string RandomName() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::random_device random;
  std::string name;
  for (int i = 0; i < 32; ++i) name += kDigits[random() % 16];
  return name;
}

}  // namespace

// What a process has for the log: a queue and a thread that empties it.
class DecisionLog::Running {
 public:
  explicit Running(DecisionLog* log)
      : log_(log),
        queue_(size_t{log->options_.queue} * kCellsPerRecord),
        file_(log->options_.path, log->options_.bytes, log->options_.files),
        name_(RandomName()) {}

  ~Running() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
  }

  bool Put(const Record& record,
           const std::shared_ptr<const PolicyTexts>& texts) noexcept {
    const std::string_view bytes = record.bytes();
    char* const place = queue_.Begin(bytes.size(), texts);
    StartThread();
    if (place != nullptr) {
      bytes.copy(place, bytes.size());
      queue_.Put(place);
    }
    // Whoever searches does not pay for waking it while there is time.
    if (queue_.IsTimeToLook(bytes.size()) && queue_.IsFilling()) {
      wake_.notify_one();
    }
    return place != nullptr;
  }

  bool Flush(std::chrono::milliseconds most) {
    const uint64_t put = queue_.end();
    std::unique_lock lock(mutex_);
    flushing_ = true;
    wake_.notify_one();
    return written_some_.wait_for(lock, most, [&] { return written_ >= put; });
  }

 private:
  void StartThread() noexcept {
    if (has_thread_.load(std::memory_order_relaxed) ||
        has_thread_.exchange(true)) {
      return;
    }
    try {
      thread_ = StartQuietThread([this] { Run(); });
    } catch (const std::exception&) {
      has_thread_ = false;  // the next record tries again
    }
  }

  void Run() {
    std::string lines;
    for (steady_clock::time_point end = steady_clock::time_point::max();;) {
      TakeRecords(&lines);
      const bool written = lines.empty() || Write(&lines);
      if (written && queue_.Front() != nullptr) continue;
      std::unique_lock lock(mutex_);
      if (stopping_) {
        end = std::min(end, steady_clock::now() + kMostGoodbye);
        if (written || steady_clock::now() >= end) return;
      }
      // A file that cannot be written is not tried again and again at once,
      // whoever asks.
      wake_.wait_for(lock, kMostDelay, [&] {
        return written && (flushing_ || stopping_ || queue_.IsFilling());
      });
      flushing_ = false;
    }
  }

  void TakeRecords(std::string* lines) {
    while (lines->size() < kBatch) {
      const char* const record = queue_.Front();
      if (record == nullptr) return;
      AppendDecisionLine(Record::Unpack(record),
                         name_ + '-' + std::to_string(taken_++), lines);
      queue_.Pop();
    }
  }

  // Writes what it can of *lines and takes it out; whether that was all.
  bool Write(std::string* lines) {
    const auto [bytes, error] = file_.Append(*lines);
    const auto end = lines->begin() + static_cast<std::ptrdiff_t>(bytes);
    const auto count =
        static_cast<uint64_t>(std::count(lines->begin(), end, '\n'));
    lines->erase(lines->begin(), end);
    log_->records_.Add(count);
    log_->bytes_.Add(bytes);
    if (error != 0 && error != EWOULDBLOCK) log_->failures_.Add();
    if (error != 0) return false;
    {
      const std::lock_guard lock(mutex_);
      written_ = queue_.begin();
    }
    written_some_.notify_all();
    return true;
  }

  DecisionLog* const log_;
  RecordQueue queue_;
  std::atomic<bool> has_thread_ = false;

  // Of the thread.
  LogFile file_;
  const std::string name_;
  uint64_t taken_ = 0;

  std::mutex mutex_;
  std::condition_variable wake_, written_some_;
  uint64_t written_ = 0;   // cells; under the mutex, as are those below
  bool flushing_ = false;  // somebody waits for the rest to be written
  bool stopping_ = false;

  std::thread thread_;
};

DecisionLog::DecisionLog(const LogOptions& options) : options_(options) {}

DecisionLog::~DecisionLog() { delete running_.load(); }

bool DecisionLog::Put(
    const Record& record,
    const std::shared_ptr<const PolicyTexts>& texts) noexcept {
  Running* running = running_.load(std::memory_order_acquire);
  if (running == nullptr) running = Start();
  return running != nullptr && running->Put(record, texts);
}

bool DecisionLog::Flush(std::chrono::milliseconds most) {
  Running* const running = running_.load(std::memory_order_acquire);
  return running == nullptr || running->Flush(most);
}

// One of the threads that come here at once makes it; nullptr without memory.
DecisionLog::Running* DecisionLog::Start() noexcept {
  try {
    auto running = std::make_unique<Running>(this);
    Running* expected = nullptr;
    if (running_.compare_exchange_strong(expected, running.get(),
                                         std::memory_order_acq_rel,
                                         std::memory_order_acquire)) {
      return running.release();
    }
    return expected;
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace saring
