#include <algorithm>

#include "bench/speed/case_folder.h"
#include "bench/speed/corpora.h"
#include "bench/speed/sections.h"
#include "bench/speed/shapes.h"
#include "bench/speed/statistics.h"

namespace saring::speed {
namespace {

constexpr double kLongestNs = 5e8;  // of one shape

std::string LowerCaseText(const Bed& bed, size_t bytes) {
  CaseFolder folder;
  std::string text;
  for (const std::string& title : OnlyAscii(bed.plain)) {
    if (text.size() >= bytes) break;
    text.append(folder.Fold(title)).push_back(' ');
  }
  return text;
}

// A call with a scratch as large as it gets that remembers other words only:
// what a stranger's first text meets.
double NsPerByte(const Scale& scale, const std::string& grow,
                 const std::string& text, size_t samples) {
  Judge judge(scale.policy.get());
  std::vector<double> times;
  double spent = 0;
  while (times.size() < samples && spent < kLongestNs) {
    judge.Forget();
    judge.Title(grow);
    const double begin = ThreadNs();
    judge.Title(text);
    times.push_back(ThreadNs() - begin);
    spent += times.back();
  }
  return Median(std::move(times)) / static_cast<double>(text.size());
}

}  // namespace

void MeasureShapes(const Bed& bed, const Options& options, Figures* figures) {
  const Scale* scale = bed.Find("100k");
  if (scale == nullptr) scale = &bed.scales.front();
  const std::pair<const char*, size_t> sizes[] = {{"2kb", 2048},
                                                  {"64kb", 65536}};
  for (const auto& [name, bytes] : sizes) {
    const std::string plain = LowerCaseText(bed, 2 * bytes);
    const std::string grow = plain.substr(std::min(bytes, plain.size() / 2));
    double worst = 0;
    for (const Shape& shape : WorstShapes(bytes, plain, bed.terms)) {
      const double ns =
          NsPerByte(*scale, grow, shape.text, options.quick ? 3 : 15);
      figures->amounts["shape " + shape.name + ", " + name + ", ns/byte"] = ns;
      worst = std::max(worst, ns);
    }
    figures->amounts[std::string("worst_") + name + "_ns_per_byte"] = worst;
  }
}

}  // namespace saring::speed
