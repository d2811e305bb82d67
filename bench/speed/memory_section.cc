#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <stdexcept>

#include "bench/speed/sections.h"

namespace saring::speed {
namespace {

// What this process has in memory, mapped files included, in bytes.
double Resident() {
  malloc_trim(0);
  std::ifstream in("/proc/self/statm");
  double all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

// A new process: memory that an earlier policy left behind would hide some.
double MemoryMb(const std::filesystem::path& policy) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe");
  const std::string command =
      "'" + self + "' --memory-of '" + policy.string() + "'";
  FILE* pipe = popen(command.c_str(), "r");
  double bytes = 0;
  const bool read = pipe != nullptr && fscanf(pipe, "%lf", &bytes) == 1;
  if (pipe == nullptr || pclose(pipe) != 0 || !read) {
    throw std::runtime_error("cannot measure memory of " + policy.string());
  }
  return bytes / 1e6;
}

}  // namespace

int PrintMemoryOf(const std::string& policy) {
  const double before = Resident();
  const Policy loaded = LoadPolicy(policy);
  std::cout << static_cast<uint64_t>(Resident() - before) << "\n";
  return 0;
}

void MeasureMemory(const Bed& bed, Figures* figures) {
  const double shipped = MemoryMb(bed.shipped);
  figures->amounts["memory_shipped_mb"] = shipped;
  for (const Scale& scale : bed.scales) {
    figures->amounts["memory_" + scale.name + "_mb"] =
        MemoryMb(scale.path) - shipped;
    if (scale.hyperscan == nullptr) continue;
    figures->amounts["memory_hyperscan_" + scale.name + "_mb"] =
        static_cast<double>(scale.hyperscan->bytes()) / 1e6;
  }
}

}  // namespace saring::speed
