#ifndef SARING_BENCH_SPEED_TEXTS_H_
#define SARING_BENCH_SPEED_TEXTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saring::speed {

// Texts in one piece of memory, one after the other, as a reader of a file has
// them. At least 64 bytes that belong to it follow every text, so that code
// which loads whole vectors may look beyond its end.
class Texts {
 public:
  explicit Texts(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) bytes_.append(text).push_back('\n');
    text_bytes_ = bytes_.size() - texts.size();
    bytes_.append(64, '\0');
    size_t begin = 0;
    for (const std::string& text : texts) {
      views_.emplace_back(bytes_.data() + begin, text.size());
      begin += text.size() + 1;
    }
  }
  Texts(const Texts&) = delete;
  Texts& operator=(const Texts&) = delete;

  size_t size() const { return views_.size(); }
  size_t bytes() const { return text_bytes_; }
  std::string_view operator[](size_t i) const { return views_[i]; }
  auto begin() const { return views_.begin(); }
  auto end() const { return views_.end(); }

 private:
  std::string bytes_;
  size_t text_bytes_ = 0;
  std::vector<std::string_view> views_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_TEXTS_H_
