// Images in files: written whole or not at all, and told from policies that a
// person wrote.

#include "plugin/engine/save.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "plugin/engine/check.h"
#include "plugin/engine/load.h"
#include "plugin/engine/scratch.h"
#include "tests/image_policy.h"
#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
namespace fs = std::filesystem;

std::vector<std::string> FilesIn(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST_CASE("A saved policy loads without its files", "[save]") {
  std::string faults;
  const TempDir policy_dir, dir;
  const std::string image = dir.At("p.image");
  std::string fingerprint;
  {
    std::string yaml(kImagePolicy);
    yaml.insert(yaml.find("    in: [title"), "    terms_from: more.txt\n");
    policy_dir.Write("more.txt", "kemeja\n");
    const auto ruleset = LoadRuleset(policy_dir.Write("p.yaml", yaml), &faults);
    INFO(faults);
    REQUIRE(ruleset != nullptr);
    REQUIRE(SaveRuleset(*ruleset, image, &faults));
    fingerprint = ruleset->fingerprint;
  }
  fs::remove_all(policy_dir.path());
  const auto loaded = LoadRuleset(image, &faults);
  INFO(faults);
  REQUIRE(loaded != nullptr);
  CHECK(loaded->fingerprint == fingerprint);
  // The file may go as well, as when it is replaced.
  fs::remove(image);
  Scratch scratch;
  CheckQuery(*loaded, "kemeja bekas", &scratch);
  CHECK(scratch.verdict.action == Action::kHide);
  CHECK(faults.empty());
}

TEST_CASE("A file is written as others are", "[save]") {
  const TempDir dir;
  std::string faults;
  const std::string image = dir.At("p.image");
  const mode_t mask = umask(027);
  CHECK(SaveRuleset(*ImagePolicy(), image, &faults));
  umask(mask);
  CHECK(fs::status(image).permissions() == fs::perms(0640));
  // Over an image, and over nothing.
  CHECK(SaveRuleset(*ImagePolicy(), image, &faults));
  CHECK(SaveRuleset(*ImagePolicy(), dir.Write("empty", ""), &faults));
  CHECK(FilesIn(dir.path()) == std::vector<std::string>{"empty", "p.image"});
  CHECK((ReadFile(image) == ImageOf(*ImagePolicy())));
  CHECK((ReadFile(dir.At("empty")) == ReadFile(image)));
}

struct Leftover {
  const char* why;
  const char* name;
  bool in_use;
  bool stays;
};

const Leftover kLeftovers[] = {
    {"of a process that was killed", "p.image.saving-0", false, false},
    {"of one of several", "p.image.saving-17", false, false},
    {"of a process that still writes it", "p.image.saving-0", true, true},
    {"of another image", "q.image.saving-0", false, true},
    {"of a longer name", "my-p.image.saving-0", false, true},
    {"somebody's own copy", "p.image.saving-old", false, true},
    {"somebody's own backup", "p.image.bak", false, true},
    {"somebody's own text", "p.image.saving", false, true},
};

TEST_CASE("Saving removes only what a dead process left", "[save]") {
  for (const Leftover& c : kLeftovers) {
    DYNAMIC_SECTION(c.why) {
      const TempDir dir;
      std::string faults;
      const int file = open(dir.Write(c.name, "half").c_str(), O_RDONLY);
      REQUIRE(file >= 0);
      if (c.in_use) REQUIRE(flock(file, LOCK_EX) == 0);
      CHECK(SaveRuleset(*ImagePolicy(), dir.At("p.image"), &faults));
      CHECK(fs::exists(dir.At(c.name)) == c.stays);
      CHECK(FilesIn(dir.path()).size() == (c.stays ? 2 : 1));
      close(file);
    }
  }
}

TEST_CASE("A policy in use survives that its image is replaced", "[save]") {
  const TempDir dir;
  std::string faults;
  const std::string image = dir.At("p.image");
  REQUIRE(SaveRuleset(*ImagePolicy(), image, &faults));
  const auto old = LoadRuleset(image, &faults);
  REQUIRE(old != nullptr);
  const auto other = CompileText(
      "saring: 1\npolicy: other\nlists:\n  a: {terms: [topi]}\nrules:\n"
      "  - {id: r, needs: [a], action: hide, hits: [topi], misses: [x, y]}\n");
  INFO(other.faults);
  REQUIRE(other.ruleset != nullptr);
  REQUIRE(SaveRuleset(*other.ruleset, image, &faults));
  CHECK((ImageOf(*old) == ImageOf(*ImagePolicy())));
  CHECK(LoadRuleset(image, &faults)->name == "other");
}

struct Unwritable {
  const char* why;
  const char* path;  // in a folder with the folder "in" and the file "p.yaml"
  const char* message;
};

const Unwritable kUnwritable[] = {
    {"no such folder", "none/p.image",
     "cannot be written: No such file or directory"},
    {"a file is no folder", "p.yaml/p.image",
     "cannot be written: Not a directory"},
    {"what a person wrote", "p.yaml",
     "is there already and is no image; it is left as it is"},
    {"a folder", "in", "is there already and is no image; it is left as it is"},
    {"no name", "", "is there already and is no image; it is left as it is"},
};

TEST_CASE("What cannot be written is told and leaves nothing", "[save]") {
  for (const Unwritable& c : kUnwritable) {
    DYNAMIC_SECTION(c.why) {
      const TempDir dir;
      fs::create_directory(dir.At("in"));
      dir.Write("p.yaml", kImagePolicy);
      std::string faults;
      CHECK_FALSE(SaveRuleset(*ImagePolicy(), dir.At(c.path), &faults));
      CHECK(faults == dir.At(c.path) + ":0:0: " + c.message + "\n");
      CHECK(FilesIn(dir.path()) == std::vector<std::string>{"in", "p.yaml"});
      CHECK(ReadFile(dir.At("p.yaml")) == kImagePolicy);
    }
  }
}

struct NoImage {
  const char* why;
  std::string bytes;
  std::string message;
};

const std::string kMagic(kImageMagic);

const NoImage kNoImages[] = {
    {"nothing", "", ":0:0: 'policy': expected a map"},
    {"half of what an image begins with", kMagic.substr(0, 4), ":1:1: "},
    {"one byte of it", kMagic.substr(0, 1), ":1:1: "},
    {"as an image begins, and no more", kMagic, ":0:0: the image is cut short"},
    {"as an image begins, and then text", kMagic + std::string(100, 'x'),
     ":0:0: the image is cut short"},
    {"an image with another beginning",
     "\x88" + ImageOf(*ImagePolicy()).substr(1), ":1:1: "},
    {"half an image", ImageOf(*ImagePolicy()).substr(0, 1000),
     ":0:0: the image is cut short"},
    {"an image and more", ImageOf(*ImagePolicy()) + "\n",
     ":0:0: the image is damaged: its checksum is wrong"},
};

TEST_CASE("A file that is no image is refused with a fault", "[save]") {
  for (const NoImage& c : kNoImages) {
    DYNAMIC_SECTION(c.why) {
      const TempDir dir;
      const std::string path = dir.Write("p.image", c.bytes);
      std::string faults;
      CHECK(LoadRuleset(path, &faults) == nullptr);
      CHECK_THAT(faults, Contains(path + c.message));
    }
  }
}

TEST_CASE("A folder and a pipe are refused with a fault", "[save]") {
  const TempDir dir;
  std::string faults;
  CHECK(LoadRuleset(dir.path(), &faults) == nullptr);
  CHECK(faults == dir.path() +
                      ":0:0: the policy is a folder; expected a "
                      "file\n");
  REQUIRE(mkfifo(dir.At("pipe").c_str(), 0600) == 0);
  CHECK(LoadRuleset(dir.At("pipe"), &faults) == nullptr);
  CHECK_THAT(faults, Contains("is no regular file"));
}

}  // namespace
}  // namespace saring
