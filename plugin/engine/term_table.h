// The terms or exceptions of all lists, as a policy writes them.

#ifndef SARING_PLUGIN_ENGINE_TERM_TABLE_H_
#define SARING_PLUGIN_ENGINE_TERM_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "normalizer/flat_array.h"
#include "normalizer/text_table.h"
#include "plugin/engine/pattern.h"

namespace saring {

struct Term {
  std::string_view text;  // as the policy writes it; NUL-terminated
  ListId list;            // of an exception: whose hits it excuses
};

// Terms by number. Constant.
class TermTable {
 public:
  // Takes terms one by one.
  class Builder {
   public:
    PatternId Add(std::string_view text, ListId list) {
      texts_.Add(text);
      lists_.push_back(list);
      return static_cast<PatternId>(lists_.size() - 1);
    }
    // The number of the next term.
    PatternId size() const { return static_cast<PatternId>(lists_.size()); }

   private:
    friend class TermTable;
    TextTable::Builder texts_;
    std::vector<ListId> lists_;
  };

  TermTable() : TermTable(Builder()) {}
  explicit TermTable(Builder&& builder) : texts_(std::move(builder.texts_)) {
    builder.lists_.shrink_to_fit();
    lists_ = FlatArray(std::move(builder.lists_));
  }

  size_t size() const { return lists_.size(); }
  Term operator[](PatternId id) const { return {texts_[id], lists_[id]}; }

  // Has the processor fetch a term that is soon wanted; the second, when the
  // first has had some time.
  void FetchPlace(PatternId id) const { texts_.FetchEnds(id); }
  void FetchText(PatternId id) const { texts_.Fetch(id); }

  std::span<const ListId> lists() const { return lists_.span(); }

  // See policy_image.h.
  template <typename Self, typename Visit>
  static void ForEachArray(Self& self, Visit&& visit) {
    TextTable::ForEachArray(self.texts_, visit);
    visit(self.lists_);
  }
  bool Restore(size_t lists) {
    if (!texts_.Restore() || lists_.size() != texts_.size()) return false;
    bool good = true;
    for (const ListId list : lists_.span()) good &= list < lists;
    return good;
  }

 private:
  TextTable texts_;
  FlatArray<ListId> lists_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_TERM_TABLE_H_
