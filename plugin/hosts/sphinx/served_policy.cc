#include "plugin/hosts/sphinx/served_policy.h"

#include <atomic>
#include <cstdlib>
#include <mutex>

namespace saring::sphinx {
namespace {

// Never freed: threads of the host may still be in a query when it exits.
std::atomic<saring_policy*> served{nullptr};

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
  const char* path = std::getenv("SARING_POLICY");
  if (path == nullptr || *path == '\0') {
    return "SARING_POLICY is not set: the environment of searchd and indexer "
           "must name the policy";
  }
  saring_policy* policy = nullptr;
  saring_error* error = nullptr;
  const saring_status status = saring_policy_create(path, &policy, &error);
  if (status != SARING_OK) return TextOf(status, error);
  served.store(policy);
  return "";
}

const saring_policy* ServedPolicy(saring_scratch*) { return served.load(); }

}  // namespace saring::sphinx
