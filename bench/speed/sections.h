// The parts of a run. Each measures what it is about and adds the figures.

#ifndef SARING_BENCH_SPEED_SECTIONS_H_
#define SARING_BENCH_SPEED_SECTIONS_H_

#include "bench/speed/bed.h"
#include "bench/speed/figures.h"

namespace saring::speed {

// What every engine finds in the titles; whether they agree.
void CheckHits(const Bed& bed, Figures* figures);

// Whole verdicts of titles against peers, floors and one another.
void MeasureTitles(const Bed& bed, const Options& options, Figures* figures);

// Queries, titles beyond ASCII, disguised titles.
void MeasureOtherTexts(const Bed& bed, const Options& options,
                       Figures* figures);

// Titles counted and logged by a monitor, against titles that are not.
void MeasureWatching(const Bed& bed, const Options& options, Figures* figures);

// Policy files and images to live policies.
void MeasureLoading(const Bed& bed, const Options& options, Figures* figures);

// What policies hold in memory, each in a process of its own.
void MeasureMemory(const Bed& bed, Figures* figures);

// Texts made to be slow.
void MeasureShapes(const Bed& bed, const Options& options, Figures* figures);

// Verdicts while policies are exchanged, and by two threads.
void MeasureThreads(const Bed& bed, const Options& options, Figures* figures);

// For MeasureMemory()'s processes: loads `policy` and prints how many bytes
// of memory it took.
int PrintMemoryOf(const std::string& policy);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_SECTIONS_H_
