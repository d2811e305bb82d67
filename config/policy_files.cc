#include "config/policy_files.h"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "config/regular_file.h"
#include "config/utf8.h"

namespace saring {
namespace {

// `path` without symbolic links, "." and ".."; "" when nothing is there, with
// errno set.
std::string RealPath(const std::string& path) {
  const std::unique_ptr<char, decltype(&free)> real(
      realpath(path.c_str(), nullptr), &free);
  return real ? real.get() : "";
}

// "a/b/" of "a/b/c", "" of "c".
std::string FolderOf(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

// Whether the name can only lead downwards, symbolic links aside.
bool StaysBelow(const std::string& name) {
  return !name.empty() && name[0] != '/' &&
         ("/" + name + "/").find("/../") == std::string::npos;
}

}  // namespace

uint64_t HashBytes(std::string_view bytes, uint64_t hash) {
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  return hash;
}

PolicyFiles::PolicyFiles(const std::string& path, Policy* policy,
                         FaultList* faults)
    : policy_(policy),
      faults_(faults),
      shown_folder_(FolderOf(path)),
      real_folder_(FolderOf(RealPath(path))) {
  // Where the policy is a link to somewhere else, its files lie over there.
  const std::string shown = shown_folder_.empty() ? "." : shown_folder_;
  if (RealPath(shown) + "/" != real_folder_) shown_folder_ = real_folder_;
}

std::optional<PolicyFile> PolicyFiles::Read(const Written& name) {
  const std::string path = Resolve(name);
  if (path.empty()) return {};
  std::string problem;
  auto bytes = ReadRegularFile(path, bytes_left_, &problem);
  if (!bytes) {
    faults_->Error(policy_->At(name.place), Quote(name.text) + " " + problem);
    return {};
  }
  bytes_left_ -= bytes->size();
  const std::string size = std::to_string(bytes->size());
  policy_->content_hash =
      HashBytes(*bytes, HashBytes(size + ":", policy_->content_hash));
  return PolicyFile{std::move(*bytes), FileNumber(name)};
}

std::string PolicyFiles::Resolve(const Written& name) {
  const auto refuse = [&](const std::string& problem) {
    faults_->Error(policy_->At(name.place), Quote(name.text) + " " + problem);
    return std::string();
  };
  constexpr char kOutside[] = "lies outside the folder of the policy";
  if (!StaysBelow(name.text)) return refuse(kOutside);
  const std::string real = RealPath(real_folder_ + name.text);
  if (real.empty()) {
    return refuse("cannot be read: " + std::system_category().message(errno));
  }
  if (real.compare(0, real_folder_.size(), real_folder_) != 0 &&
      real + "/" != real_folder_) {
    return refuse(kOutside);
  }
  return real;
}

uint32_t PolicyFiles::FileNumber(const Written& name) {
  std::vector<std::string>& files = policy_->files;
  const std::string shown = shown_folder_ + name.text;
  const auto at = std::find(files.begin() + 1, files.end(), shown);
  const auto number = static_cast<uint32_t>(at - files.begin());
  if (at == files.end()) files.push_back(shown);
  return number;
}

}  // namespace saring
