// All that is measured on and with, made once and used by every part.

#ifndef SARING_BENCH_SPEED_BED_H_
#define SARING_BENCH_SPEED_BED_H_

#include <filesystem>
#include <list>
#include <memory>
#include <string>

#include "bench/speed/automaton_set.h"
#include "bench/speed/judge.h"
#include "bench/speed/literal_set.h"
#include "bench/speed/texts.h"
#include "bench/speed/vocabulary.h"

namespace saring::speed {

struct Options {
  bool quick = false;
  size_t titles = 20'000;
  size_t most_terms = 1'000'000;  // sizes above it are left out
  size_t rounds = 9;
  std::string json, markdown;  // files to write; "": none
  std::string command;         // as it was typed
  std::string saring;          // the command-line tool
  std::string xapian;          // figures of Xapian, to be taken over; "": none
};

// One size of policy.
struct Scale {
  std::string name;  // "10k"
  size_t terms;
  std::filesystem::path path;  // of the policy
  Policy policy;
  std::unique_ptr<HyperscanSet> hyperscan;  // not for a million
  std::unique_ptr<AutomatonSet> automaton;  // where it is available; as above
  std::unique_ptr<Judge> judge;
};

// A folder of its own, removed in the end.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Bed {
  explicit Bed(const Options& options);

  // nullptr when `name` was left out.
  const Scale* Find(const std::string& name) const;

  TempFolder folder;
  bool real;      // whether titles are real ones
  Strings plain;  // all titles, without terms behind them
  Vocabulary vocabulary;
  Strings terms;
  Texts titles, spaced_titles;    // the second as SpacedFold() makes them
  std::list<Scale> scales;        // the smallest first
  std::filesystem::path shipped;  // the policy without a list more
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_BED_H_
