#include "normalizer/unit_row.h"

#include <algorithm>

namespace saring {
namespace {

class UnitRow {
 public:
  explicit UnitRow(UnitBuffers* buffers)
      : b_(*buffers), fates_(buffers->stretches.view()) {}

  bool Pass(std::span<const uint32_t> followers) {
    uint32_t passed = 0;  // nothing but what this unit leaves open is open
    for (const uint32_t follower : followers) {
      if (follower <= passed) continue;
      passed = PassStretch(follower);
      if (passed == 0) [[unlikely]]
        return false;
    }
    if (found_) {
      b_.open_ends.Sort();
      b_.joints.starts = b_.open_ends.starts;
      b_.joined = b_.open_ends.joined;
    }
    return true;
  }

 private:
  // The unit before `next` leaves something open: returns the unit at which
  // nothing goes on, or behind the last; 0 if that is not known.
  uint32_t PassStretch(uint32_t next) {
    const uint32_t first = next - 1;
    const Stretches::Finds* finds = nullptr;
    Stretches::Row row = b_.units[first].key;
    for (; next < b_.unit_count; ++next) {
      row = Stretches::Add(row, b_.units[next].key);
      const Stretches::Fate fate = fates_.FateOf(row);
      if (fate == Stretches::Fate::kEnds) [[likely]]
        break;
      if (fate == Stretches::Fate::kGoesOn) continue;
      finds =
          fate == Stretches::Fate::kFinds ? b_.stretches.FindsOf(row) : nullptr;
      if (finds == nullptr) return 0;
      if (finds->ends) break;
    }
    if (finds != nullptr) Add(first, *finds);
    return next;
  }

  void Add(uint32_t first, const Stretches::Finds& finds) {
    OpenEndBuffers& open_ends = b_.open_ends;
    if (!found_) open_ends.Clear();
    found_ = true;
    PassSigns(first);
    for (const Stretches::Find& find : finds.Words()) {
      const uint32_t begin = first + find.first;
      open_ends.joined.push_back({b_.units[begin].begin,
                                  b_.units[first + find.last].begin + find.end,
                                  find.number});
      open_ends.starts.push_back(WordAt(begin));
    }
  }

  // Counts the units without words before `end`, which never falls.
  void PassSigns(uint32_t end) {
    signs_ += CountSigns(counted_, end);
    counted_ = end;
  }

  // The place of the unit's word, which is not before what was counted, among
  // those of the text.
  uint32_t WordAt(uint32_t unit) const {
    return unit - signs_ - CountSigns(counted_, unit);
  }

  uint32_t CountSigns(uint32_t begin, uint32_t end) const {
    const auto units = std::span(b_.readings).subspan(begin, end - begin);
    return static_cast<uint32_t>(std::count_if(
        units.begin(), units.end(), [](const UnitReading& reading) {
          return reading.Is(UnitReading::kSigns);
        }));
  }

  UnitBuffers& b_;
  const Stretches::View fates_;
  bool found_ = false;
  uint32_t counted_ = 0, signs_ = 0;  // units, and those of signs among them
};

}  // namespace

bool PassInRow(std::span<const uint32_t> followers, UnitBuffers* buffers) {
  return UnitRow(buffers).Pass(followers);
}

}  // namespace saring
