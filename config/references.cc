#include "config/references.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "config/nearest.h"
#include "config/term_check.h"
#include "config/utf8.h"

namespace saring {
namespace {

// From a list to one that its terms or exceptions name.
struct Edge {
  size_t to = 0;
  Place place;
};

class Checker {
 public:
  Checker(const Policy& policy, FaultList* faults)
      : policy_(policy), faults_(faults), edges_(policy.lists.size()) {
    for (const TermList& list : policy.lists) {
      lists_.emplace(list.name.text, lists_.size());
      list_names_.push_back(list.name.text);
    }
    list_names_.push_back("number");
    for (const LawReference& law : policy.laws)
      law_names_.push_back(law.id.text);
    laws_.insert(law_names_.begin(), law_names_.end());
  }

  void Check() {
    followed_.resize(policy_.lists.size());
    for (size_t i = 0; i < policy_.lists.size(); ++i) {
      const TermList& list = policy_.lists[i];
      Follow(i, list.terms, &edges_[i]);
      uses_.push_back(edges_[i]);
      Follow(i, list.exceptions, &uses_[i]);
    }
    FindCircles();
    used_.resize(policy_.lists.size());
    for (const Rule& rule : policy_.rules) CheckRule(rule);
    WarnOfUnused();
  }

 private:
  // Adds an edge to each list that `terms` name, of each list one.
  template <typename Terms>
  void Follow(size_t from, const Terms& terms, std::vector<Edge>* edges) {
    for (const auto& term : terms) {
      size_t at = 0;
      while (const auto name = NextReference(term.text, &at)) {
        if (*name == "number") continue;
        const auto to = Find(*name, term.place);
        if (!to || std::exchange(followed_[*to], from + 1) == from + 1) {
          continue;
        }
        edges->push_back({*to, term.place});
      }
    }
  }

  std::optional<size_t> Find(std::string_view name, const Place& place) {
    const auto at = lists_.find(name);
    if (at != lists_.end()) return at->second;
    Undefined("list", name, place, list_names_);
    return {};
  }

  void Undefined(std::string_view what, std::string_view name,
                 const Place& place,
                 const std::vector<std::string_view>& known) {
    // Looking for the nearest name takes time, and nobody would see it.
    if (faults_->full()) return faults_->Error(policy_.At(place), "");
    faults_->Error(policy_.At(place), "there is no " + std::string(what) + " " +
                                          Quote(name) +
                                          DidYouMean(name, known));
  }

  // Depth first, without recursion: a chain may be as long as the policy.
  void FindCircles() {
    enum : char { kUnseen, kOpen, kDone };
    std::vector<char> state(edges_.size(), kUnseen);
    std::vector<size_t> next(edges_.size()), path;
    for (size_t root = 0; root < edges_.size(); ++root) {
      if (state[root] == kUnseen) path.push_back(root);
      while (!path.empty()) {
        const size_t at = path.back();
        state[at] = kOpen;
        if (next[at] == edges_[at].size()) {
          state[at] = kDone;
          path.pop_back();
          continue;
        }
        const Edge& edge = edges_[at][next[at]++];
        if (state[edge.to] == kUnseen) path.push_back(edge.to);
        if (state[edge.to] == kOpen) ReportCircle(path, edge);
      }
    }
  }

  void ReportCircle(const std::vector<size_t>& path, const Edge& closing) {
    constexpr size_t kMaxShown = 8;
    if (faults_->full()) return;
    const auto begin = std::find(path.begin(), path.end(), closing.to);
    std::string circle;
    for (auto at = begin; at != path.end(); ++at) {
      if (static_cast<size_t>(at - begin) == kMaxShown) circle += "... -> ";
      if (static_cast<size_t>(at - begin) >= kMaxShown) continue;
      circle += policy_.lists[*at].name.text + " -> ";
    }
    circle += policy_.lists[closing.to].name.text;
    faults_->Error(policy_.At(closing.place),
                   "lists that name each other in a circle: " + circle);
  }

  void CheckRule(const Rule& rule) {
    for (const auto* names :
         {&rule.needs, &rule.unless_first, &rule.softened_by, &rule.unless,
          &rule.only, &rule.answer.lists}) {
      for (const Written& name : *names) {
        if (const auto list = Find(name.text, name.place)) Use(*list);
      }
      WarnOfRepeated(*names);
    }
    for (const Written& name : rule.unless_first) WarnOfNoNoun(name);
    for (const Written& law : rule.law) {
      if (laws_.count(law.text) > 0) continue;
      Undefined("law", law.text, law.place, law_names_);
    }
    first_noun_matters_ = first_noun_matters_ || !rule.unless_first.empty();
  }

  void WarnOfNoNoun(const Written& name) {
    const auto at = lists_.find(name.text);
    if (at == lists_.end() || policy_.lists[at->second].noun) return;
    faults_->Warning(policy_.At(name.place),
                     Quote(name.text) +
                         " in `unless_first` has no effect: no list without "
                         "`noun: true` names the good");
  }

  void WarnOfRepeated(const std::vector<Written>& names) {
    std::unordered_map<std::string_view, int> times;
    for (const Written& name : names) {
      if (++times[name.text] != 2) continue;
      faults_->Warning(policy_.At(name.place),
                       Quote(name.text) + " is given twice");
    }
  }

  // Marks the list and every list that it leads to.
  void Use(size_t list) {
    std::vector<size_t> left = {list};
    while (!left.empty()) {
      const size_t at = left.back();
      left.pop_back();
      if (used_[at]) continue;
      used_[at] = true;
      for (const Edge& edge : uses_[at]) left.push_back(edge.to);
    }
  }

  void WarnOfUnused() {
    for (size_t i = 0; i < policy_.lists.size(); ++i) {
      // Which noun is the first depends on all lists of nouns.
      if (policy_.lists[i].noun && first_noun_matters_) Use(i);
    }
    for (size_t i = 0; i < policy_.lists.size(); ++i) {
      if (used_[i]) continue;
      const Written& name = policy_.lists[i].name;
      faults_->Warning(policy_.At(name.place),
                       "no rule uses the list " + Quote(name.text));
    }
  }

  const Policy& policy_;
  FaultList* faults_;
  std::unordered_map<std::string_view, size_t> lists_;
  std::unordered_set<std::string_view> laws_;
  std::vector<std::string_view> list_names_, law_names_;
  std::vector<std::vector<Edge>> edges_;  // of terms
  std::vector<std::vector<Edge>> uses_;   // of terms and exceptions
  std::vector<size_t> followed_;  // the list, plus 1, with an edge to each
  std::vector<bool> used_;
  bool first_noun_matters_ = false;
};

}  // namespace

void CheckReferences(const Policy& policy, FaultList* faults) {
  Checker(policy, faults).Check();
}

}  // namespace saring
