// What the handles of the C ABI point to.

#ifndef SARING_PLUGIN_C_API_HANDLES_H_
#define SARING_PLUGIN_C_API_HANDLES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"
#include "plugin/live/live_policy.h"
#include "plugin/monitor/monitor.h"
#include "plugin/monitor/watch.h"
#include "saring/live.h"
#include "saring/saring.h"

struct saring_policy {
  std::shared_ptr<const saring::Ruleset> rep;
  bool enforced = true;  // else every rule is in shadow
};

struct saring_live {
  std::unique_ptr<saring::LivePolicy> rep;
};

struct saring_error {
  std::string rep;
};

// How the words of each piece of evidence were read, by Verdict::pieces: where
// its text begins, and all texts, each ended by NUL.
struct PiecesAsRead {
  std::vector<size_t> begins;
  std::string text;
};

struct saring_scratch {
  saring::Scratch rep;
  // What the last check used. Keeps what verdicts borrow alive, whatever
  // becomes of the policy's handles.
  std::shared_ptr<const saring::Ruleset> pinned;
  PiecesAsRead as_read, shadow_as_read;
  std::string text;  // a JSON explanation, normalized words, or metrics
  std::unique_ptr<saring::Watch> watch;  // or nullptr

  // The live policy that was asked for last, and what it gave.
  uint64_t live_serial = 0, live_generation = 0;
  saring_policy live_policy;
  saring::LiveState live_state;  // what saring_live_get_state() gave out
};

struct saring_monitor {
  std::shared_ptr<saring::Monitor> rep;
};

#endif  // SARING_PLUGIN_C_API_HANDLES_H_
