// The order that the program asked for, and that order with demoted documents
// behind all others.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_PROGRAM_SORT_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_PROGRAM_SORT_H_

#include <saring/xapian.h>

namespace saring::preload {

// One for each Enquire::set_sort_by_*().
enum class SortBy {
  kRelevance,
  kValue,
  kKey,
  kValueThenRelevance,
  kKeyThenRelevance,
  kRelevanceThenValue,
  kRelevanceThenKey,
};

struct ProgramSort {
  SortBy by = SortBy::kRelevance;
  Xapian::valueno slot = Xapian::BAD_VALUENO;
  bool reverse = false;
  // The program's, kept alive where it was released to Xapian.
  Xapian::Internal::opt_intrusive_ptr<Xapian::KeyMaker> key;
};

// What `by` tells of.
bool RelevanceFirst(SortBy by);
bool ByKey(SortBy by);

// Sorts as the program asked.
void Apply(const ProgramSort& sort, Xapian::Enquire* enquire);

// Sorts so with demoted documents last, all else as the program asked. Only for
// a sort that is not RelevanceFirst(). By a KeyMaker, which Xapian refuses with
// Xapian::UnimplementedError where a shard is remote.
void ApplyDemotedLast(const ProgramSort& sort, const xapian::Tags& tags,
                      Xapian::Enquire* enquire);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_PROGRAM_SORT_H_
