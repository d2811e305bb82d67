#include "bench/peer_run.h"

#include <fstream>
#include <functional>

#include "bench/tsv.h"

namespace saring::quality {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> ReadTerms(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw DataFault(path.string() + ": cannot be read");
  std::vector<std::string> terms;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') terms.push_back(line);
  }
  return terms;
}

std::vector<std::string> ReadColumn(
    const fs::path& path, const std::vector<std::string>& columns,
    const std::function<bool(const TsvRow&)>& wanted) {
  std::vector<std::string> texts;
  for (const TsvRow& row : ReadTsv(path, columns)) {
    if (wanted(row)) texts.push_back(row.cells[0]);
  }
  return texts;
}

bool Any(const TsvRow&) { return true; }

}  // namespace

PeerRun::PeerRun(const fs::path& terms) : terms_(ReadTerms(terms)) {}

void PeerRun::AddLabelled(const fs::path& path, const std::string& name,
                          const LabelledScore& ours) {
  for (const Outcome label : {Outcome::kHide, Outcome::kAllow}) {
    const std::string label_name(NameOf(label));
    sets_.push_back({name + " " + label_name, terms_,
                     ReadColumn(path, {"text", "label"}, [&](const auto& row) {
                       return row.cells[1] == label_name;
                     })});
    ours_.push_back(ours.all.count(label, Outcome::kHide));
  }
}

void PeerRun::AddTitles(const fs::path& path, const TitlesScore& ours) {
  sets_.push_back({"titles", terms_, ReadColumn(path, {"title"}, Any)});
  ours_.push_back(ours.hidden.size());
}

void PeerRun::AddComments(const fs::path& comments, const fs::path& names,
                          const CommentsScore& ours) {
  const std::vector<std::string> terms = ReadColumn(names, {"term"}, Any);
  for (const bool promotion : {true, false}) {
    sets_.push_back(
        {promotion ? "promotions" : "others", terms,
         ReadColumn(comments, {"comment", "label"}, [&](const auto& row) {
           return (row.cells[1] == "1") == promotion;
         })});
  }
  ours_.insert(ours_.end(), {ours.found, ours.hit.size()});
}

PeerTable PeerRun::Ask(const fs::path& obscenity) const {
  PeerTable table;
  table.terms = terms_.size();
  for (const PeerSet& set : sets_) {
    table.columns.push_back({set.name, set.texts.size()});
  }
  table.scores = AskPeers(sets_, obscenity);
  table.scores.insert(table.scores.begin(), PeerScore{"saring", ours_, ""});
  return table;
}

}  // namespace saring::quality
