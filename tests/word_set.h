// A lexicon of a few words, for tests.

#ifndef SARING_TESTS_WORD_SET_H_
#define SARING_TESTS_WORD_SET_H_

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "normalizer/lexicon.h"

namespace saring {

class WordSet : public Lexicon {
 public:
  WordSet(std::initializer_list<std::string> words,
          std::initializer_list<std::string> ordinary = {})
      : words_(words), ordinary_(ordinary) {
    index_.Build({words_.begin(), words_.end()});
  }
  WordSet(const WordSet&) = delete;
  WordSet& operator=(const WordSet&) = delete;

  uint32_t NumberOf(std::string_view word) const override {
    ++questions_;
    bytes_asked_ += word.size();
    const auto found = words_.find(word);
    return found == words_.end() ? 0
                                 : 1 + static_cast<uint32_t>(std::distance(
                                           words_.begin(), found));
  }

  const WordIndex& index() const override { return index_; }

  bool IsOrdinary(std::string_view word) const override {
    return ordinary_.find(word) != ordinary_.end();
  }

  // How much the normalizer asked so far.
  size_t questions() const { return questions_; }
  size_t bytes_asked() const { return bytes_asked_; }

 private:
  std::set<std::string, std::less<>> words_, ordinary_;
  WordIndex index_;
  mutable size_t questions_ = 0;
  mutable size_t bytes_asked_ = 0;
};

}  // namespace saring

#endif  // SARING_TESTS_WORD_SET_H_
