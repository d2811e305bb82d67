#include <memory>
#include <stdexcept>

#include "bench/speed/sections.h"

namespace saring::speed {
namespace {

struct FreeMonitor {
  void operator()(saring_monitor* monitor) const {
    saring_monitor_free(monitor);
  }
};
using Monitor = std::unique_ptr<saring_monitor, FreeMonitor>;

// Counts all and logs every decision but to show.
Monitor MakeMonitor(const std::string& log) {
  saring_monitor_options options = {};
  options.struct_size = sizeof(options);
  options.log_path = log.c_str();
  saring_monitor* monitor = nullptr;
  const saring_status status =
      saring_monitor_create(&options, &monitor, nullptr);
  if (status != SARING_OK) throw std::runtime_error(saring_status_text(status));
  return Monitor(monitor);
}

}  // namespace

void MeasureWatching(const Bed& bed, const Options& options, Figures* figures) {
  const Scale* scale = bed.Find("10k");
  if (scale == nullptr) return;
  const Monitor monitor = MakeMonitor((bed.folder.path() / "log").string());
  Judge alone(scale->policy.get()), watched(scale->policy.get());
  watched.Watch(monitor.get());
  const auto titles = [&](const char* name, Judge* judge) {
    return OverTexts(name, bed.titles, [judge](std::string_view title) {
      return judge->Title(title);
    });
  };
  figures->Add(RunInTurn(
      {titles("unwatched_10k", &alone), titles("watched_10k", &watched)},
      options.rounds));
  figures->ratios["watched_10k"] =
      figures->Ns("watched_10k") / figures->Ns("unwatched_10k");
}

}  // namespace saring::speed
