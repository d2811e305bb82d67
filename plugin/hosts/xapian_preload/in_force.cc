#include "plugin/hosts/xapian_preload/in_force.h"

#include <memory>

#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {
namespace {

struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using Scratch = std::unique_ptr<saring_scratch, ScratchFree>;

struct Loaded {
  saring_policy* policy = nullptr;
  std::string faults;  // why there is none
};

Loaded Load() {
  const Settings& settings = TheSettings();
  Loaded loaded;
  if (!settings.faults.empty()) {
    loaded.faults = "the environment has faults:\n" + settings.faults;
    return loaded;
  }
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_create(settings.policy.c_str(), &loaded.policy, &error);
  if (status != SARING_OK) {
    loaded.faults = std::string("no policy: ") + saring_status_text(status) +
                    "\n" + saring_error_text(error);
  }
  saring_error_free(error);
  return loaded;
}

saring_scratch* TheScratch() {
  thread_local const Scratch scratch(saring_scratch_create());
  if (scratch == nullptr) {
    throw xapian::Error(saring_status_text(SARING_NO_MEMORY));
  }
  return scratch.get();
}

}  // namespace

const saring_policy* ThePolicy() {
  // Never destroyed: programs search and index until their very end.
  static const Loaded* const loaded = new Loaded(Load());
  if (loaded->policy == nullptr) throw xapian::Error(loaded->faults);
  return loaded->policy;
}

xapian::Interceptor& TheInterceptor() {
  thread_local xapian::Interceptor interceptor(ThePolicy(), TheSettings().tags);
  return interceptor;
}

xapian::Tagger& TheTagger() {
  thread_local xapian::Tagger tagger(ThePolicy(), TheSettings().tags);
  return tagger;
}

Judgement Judge(const std::string& text) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  const saring_status status = saring_check_query(
      ThePolicy(), TheScratch(), text.data(), text.size(), &verdict);
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
