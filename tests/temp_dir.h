// A folder for the files of one test.

#ifndef SARING_TESTS_TEMP_DIR_H_
#define SARING_TESTS_TEMP_DIR_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace saring {

// Made empty when constructed, and removed with all it holds in the end.
class TempDir {
 public:
  TempDir() {
    std::string name =
        (std::filesystem::temp_directory_path() / "saring-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("cannot make a folder like " + name);
    }
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::string& path() const { return path_; }

  // The path of `name` in this folder, whether there is such a file or not.
  std::string At(std::string_view name) const {
    return path_ + "/" + std::string(name);
  }

  // Writes the file `name`, and the folders that it lies in; returns its path.
  std::string Write(std::string_view name, std::string_view bytes) const {
    const std::string file = At(name);
    std::filesystem::create_directories(
        std::filesystem::path(file).parent_path());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
    return file;
  }

 private:
  std::string path_;
};

}  // namespace saring

#endif  // SARING_TESTS_TEMP_DIR_H_
