#include "config/nearest.h"

#include <algorithm>
#include <utility>

namespace saring {

size_t EditDistance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  // Rows of the table of distances between beginnings of `a` and of `b`. Only
  // the cells within `limit` of the diagonal are looked at.
  const size_t far = limit + 1;
  std::vector<size_t> before(b.size() + 1, far), last(b.size() + 1, far),
      row(b.size() + 1, far);
  for (size_t j = 0; j <= std::min(b.size(), limit); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    const size_t begin = i > limit ? i - limit : 0;
    const size_t end = std::min(b.size(), i + limit);
    if (begin > 0) row[begin - 1] = far;
    if (end < b.size()) row[end + 1] = far;
    size_t least = far;
    for (size_t j = begin; j <= end; ++j) {
      if (j == 0) {
        row[0] = i;
      } else {
        row[j] = std::min({last[j] + 1, row[j - 1] + 1,
                           last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          row[j] = std::min(row[j], before[j - 2] + 1);
        }
      }
      least = std::min(least, row[j]);
    }
    if (least >= far) return far;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], far);
}

std::string DidYouMean(std::string_view word,
                       const std::vector<std::string_view>& candidates) {
  // Bounds for hostile files; no honest one comes near them.
  constexpr size_t kMaxLength = 64;
  constexpr size_t kMaxCandidates = 2000;
  if (word.empty() || word.size() > kMaxLength) return "";
  size_t limit = word.size() <= 3 ? 1 : 2;
  std::string_view nearest;
  for (size_t i = 0; i < std::min(candidates.size(), kMaxCandidates); ++i) {
    const std::string_view candidate = candidates[i];
    const size_t distance = EditDistance(word, candidate, limit);
    if (distance > limit) continue;
    nearest = candidate;
    if (distance == 0) break;
    limit = distance - 1;
  }
  if (nearest.empty()) return "";
  return "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace saring
