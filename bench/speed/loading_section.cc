#include <cstdlib>
#include <fstream>

#include "bench/speed/sections.h"
#include "bench/speed/statistics.h"

namespace saring::speed {
namespace {

// Of the wall clock: whoever waits for a policy does not mind how many threads
// make it. Another policy is there, as where one is exchanged for the next:
// they share the words of the dictionaries.
double LoadMs(const std::filesystem::path& path) {
  const double begin = WallNs();
  const Policy policy = LoadPolicy(path);
  return (WallNs() - begin) / 1e6;
}

double MedianLoadMs(const std::filesystem::path& path, size_t times) {
  std::vector<double> all;
  for (size_t i = 0; i < times; ++i) all.push_back(LoadMs(path));
  return Median(std::move(all));
}

void CompareCompiling(const Bed& bed, const Scale& scale, size_t times,
                      Figures* figures) {
  const Strings terms(
      bed.terms.begin(),
      bed.terms.begin() + static_cast<std::ptrdiff_t>(scale.terms));
  std::vector<double> ours, alone, theirs;
  for (size_t i = 0; i < times; ++i) {
    ours.push_back(LoadMs(scale.path));
    alone.push_back(LoadMs(bed.shipped));
    theirs.push_back(HyperscanSet(terms).compile_ms());
  }
  const double load = Median(ours), shipped = Median(alone);
  const double hyperscan = Median(theirs);
  figures->ratios["compile_" + scale.name] = load / hyperscan;
  figures->ratios["compile_list_alone_" + scale.name] =
      std::max(0.0, load - shipped) / hyperscan;
  figures->amounts["load_yaml_" + scale.name + "_ms"] = load;
  figures->amounts["load_shipped_ms"] = shipped;
  figures->amounts["hyperscan_compile_" + scale.name + "_ms"] = hyperscan;
  if (scale.automaton == nullptr) return;
  figures->amounts["aho_corasick_compile_" + scale.name + "_ms"] =
      scale.automaton->compile_ms();
}

std::string FirstLineOf(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

// Makes an image of `policy`; the reason when that cannot be done.
std::string Compile(const Options& options, const std::filesystem::path& policy,
                    const std::filesystem::path& image) {
  if (options.saring.empty()) return "no saring command was given";
  const std::filesystem::path log = image.string() + ".log";
  const std::string command = "'" + options.saring + "' compile '" +
                              policy.string() + "' -o '" + image.string() +
                              "' >'" + log.string() + "' 2>&1";
  if (std::system(command.c_str()) == 0) return "";
  return "no image was made: saring compile: " + FirstLineOf(log);
}

void MeasureImage(const Bed& bed, const Options& options, const Scale& scale,
                  Figures* figures) {
  const std::string name = "load_image_" + scale.name + "_ms";
  const auto image = bed.folder.path() / (scale.name + ".image");
  const std::string why = Compile(options, scale.path, image);
  if (!why.empty()) {
    figures->skipped[name] = why;
    return;
  }
  try {
    figures->amounts[name] = MedianLoadMs(image, options.rounds);
    figures->amounts["image_" + scale.name + "_mb"] =
        static_cast<double>(std::filesystem::file_size(image)) / 1e6;
  } catch (const std::runtime_error& e) {
    figures->skipped[name] = std::string("images are refused: ") + e.what();
  }
}

}  // namespace

void MeasureLoading(const Bed& bed, const Options& options, Figures* figures) {
  const size_t times = options.quick ? 1 : 3;
  for (const Scale& scale : bed.scales) {
    if (scale.hyperscan != nullptr) {
      CompareCompiling(bed, scale, times, figures);
    } else {
      figures->amounts["load_yaml_" + scale.name + "_s"] =
          MedianLoadMs(scale.path, times) / 1000;
    }
    MeasureImage(bed, options, scale, figures);
  }
}

}  // namespace saring::speed
