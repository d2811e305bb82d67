#include "plugin/cli/line_reader.h"

#include <utility>

namespace saring::cli {
namespace {

constexpr size_t kChunk = size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(Source source) : source_(std::move(source)) {
  DropByteOrderMark();
}

void LineReader::DropByteOrderMark() {
  while (buffer_.size() < kByteOrderMark.size() && Fill()) {
  }
  if (buffer_.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0) {
    at_ = kByteOrderMark.size();
  }
}

LineReader::Got LineReader::Next(std::string_view* line) {
  size_t searched = 0;  // bytes from at_ on that hold no LF
  for (;;) {
    const size_t lf = buffer_.find('\n', at_ + searched);
    const bool ends = lf != std::string::npos;
    const size_t size = (ends ? lf : buffer_.size()) - at_;
    if (held_ && at_ + size - held_at_ > kMaxRecordBytes) return Got::kTooLong;
    if (size > kMaxRecordBytes) return SkipLine();
    if (ends || ended_) {
      if (!ends && size == 0) return Got::kEnd;
      *line = std::string_view(buffer_).substr(at_, size);
      at_ += size + (ends ? 1 : 0);
      ++line_number_;
      return Got::kLine;
    }
    searched = size;
    Fill();
  }
}

void LineReader::Hold() {
  held_ = true;
  held_at_ = at_;
  held_line_number_ = line_number_;
}

void LineReader::GoBack() {
  at_ = held_at_;
  line_number_ = held_line_number_;
  held_ = false;
}

LineReader::Got LineReader::SkipLine() {
  ++line_number_;
  for (;;) {
    const size_t lf = buffer_.find('\n', at_);
    if (lf != std::string::npos) {
      at_ = lf + 1;
      return Got::kTooLong;
    }
    at_ = buffer_.size();
    if (!Fill()) return Got::kTooLong;
  }
}

// Appends a chunk; false at the end of the stream. Bytes that nobody can ask
// for any more go first.
bool LineReader::Fill() {
  if (ended_) return false;
  const size_t done = held_ ? held_at_ : at_;
  buffer_.erase(0, done);
  at_ -= done;
  held_at_ = 0;
  const size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const size_t got = source_(buffer_.data() + size, kChunk);
  buffer_.resize(size + got);
  ended_ = got == 0;
  return !ended_;
}

}  // namespace saring::cli
