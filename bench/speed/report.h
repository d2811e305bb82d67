// How a run is told: as a table, as JSON, as a page of Markdown.

#ifndef SARING_BENCH_SPEED_REPORT_H_
#define SARING_BENCH_SPEED_REPORT_H_

#include <string>

#include "bench/speed/figures.h"

namespace saring::speed {

// Where, when and how figures came about.
struct Circumstances {
  std::string machine, system, compiler, commit, date, command, texts;
  size_t rounds = 0;
};

// `texts` says what was measured on; the rest is found out.
Circumstances FindCircumstances(const std::string& command,
                                const std::string& texts, size_t rounds);

// Targets beside what was measured, then all else; for a terminal.
std::string ToTable(const Figures& figures);

std::string ToJson(const Circumstances& circumstances, const Figures& figures);

std::string ToMarkdown(const Circumstances& circumstances,
                       const Figures& figures);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_REPORT_H_
