// Lines of a stream, in constant memory whatever the stream holds.

#ifndef SARING_PLUGIN_CLI_LINE_READER_H_
#define SARING_PLUGIN_CLI_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace saring::cli {

// The longest line, and the longest record of several lines, in bytes.
inline constexpr size_t kMaxRecordBytes = size_t{1} << 20;

// A line ends at LF and at the end of the stream, and nowhere else. A byte
// order mark at the very beginning is no part of the first line.
class LineReader {
 public:
  // Fills at most `size` bytes at `to`; returns how many, 0 at the end. What it
  // throws passes through Next().
  using Source = std::function<size_t(char* to, size_t size)>;

  explicit LineReader(Source source);

  enum class Got { kLine, kTooLong, kEnd };

  // The next line, without its LF; valid until the next call. A line longer
  // than kMaxRecordBytes is kTooLong and skipped. While held, kTooLong means
  // that what has been held has come to kMaxRecordBytes: nothing is skipped,
  // and the caller must let go.
  Got Next(std::string_view* line);

  // The number, from 1, of the line that Next() gave or skipped last.
  uint64_t line_number() const { return line_number_; }

  // Hold() remembers this place. Then either GoBack() returns to it, to read
  // the lines since then again, or LetGo() forgets it.
  void Hold();
  void GoBack();
  void LetGo() { held_ = false; }

 private:
  bool Fill();
  Got SkipLine();
  void DropByteOrderMark();

  Source source_;
  std::string buffer_;
  size_t at_ = 0;  // the next line begins at buffer_[at_]
  uint64_t line_number_ = 0;
  bool ended_ = false;
  bool held_ = false;
  size_t held_at_ = 0;
  uint64_t held_line_number_ = 0;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_LINE_READER_H_
