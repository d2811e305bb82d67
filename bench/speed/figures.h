// What was measured, by name.

#ifndef SARING_BENCH_SPEED_FIGURES_H_
#define SARING_BENCH_SPEED_FIGURES_H_

#include <map>
#include <string>
#include <vector>

#include "bench/speed/rounds.h"

namespace saring::speed {

// Names never change their meaning: other programs read them.
struct Figures {
  std::map<std::string, double> ratios;        // without a unit
  std::map<std::string, double> amounts;       // the name ends with the unit
  std::map<std::string, std::string> skipped;  // not measured, and why
  Timings timings;                             // of the cases themselves
  std::vector<std::string> checks;  // what engines found, in sentences
  bool agree = true;                // whether every check holds

  // Whichever of the two holds `name`; nullptr for neither.
  const double* Find(const std::string& name) const;

  // Moves what is in `more` here.
  void Add(Timings more);

  // The median of case `name`, which has been added.
  double Ns(const std::string& name) const;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_FIGURES_H_
