#include "bench/speed/automaton_set.h"

#include "bench/speed/clocks.h"

extern "C" {
AhoCorasick* automaton_create(const char* const* literals, const size_t* sizes,
                              size_t count);
uint64_t automaton_count(const AhoCorasick* automaton, const char* text,
                         size_t size);
void automaton_find(const AhoCorasick* automaton, const char* text, size_t size,
                    void (*visit)(size_t literal, void* context),
                    void* context);
void automaton_free(AhoCorasick* automaton);
}

namespace saring::speed {

bool AutomatonSet::Available() { return true; }

AutomatonSet::AutomatonSet(const Strings& terms) {
  const Strings spaced = BetweenSpaces(terms);
  std::vector<const char*> literals;
  std::vector<size_t> sizes;
  for (const std::string& term : spaced) {
    literals.push_back(term.data());
    sizes.push_back(term.size());
  }
  const double begin = WallNs();
  automaton_.reset(
      automaton_create(literals.data(), sizes.data(), literals.size()));
  compile_ms_ = (WallNs() - begin) / 1e6;
}

uint64_t AutomatonSet::Count(std::string_view spaced) const {
  return automaton_count(automaton_.get(), spaced.data(), spaced.size());
}

TermIds AutomatonSet::Find(std::string_view spaced) const {
  TermIds ids;
  const auto keep = [](size_t literal, void* context) {
    static_cast<TermIds*>(context)->push_back(static_cast<int>(literal));
  };
  automaton_find(automaton_.get(), spaced.data(), spaced.size(), keep, &ids);
  SortOnce(&ids);
  return ids;
}

void AutomatonSet::Free::operator()(AhoCorasick* automaton) const {
  automaton_free(automaton);
}

}  // namespace saring::speed
