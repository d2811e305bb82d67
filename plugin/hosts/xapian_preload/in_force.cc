#include "plugin/hosts/xapian_preload/in_force.h"

#include <saring/live.h>

#include <atomic>
#include <chrono>

#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {
namespace {

struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using Scratch = std::unique_ptr<saring_scratch, ScratchFree>;

Scratch NewScratch() {
  Scratch scratch(saring_scratch_create());
  if (scratch == nullptr) {
    throw xapian::Error(saring_status_text(SARING_NO_MEMORY));
  }
  return scratch;
}

struct Opened {
  saring_live* live = nullptr;
  std::string faults;  // why there is none
};

const char* OrNull(const std::string& path) {
  return path.empty() ? nullptr : path.c_str();
}

// That the last good policy stands in, or cannot be kept.
void SayWhatIsDoubtful(const saring_live* live) {
  const Scratch scratch = NewScratch();
  saring_live_state state = {};
  state.struct_size = sizeof state;
  if (saring_live_get_state(live, scratch.get(), &state) != SARING_OK ||
      *state.faults == '\0') {
    return;
  }
  Say(std::string(state.is_last_good ? "the last good policy stands in"
                                     : "the last good policy is not kept") +
      ":\n" + state.faults);
}

Opened Open() {
  const Settings& settings = TheSettings();
  Opened opened;
  if (!settings.faults.empty()) {
    opened.faults = "the environment has faults:\n" + settings.faults;
    return opened;
  }
  saring_live_options options = {};
  options.struct_size = sizeof options;
  options.watch = 1;
  options.path = settings.policy.c_str();
  options.last_good = OrNull(settings.last_good);
  options.off_switch = OrNull(settings.off_switch);
  saring_error* error = nullptr;
  const saring_status status =
      saring_live_create(&options, &opened.live, &error);
  if (status != SARING_OK) {
    opened.faults = std::string("no policy: ") + saring_status_text(status) +
                    "\n" + saring_error_text(error);
  }
  saring_error_free(error);
  if (opened.live != nullptr) SayWhatIsDoubtful(opened.live);
  return opened;
}

// That a newer file is at fault. Looked for once a second at most.
void SayRefusal(const saring_live* live, saring_scratch* scratch) {
  using std::chrono::steady_clock;
  static std::atomic<steady_clock::time_point> next;
  const steady_clock::time_point now = steady_clock::now();
  steady_clock::time_point due = next.load();
  if (now < due ||
      !next.compare_exchange_strong(due, now + std::chrono::seconds(1))) {
    return;
  }
  saring_live_state state = {};
  state.struct_size = sizeof state;
  if (saring_live_get_state(live, scratch, &state) != SARING_OK ||
      state.failed_at == 0 || state.is_last_good != 0) {
    return;
  }
  Say(std::string(
          "the policy is refused, the one before it stays in force:\n") +
      state.faults);
}

saring_live* TheLive() {
  // Never destroyed: programs search and index until their very end.
  static const Opened* const opened = new Opened(Open());
  if (opened->live == nullptr) throw xapian::Error(opened->faults);
  return opened->live;
}

const saring_policy* Newest(saring_scratch* scratch) {
  saring_live* const live = TheLive();
  SayRefusal(live, scratch);
  const saring_policy* const policy = saring_live_policy(live, scratch);
  if (policy == nullptr) {
    throw xapian::Error(saring_status_text(SARING_NO_MEMORY));
  }
  return policy;
}

saring_scratch* ThreadScratch() {
  thread_local const Scratch scratch = NewScratch();
  return scratch.get();
}

}  // namespace

std::shared_ptr<const saring_policy> NewestPolicy() {
  const Scratch scratch = NewScratch();
  saring_policy* const shared = saring_policy_share(Newest(scratch.get()));
  if (shared == nullptr) {
    throw xapian::Error(saring_status_text(SARING_NO_MEMORY));
  }
  return {shared,
          [shared](const saring_policy*) { saring_policy_free(shared); }};
}

bool PolicyIsEnforced() {
  return saring_policy_enforced(Newest(ThreadScratch())) != 0;
}

xapian::Interceptor& TheInterceptor() {
  thread_local xapian::Interceptor interceptor(TheLive(), TheSettings().tags);
  return interceptor;
}

xapian::Tagger& TheTagger() {
  thread_local xapian::Tagger tagger(TheLive(), TheSettings().tags);
  return tagger;
}

Judgement Judge(const std::string& text) {
  saring_scratch* const scratch = ThreadScratch();
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  const saring_status status = saring_check_query(
      Newest(scratch), scratch, text.data(), text.size(), &verdict);
  if (status != SARING_OK) throw xapian::Error(saring_status_text(status));
  Judgement judgement;
  judgement.action = static_cast<saring_action>(verdict.action);
  judgement.to_parse = text;
  // Answers of a newer library count as the nearest smaller.
  if (verdict.answer >= SARING_WITHOUT && verdict.answer < SARING_EMPTY) {
    judgement.to_parse.assign(verdict.answer_text, verdict.answer_text_size);
  }
  return judgement;
}

}  // namespace saring::preload
