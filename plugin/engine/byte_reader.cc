#include "plugin/engine/byte_reader.h"

#include <algorithm>

#include "config/utf8.h"

namespace saring {

const char* ByteReader::Take(size_t size) {
  Require(size <= left_.size());
  if (!ok_) return nullptr;
  const char* const at = left_.data();
  left_.remove_prefix(size);
  return at;
}

std::string_view ByteReader::TakeText() {
  uint32_t size = 0;
  (*this)(size);
  const char* const at = Take(size);
  return at == nullptr ? std::string_view() : std::string_view(at, size);
}

void ByteReader::operator()(std::string& text) {
  text = TakeText();
  Require(!FindBadByte(text));
}

void ByteReader::Lines(std::string& text) {
  text = TakeText();
  Require(std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<uint8_t>(c);
    return (byte < ' ' && c != '\n' && c != '\t') || byte == 0x7f;
  }));
}

void ByteReader::operator()(std::optional<Date>& day) {
  uint32_t number = 0;
  (*this)(number);
  day.reset();
  if (number == 0) return;
  const Date read(std::chrono::year(static_cast<int>(number / 10'000)),
                  std::chrono::month(number / 100 % 100),
                  std::chrono::day(number % 100));
  Require(number <= 9999'12'31 && read.ok());
  if (ok_) day = read;
}

void ByteReader::operator()(std::optional<uint32_t>& number) {
  bool is_there = false;
  (*this)(is_there);
  number.reset();
  if (is_there) (*this)(number.emplace());
}

}  // namespace saring
