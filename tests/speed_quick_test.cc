// The benchmark of speed, run as a program on very little.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

TEST_CASE("A quick run ends, engines agree, and its JSON is whole", "[speed]") {
  const TempDir folder;
  const Program program = {
      {SPEED_BENCH, "--quick", "--titles", "300", "--most-terms", "1000",
       "--json", folder.At("figures.json"), "--markdown", folder.At("page.md"),
       "--command", "a command", "--saring", SARING_CLI},
      "/dev/null",
      folder.At("out"),
      folder.At("err")};
  const Ending ending = WaitForProgram(StartProgram(program));
  INFO(ReadFile(folder.At("out")) << ReadFile(folder.At("err")));
  REQUIRE(ending.exit_code == 0);

  const auto json = nlohmann::json::parse(ReadFile(folder.At("figures.json")));
  CHECK(json["command"] == "a command");
  CHECK(json["rounds"] == 3);
  CHECK(json["engines_agree"] == true);
  for (const char* name :
       {"full_warm_1k", "full_emptied_1k", "floor_2_1k", "queries_1k",
        "disguised", "compile_1k", "reload_p99"}) {
    CAPTURE(name);
    REQUIRE(json["ratios"].contains(name));
    CHECK(json["ratios"][name] > 0);
  }
  CHECK(json["amounts"]["memory_shipped_mb"] > 0);
  CHECK(json["amounts"]["worst_64kb_ns_per_byte"] > 0);
  CHECK(json["cases"]["full_1k"]["rounds_ns"].size() == 3);
  CHECK(json["amounts"]["load_image_1k_ms"] > 0);
  CHECK(json["amounts"]["image_1k_mb"] > 0);
  CHECK(ReadFile(folder.At("page.md")).starts_with("# Speed\n"));
}

TEST_CASE("A policy that is not there is an error", "[speed]") {
  const TempDir folder;
  const Program program = {{SPEED_BENCH, "--memory-of", folder.At("none")},
                           "/dev/null",
                           folder.At("out"),
                           folder.At("err")};
  CHECK(WaitForProgram(StartProgram(program)).exit_code == 2);
  CHECK_FALSE(ReadFile(folder.At("err")).empty());
}

}  // namespace
}  // namespace saring
