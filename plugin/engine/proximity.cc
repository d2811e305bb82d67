#include "plugin/engine/proximity.h"

#include <algorithm>

namespace saring {
namespace {

// Replaces *found by those of `lists` in one field, from left to right.
void FindPieces(const std::vector<ListId>& lists, EvidenceField field,
                const Evidence& evidence, std::vector<Hit>* found) {
  std::vector<Hit>& pieces = *found;
  pieces.clear();
  for (const ListId list : lists) {
    for (const Hit& hit : evidence.Of(list)) {
      if (hit.field == field) pieces.push_back(hit);
    }
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const Hit& a, const Hit& b) { return a.from < b.from; });
}

bool LieWithinField(const std::vector<ListId>& lists, uint32_t words,
                    ProximityBuffers* buffers) {
  const std::vector<Hit>& pieces = buffers->pieces;
  std::vector<uint8_t>& seen = buffers->seen;
  seen.assign(lists.size(), 0);
  size_t missing = lists.size();
  uint32_t end = 0;  // of the row so far
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && pieces[i].from + 1 > end + words) {
      seen.assign(lists.size(), 0);
      missing = lists.size();
      end = 0;
    }
    for (size_t l = 0; l < lists.size(); ++l) {
      if (lists[l] == pieces[i].list && seen[l] == 0) {
        seen[l] = 1;
        --missing;
      }
    }
    if (missing == 0) return true;
    end = std::max(end, pieces[i].to);
  }
  return false;
}

}  // namespace

bool LieWithin(const std::vector<ListId>& lists, uint32_t words,
               const Evidence& evidence, ProximityBuffers* buffers) {
  for (const EvidenceField field :
       {EvidenceField::kTitle, EvidenceField::kDescription}) {
    FindPieces(lists, field, evidence, &buffers->pieces);
    if (LieWithinField(lists, words, buffers)) return true;
  }
  return false;
}

bool CoverTitle(const std::vector<ListId>& lists, const Evidence& evidence,
                ProximityBuffers* buffers) {
  FindPieces(lists, EvidenceField::kTitle, evidence, &buffers->pieces);
  uint32_t covered = 0;  // nodes from the beginning
  for (const Hit& hit : buffers->pieces) {
    if (hit.from > covered) return false;
    covered = std::max(covered, hit.to);
  }
  return covered > 0 && covered + 1 == evidence.lattices[0].node_count;
}

}  // namespace saring
