// A live policy in a folder of its own, through the C interface.

#ifndef SARING_TESTS_LIVE_H_
#define SARING_TESTS_LIVE_H_

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/live_handles.h"
#include "tests/temp_dir.h"

namespace saring {

// A policy that hides `word`, and is of revision `revision`.
inline std::string Hiding(const std::string& word,
                          const std::string& revision) {
  return "saring: 1\npolicy: live\nrevision: \"" + revision +
         "\"\nlists: {bad: {terms: [" + word +
         "]}}\nrules:\n  - {id: r, needs: [bad], action: hide, hits: [" + word +
         "], misses: [meja, kursi]}\n";
}

inline const std::string kAtFault =
    "saring: 1\npolicy: live\nrevision: \"bad\"\nlists: {bad: {terms: "
    "[baju]}}\n"
    "rules:\n  - {id: r, needs: [bda], action: hide, hits: [baju], "
    "misses: [meja, kursi]}\n";

class Live {
 public:
  Live() : scratch_(saring_scratch_create()) {
    options_.struct_size = sizeof options_;
    path_ = dir_.Write("p.yaml", Hiding("baju", "1"));
  }

  const std::string& path() const { return path_; }
  std::string At(const std::string& name) const { return dir_.At(name); }
  void Write(const std::string& text) { dir_.Write("p.yaml", text); }

  // In one step, as editors do.
  void Replace(const std::string& text) {
    std::filesystem::rename(dir_.Write("p.new", text), path_);
  }

  saring_live_options& options() { return options_; }

  saring_status Open(std::string* faults = nullptr) {
    options_.path = path_.c_str();
    saring_live* live = nullptr;
    saring_error* error = nullptr;
    const saring_status status = saring_live_create(&options_, &live, &error);
    if (faults != nullptr) *faults = saring_error_text(error);
    saring_error_free(error);
    live_.reset(live);
    return status;
  }

  saring_live* get() const { return live_.get(); }

  saring_status Reload() { return saring_live_reload(live_.get(), nullptr); }

  uint32_t ActionOn(const std::string& text) const {
    return ActionOn(text, scratch_.get());
  }

  uint32_t ActionOn(const std::string& text, saring_scratch* scratch) const {
    saring_verdict verdict = {};
    verdict.struct_size = sizeof verdict;
    const saring_policy* policy = saring_live_policy(live_.get(), scratch);
    REQUIRE(policy != nullptr);
    REQUIRE(saring_check_query(policy, scratch, text.data(), text.size(),
                               &verdict) == SARING_OK);
    return verdict.action;
  }

  saring_live_state State() const {
    saring_live_state state = {};
    state.struct_size = sizeof state;
    REQUIRE(saring_live_get_state(live_.get(), scratch_.get(), &state) ==
            SARING_OK);
    return state;
  }

  // Whether `text` comes to have the action, sooner or later.
  bool Becomes(const std::string& text, uint32_t action) const {
    return Eventually([&] { return ActionOn(text) == action; });
  }

  template <typename Condition>
  static bool Eventually(Condition condition) {
    for (int i = 0; i < 1000; ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

 private:
  TempDir dir_;
  std::string path_;
  saring_live_options options_ = {};
  ScratchHandle scratch_;
  LiveHandle live_;
};

}  // namespace saring

#endif  // SARING_TESTS_LIVE_H_
