// A policy that follows its files.

#include "plugin/live/live_policy.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>

#include "tests/live.h"
#include "tests/quiet_fork.h"

namespace saring {
namespace {

namespace fs = std::filesystem;

TEST_CASE("A reload brings the new policy, a bad one changes nothing") {
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  CHECK(live.State().good_loads == 1);

  live.Write(Hiding("sepatu", "2"));
  CHECK(live.ActionOn("baju") == SARING_HIDE);  // nobody looked yet
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_SHOW);
  CHECK(live.ActionOn("sepatu") == SARING_HIDE);
  CHECK(live.State().revision == std::string("2"));

  live.Write(kAtFault);
  saring_error* error = nullptr;
  REQUIRE(saring_live_reload(live.get(), &error) == SARING_BAD_POLICY);
  const std::string faults = saring_error_text(error);
  saring_error_free(error);
  CHECK(faults.find(live.path() + ":6:") != faults.npos);
  CHECK(live.ActionOn("sepatu") == SARING_HIDE);
  const saring_live_state bad = live.State();
  CHECK(bad.revision == std::string("2"));
  CHECK(bad.bad_revision == std::string("bad"));
  CHECK(bad.faults == faults);
  CHECK(bad.failed_at >= bad.loaded_at);
  CHECK(bad.bad_loads == 1);

  live.Write(Hiding("tas", "3"));
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.State().failed_at == 0);
  CHECK(live.State().faults == std::string());
}

TEST_CASE("What is wrong is refused and changes nothing") {
  Live live;
  live.Write(kAtFault);
  std::string faults;
  CHECK(live.Open(&faults) == SARING_BAD_POLICY);
  CHECK(faults.find(":6:") != faults.npos);

  saring_live* none = nullptr;
  saring_live_options options = live.options();
  CHECK(saring_live_create(nullptr, &none, nullptr) == SARING_INVALID_ARGUMENT);
  options.struct_size = 8;
  CHECK(saring_live_create(&options, &none, nullptr) ==
        SARING_INVALID_ARGUMENT);
  CHECK(none == nullptr);
  CHECK(saring_live_policy(nullptr, nullptr) == nullptr);
  CHECK(saring_live_reload(nullptr, nullptr) == SARING_INVALID_ARGUMENT);
  CHECK(saring_live_enforce(nullptr, 1) == SARING_INVALID_ARGUMENT);
  saring_live_free(nullptr);
}

TEST_CASE("After a restart with a bad file the last good image stands in") {
  Live live;
  const std::string image = live.At("good.image");
  live.options().last_good = image.c_str();
  REQUIRE(live.Open() == SARING_OK);
  REQUIRE(fs::exists(image));

  live.Write(kAtFault);
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  CHECK(live.State().is_last_good == 1);
  CHECK(live.State().bad_revision == std::string("bad"));

  live.Write(Hiding("tas", "3"));
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.State().is_last_good == 0);
  CHECK(live.ActionOn("tas") == SARING_HIDE);

  fs::remove(live.path());
  fs::resize_file(image, 100);
  std::string faults;
  CHECK(live.Open(&faults) == SARING_BAD_POLICY);
  CHECK(faults.find("good.image") != faults.npos);  // both are told
  CHECK(faults.find("p.yaml") != faults.npos);
}

TEST_CASE("A last good image that cannot be written is told, and no more") {
  Live live;
  const std::string image = live.At("no-folder/good.image");
  live.options().last_good = image.c_str();
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  CHECK(live.State().faults != std::string());
  CHECK(live.State().failed_at == 0);
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.State().faults != std::string());  // it is still not there
  fs::create_directory(live.At("no-folder"));
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.State().faults == std::string());
  CHECK(fs::exists(image));
}

TEST_CASE("The switch is a file, or a call; off wins") {
  Live live;
  const std::string off = live.At("off");
  live.options().off_switch = off.c_str();
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  REQUIRE(saring_live_enforce(live.get(), 0) == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_SHOW);
  CHECK(live.State().enforced == 0);
  REQUIRE(saring_live_enforce(live.get(), 1) == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);

  std::FILE* file = std::fopen(off.c_str(), "w");
  REQUIRE(file != nullptr);
  std::fclose(file);
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_SHOW);
  REQUIRE(saring_live_enforce(live.get(), 1) == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_SHOW);
  fs::remove(off);
  REQUIRE(live.Reload() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
}

TEST_CASE("The file is followed: written, renamed over, broken, gone, back") {
  Live live;
  live.options().watch = 1;
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.State().watching == 0);  // nobody asked yet
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  CHECK(live.State().watching == 1);

  live.Write(Hiding("sepatu", "2"));
  CHECK(live.Becomes("sepatu", SARING_HIDE));
  live.Replace(Hiding("tas", "3"));
  CHECK(live.Becomes("tas", SARING_HIDE));
  live.Replace(kAtFault);
  CHECK(Live::Eventually([&] { return live.State().failed_at != 0; }));
  CHECK(live.ActionOn("tas") == SARING_HIDE);
  fs::remove(live.path());
  const uint64_t before = live.State().bad_loads;
  CHECK(Live::Eventually([&] { return live.State().bad_loads > before; }));
  CHECK(live.ActionOn("tas") == SARING_HIDE);
  live.Write(Hiding("topi", "4"));
  CHECK(live.Becomes("topi", SARING_HIDE));
  CHECK(live.State().failed_at == 0);
}

