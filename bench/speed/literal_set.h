// Matchers of literal strings, driven as their makers advise. Each looks for
// " term " in text of SpacedFold(), so that all agree on where words end.

#ifndef SARING_BENCH_SPEED_LITERAL_SET_H_
#define SARING_BENCH_SPEED_LITERAL_SET_H_

#include <hs/hs.h>
#include <re2/set.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "bench/speed/vocabulary.h"

namespace saring::speed {

using TermIds = std::vector<int>;

// In order, each once.
void SortOnce(TermIds* ids);

// " term " of each.
Strings BetweenSpaces(const Strings& terms);

// Hyperscan, block mode. One thread at a time.
class HyperscanSet {
 public:
  // Throws std::runtime_error when Hyperscan refuses the terms.
  explicit HyperscanSet(const Strings& terms);
  ~HyperscanSet();
  HyperscanSet(const HyperscanSet&) = delete;
  HyperscanSet& operator=(const HyperscanSet&) = delete;

  // Of the wall clock.
  double compile_ms() const { return compile_ms_; }
  size_t bytes() const;

  // How many matches there are.
  uint64_t Count(std::string_view spaced) const;
  // Which terms match, each once, in order.
  TermIds Find(std::string_view spaced) const;

 private:
  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
  double compile_ms_ = 0;
};

// RE2::Set. Its automaton grows while it is used.
class Re2Set {
 public:
  // Throws std::runtime_error when RE2 refuses the terms.
  explicit Re2Set(const Strings& terms);

  // Which terms match, each once, in order.
  TermIds Find(std::string_view spaced) const;

  // Throws std::runtime_error when RE2 ran out of memory.
  uint64_t Count(std::string_view spaced);

 private:
  RE2::Set set_;
  TermIds found_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_LITERAL_SET_H_
