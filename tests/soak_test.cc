// Months of serving in a minute: threads that search two shards while policies
// are reloaded, the index is tagged again and again, and a shard is killed and
// restarted.
//
// It takes SARING_SOAK_SECONDS, or ten.

#include <malloc.h>
#include <saring/xapian_retag.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/live_handles.h"
#include "tests/xapian_catalogue.h"
#include "tests/xapian_servers.h"

namespace saring {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr size_t kShards = 2, kTitles = 2000, kSearchers = 8;
const char* const kQueries[] = {"baju bekas",  "balpres", "jaket",
                                "kaos second", "murah",   "krim bekas"};

Clock::duration SoakTime() {
  const char* const seconds = std::getenv("SARING_SOAK_SECONDS");
  return std::chrono::seconds(seconds == nullptr ? 10 : std::atoi(seconds));
}

// The even one hides used clothes, the odd one bales; both demote thrift.
std::string PolicyText(uint64_t which, uint64_t revision) {
  const std::string rule =
      which % 2 == 0 ? "{id: used, needs: [fashion, used], action: hide, "
                       "hits: [baju bekas], misses: [baju, krim bekas]}"
                     : "{id: bale, needs: [bale], action: hide, "
                       "hits: [balpres], misses: [baju, bekas]}";
  return "saring: 1\npolicy: soak\nrevision: \"" + std::to_string(revision) +
         "\"\nlists:\n  fashion: {noun: true, terms: [baju, jaket, kaos]}\n"
         "  used: {terms: [bekas, second]}\n  bale: {terms: [balpres]}\n"
         "  thrift: {terms: [thrift]}\nrules:\n  - " +
         rule +
         "\n  - {id: thrift, needs: [thrift], action: demote, hits: [thrift], "
         "misses: [baju, bekas]}\n";
}

bool Has(const std::string& title, std::initializer_list<const char*> any) {
  const std::vector<std::string> words = Words(title);
  return std::any_of(any.begin(), any.end(), [&](const char* word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

bool IsHidden(uint64_t which, const std::string& title) {
  return which % 2 == 0 ? Has(title, {"baju", "jaket", "kaos"}) &&
                              Has(title, {"bekas", "second"})
                        : Has(title, {"balpres"});
}

// What went on, for the one who reads the log.
struct Counts {
  std::atomic<uint64_t> searches = 0, checked = 0, refused = 0, wrong = 0;
  std::atomic<uint64_t> reloads = 0, retags = 0, kills = 0;
};

class Soak {
 public:
  Soak() {
    path_ = dir_.Write("p.yaml", PolicyText(0, revision_));
    saring_live_options options = {};
    options.struct_size = sizeof options;
    options.path = path_.c_str();
    saring_live* live = nullptr;
    REQUIRE(saring_live_create(&options, &live, nullptr) == SARING_OK);
    live_.reset(live);
    Index();
    for (size_t shard = 0; shard < kShards; ++shard) Serve(shard);
  }

  void Run() {
    std::vector<std::thread> threads;
    for (size_t i = 0; i < kSearchers; ++i) {
      threads.emplace_back([this, i] { Search(i); });
    }
    threads.emplace_back([this] { Reload(); });
    threads.emplace_back([this] { SwitchAndRetag(); });
    const auto end = Clock::now() + SoakTime();
    size_t bytes_early = 0;
    const auto early = Clock::now() + SoakTime() / 4;
    while (Clock::now() < end) {
      std::this_thread::sleep_for(milliseconds(1500));
      KillOneShard();
      if (bytes_early == 0 && Clock::now() > early) {
        bytes_early = mallinfo2().uordblks;
      }
    }
    const size_t bytes_late = mallinfo2().uordblks;
    done_ = true;
    for (std::thread& thread : threads) thread.join();
    std::cout << "searches " << counts_.searches << ", checked against what "
              << "must be found " << counts_.checked << ", wrong "
              << counts_.wrong << ", refused for a lost shard "
              << counts_.refused << ", reloads " << counts_.reloads
              << ", re-tags " << counts_.retags << ", shards killed "
              << counts_.kills << ", bytes in use early and late "
              << bytes_early << " " << bytes_late << "\n";
    CHECK(counts_.wrong == 0);
    CHECK(counts_.checked > 0);
    CHECK(counts_.refused > 0);
    CHECK(counts_.reloads > 0);
    CHECK(counts_.retags > 0);
    CHECK(bytes_late < bytes_early + (8 << 20));
  }

 private:
  std::string Folder(size_t shard) const {
    return dir_.At("shard" + std::to_string(shard));
  }

  void Index() {
    const ScratchHandle scratch(saring_scratch_create());
    const saring_policy* policy =
        saring_live_policy(live_.get(), scratch.get());
    std::mt19937 rng(7);
    for (size_t i = 0; i < kTitles; ++i)
      titles_.push_back(RandomWords(&rng, 5));
    for (size_t shard = 0; shard < kShards; ++shard) {
      Xapian::WritableDatabase db(Folder(shard), Xapian::DB_CREATE_OR_OPEN);
      std::vector<std::string> its;
      for (size_t i = shard; i < kTitles; i += kShards) {
        its.push_back(titles_[i]);
      }
      AddTitles(its, policy, &db);
      xapian::WriteManifest(policy, &db);
      db.commit();
    }
  }

  void Serve(size_t shard) {
    auto server = std::make_shared<XapianServer>(Folder(shard));
    const std::lock_guard lock(mutex_);
    servers_[shard] = std::move(server);
  }

  // The servers of the moment; one of them may be gone.
  Xapian::Database Open() {
    Xapian::Database db;
    for (size_t shard = 0; shard < kShards; ++shard) {
      std::shared_ptr<XapianServer> server;
      {
        const std::lock_guard lock(mutex_);
        server = servers_[shard];
      }
      db.add_database(server->Open());
    }
    return db;
  }

  void KillOneShard() {
    std::shared_ptr<XapianServer> server;
    {
      const std::lock_guard lock(mutex_);
      server = servers_[kShards - 1];
    }
    server->Stop();
    ++counts_.kills;
    std::this_thread::sleep_for(milliseconds(200));
    Serve(kShards - 1);
  }

  // Every 50 ms a policy of another revision, which says the same.
  void Reload() {
    while (!done_) {
      WriteAndReload();
      std::this_thread::sleep_for(milliseconds(50));
    }
  }

  void WriteAndReload() {
    const std::lock_guard lock(policy_mutex_);
    dir_.Write("p.yaml", PolicyText(which_, ++revision_));
    counts_.wrong += saring_live_reload(live_.get(), nullptr) != SARING_OK;
    ++counts_.reloads;
  }

  // What is hidden changes; then the index follows. The epoch is even while the
  // index is what the policy says.
  void SwitchAndRetag() {
    while (!done_) {
      std::this_thread::sleep_for(milliseconds(400));
      ++epoch_;
      {
        const std::lock_guard lock(policy_mutex_);
        ++which_;
      }
      WriteAndReload();
      for (size_t shard = 0; shard < kShards; ++shard) Retag(shard);
      ++counts_.retags;
      ++epoch_;
    }
  }

  void Retag(size_t shard) {
    const ScratchHandle scratch(saring_scratch_create());
    std::string title;
    xapian::Retagger retagger(
        saring_live_policy(live_.get(), scratch.get()),
        Xapian::WritableDatabase(Folder(shard), Xapian::DB_OPEN),
        [&](const Xapian::Document& document) {
          title = document.get_data();
          xapian::Listing listing;
          listing.title = title;
          return listing;
        },
        {}, 250);
    while (retagger.Step()) {
    }
  }

  void Search(size_t seed) {
    xapian::Interceptor interceptor(live_.get());
    std::optional<Xapian::Database> db;
    for (size_t i = seed; !done_; ++i) {
      try {
        const uint64_t epoch = epoch_;
        if (db) {
          db->reopen();
        } else {
          db = Open();
        }
        const std::string query = kQueries[i % std::size(kQueries)];
        const std::vector<std::string> found = Find(query, *db, &interceptor);
        ++counts_.searches;
        if (epoch % 2 == 0 && epoch == epoch_) Check(epoch / 2, query, found);
      } catch (const Xapian::DatabaseModifiedError&) {
        // The next round reads the newer one.
      } catch (const Xapian::Error&) {
        ++counts_.refused;  // a shard is lost: no partial answer
        db.reset();
        std::this_thread::sleep_for(milliseconds(5));
      }
    }
  }

  // The titles that are shown, in order.
  std::vector<std::string> Find(const std::string& query,
                                const Xapian::Database& db,
                                xapian::Interceptor* interceptor) {
    const xapian::Interception search =
        interceptor->Intercept(query, ParseAll, db);
    const Xapian::MSet all = saring::Run(db, search, 0, kTitles, kTitles);
    std::vector<std::string> titles;
    for (auto hit = all.begin(); hit != all.end(); ++hit) {
      titles.push_back(hit.get_document().get_data());
    }
    counts_.wrong += all.get_matches_estimated() != titles.size();
    return titles;
  }

  // Everything that is not hidden is there once, demoted titles behind others.
  void Check(uint64_t which, const std::string& query,
             const std::vector<std::string>& found) {
    std::multiset<std::string> expected;
    for (const std::string& title : titles_) {
      const std::vector<std::string> words = Words(query);
      const bool matches = std::all_of(
          words.begin(), words.end(),
          [&](const std::string& word) { return Has(title, {word.c_str()}); });
      if (matches && !IsHidden(which, title)) expected.insert(title);
    }
    const auto is_demoted = [](const std::string& title) {
      return Has(title, {"thrift"});
    };
    const bool right =
        expected == std::multiset<std::string>(found.begin(), found.end()) &&
        std::is_partitioned(
            found.begin(), found.end(),
            [&](const std::string& title) { return !is_demoted(title); });
    counts_.wrong += !right;
    ++counts_.checked;
  }

  TempDir dir_;
  std::string path_;
  LiveHandle live_;
  std::vector<std::string> titles_;

  std::mutex mutex_;  // of servers_
  std::shared_ptr<XapianServer> servers_[kShards];

  std::mutex policy_mutex_;  // of the two below, and of the file
  uint64_t which_ = 0, revision_ = 1;

  std::atomic<uint64_t> epoch_ = 0;
  std::atomic<bool> done_ = false;
  Counts counts_;
};

TEST_CASE("Searches stay right while everything changes", "[soak]") {
  Soak().Run();
}

}  // namespace
}  // namespace saring
