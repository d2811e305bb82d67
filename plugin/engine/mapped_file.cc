#include "plugin/engine/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace saring {
namespace {

bool BeginsWith(int file, std::string_view magic) {
  std::string begin(magic.size(), '\0');
  const ssize_t got = pread(file, begin.data(), begin.size(), 0);
  return got == static_cast<ssize_t>(magic.size()) && begin == magic;
}

// The mapping outlives the descriptor.
std::string_view Map(int file, std::string_view magic, std::string* problem) {
  struct stat status;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) ||
      !BeginsWith(file, magic)) {
    return {};
  }
  const auto size = static_cast<size_t>(status.st_size);
  void* const at =
      mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
  if (at != MAP_FAILED) return {static_cast<const char*>(at), size};
  *problem = "cannot be mapped: " + std::system_category().message(errno);
  return {};
}

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::Open(const std::string& path,
                                                   std::string_view magic,
                                                   std::string* problem) {
  problem->clear();
  const int file =
      open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0) return nullptr;
  const std::string_view bytes = Map(file, magic, problem);
  close(file);
  if (bytes.empty()) return nullptr;
  return std::shared_ptr<const MappedFile>(new MappedFile(bytes));
}

MappedFile::~MappedFile() {
  munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace saring
