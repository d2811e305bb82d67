// Indexes titles in a process of its own.

#ifndef SARING_BENCH_SPEED_INDEXING_RUN_H_
#define SARING_BENCH_SPEED_INDEXING_RUN_H_

#include <filesystem>

#include "bench/speed/vocabulary.h"
#include "saring/saring.h"

namespace saring::speed {

// The CPU time, in ns, that a new process takes to put `titles` into shards in
// `folder`, which is removed afterwards; with the plugin unless `policy` is
// NULL. In one process the two would share a heap, and which of them pays for
// giving memory back and taking it again is chance.
// Throws std::runtime_error if it fails.
double IndexingNs(const Strings& titles, const std::filesystem::path& folder,
                  const saring_policy* policy);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_INDEXING_RUN_H_
