#include "plugin/hosts/xapian_preload/program_sort.h"

namespace saring::preload {
namespace {

// Whether it is demoted, then what the program sorts by.
class DemotedLastKey : public Xapian::KeyMaker {
 public:
  DemotedLastKey(ProgramSort sort, Xapian::valueno demotion_slot)
      : sort_(std::move(sort)), demotion_slot_(demotion_slot) {}

  std::string operator()(const Xapian::Document& document) const override {
    const bool demoted = !document.get_value(demotion_slot_).empty();
    // The greatest key comes first under a reverse sort.
    const std::string half = demoted != sort_.reverse ? "1" : "0";
    return half + (sort_.key.get() != nullptr ? (*sort_.key)(document)
                                              : document.get_value(sort_.slot));
  }

 private:
  const ProgramSort sort_;
  const Xapian::valueno demotion_slot_;
};

}  // namespace

bool RelevanceFirst(SortBy by) {
  return by == SortBy::kRelevance || by == SortBy::kRelevanceThenValue ||
         by == SortBy::kRelevanceThenKey;
}

bool ByKey(SortBy by) {
  return by == SortBy::kKey || by == SortBy::kKeyThenRelevance ||
         by == SortBy::kRelevanceThenKey;
}

void Apply(const ProgramSort& sort, Xapian::Enquire* enquire) {
  switch (sort.by) {
    case SortBy::kRelevance:
      return enquire->set_sort_by_relevance();
    case SortBy::kValue:
      return enquire->set_sort_by_value(sort.slot, sort.reverse);
    case SortBy::kKey:
      return enquire->set_sort_by_key(sort.key.get(), sort.reverse);
    case SortBy::kValueThenRelevance:
      return enquire->set_sort_by_value_then_relevance(sort.slot, sort.reverse);
    case SortBy::kKeyThenRelevance:
      return enquire->set_sort_by_key_then_relevance(sort.key.get(),
                                                     sort.reverse);
    case SortBy::kRelevanceThenValue:
      return enquire->set_sort_by_relevance_then_value(sort.slot, sort.reverse);
    case SortBy::kRelevanceThenKey:
      return enquire->set_sort_by_relevance_then_key(sort.key.get(),
                                                     sort.reverse);
  }
}

void ApplyDemotedLast(const ProgramSort& sort, const xapian::Tags& tags,
                      Xapian::Enquire* enquire) {
  Xapian::KeyMaker* key =
      (new DemotedLastKey(sort, tags.demotion_slot))->release();
  const bool relevance_within = sort.by == SortBy::kValueThenRelevance ||
                                sort.by == SortBy::kKeyThenRelevance;
  if (relevance_within) {
    enquire->set_sort_by_key_then_relevance(key, sort.reverse);
  } else {
    enquire->set_sort_by_key(key, sort.reverse);
  }
}

}  // namespace saring::preload