TEST_CASE("A term file is followed too, and one that was missing") {
  Live live;
  live.options().watch = 1;
  std::string yaml = Hiding("baju", "1");
  yaml.replace(yaml.find("terms: [baju]"), 13, "terms_from: t.txt");
  const std::string terms = live.At("t.txt");
  const auto write = [&](const char* text) {
    std::FILE* file = std::fopen(terms.c_str(), "w");
    REQUIRE(file != nullptr);
    std::fputs(text, file);
    std::fclose(file);
  };
  write("baju\n");
  live.Write(yaml);
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("tas") == SARING_SHOW);
  write("baju\ntas\n");
  CHECK(live.Becomes("tas", SARING_HIDE));
  fs::remove(terms);
  CHECK(Live::Eventually([&] { return live.State().failed_at != 0; }));
  write("baju\ntopi\n");
  CHECK(live.Becomes("topi", SARING_HIDE));
}

TEST_CASE("A child of a fork follows the file by itself") {
  Live live;
  live.options().watch = 1;
  REQUIRE(live.Open() == SARING_OK);
  CHECK(live.ActionOn("baju") == SARING_HIDE);
  const pid_t child = QuietFork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // Nothing of the test's own in the child: it ends at once.
    const bool sees = live.Becomes("sepatu", SARING_HIDE);
    _exit(sees && live.State().watching == 1 ? 0 : 1);
  }
  live.Replace(Hiding("sepatu", "2"));
  CHECK(live.Becomes("sepatu", SARING_HIDE));
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

std::atomic<bool> g_next_day = false;

Date Today2026() {
  return *ParseDate(g_next_day ? "2026-11-27" : "2026-11-26");
}

// A policy whose file is looked at all the time.
LiveOptions Polling(const std::string& path) {
  LiveOptions options;
  options.path = path;
  options.watch = true;
  options.notice = ChangeNotice::kNone;
  options.poll_milliseconds = 5;
  return options;
}

TEST_CASE("Where the system tells nothing, the files are looked at") {
  const TempDir dir;
  const LiveOptions options = Polling(dir.Write("p.yaml", Hiding("baju", "1")));
  std::string faults;
  const auto live = LivePolicy::Open(options, &faults);
  REQUIRE(live != nullptr);
  CHECK(live->Get().ruleset->revision == "1");
  dir.Write("p.yaml", Hiding("baju", "22"));
  CHECK(
      Live::Eventually([&] { return live->Get().ruleset->revision == "22"; }));
}

TEST_CASE("A file is followed whose length and time of writing stay") {
  const TempDir dir;
  const LiveOptions options = Polling(dir.Write("p.yaml", Hiding("baju", "1")));
  std::string faults;
  const auto live = LivePolicy::Open(options, &faults);
  REQUIRE(live != nullptr);
  const auto written = fs::last_write_time(options.path);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  dir.Write("p.yaml", Hiding("baju", "2"));
  fs::last_write_time(options.path, written);
  CHECK(live->Get().ruleset != nullptr);
  CHECK(Live::Eventually([&] { return live->Get().ruleset->revision == "2"; }));
}

TEST_CASE("A reload turns to the new day, though the file is at fault") {
  const TempDir dir;
  std::string yaml = Hiding("baju", "1");
  yaml.replace(yaml.find("action: hide"), 12,
               "action: hide, until: 2026-11-26");
  LiveOptions options;
  options.path = dir.Write("p.yaml", yaml);
  options.today = Today2026;
  std::string faults;
  const auto live = LivePolicy::Open(options, &faults);
  REQUIRE(live != nullptr);
  CHECK(live->Get().ruleset->rules[0].in_force);
  dir.Write("p.yaml", kAtFault);
  g_next_day = true;
  CHECK_FALSE(live->Reload(&faults));
  CHECK_FALSE(live->Get().ruleset->rules[0].in_force);
  g_next_day = false;
}

TEST_CASE("On a new day its rules are in force, whatever became of the file") {
  const TempDir dir;
  std::string yaml = Hiding("baju", "1");
  yaml.replace(yaml.find("action: hide"), 12,
               "action: hide, until: 2026-11-26");
  LiveOptions options = Polling(dir.Write("p.yaml", yaml));
  options.today = Today2026;
  std::string faults;
  const auto live = LivePolicy::Open(options, &faults);
  REQUIRE(live != nullptr);
  CHECK(live->Get().ruleset->rules[0].in_force);
  fs::remove(options.path);
  g_next_day = true;
  CHECK(Live::Eventually(
      [&] { return !live->Get().ruleset->rules[0].in_force; }));
}

}  // namespace
}  // namespace saring
