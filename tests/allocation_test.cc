// A verdict allocates nothing once its scratch has seen such texts.

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <new>
#include <string>
#include <vector>

#include "saring/saring.h"

namespace {

std::atomic<size_t> allocations = 0;

void* Allocate(size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

// For the whole program, with what it links.
void* operator new(size_t size) { return Allocate(size); }
void* operator new[](size_t size) { return Allocate(size); }
void* operator new(size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void* operator new[](size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

namespace {

bool IsAscii(const std::string& text) {
  for (const char c : text) {
    if (c & 0x80) return false;
  }
  return true;
}

// Of the project's own rows: hidden, demoted and innocent, plain and disguised.
std::vector<std::string> Texts(bool ascii) {
  std::ifstream in(SARING_SOURCE_DIR "/tests/data/verdicts.tsv");
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) {
    std::string text = line.substr(0, line.find('\t'));
    if (IsAscii(text) == ascii) texts.push_back(std::move(text));
  }
  return texts;
}

struct Checker {
  Checker() {
    REQUIRE(saring_policy_create(SARING_SOURCE_DIR
                                 "/config/policies/used-imports.yaml",
                                 &policy, nullptr) == SARING_OK);
    scratch = saring_scratch_create();
    REQUIRE(scratch != nullptr);
  }
  ~Checker() {
    saring_scratch_free(scratch);
    saring_policy_free(policy);
  }

  // The allocations of asking for each text, as a query and as a listing.
  size_t Ask(const std::vector<std::string>& texts) {
    saring_verdict verdict = {};
    verdict.struct_size = sizeof verdict;
    saring_listing listing = {};
    listing.struct_size = sizeof listing;
    const size_t before = allocations;
    for (const std::string& text : texts) {
      saring_check_query(policy, scratch, text.data(), text.size(), &verdict);
      hidden += verdict.action == SARING_HIDE;
      listing.title = text.data();
      listing.title_size = text.size();
      saring_check_listing(policy, scratch, &listing, &verdict);
    }
    return allocations - before;
  }

  saring_policy* policy = nullptr;
  saring_scratch* scratch = nullptr;
  size_t hidden = 0;
};

TEST_CASE("a verdict on text that was seen before allocates nothing") {
  Checker checker;
  for (const bool ascii : {true, false}) {
    const std::vector<std::string> texts = Texts(ascii);
    REQUIRE(texts.size() > 40);
    CHECK(checker.Ask(texts) > 0);  // else nothing is counted
    CHECK(checker.Ask(texts) == 0);
  }
  CHECK(checker.hidden > 100);
}

}  // namespace
