#include "bench/speed/indexing_run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "bench/speed/xapian_catalogue.h"

namespace saring::speed {
namespace {

// What the child does; it must not return.
[[noreturn]] void RunChild(const Strings& titles,
                           const std::filesystem::path& folder,
                           const saring_policy* policy, int out) {
  try {
    const double ns = ShardedIndex(folder, policy).Add(titles);
    _exit(write(out, &ns, sizeof ns) == sizeof ns ? 0 : 1);
  } catch (...) {
    _exit(2);
  }
}

}  // namespace

double IndexingNs(const Strings& titles, const std::filesystem::path& folder,
                  const saring_policy* policy) {
  std::array<int, 2> ends;
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) RunChild(titles, folder, policy, ends[1]);
  close(ends[1]);
  double ns = 0;
  const bool read_all = read(ends[0], &ns, sizeof ns) == sizeof ns;
  close(ends[0]);
  int status = 0;
  const bool ended =
      child > 0 && waitpid(child, &status, 0) == child && status == 0;
  std::filesystem::remove_all(folder);
  if (!read_all || !ended) throw std::runtime_error("indexing failed");
  return ns;
}

}  // namespace saring::speed
