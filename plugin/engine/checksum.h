// A checksum that keeps up with memory.

#ifndef SARING_PLUGIN_ENGINE_CHECKSUM_H_
#define SARING_PLUGIN_ENGINE_CHECKSUM_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace saring {

// Bytes are summed in blocks of this size.
inline constexpr size_t kChecksumBlock = 64;

// 64 bits that depend on every byte. Any change within one aligned word of
// eight bytes changes it, always; any other change goes unnoticed once in 2^64
// times. Against accidents, not against forgers: it has no secret.
// REQUIRES: bytes.size() is a multiple of kChecksumBlock
uint64_t Checksum(std::string_view bytes);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_CHECKSUM_H_
