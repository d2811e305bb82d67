#include "config/fault.h"

#include <catch2/catch.hpp>

namespace saring {
namespace {

TEST_CASE("Faults come in the order of their places", "[fault]") {
  FaultList faults;
  CHECK(faults.empty());
  faults.Error({"b", 2, 1}, "fourth");
  faults.Warning({"b", 1, 9}, "third");
  faults.Error({"a", 1, 1}, "sixth");
  faults.Warning({"b", 0, 0}, "first");
  faults.Error({"b", 1, 3}, "second");
  faults.Error({"b", 2, 1}, "fifth");
  CHECK(faults.ToString() ==
        "b:0:0: warning: first\n"
        "b:1:3: second\n"
        "b:1:9: warning: third\n"
        "b:2:1: fourth\n"
        "b:2:1: fifth\n"
        "a:1:1: sixth\n");
}

TEST_CASE("Warnings refuse nothing", "[fault]") {
  FaultList faults;
  faults.Warning({"a", 1, 1}, "x");
  CHECK_FALSE(faults.has_errors());
  CHECK_FALSE(faults.empty());
  faults.Error({"a", 1, 1}, "y");
  CHECK(faults.has_errors());
}

TEST_CASE("Faults beyond the limit are only counted", "[fault]") {
  FaultList faults;
  for (size_t i = 0; i < FaultList::kMaxKept + 2; ++i) {
    CHECK(faults.full() == false);
    faults.Warning({"a", 1, 1}, "w");
  }
  CHECK(faults.Sorted().size() == FaultList::kMaxKept);
  CHECK_FALSE(faults.has_errors());

  // Warnings take no error's room.
  faults.Error({"a", 1, 1}, "e");
  CHECK(faults.has_errors());
  CHECK(faults.Sorted().size() == FaultList::kMaxKept + 1);
  CHECK_THAT(faults.ToString(), Catch::EndsWith("e\nand 2 more like these\n"));
  while (!faults.full()) faults.Error({"a", 1, 1}, "e");
  faults.Error({"a", 1, 1}, "one too many");
  CHECK(faults.Sorted().size() == 2 * FaultList::kMaxKept);
}

}  // namespace
}  // namespace saring
