#include "bench/speed/literal_set.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "bench/speed/clocks.h"

namespace saring::speed {
namespace {

int CountMatch(unsigned, unsigned long long, unsigned long long, unsigned,
               void* count) {
  ++*static_cast<uint64_t*>(count);
  return 0;
}

int KeepMatch(unsigned id, unsigned long long, unsigned long long, unsigned,
              void* ids) {
  static_cast<TermIds*>(ids)->push_back(static_cast<int>(id));
  return 0;
}

RE2::Options LiteralOptions() {
  RE2::Options options;
  options.set_literal(true);
  options.set_max_mem(int64_t{2} << 30);
  return options;
}

}  // namespace

void SortOnce(TermIds* ids) {
  std::sort(ids->begin(), ids->end());
  ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
}

Strings BetweenSpaces(const Strings& terms) {
  Strings result;
  result.reserve(terms.size());
  for (const std::string& term : terms) result.push_back(" " + term + " ");
  return result;
}

HyperscanSet::HyperscanSet(const Strings& terms) {
  const Strings spaced = BetweenSpaces(terms);
  std::vector<const char*> literals;
  std::vector<size_t> sizes;
  const std::vector<unsigned> flags(spaced.size(), 0);
  // Equal ids make its compiler take hours over a hundred thousand literals.
  std::vector<unsigned> ids;
  for (const std::string& term : spaced) {
    ids.push_back(static_cast<unsigned>(ids.size()));
    literals.push_back(term.data());
    sizes.push_back(term.size());
  }
  hs_compile_error_t* error = nullptr;
  const double begin = WallNs();
  if (hs_compile_lit_multi(literals.data(), flags.data(), ids.data(),
                           sizes.data(), static_cast<unsigned>(spaced.size()),
                           HS_MODE_BLOCK, nullptr, &database_,
                           &error) != HS_SUCCESS) {
    const std::string why = error != nullptr ? error->message : "no reason";
    hs_free_compile_error(error);
    throw std::runtime_error("Hyperscan: " + why);
  }
  compile_ms_ = (WallNs() - begin) / 1e6;
  if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) {
    hs_free_database(database_);
    throw std::runtime_error("Hyperscan: no scratch");
  }
}

HyperscanSet::~HyperscanSet() {
  hs_free_scratch(scratch_);
  hs_free_database(database_);
}

size_t HyperscanSet::bytes() const {
  size_t bytes = 0;
  hs_database_size(database_, &bytes);
  return bytes;
}

uint64_t HyperscanSet::Count(std::string_view spaced) const {
  uint64_t count = 0;
  hs_scan(database_, spaced.data(), static_cast<unsigned>(spaced.size()), 0,
          scratch_, CountMatch, &count);
  return count;
}

TermIds HyperscanSet::Find(std::string_view spaced) const {
  TermIds ids;
  hs_scan(database_, spaced.data(), static_cast<unsigned>(spaced.size()), 0,
          scratch_, KeepMatch, &ids);
  SortOnce(&ids);
  return ids;
}

Re2Set::Re2Set(const Strings& terms) : set_(LiteralOptions(), RE2::UNANCHORED) {
  for (const std::string& term : BetweenSpaces(terms)) {
    if (set_.Add(term, nullptr) < 0) throw std::runtime_error("RE2: " + term);
  }
  if (!set_.Compile()) throw std::runtime_error("RE2: out of memory");
}

TermIds Re2Set::Find(std::string_view spaced) const {
  TermIds ids;
  set_.Match({spaced.data(), spaced.size()}, &ids);
  SortOnce(&ids);
  return ids;
}

uint64_t Re2Set::Count(std::string_view spaced) {
  RE2::Set::ErrorInfo error = {};
  found_.clear();
  if (!set_.Match({spaced.data(), spaced.size()}, &found_, &error) &&
      error.kind != RE2::Set::kNoError) {
    throw std::runtime_error("RE2: out of memory");
  }
  return found_.size();
}

}  // namespace saring::speed
