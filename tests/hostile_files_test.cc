// Paths that lead to what is no policy, and out of its folder.

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/loaded.h"

namespace saring {
namespace {

using Messages = std::vector<std::string>;
namespace fs = std::filesystem;

std::string WithTermsFrom(const std::string& name) {
  return Changed("terms: [baju]", "terms_from: " + name);
}

// What is made of a folder in which a secret lies next to `in/`, the policy's.
struct Folders {
  TempDir dir;
  std::string in = dir.At("in");

  Folders() {
    dir.Write("secret.txt", "rahasia\n");
    dir.Write("in-law/x.txt", "ipar\n");
    dir.Write("in/good.txt", "baju\n");
  }
};

// The messages about in/p.yaml when it has terms_from: `name`.
Messages Read(const Folders& folders, const std::string& name) {
  folders.dir.Write("in/p.yaml", WithTermsFrom(name));
  const Loaded loaded = LoadFrom(folders.dir, "in/p.yaml");
  REQUIRE(loaded.policy.has_value());
  return loaded.messages;
}

Messages One(const std::string& name, const std::string& problem) {
  return {"in/p.yaml:6:19: '" + name + "' " + problem};
}

TEST_CASE("Term files are read from the policy's folder", "[hostile_files]") {
  const Folders folders;
  const TempDir& dir = folders.dir;
  dir.Write("in/..data/real.txt", "baju\n");
  dir.Write("in/-/x.txt", "baju\n");
  fs::create_symlink("..data/real.txt", dir.At("in/link.txt"));
  fs::create_symlink(folders.in + "/good.txt", dir.At("in/absolute.txt"));
  fs::create_symlink("../in/good.txt", dir.At("in/round.txt"));
  for (const char* name :
       {"good.txt", "./good.txt", "-/x.txt", "..data/real.txt", "link.txt",
        "absolute.txt", "round.txt", "[good.txt, good.txt]"}) {
    CAPTURE(name);
    CHECK(Read(folders, name) == Messages());
  }
}

TEST_CASE("Term files outside of it are refused", "[hostile_files]") {
  const Folders folders;
  fs::create_symlink("../secret.txt", folders.dir.At("in/out.txt"));
  fs::create_symlink("..", folders.dir.At("in/up"));
  fs::create_symlink("../in-law", folders.dir.At("in/beside"));
  const std::string absolute = folders.in + "/good.txt";
  for (const char* name :
       {"../secret.txt", "x/../../secret.txt", "..", "in/..", "/etc/passwd",
        "out.txt", "up/secret.txt", "up/in-law/x.txt", "beside/x.txt"}) {
    CAPTURE(name);
    CHECK(Read(folders, name) ==
          One(name, "lies outside the folder of the policy"));
  }
  folders.dir.Write("in/p.yaml", WithTermsFrom(absolute));
  CHECK(LoadFrom(folders.dir, "in/p.yaml").has_errors);
}

TEST_CASE("What is no file is not read", "[hostile_files]") {
  const Folders folders;
  fs::create_directory(folders.dir.At("in/folder"));
  REQUIRE(mkfifo(folders.dir.At("in/pipe").c_str(), 0600) == 0);
  fs::create_symlink("loop", folders.dir.At("in/loop"));
  fs::create_symlink("nowhere", folders.dir.At("in/broken"));
  const std::pair<const char*, const char*> kTable[] = {
      {"missing.txt", "cannot be read: No such file or directory"},
      {"broken", "cannot be read: No such file or directory"},
      {"folder", "is a folder; expected a file"},
      {"folder/", "is a folder; expected a file"},
      {".", "is a folder; expected a file"},
      {"pipe", "is no regular file"},
      {"good.txt/x", "cannot be read: Not a directory"},
      {"loop", "cannot be read: Too many levels of symbolic links"},
  };
  for (const auto& [name, problem] : kTable) {
    CAPTURE(name);
    CHECK(Read(folders, name) == One(name, problem));

    const Loaded itself = LoadFrom(folders.dir, "in/" + std::string(name));
    CHECK(itself.messages ==
          Messages{"in/" + std::string(name) + ":0:0: the policy " + problem});
    CHECK_FALSE(itself.policy.has_value());
  }
  const std::string huge(300, 'x');
  CHECK(Read(folders, huge).size() == 1);
}

TEST_CASE("Devices are not read", "[hostile_files]") {
  FaultList faults;
  CHECK_FALSE(LoadPolicy("/dev/zero", &faults).has_value());
  CHECK_FALSE(LoadPolicy("/dev/stdin", &faults).has_value());
  CHECK_FALSE(LoadPolicy("", &faults).has_value());
  CHECK(faults.Sorted().size() == 3);
}

TEST_CASE("A file without permission is told", "[hostile_files]") {
  if (geteuid() == 0) {
    WARN("root may read every file; nothing to see here");
    return;
  }
  const Folders folders;
  fs::permissions(folders.dir.At("in/good.txt"), fs::perms::none);
  CHECK(Read(folders, "good.txt") ==
        One("good.txt", "cannot be read: Permission denied"));
}

TEST_CASE("A policy that is a link has its files over there",
          "[hostile_files]") {
  const Folders folders;
  folders.dir.Write("in/p.yaml", WithTermsFrom("bad.txt"));
  folders.dir.Write("in/bad.txt", "baju\n\xFF\n");
  fs::create_symlink("in/p.yaml", folders.dir.At("p.yaml"));
  fs::create_symlink("in", folders.dir.At("folder"));
  CHECK(LoadFrom(folders.dir, "p.yaml").messages ==
        Messages{"in/bad.txt:2:1: byte 0xFF is not UTF-8; save the file as "
                 "UTF-8"});
}

TEST_CASE("Bad lines of a term file are told, the rest is read",
          "[hostile_files]") {
  const Folders folders;
  folders.dir.Write("in/x.txt",
                    std::string("baju\r\n  ka\xFFos\na\0b\n# \xFF ok\n"
                                "celana\n\n",
                                34) +
                        std::string(257, 'x') + "\n{a\n\u200Btas\n");
  folders.dir.Write("in/p.yaml", WithTermsFrom("x.txt"));
  const Loaded loaded = LoadFrom(folders.dir, "in/p.yaml");
  CHECK(loaded.messages ==
        Messages{"in/x.txt:2:5: byte 0xFF is not UTF-8; save the file as UTF-8",
                 "in/x.txt:3:2: control character U+0000",
                 "in/x.txt:7:1: a line of more than 256 bytes; a line is one "
                 "term",
                 "in/x.txt:8:1: a '{' without its partner in '{a'; {name} "
                 "means the terms of a list",
                 "in/x.txt:9:1: invisible character U+200B in '<U+200B>tas'; "
                 "write the term the ordinary way"});
  std::string terms;
  for (const WrittenTerm term : loaded.policy->lists.at(0).terms) {
    terms += std::string(term.text) + "|";
  }
  CHECK(terms == "baju|celana|{a|\u200Btas|");
}

TEST_CASE("A million bad lines fill no memory", "[hostile_files]") {
  const Folders folders;
  std::string lines;
  for (int i = 0; i < 1'000'000; ++i) lines += "\xFF\n";
  folders.dir.Write("in/x.txt", lines);
  folders.dir.Write("in/p.yaml", WithTermsFrom("x.txt"));
  FaultList faults;
  REQUIRE(LoadPolicy(folders.dir.At("in/p.yaml"), &faults).has_value());
  CHECK(faults.Sorted().size() == FaultList::kMaxKept);
  CHECK_THAT(faults.ToString(),
             Catch::EndsWith("and 999000 more like these\n"));
}

TEST_CASE("The terms of all files together are limited", "[hostile_files]") {
  const Folders folders;
  std::string lines;
  for (size_t i = 0; i < kMaxFileTerms; ++i) lines += "x\n";
  folders.dir.Write("in/x.txt", lines);
  CHECK(Read(folders, "[x.txt, good.txt]") ==
        Messages{"in/good.txt:1:0: the term files of a policy hold more than "
                 "4000000 terms"});
}

}  // namespace
}  // namespace saring
