#include "normalizer/look_alike_reading.h"

#include <algorithm>

#include "normalizer/lookalikes.h"

namespace saring {
namespace {

constexpr std::string_view kAscii = "abcdefghijklmnopqrstuvwxyz0123456789";

// The values of every letter but marks, which look like nothing. False if some
// letter has none, or none is in need of one.
bool CollectValues(Run run, std::vector<std::string_view>* values) {
  values->clear();
  bool any = false;
  for (const FoldedChar& c : run) {
    if (c.Is(Kind::kMark)) continue;
    if (c.code < 0x80) {
      const size_t at = kAscii.find(static_cast<char>(c.code));
      values->push_back(kAscii.substr(at, 1));
      continue;
    }
    const std::string_view reads = LookAlikesOf(c.code);
    if (reads.empty()) return false;
    values->push_back(reads);
    any = true;
  }
  return any;
}

// Steps to the next choice of values, the last letter first. False after the
// last one.
bool Advance(LookAlikeBuffers* b) {
  for (size_t i = b->chosen.size(); i-- > 0;) {
    const bool more = ++b->chosen[i] < b->values[i].size();
    if (!more) b->chosen[i] = 0;
    b->letters[i] = b->values[i][b->chosen[i]];
    if (more) return true;
  }
  return false;
}

bool IsPlain(const FoldedChar& c) { return c.code < 0x80; }

}  // namespace

int ReadLookAlikes(Run run, uint32_t from, uint32_t to, const Lexicon& lexicon,
                   LookAlikeBuffers* buffers, Lattice* lattice) {
  if (run.size() > kLongestReading ||
      std::all_of(run.begin(), run.end(), IsPlain) ||
      !CollectValues(run, &buffers->values)) {
    return 0;
  }
  buffers->chosen.assign(buffers->values.size(), 0);
  buffers->letters.clear();
  for (const std::string_view value : buffers->values) {
    buffers->letters.push_back(value[0]);
  }
  int kept = 0;
  int tried = 0;
  do {
    if (lexicon.IsTermWord(buffers->letters)) {
      AddWord(run, Step::kLookAlike, from, to, buffers->letters, lattice);
      ++kept;
    }
  } while (++tried < kMostTried && kept < kMostKept && Advance(buffers));
  return kept;
}

}  // namespace saring
