// Work by several threads comes out in the order it went in.

#include "plugin/cli/ordered_work.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace saring::cli {
namespace {

struct Block {
  int number = 0;
  int square = 0;
};

void Pause(int number) {
  std::this_thread::sleep_for(std::chrono::microseconds(number % 7 * 50));
}

TEST_CASE("Blocks are taken in order, each worked on once", "[ordered_work]") {
  const size_t jobs = GENERATE(1, 2, 7);
  const int blocks = GENERATE(0, 1, 13, 500);
  CAPTURE(jobs, blocks);
  std::vector<int> taken;
  std::atomic<int> works = 0, made = 0;
  OrderedWork<Block> work(
      jobs,
      [&] {
        ++made;
        return [&](Block* block) {
          Pause(block->number);
          block->square = block->number * block->number;
          ++works;
        };
      },
      [&](Block* block) {
        CHECK(block->square == block->number * block->number);
        taken.push_back(block->number);
        *block = {};
      });
  for (int i = 0; i < blocks; ++i) {
    CHECK(work.next()->number == 0);
    work.next()->number = i;
    work.Submit();
    // What is not taken yet is bounded.
    CHECK(i + 1 - taken.size() <= (jobs == 1 ? 0 : 2 * jobs));
  }
  work.Finish();
  CHECK(made == static_cast<int>(jobs));
  CHECK(works == blocks);
  REQUIRE(taken.size() == static_cast<size_t>(blocks));
  for (int i = 0; i < blocks; ++i) CHECK(taken[i] == i);
}

TEST_CASE("As many blocks are in work at once as there are jobs",
          "[ordered_work]") {
  const int jobs = GENERATE(2, 7);
  std::atomic<int> begun = 0, met = 0;
  OrderedWork<Block> work(
      static_cast<size_t>(jobs),
      [&] {
        return [&](Block*) {
          ++begun;
          // Each waits for all others, though not for ever.
          for (int i = 0; i < 10000 && begun < jobs; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
          met += begun >= jobs;
        };
      },
      [](Block*) {});
  for (int i = 0; i < jobs; ++i) work.Submit();
  work.Finish();
  CHECK(met == jobs);
}

TEST_CASE("A failure comes out after the blocks before it", "[ordered_work]") {
  const size_t jobs = GENERATE(1, 2, 7);
  CAPTURE(jobs);
  std::vector<int> taken;
  std::string told;
  {
    OrderedWork<Block> work(
        jobs,
        [] {
          return [](Block* block) {
            Pause(block->number);
            if (block->number == 20) throw std::runtime_error("twenty");
          };
        },
        [&](Block* block) { taken.push_back(block->number); });
    try {
      for (int i = 0; i < 100; ++i) {
        work.next()->number = i;
        work.Submit();
      }
      work.Finish();
    } catch (const std::runtime_error& error) {
      told = error.what();
    }
  }
  CHECK(told == "twenty");
  REQUIRE(taken.size() == 20);
  CHECK(taken.back() == 19);
}

TEST_CASE("Work that is given up ends", "[ordered_work]") {
  const size_t jobs = GENERATE(2, 7);
  std::atomic<int> works = 0;
  {
    OrderedWork<Block> work(
        jobs, [&] { return [&](Block*) { ++works; }; }, [](Block*) {});
    for (size_t i = 0; i < jobs; ++i) work.Submit();
  }
  CHECK(works <= static_cast<int>(jobs));
}

}  // namespace
}  // namespace saring::cli
