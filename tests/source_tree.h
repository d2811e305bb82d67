// The project's files as data, so that a test can judge the real tree and a
// copy with one fault planted in it alike.

#ifndef SARING_TESTS_SOURCE_TREE_H_
#define SARING_TESTS_SOURCE_TREE_H_

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace saring {

// Path from the project root -> the file's bytes.
using SourceTree = std::map<std::string, std::string>;

// A list of faults, each "file:line: what is wrong" or "file: what is wrong".
using Faults = std::vector<std::string>;

// Everything under `root` but the build tree and git's own files. Only sources
// are read; other files are there by name, with no content.
inline SourceTree ReadSourceTree(const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  SourceTree tree;
  for (auto i = fs::recursive_directory_iterator(root); i != fs::end(i); ++i) {
    const std::string name = i->path().lexically_relative(root).string();
    if (name == "build" || name == ".git") {
      i.disable_recursion_pending();
    } else if (i->is_regular_file()) {
      const fs::path kind = i->path().extension();
      const bool source = kind == ".cc" || kind == ".h" || kind == ".c";
      std::ifstream in(i->path(), std::ios::binary);
      tree[name] = source ? std::string(std::istreambuf_iterator<char>(in), {})
                          : std::string();
    }
  }
  return tree;
}

inline bool IsSource(std::string_view path) {
  return path.ends_with(".cc") || path.ends_with(".h") || path.ends_with(".c");
}

inline std::vector<std::string> Lines(const std::string& content) {
  std::vector<std::string> lines;
  std::istringstream in(content);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace saring

#endif  // SARING_TESTS_SOURCE_TREE_H_
