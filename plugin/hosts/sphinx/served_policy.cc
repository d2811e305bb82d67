#include "plugin/hosts/sphinx/served_policy.h"

#include <saring/live.h>

#include <atomic>
#include <cstdlib>
#include <mutex>

namespace saring::sphinx {
namespace {

// Never freed: threads of the host may still be in a query when it exits.
std::atomic<saring_live*> served{nullptr};

// NULL when the variable is not set, or empty.
const char* Variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? nullptr : value;
}

std::string TextOf(saring_status status, saring_error* error) {
  std::string text = saring_error_text(error);
  saring_error_free(error);
  return text.empty() ? saring_status_text(status) : text;
}

}  // namespace

std::string LoadServedPolicy() {
  static std::mutex loading;
  const std::lock_guard<std::mutex> lock(loading);
  if (served.load() != nullptr) return "";
  saring_live_options options = {};
  options.struct_size = sizeof options;
  options.watch = 1;
  options.path = Variable("SARING_POLICY");
  options.last_good = Variable("SARING_LAST_GOOD");
  options.off_switch = Variable("SARING_OFF_SWITCH");
  if (options.path == nullptr) {
    return "SARING_POLICY is not set: the environment of searchd and indexer "
           "must name the policy";
  }
  saring_live* live = nullptr;
  saring_error* error = nullptr;
  const saring_status status = saring_live_create(&options, &live, &error);
  if (status != SARING_OK) return TextOf(status, error);
  served.store(live);
  return "";
}

const saring_policy* ServedPolicy(saring_scratch* scratch) {
  saring_live* const live = served.load();
  return live == nullptr ? nullptr : saring_live_policy(live, scratch);
}

}  // namespace saring::sphinx
