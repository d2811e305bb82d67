// Under a monitor: what is counted and logged is what was searched and listed.

#include <saring/xapian_page.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/xapian_live_index.h"

namespace saring {
namespace {

struct MonitorFree {
  void operator()(saring_monitor* monitor) const {
    saring_monitor_free(monitor);
  }
};
using Monitor = std::unique_ptr<saring_monitor, MonitorFree>;

Monitor MakeMonitor(const std::string& log) {
  saring_monitor_options options = {};
  options.struct_size = sizeof options;
  options.log_path = log.c_str();
  saring_monitor* monitor = nullptr;
  REQUIRE(saring_monitor_create(&options, &monitor, nullptr) == SARING_OK);
  return Monitor(monitor);
}

// How many checks of `kind` had the action; "0" where the metrics do not say.
std::string Count(saring_monitor* monitor, const std::string& kind,
                  const std::string& action) {
  const ScratchHandle scratch(saring_scratch_create());
  const char* text = nullptr;
  size_t size = 0;
  REQUIRE(saring_monitor_metrics(monitor, scratch.get(), &text, &size) ==
          SARING_OK);
  const std::string metrics(text, size);
  const std::string name =
      "saring_checks_total{kind=\"" + kind + "\",action=\"" + action + "\"} ";
  const size_t at = metrics.find(name);
  if (at == metrics.npos) return "0";
  const size_t begin = at + name.size();
  return metrics.substr(begin, metrics.find('\n', at) - begin);
}

std::vector<std::string> LinesOf(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

bool Has(const std::string& line, const std::string& part) {
  return line.find(part) != line.npos;
}

TEST_CASE("Searches and listings are counted and logged", "[xapian][live]") {
  const bool is_live = GENERATE(false, true);
  CAPTURE(is_live);
  const TempDir dir;
  const std::string log = dir.At("log");
  Monitor monitor = MakeMonitor(log);
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  const Policy fixed = [&] {
    saring_policy* policy = nullptr;
    saring_policy_create(live.path().c_str(), &policy, nullptr);
    return Policy(policy);
  }();
  using xapian::Interceptor;
  using xapian::Tagger;
  Interceptor interceptor =
      is_live ? Interceptor(live.get()) : Interceptor(fixed.get());
  Tagger tagger = is_live ? Tagger(live.get()) : Tagger(fixed.get());
  const Xapian::WritableDatabase db = InMemory();
  const auto search = [&](const char* text) {
    interceptor.Intercept(text, ParseAny, db);
  };
  const auto list = [&](const char* id, const char* title) {
    Xapian::Document document;
    xapian::Listing listing = Titled(title);
    listing.id = id;
    tagger.Tag(listing, &document);
  };

  search("baju"), list("A-1", "baju");  // before anybody watches
  interceptor.Watch(monitor.get());
  tagger.Watch(monitor.get());
  search("baju murah"), search("meja"), search("kursi");
  list("A-2", "baju bagus"), list("A-3", "meja");
  CHECK(Count(monitor.get(), "query", "hide") == "1");
  CHECK(Count(monitor.get(), "query", "show") == "2");
  CHECK(Count(monitor.get(), "listing", "hide") == "1");
  CHECK(Count(monitor.get(), "listing", "show") == "1");

  interceptor.Watch(nullptr);
  search("baju");
  CHECK(Count(monitor.get(), "query", "hide") == "1");
  CHECK(saring_monitor_flush(monitor.get(), 60000) == SARING_OK);
  const std::vector<std::string> lines = LinesOf(log);
  REQUIRE(lines.size() == 2);
  CHECK(Has(lines[0], "baju murah"));
  CHECK(Has(lines[1], "baju bagus"));
  CHECK(Has(lines[1], "A-2"));

  // The tagger keeps the monitor until it is no longer watched.
  monitor.reset();
  list("A-4", "baju");
  tagger.Watch(nullptr);
  CHECK(LinesOf(log).size() == 3);
}

TEST_CASE("The policy of each decision is logged", "[xapian][live]") {
  const TempDir dir;
  const std::string log = dir.At("log");
  const Monitor monitor = MakeMonitor(log);
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  xapian::Interceptor interceptor(live.get());
  interceptor.Watch(monitor.get());
  const Xapian::WritableDatabase db = InMemory();
  interceptor.Intercept("baju", ParseAny, db);
  live.Write(Hiding("jaket", "2"));
  REQUIRE(live.Reload() == SARING_OK);
  interceptor.Intercept("jaket", ParseAny, db);
  CHECK(saring_monitor_flush(monitor.get(), 60000) == SARING_OK);
  const std::vector<std::string> lines = LinesOf(log);
  REQUIRE(lines.size() == 2);
  CHECK(Has(lines[0], "\"revision\":\"1\""));
  CHECK(Has(lines[1], "\"revision\":\"2\""));
}

}  // namespace
}  // namespace saring
