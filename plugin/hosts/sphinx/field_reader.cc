#include "plugin/hosts/sphinx/field_reader.h"

#include <algorithm>

#include "plugin/hosts/sphinx/plugin_interface.h"
#include "plugin/hosts/sphinx/served_policy.h"

namespace saring::sphinx {

void FieldReader::BeginField() {
  field_.clear();
  had_.clear();
  words_.clear();
  next_ = 0;
}

void FieldReader::Read(std::string_view keyword) {
  had_.emplace(keyword);
  if (field_.size() + keyword.size() < SARING_MAX_TEXT) {
    if (!field_.empty()) field_ += ' ';
    field_ += keyword;
  }
  Queue(keyword);
}

void FieldReader::EndField() { Queue(field_); }

const char* FieldReader::Next() {
  return has_next() ? words_[next_++].c_str() : nullptr;
}

void FieldReader::Queue(std::string_view text) {
  words_.clear();
  next_ = 0;
  const char* read = nullptr;
  size_t size = 0;
  if (scratch_ == nullptr ||
      saring_normalize(ServedPolicy(scratch_.get()), scratch_.get(),
                       text.data(), text.size(), &read, &size) != SARING_OK) {
    return;
  }
  std::string_view rest(read, size);
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    if (word.empty() || word.size() > kMostKeywordBytes) continue;
    if (had_.emplace(word).second) words_.emplace_back(word);
  }
}

}  // namespace saring::sphinx
