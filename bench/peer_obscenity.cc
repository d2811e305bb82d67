#include "bench/peer_obscenity.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/tsv.h"
#include "tests/temp_dir.h"

namespace saring::quality {
namespace {

using nlohmann::json;

std::string ShellQuoted(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

bool Succeeds(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

std::string InputOf(const std::vector<PeerSet>& sets) {
  json input = json::array();
  for (const PeerSet& set : sets) {
    input.push_back({{"terms", set.terms}, {"texts", set.texts}});
  }
  return input.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

PeerScore AskObscenity(const std::vector<PeerSet>& sets,
                       const std::filesystem::path& folder) {
  PeerScore score{"obscenity (npm)", {}, ""};
  if (!Succeeds("node --version")) {
    score.absent = "no node";
    return score;
  }
  const std::string from = ShellQuoted(folder.string());
  if (!Succeeds("node -e \"require.resolve('obscenity', "
                "{paths: [process.argv[1]]})\" " +
                from)) {
    score.absent = "no package obscenity at " + folder.string();
    return score;
  }
  const TempDir temporary;
  const std::string input = temporary.Write("sets.json", InputOf(sets));
  const std::string output = temporary.At("counts.json");
  const std::string command =
      "node " + ShellQuoted(SARING_SOURCE_DIR "/bench/peer_obscenity.js") +
      " " + from + " " + ShellQuoted(input) + " >" + ShellQuoted(output);
  if (std::system(command.c_str()) != 0) throw DataFault(command + ": failed");
  std::ifstream in(output, std::ios::binary);
  const json counts = json::parse(in, nullptr, false);
  if (!counts.is_array() || counts.size() != sets.size()) {
    throw DataFault(command + ": printed something else than the counts");
  }
  score.found = counts.get<std::vector<size_t>>();
  return score;
}

}  // namespace saring::quality
