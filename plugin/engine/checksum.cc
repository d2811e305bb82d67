#include "plugin/engine/checksum.h"

#include <array>
#include <bit>
#include <cstring>

#include "normalizer/fetch_ahead.h"

namespace saring {
namespace {

constexpr uint64_t kOdd = 0x9e3779b97f4a7c15u;
constexpr size_t kLanes = kChecksumBlock / sizeof(uint64_t);

// No two words give the same from one state, and no two states by one word:
// a difference that has entered a lane does not leave it.
uint64_t Add(uint64_t state, uint64_t word) {
  return std::rotl((state ^ word) * kOdd, 32);
}

}  // namespace

uint64_t Checksum(std::string_view bytes) {
  // Each lane waits for its own multiplication only.
  std::array<uint64_t, kLanes> lanes;
  for (size_t i = 0; i < kLanes; ++i) lanes[i] = (i + 1) * kOdd;
  std::array<uint64_t, kLanes> block;
  for (size_t at = 0; at < bytes.size(); at += kChecksumBlock) {
    FetchAhead(bytes.data() + at);
    std::memcpy(block.data(), bytes.data() + at, kChecksumBlock);
    for (size_t i = 0; i < kLanes; ++i) lanes[i] = Add(lanes[i], block[i]);
  }
  uint64_t sum = bytes.size();
  for (const uint64_t lane : lanes) sum = Add(sum, lane);
  return sum;
}

}  // namespace saring
