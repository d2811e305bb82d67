#include "plugin/hosts/xapian_preload/typed_text.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <mutex>
#include <thread>
#include <vector>

namespace saring::preload {
namespace {

constexpr size_t kMostTexts = 256;
constexpr size_t kMostBytes = 4 << 20;

struct Leaf {
  std::string name;  // as Xapian describes it, with its position
  std::string word;  // what was typed for it, as far as a term tells; or ""
  size_t place = 0;  // from the left
};

bool operator<(const Leaf& a, const Leaf& b) { return a.name < b.name; }

// "bekas" of `bekas` and of the stem `Zbekas`; "" of `XCOLOURmerah`.
std::string WordOf(const std::string& term) {
  const bool stem = !term.empty() && term[0] == 'Z';
  const std::string word = stem ? term.substr(1) : term;
  const bool prefixed = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  return prefixed ? "" : word;
}

Leaf LeafOf(const Xapian::Query& query) {
  Leaf leaf;
  leaf.name = query.get_description();
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    leaf.word = WordOf(*query.get_terms_begin());
  }
  return leaf;
}

// From left to right.
std::vector<Leaf> LeavesOf(const Xapian::Query& query) {
  std::vector<Leaf> leaves;
  std::vector<Xapian::Query> left = {query};
  while (!left.empty()) {
    const Xapian::Query at = left.back();
    left.pop_back();
    const size_t count = at.get_num_subqueries();
    if (count == 0 && !at.empty()) {
      leaves.push_back(LeafOf(at));
      leaves.back().place = leaves.size();
    }
    for (size_t i = count; i > 0; --i) left.push_back(at.get_subquery(i - 1));
  }
  return leaves;
}

struct Typed {
  std::string text;
  std::vector<Leaf> leaves;  // sorted
  size_t bytes = 0;
  std::thread::id thread;  // that parsed it
};

// Takes `some` out of `leaves` where all of them are there. Both are sorted.
bool TakeOut(const std::vector<Leaf>& some, std::vector<Leaf>* leaves) {
  if (!std::includes(leaves->begin(), leaves->end(), some.begin(),
                     some.end())) {
    return false;
  }
  std::vector<Leaf> rest;
  std::set_difference(leaves->begin(), leaves->end(), some.begin(), some.end(),
                      std::back_inserter(rest));
  *leaves = std::move(rest);
  return true;
}

class Memory {
 public:
  void Add(Typed typed) {
    const std::lock_guard<std::mutex> lock(mutex_);
    bytes_ += typed.bytes;
    latest_first_.push_front(std::move(typed));
    while (latest_first_.size() > kMostTexts ||
           (bytes_ > kMostBytes && latest_first_.size() > 1)) {
      bytes_ -= latest_first_.back().bytes;
      latest_first_.pop_back();
    }
  }

  // Takes out of `leaves`, which are sorted, those that remembered texts
  // explain, and returns these texts, the first typed first. What the calling
  // thread parsed goes before what others did: two people may search for much
  // the same at once.
  std::vector<std::string> Explain(std::vector<Leaf>* leaves) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    const std::thread::id here = std::this_thread::get_id();
    std::vector<std::string> texts;
    for (const bool own : {true, false}) {
      for (const Typed& typed : latest_first_) {
        if (leaves->empty()) return texts;
        if ((typed.thread == here) == own && TakeOut(typed.leaves, leaves)) {
          texts.insert(texts.begin(), typed.text);
        }
      }
    }
    return texts;
  }

 private:
  mutable std::mutex mutex_;
  std::deque<Typed> latest_first_;
  size_t bytes_ = 0;
};

Memory& TheMemory() {
  static Memory* const memory = new Memory;
  return *memory;
}

}  // namespace

void RememberTyped(const std::string& text, const Xapian::Query& parsed) {
  Typed typed;
  typed.text = text;
  typed.thread = std::this_thread::get_id();
  typed.leaves = LeavesOf(parsed);
  if (typed.leaves.empty()) return;
  std::sort(typed.leaves.begin(), typed.leaves.end());
  typed.bytes = text.size();
  for (const Leaf& leaf : typed.leaves) {
    typed.bytes += sizeof leaf + leaf.name.size() + leaf.word.size();
  }
  TheMemory().Add(std::move(typed));
}

std::string TypedText(const Xapian::Query& query) {
  std::vector<Leaf> leaves = LeavesOf(query);
  std::sort(leaves.begin(), leaves.end());
  std::string all;
  for (const std::string& text : TheMemory().Explain(&leaves)) {
    all += (all.empty() ? "" : " ") + text;
  }
  std::sort(leaves.begin(), leaves.end(),
            [](const Leaf& a, const Leaf& b) { return a.place < b.place; });
  for (const Leaf& leaf : leaves) {
    if (leaf.word.empty()) continue;
    all += (all.empty() ? "" : " ") + leaf.word;
  }
  return all;
}

}  // namespace saring::preload
