// In place of automaton_set.cc where Rust or Debian's library is not there.

#include "bench/speed/automaton_set.h"

namespace saring::speed {

bool AutomatonSet::Available() { return false; }

AutomatonSet::AutomatonSet(const Strings&) {}

uint64_t AutomatonSet::Count(std::string_view) const { return 0; }

TermIds AutomatonSet::Find(std::string_view) const { return {}; }

void AutomatonSet::Free::operator()(AhoCorasick*) const {}

}  // namespace saring::speed
