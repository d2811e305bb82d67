// saring compile, and images wherever a command takes a policy.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli_fixture.h"

namespace saring {
namespace {

using Catch::Matchers::Contains;
using Words = std::vector<std::string>;
namespace fs = std::filesystem;

// What its folder holds, but for where the command writes to.
size_t CountFiles(const Cli& cli) {
  size_t count = 0;
  for (const auto& entry : fs::directory_iterator(cli.dir.path())) {
    const std::string name = entry.path().filename().string();
    count += name != "out" && name != "err";
  }
  return count;
}

TEST_CASE("compile makes an image and says of what", "[cli]") {
  const Cli cli;
  const std::string image = cli.dir.At("policy.image");
  const CliResult result = cli.Run({"compile", cli.policy, "-o", image});
  CHECK(result.exit_code == 0);
  CHECK(result.err == "");
  CHECK_THAT(result.out,
             Contains(image + ": sample, revision 7, fingerprint "));
  CHECK(CountFiles(cli) == 3);

  // An image is compiled to the same image.
  const std::string again = cli.dir.At("again.image");
  CHECK(cli.Run({"compile", image, "--output", again}).exit_code == 0);
  CHECK((ReadFile(again) == ReadFile(image)));
}

TEST_CASE("Every command takes an image for its policy", "[cli]") {
  const Cli cli;
  const std::string image = cli.dir.At("policy.image");
  REQUIRE(cli.Run({"compile", cli.policy, "-o", image}).exit_code == 0);
  const auto run = [&](const Words& words, const std::string& policy) {
    Words all = words;
    all.insert(all.begin() + 1, {"--policy", policy});
    const CliResult result = cli.Run(all);
    CHECK(result.exit_code == 0);
    return result.out + result.err;
  };
  const std::vector<Words> uses = {
      {"explain", "baju b3kas"},
      {"explain", "--json", "--as", "listing", "--condition", "bekas", "jaket"},
      {"scan", "--as", "listing", cli.catalogue},
      {"words", "--at-least", "1", cli.catalogue},
      {"check", "--against", cli.catalogue},
  };
  std::vector<std::string> by_yaml;
  for (const Words& words : uses) by_yaml.push_back(run(words, cli.policy));
  // The policy as it was written is not asked for again.
  fs::rename(cli.policy, cli.dir.At("gone"));
  for (size_t i = 0; i < uses.size(); ++i) {
    CAPTURE(uses[i]);
    std::string by_image = run(uses[i], image);
    const size_t at = by_image.find(image);
    if (at != std::string::npos) {
      by_image.replace(at, image.size(), cli.policy);
    }
    CHECK(by_image == by_yaml[i]);
  }
  const std::string db = cli.dir.At("db");
  run({"index", cli.catalogue, db}, image);
  CHECK_THAT(run({"search", db, "baju"}, image), Contains("baju kerja"));
}

TEST_CASE("compile makes no image of a bad policy", "[cli]") {
  const Cli cli;
  const std::string image = cli.dir.Write("policy.image", "");
  const std::string bad = cli.dir.Write("bad.yaml", "saring: 1\npolcy: x\n");
  const CliResult result = cli.Run({"compile", bad, "-o", image});
  CHECK(result.exit_code == 1);
  CHECK(result.out == "");
  CHECK_THAT(result.err, Contains(bad + ":2:1: ") && Contains("is refused"));
  CHECK(ReadFile(image) == "");
}

TEST_CASE("compile tells warnings, and the image keeps them", "[cli]") {
  const Cli cli;
  std::string policy = kCliPolicy;
  policy.insert(policy.find("rules:"), "  unused: {terms: [topi]}\n");
  const std::string image = cli.dir.At("policy.image");
  const CliResult compiled =
      cli.Run({"compile", cli.dir.Write("w.yaml", policy), "-o", image});
  CHECK(compiled.exit_code == 0);
  CHECK_THAT(compiled.err, Contains("w.yaml:") && Contains("'unused'"));
  const CliResult checked = cli.Run({"check", image});
  CHECK(checked.err == compiled.err);
  CHECK(checked.out == image + ": ok (revision 7, 1 warning)\n");
}

TEST_CASE("An image that cannot be written leaves the old one", "[cli]") {
  const Cli cli;
  const std::string image = cli.dir.At("policy.image");
  REQUIRE(cli.Run({"compile", cli.policy, "-o", image}).exit_code == 0);
  const std::string old = ReadFile(image);
  REQUIRE(old.size() > 2048);

  Program full = cli.Prepare({"compile", cli.policy, "-o", image});
  full.largest_file = 2048;
  const CliResult disk = cli.Run(full);
  CHECK(disk.exit_code == 1);
  CHECK(disk.out == "");
  CHECK_THAT(disk.err, Contains(image + ":0:0: cannot be written: File too "
                                        "large\nsaring: no image was made"));
  CHECK((ReadFile(image) == old));
  CHECK(CountFiles(cli) == 3);

  // Once it is there a failing output changes nothing.
  full = cli.Prepare({"compile", cli.policy, "-o", image});
  full.out = "/dev/full";
  CHECK(cli.Run(full).exit_code == 1);
  CHECK((ReadFile(image) == old));
  CHECK(CountFiles(cli) == 3);
}

TEST_CASE("An image does not go where nobody may write", "[cli]") {
  const Cli cli;
  const std::string folder = cli.dir.At("kept");
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  Program program =
      cli.Prepare({"compile", cli.policy, "-o", folder + "/policy.image"});
  if (geteuid() == 0) {  // root may write everywhere, unless it gives that up
    program.words.insert(
        program.words.begin(),
        {"/usr/bin/setpriv", "--bounding-set=-dac_override", "--"});
  }
  const CliResult result = cli.Run(program);
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains(": Permission denied"));
  CHECK(fs::is_empty(folder));
  fs::permissions(folder, fs::perms::owner_all);
}

}  // namespace
}  // namespace saring
