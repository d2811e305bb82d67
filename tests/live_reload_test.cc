// A policy that is reloaded all the time, under load.

#include <malloc.h>

#include <atomic>
#include <vector>

#include "tests/live.h"

namespace saring {
namespace {

// Whatever state the file is in, whoever asks gets one of the good policies.
#ifdef __SANITIZE_THREAD__
constexpr int kReloads = 1'000;
#else
constexpr int kReloads = 10'000;
#endif

TEST_CASE("Ten thousand reloads under load, with flat memory") {
  Live live;
  live.options().watch = 1;
  REQUIRE(live.Open() == SARING_OK);
  std::atomic<bool> done = false;
  std::atomic<uint64_t> wrong = 0, asked = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      const ScratchHandle scratch(saring_scratch_create());
      saring_verdict verdict = {};
      verdict.struct_size = sizeof verdict;
      while (!done) {
        const saring_policy* policy =
            saring_live_policy(live.get(), scratch.get());
        saring_check_query(policy, scratch.get(), "baju", 4, &verdict);
        wrong += verdict.action != SARING_HIDE;
        ++asked;
      }
    });
  }
  const std::string good[] = {Hiding("baju", "1"), Hiding("baju, tas", "2")};
  size_t bytes_at_first = 0;
  for (int i = 0; i < kReloads; ++i) {
    switch (i % 5) {
      case 0:
        live.Write(good[0].substr(0, 80));  // half-written
        break;
      case 1:
        live.Write(good[1]);
        break;
      case 2:
        live.Replace(good[0]);
        break;
      case 3:
        std::filesystem::remove(live.path());
        break;
      default:
        live.Replace(good[1]);
    }
    const saring_status status = live.Reload();
    CHECK((status == SARING_OK) == (i % 5 != 0 && i % 5 != 3));
    if (i == kReloads / 10) bytes_at_first = mallinfo2().uordblks;
  }
  const size_t bytes_at_last = mallinfo2().uordblks;
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(wrong == 0);
  CHECK(asked > 0);
  INFO(bytes_at_first << " bytes after a tenth, " << bytes_at_last
                      << " in the end");
  CHECK(bytes_at_last < bytes_at_first + (2 << 20));
}

}  // namespace
}  // namespace saring
