#include "config/fault.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace saring {

std::string Fault::ToString() const {
  std::string text = where.file + ":" + std::to_string(where.line) + ":" +
                     std::to_string(where.column) + ": ";
  if (severity == Severity::kWarning) text += "warning: ";
  return text + message;
}

void FaultList::Error(Location where, std::string message) {
  if (errors_++ >= kMaxKept) return;
  faults_.push_back({Severity::kError, std::move(where), std::move(message)});
}

void FaultList::Warning(Location where, std::string message) {
  if (warnings_++ >= kMaxKept) return;
  faults_.push_back({Severity::kWarning, std::move(where), std::move(message)});
}

std::vector<Fault> FaultList::Sorted() const {
  std::unordered_map<std::string, size_t> rank;
  for (const Fault& fault : faults_) {
    rank.emplace(fault.where.file, rank.size());
  }
  std::vector<Fault> sorted = faults_;
  const auto key = [&](const Fault& fault) {
    return std::make_tuple(rank.at(fault.where.file), fault.where.line,
                           fault.where.column);
  };
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [&](const Fault& a, const Fault& b) { return key(a) < key(b); });
  return sorted;
}

std::string FaultList::ToString() const {
  std::string text;
  for (const Fault& fault : Sorted()) text += fault.ToString() + "\n";
  const size_t hidden = errors_ + warnings_ - faults_.size();
  if (hidden > 0) {
    text += "and " + std::to_string(hidden) + " more like these\n";
  }
  return text;
}

}  // namespace saring
