#include "bench/speed/live_policy.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace saring::speed {
namespace {

constexpr char kKey[] = "\nrevision:";

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void Require(saring_status status) {
  if (status != SARING_OK) throw std::runtime_error(saring_status_text(status));
}

}  // namespace

LiveFile::LiveFile(const std::filesystem::path& path)
    : copy_(path.string() + ".live.yaml") {
  const std::string text = ReadAll(path);
  const size_t key = text.find(kKey);
  if (key == text.npos)
    throw std::runtime_error("no revision in " + path.string());
  before_ = text.substr(0, key + sizeof kKey - 1);
  behind_ = text.substr(text.find('\n', key + 1));
  Write();
  saring_live_options options = {};
  options.struct_size = sizeof options;
  options.path = copy_.c_str();
  saring_live* live = nullptr;
  Require(saring_live_create(&options, &live, nullptr));
  live_.reset(live);
}

LiveFile::~LiveFile() {
  std::error_code ignored;
  std::filesystem::remove(copy_, ignored);
}

void LiveFile::Reload() {
  ++revision_;
  Write();
  Require(saring_live_reload(live_.get(), nullptr));
}

void LiveFile::Write() const {
  std::ofstream out(copy_, std::ios::binary);
  out << before_ << " \"live-" << revision_ << '"' << behind_;
  if (!out.flush()) throw std::runtime_error("cannot write " + copy_.string());
}

}  // namespace saring::speed
