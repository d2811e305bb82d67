// The terms of a list as they were written, a million of them if need be.

#ifndef SARING_CONFIG_WRITTEN_TERMS_H_
#define SARING_CONFIG_WRITTEN_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/place.h"

namespace saring {

// Borrows its text from the WrittenTerms.
struct WrittenTerm {
  std::string_view text;
  Place place;
};

// Texts with their places, all in one piece of memory.
class WrittenTerms {
 public:
  // REQUIRES: all texts together are of less than 4 GiB
  void Add(std::string_view text, const Place& place) {
    bytes_ += text;
    terms_.push_back({static_cast<uint32_t>(bytes_.size()), place});
  }

  size_t size() const { return terms_.size(); }

  WrittenTerm operator[](size_t i) const {
    const size_t begin = i == 0 ? 0 : terms_[i - 1].end;
    return {std::string_view(bytes_).substr(begin, terms_[i].end - begin),
            terms_[i].place};
  }

  class Iterator {
   public:
    Iterator(const WrittenTerms* terms, size_t at) : terms_(terms), at_(at) {}
    WrittenTerm operator*() const { return (*terms_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const WrittenTerms* terms_;
    size_t at_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  struct Term {
    uint32_t end;  // in bytes_
    Place place;
  };

  std::string bytes_;
  std::vector<Term> terms_;
};

}  // namespace saring

#endif  // SARING_CONFIG_WRITTEN_TERMS_H_
