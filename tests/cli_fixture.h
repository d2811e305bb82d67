// The real saring command in a folder of its own, with a small policy.

#ifndef SARING_TESTS_CLI_FIXTURE_H_
#define SARING_TESTS_CLI_FIXTURE_H_

#include <string>
#include <utility>
#include <vector>

#include "tests/run_program.h"
#include "tests/temp_dir.h"

namespace saring {

inline constexpr const char kCliPolicy[] = R"(saring: 1
policy: sample
revision: "7"
law:
  decree: {title: Decree 1, article: article 2}
lists:
  fashion: {noun: true, terms: [baju, jaket]}
  used:
    terms: [bekas]
    condition: [bekas]
    except: ["bekas {mark}"]
  mark: {terms: [jerawat]}
  own: {terms: [koleksi pribadi]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    softened_by: [own]
    action: hide
    answer: {without: [used]}
    law: [decree]
    notice: {buyer: Barang ini dilarang., seller: Jangan dijual.}
    hits: [baju bekas]
    misses: [baju baru, krim bekas jerawat]
)";

// Of the listings, 3 is hidden, 2 is demoted, and the rest are ordinary.
inline constexpr const char kCliCatalogue[] =
    "id\ttitle\tdescription\tcondition\tprice\n"
    "1\tbaju baru\tbaju anak\tbaru\t30\n"
    "2\tbaju bekas koleksi pribadi\t\tbekas\t10\n"
    "3\tbaju bekas murah\t\tbekas\t5\n"
    "4\tbaju kerja\t\tbaru\t20\n"
    "5\tkrim bekas jerawat\t\tbaru\t\n"
    "6\tbaju tidur panjang untuk anak\t\tbaru\t7.5\n";

struct CliResult {
  int exit_code;
  std::string out, err;
  long peak_kib;
};

class Cli {
 public:
  Cli()
      : policy(dir.Write("policy.yaml", kCliPolicy)),
        catalogue(dir.Write("catalogue.tsv", kCliCatalogue)) {}

  // The command `words` (`saring` itself left out), ready to start.
  Program Prepare(std::vector<std::string> words) const {
    words.insert(words.begin(), SARING_CLI);
    Program program;
    program.words = std::move(words);
    program.out = dir.At("out");
    program.err = dir.At("err");
    return program;
  }

  CliResult Finish(const Program& program, pid_t pid) const {
    const Ending ending = WaitForProgram(pid);
    return {ending.exit_code,
            program.out == dir.At("out") ? ReadFile(program.out) : "",
            ReadFile(program.err), ending.peak_kib};
  }

  CliResult Run(const Program& program) const {
    return Finish(program, StartProgram(program));
  }

  CliResult Run(std::vector<std::string> words) const {
    return Run(Prepare(std::move(words)));
  }

  const TempDir dir;
  const std::string policy;
  const std::string catalogue;
};

}  // namespace saring

#endif  // SARING_TESTS_CLI_FIXTURE_H_
