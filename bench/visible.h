#ifndef SARING_BENCH_VISIBLE_H_
#define SARING_BENCH_VISIBLE_H_

#include <string>
#include <string_view>

namespace saring::quality {

// `text` as a terminal can show it: control, invisible and bidi characters,
// which would hide or reorder what stands beside them, and every space but the
// ordinary one become <200B>; bytes that are not UTF-8 become <xFF>.
std::string Visible(std::string_view text);

}  // namespace saring::quality

#endif  // SARING_BENCH_VISIBLE_H_
