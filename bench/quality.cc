#include "bench/quality.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <stdexcept>

#include "bench/figures.h"
#include "bench/gate.h"
#include "bench/peer_run.h"
#include "bench/report_json.h"
#include "bench/report_text.h"
#include "bench/tsv.h"

namespace saring::quality {
namespace {

namespace fs = std::filesystem;

constexpr char kHelp[] =
    "bench/quality [OPTION...]\n"
    "Measures a policy on labelled rows and on real text.\n"
    "\n"
    "  --policy FILE  the policy; default config/policies/used-imports.yaml\n"
    "  --shared DIR   where eval/ and data/ are; default ../shared, seen from\n"
    "                 the project's root\n"
    "  --json FILE|-  also write everything as JSON; with - it takes the "
    "place\n"
    "                 of the text\n"
    "  --obscenity DIR  where the npm package obscenity is, to stand among "
    "the\n"
    "                 peers; by default build/npm, where npm installs it\n"
    "  --gate         fail when a figure is outside the limits\n"
    "  --limits FILE  the limits; default bench/quality-limits.json\n"
    "  --help         this text\n"
    "\n"
    "Exit status: 0; 1 when the gate fails or policy or data are at fault; 2\n"
    "for wrong usage.\n";

class UsageFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Options {
  fs::path root = SARING_SOURCE_DIR;
  fs::path policy = root / "config/policies/used-imports.yaml";
  fs::path shared = root.parent_path() / "shared";
  fs::path limits = root / "bench/quality-limits.json";
  fs::path obscenity = root / "bench";
  std::string json;  // "" for none
  bool gate = false;
  bool help = false;
};

Options Parse(const std::vector<std::string>& arguments) {
  Options options;
  for (auto at = arguments.begin(); at != arguments.end(); ++at) {
    const std::string& name = *at;
    const auto value = [&]() -> const std::string& {
      if (++at == arguments.end() || at->empty()) {
        throw UsageFault(name + " needs a value");
      }
      return *at;
    };
    if (name == "--policy") {
      options.policy = value();
    } else if (name == "--shared") {
      options.shared = value();
    } else if (name == "--limits") {
      options.limits = value();
    } else if (name == "--obscenity") {
      options.obscenity = value();
    } else if (name == "--json") {
      options.json = value();
    } else if (name == "--gate") {
      options.gate = true;
    } else if (name == "--help") {
      options.help = true;
    } else {
      throw UsageFault("unknown argument '" + name + "'");
    }
  }
  return options;
}

// True when `path` is there; else it is one of the missing.
bool Have(const fs::path& path, Report* report) {
  if (fs::exists(path)) return true;
  report->missing.push_back(path.lexically_normal().string());
  return false;
}

Report Measure(const Options& options) {
  LoadedPolicy policy(options.policy);
  Report report;
  report.identity = policy.identity();
  const fs::path own = options.root / "tests/data/verdicts.tsv";
  report.own = MeasureLabelled(own, "why", false, &policy);
  PeerRun peers(options.root / "bench/peer_terms.txt");
  peers.AddLabelled(own, "own", report.own);
  const fs::path dev = options.shared / "eval/dev-queries.tsv";
  if (Have(dev, &report)) {
    report.dev = MeasureLabelled(dev, "note", true, &policy);
    peers.AddLabelled(dev, "dev", *report.dev);
  }
  const fs::path titles = options.shared / "data/titles.tsv";
  if (Have(titles, &report)) {
    report.titles = MeasureTitles(titles, &policy);
    peers.AddTitles(titles, *report.titles);
  }
  const fs::path comments = options.shared / "data/disguised-comments.tsv";
  const fs::path terms = options.shared / "data/disguised-terms.tsv";
  const bool have_comments = Have(comments, &report);
  const bool have_terms = Have(terms, &report);
  if (have_comments && have_terms) {
    report.comments = MeasureComments(comments, terms);
    peers.AddComments(comments, terms, *report.comments);
  }
  report.peers = peers.Ask(options.obscenity);
  return report;
}

void WriteJson(const std::string& path, const std::string& json,
               std::ostream& out) {
  if (path == "-") {
    out << json;
    return;
  }
  std::ofstream file(path, std::ios::binary);
  file << json << std::flush;
  if (!file) throw DataFault(path + ": cannot be written");
}

// Returns whether the report is within the limits.
bool Gate(const std::vector<Limit>& limits, const Figures& figures,
          std::ostream& out) {
  const GateResult result = Check(limits, figures);
  for (const std::string& figure : result.skipped) {
    out << "gate: skipped, its data could not be found: " << figure << "\n";
  }
  for (const std::string& line : result.broken) {
    out << "gate: BROKEN: " << line << "\n";
  }
  out << "gate: " << (result.broken.empty() ? "passed" : "FAILED") << ", "
      << result.held << " limits held, " << result.broken.size() << " broken, "
      << result.skipped.size() << " skipped\n";
  return result.broken.empty();
}

int RunOrThrow(const std::vector<std::string>& arguments, std::ostream& out,
               std::ostream& err) {
  const Options options = Parse(arguments);
  if (options.help) {
    out << kHelp;
    return 0;
  }
  // Before the measuring, which takes a while.
  std::vector<Limit> limits;
  if (options.gate) limits = ReadLimits(options.limits, FiguresOf(Report()));
  const Report report = Measure(options);
  if (!options.json.empty()) WriteJson(options.json, ToJson(report), out);
  if (options.json != "-") PrintText(report, out);
  if (options.gate && !Gate(limits, FiguresOf(report), err)) return 1;
  return 0;
}

}  // namespace

int Run(const std::vector<std::string>& arguments, std::ostream& out,
        std::ostream& err) {
  try {
    return RunOrThrow(arguments, out, err);
  } catch (const UsageFault& fault) {
    err << "quality: " << fault.what() << "\n" << kHelp;
    return 2;
  } catch (const std::exception& fault) {
    err << "quality: " << fault.what() << "\n";
    return 1;
  }
}

}  // namespace saring::quality
