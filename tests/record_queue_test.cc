// The queue of the log gives back what was put, in order, however long it is
// and whoever puts it.

#include "plugin/monitor/record_queue.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tests/watched.h"

namespace saring {
namespace {

constexpr size_t kFewestCells = 2 * RecordQueue::kMostCells;

// Puts decisions on queries.
struct Putter {
  explicit Putter(RecordQueue* q)
      : policy(WatchedPolicy()),
        texts(std::make_shared<const PolicyTexts>(*policy)),
        queue(*q) {}

  // The bytes of a record, until the next one.
  std::string_view Pack(std::string_view text) {
    record.Pack({Asked::kQuery, {.title = text}}, *policy, *texts, scratch, 0);
    return record.bytes();
  }

  bool Put(std::string_view text) {
    const std::string_view bytes = Pack(text);
    char* const place = queue.Begin(bytes.size(), texts);
    if (place == nullptr) return false;
    bytes.copy(place, bytes.size());
    queue.Put(place);
    return true;
  }

  const std::shared_ptr<const Ruleset> policy;
  std::shared_ptr<const PolicyTexts> texts;
  RecordQueue& queue;
  Scratch scratch;
  Record record;
};

std::string Take(RecordQueue* queue) {
  const char* const front = queue->Front();
  if (front == nullptr) return "(nothing)";
  std::string text(Record::Unpack(front).text);
  queue->Pop();
  return text;
}

TEST_CASE("A queue gives back what was put, and no more than it holds",
          "[monitor]") {
  RecordQueue queue(4);
  Putter putter(&queue);
  CHECK(queue.Front() == nullptr);
  for (int round = 0; round < 3; ++round) {
    for (size_t i = 0; i < kFewestCells; ++i) {
      CHECK(putter.Put(std::to_string(i)));
    }
    CHECK_FALSE(putter.Put("one more"));
    for (size_t i = 0; i < kFewestCells; ++i) {
      CHECK(Take(&queue) == std::to_string(i));
    }
    CHECK(queue.Front() == nullptr);
  }
  CHECK(queue.end() == 3 * kFewestCells);
  CHECK(queue.begin() == queue.end());
}

TEST_CASE("What is written keeps its texts until others take its place",
          "[monitor]") {
  RecordQueue queue(4);
  Putter putter(&queue);
  CHECK(putter.Put("older"));
  const std::weak_ptr<const PolicyTexts> older = putter.texts;
  putter.texts = std::make_shared<const PolicyTexts>(*putter.policy);
  Take(&queue);
  for (size_t i = 1; i < kFewestCells; ++i) {
    CHECK(putter.Put("newer"));
    Take(&queue);
  }
  CHECK_FALSE(older.expired());
  CHECK(putter.Put("in its place"));
  CHECK(older.expired());
}

struct LongCase {
  size_t letters;  // of each text
  size_t fit;      // records in a queue of the fewest cells
  const char* why;
};

TEST_CASE("A record takes the cells that it needs", "[monitor]") {
  const LongCase kCases[] = {
      {0, 32, "nothing but what has a size of its own: one cell"},
      {300, 32, "as long as most are"},
      {600, 16, "two cells"},
      {2048, 6, "five cells: the last two hold no other"},
  };
  for (const LongCase& c : kCases) {
    INFO(c.why);
    RecordQueue queue(1);
    Putter putter(&queue);
    const std::string text(c.letters, 'x');
    for (int round = 0; round < 3; ++round) {
      size_t fitted = 0;
      while (putter.Put(text)) ++fitted;
      CHECK(fitted == c.fit);
      for (size_t i = 0; i < fitted; ++i) CHECK(Take(&queue) == text);
    }
  }
}

TEST_CASE("Records of any length come back whole and in order", "[monitor]") {
  RecordQueue queue(1);
  Putter putter(&queue);
  std::minstd_rand random(7);
  std::deque<std::string> waiting;
  size_t full = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text(random() % 2048, static_cast<char>('a' + i % 26));
    if (random() % 3 > 0) text.resize(text.size() % 200);
    if (putter.Put(text)) {
      waiting.push_back(std::move(text));
    } else {
      ++full;
    }
    while (!waiting.empty() && random() % 2 == 0) {
      if (Take(&queue) != waiting.front()) FAIL("another, at " << i);
      waiting.pop_front();
    }
  }
  CHECK(full > 100);
  for (const std::string& text : waiting) CHECK(Take(&queue) == text);
  CHECK(queue.Front() == nullptr);
}

TEST_CASE("What is put first waits for what began before it", "[monitor]") {
  RecordQueue queue(2);
  Putter putter(&queue);
  const std::string early(putter.Pack("early")), late(putter.Pack("late"));
  char* const early_place = queue.Begin(early.size(), putter.texts);
  char* const late_place = queue.Begin(late.size(), putter.texts);
  REQUIRE(early_place != nullptr);
  REQUIRE(late_place != nullptr);
  late.copy(late_place, late.size());
  queue.Put(late_place);
  CHECK(queue.Front() == nullptr);
  early.copy(early_place, early.size());
  queue.Put(early_place);
  CHECK(Take(&queue) == "early");
  CHECK(Take(&queue) == "late");
}

TEST_CASE("What waits is told by the policy that decided it", "[monitor]") {
  const auto policy = WatchedPolicy();
  auto texts = std::make_shared<const PolicyTexts>(*policy);
  RecordQueue queue(4);
  Scratch scratch;
  constexpr std::string_view kTitle = "baju bekas";
  CheckListing(*policy, {.title = kTitle}, &scratch, Rules::kInForce,
               Depth::kVerdict);
  Record record;
  record.Pack({Asked::kListing, {.title = kTitle}}, *policy, *texts, scratch,
              0);
  char* const place = queue.Begin(record.bytes().size(), texts);
  REQUIRE(place != nullptr);
  record.bytes().copy(place, record.bytes().size());
  queue.Put(place);
  texts.reset();  // whoever put it holds them no more
  const Decision decision = Record::Unpack(queue.Front());
  CHECK(decision.policy->json.find("\"watched\"") != std::string::npos);
  REQUIRE(decision.decided != nullptr);
  CHECK(decision.decided->id == "used-fashion");
  CHECK(decision.decided->grounds.find("Pasal 1") != std::string::npos);
  REQUIRE(decision.rules.size() == 1);
  CHECK(decision.rules[0].id == "used-fashion");
  REQUIRE(decision.evidence.size() == 2);
  CHECK(decision.evidence[1].list == "used");
  CHECK(decision.evidence[1].rule == "used-fashion");
  CHECK(decision.evidence[1].text == "bekas");
}

// Each thread numbers its own; what is put comes in the order of each.
TEST_CASE("Threads put at once, and nothing is torn or lost", "[monitor]") {
  constexpr int kThreads = 4, kEach = 5'000;
  RecordQueue queue(64);
  std::vector<std::thread> threads;
  std::atomic<int> put = 0, at_work = kThreads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      Putter putter(&queue);
      for (int i = 0; i < kEach; ++i) {
        std::string text = std::to_string(thread) + ' ' + std::to_string(i);
        text.append(static_cast<size_t>(i * 37 % 1500), '.');
        put += putter.Put(text);
      }
      --at_work;
    });
  }
  std::vector<int> last(kThreads, -1);
  int taken = 0, wrong = 0;
  for (bool working = true; working || queue.Front() != nullptr;) {
    working = at_work > 0;
    if (queue.Front() == nullptr) continue;
    const std::string text = Take(&queue);
    const int thread = text[0] - '0', number = std::stoi(text.substr(2));
    const std::string head =
        std::to_string(thread) + ' ' + std::to_string(number);
    wrong +=
        number <= last[static_cast<size_t>(thread)] ||
        text.size() != head.size() + static_cast<size_t>(number * 37 % 1500);
    last[static_cast<size_t>(thread)] = number;
    ++taken;
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(taken == put);
  CHECK(taken > kEach / 10);
}

}  // namespace
}  // namespace saring
