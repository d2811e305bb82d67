#ifndef SARING_BENCH_SPEED_AUTOMATON_SET_H_
#define SARING_BENCH_SPEED_AUTOMATON_SET_H_

#include <memory>
#include <string_view>

#include "bench/speed/literal_set.h"

struct AhoCorasick;  // bench/speed/automaton/, written in Rust

namespace saring::speed {

// Aho-Corasick of the library that Debian has, which is one for Rust; looks for
// " term " as the matchers of literal_set.h do. Threads may share it.
class AutomatonSet {
 public:
  // Whether it was built in. If not, nothing else may be called.
  static bool Available();

  explicit AutomatonSet(const Strings& terms);

  double compile_ms() const { return compile_ms_; }
  uint64_t Count(std::string_view spaced) const;
  TermIds Find(std::string_view spaced) const;

 private:
  struct Free {
    void operator()(AhoCorasick* automaton) const;
  };

  std::unique_ptr<AhoCorasick, Free> automaton_;
  double compile_ms_ = 0;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_AUTOMATON_SET_H_
