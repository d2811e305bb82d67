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

void Require(saring_status status) {
  if (status != SARING_OK) throw std::runtime_error(saring_status_text(status));
}

// Counts all and, where there is a path, logs every decision but to show.
Monitor MakeMonitor(const std::string& log) {
  saring_monitor_options options = {};
  options.struct_size = sizeof(options);
  if (!log.empty()) options.log_path = log.c_str();
  saring_monitor* monitor = nullptr;
  Require(saring_monitor_create(&options, &monitor, nullptr));
  return Monitor(monitor);
}

}  // namespace

void MeasureWatching(const Bed& bed, const Options& options, Figures* figures) {
  const Scale* scale = bed.Find("10k");
  if (scale == nullptr) return;
  const Monitor monitor = MakeMonitor((bed.folder.path() / "log").string());
  const Monitor counter = MakeMonitor("");
  // One scratch: where memory lies tells as much as what is asked here.
  Judge judge(scale->policy.get());
  const auto titles = [&](const char* name, saring_monitor* by) {
    Case one = OverTexts(name, bed.titles, [&](std::string_view title) {
      return judge.Title(title);
    });
    // Not while the log of the case before is written, nor after a rest.
    one.before = [&, by, pass = one.pass] {
      Require(saring_monitor_flush(monitor.get(), 10'000));
      judge.Watch(by);
      pass();
    };
    return one;
  };
  figures->Add(RunInTurn(
      {titles("unwatched_10k", nullptr), titles("counted_10k", counter.get()),
       titles("watched_10k", monitor.get())},
      options.rounds));
  for (const char* name : {"counted_10k", "watched_10k"}) {
    figures->ratios[name] = figures->Ns(name) / figures->Ns("unwatched_10k");
  }
}

}  // namespace saring::speed
