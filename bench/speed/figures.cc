#include "bench/speed/figures.h"

namespace saring::speed {

const double* Figures::Find(const std::string& name) const {
  for (const auto* values : {&ratios, &amounts}) {
    const auto found = values->find(name);
    if (found != values->end()) return &found->second;
  }
  return nullptr;
}

void Figures::Add(Timings more) { timings.merge(std::move(more)); }

double Figures::Ns(const std::string& name) const {
  return timings.at(name).median;
}

}  // namespace saring::speed
