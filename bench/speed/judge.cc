#include "bench/speed/judge.h"

#include <new>
#include <sstream>
#include <stdexcept>

namespace saring::speed {
namespace {

// The first line that is not a warning.
std::string FirstFault(const saring_error* error) {
  std::istringstream lines(saring_error_text(error));
  std::string line;
  while (std::getline(lines, line)) {
    if (line.find(": warning: ") == line.npos) break;
  }
  return line;
}

}  // namespace

Policy LoadPolicy(const std::filesystem::path& path) {
  saring_policy* policy = nullptr;
  saring_error* error = nullptr;
  const saring_status status =
      saring_policy_create(path.c_str(), &policy, &error);
  if (status == SARING_OK) return Policy(policy);
  const std::string why = FirstFault(error);
  saring_error_free(error);
  throw std::runtime_error(path.filename().string() + ": " +
                           saring_status_text(status) + ": " + why);
}

Judge::Judge(const saring_policy* policy) : policy_(policy) {
  listing_.struct_size = sizeof(listing_);
  verdict_.struct_size = sizeof(verdict_);
  Forget();
}

void Judge::Forget() {
  scratch_.reset(saring_scratch_create());
  if (scratch_ == nullptr) throw std::bad_alloc();
}

bool Judge::Fired(std::string_view id) const {
  for (size_t i = 0; i < verdict_.rule_count; ++i) {
    saring_rule rule = {};
    rule.struct_size = sizeof(rule);
    Require(saring_fired_rule(scratch_.get(), i, &rule));
    if (id == rule.id) return true;
  }
  return false;
}

void Judge::Fail(saring_status status) {
  throw std::runtime_error(saring_status_text(status));
}

}  // namespace saring::speed
