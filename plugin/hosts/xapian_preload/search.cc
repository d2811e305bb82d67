#include "plugin/hosts/xapian_preload/search.h"

#include <cmath>

#include "plugin/hosts/xapian_preload/in_force.h"
#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {
namespace {

using xapian::Demotion;
using xapian::Interception;
using xapian::Order;

// Sets an Enquire back to what the program set.
class SetBack {
 public:
  SetBack(const Search& search, Xapian::Enquire* enquire)
      : search_(search), enquire_(enquire), query_(enquire->get_query()) {}
  ~SetBack() {
    enquire_->set_query(query_, search_.query_length);
    enquire_->set_cutoff(search_.percent, search_.weight);
    Apply(search_.sort, enquire_);
  }
  SetBack(const SetBack&) = delete;
  SetBack& operator=(const SetBack&) = delete;

  const Xapian::Query& query() const { return query_; }

 private:
  const Search& search_;
  Xapian::Enquire* const enquire_;
  const Xapian::Query query_;
};

Interception Intercept(const Search& search, const Xapian::Query& query,
                       const Order& order) {
  // Where words are to be left out, parsing has done so.
  const auto parsed = [&](const std::string&) { return query; };
  Interception interception =
      TheInterceptor().Intercept(search.text, parsed, search.database, order);
  if (interception.stale) {
    Say("the database was not tagged by this policy (" +
        interception.fingerprint +
        ") throughout; tags of another stay in force");
  }
  return interception;
}

// The least weight that is `percent` of what the best hit could weigh, by the
// rule by which Xapian tells percentages.
double WeightOf(int percent, const Xapian::MSet& best) {
  double below = 0;
  double reached = best.get_max_attained();
  if (best.convert_to_percent(reached) < percent) return 2 * reached;
  for (int bits = 0; bits < 60; ++bits) {
    const double between = (below + reached) / 2;
    (best.convert_to_percent(between) < percent ? below : reached) = between;
  }
  return reached;
}

// Percentages, weights and cut-offs stay what they are without demotion.
Xapian::MSet RunByRelevance(const Search& search, const Xapian::Query& query,
                            Xapian::Enquire* enquire,
                            const Search::GetMSet& run) {
  const Interception interception =
      Intercept(search, query, {Demotion::kBySlot});
  enquire->set_query(interception.query, search.query_length);
  if (search.percent > 0) {
    // Xapian has no cut-off by percentage under the sort that demotes.
    enquire->set_cutoff(0);
    enquire->set_sort_by_relevance();
    const double least = WeightOf(search.percent, run());
    enquire->set_cutoff(0, std::fmax(least, search.weight));
  }
  interception.ApplyOrder(enquire);
  return run();
}

// Raised weights keep the program's second key; nothing else can.
Xapian::MSet RunByRelevanceThenKey(const Search& search,
                                   const Xapian::Query& query,
                                   Xapian::Enquire* enquire,
                                   const Search::GetMSet& run) {
  const Interception interception =
      Intercept(search, query, {Demotion::kStrict});
  enquire->set_query(interception.query, search.query_length);
  return run();
}

// Where shards are remote only a value can be sorted by, and documents of equal
// value are no longer in the order of their relevance.
Xapian::MSet RunByKey(const Search& search, const Xapian::Query& query,
                      Xapian::Enquire* enquire, const Search::GetMSet& run) {
  const Interception kept = Intercept(search, query, {Demotion::kBySlot});
  enquire->set_query(kept.query, search.query_length);
  ApplyDemotedLast(search.sort, kept.tags, enquire);
  try {
    return run();
  } catch (const Xapian::UnimplementedError&) {
    if (ByKey(search.sort.by) || search.percent > 0) throw;
  }
  Order order;
  order.sort_slot = search.sort.slot;
  order.descending = search.sort.reverse;
  const Interception by_value = Intercept(search, query, order);
  enquire->set_query(by_value.query, search.query_length);
  by_value.ApplyOrder(enquire);
  return run();
}

}  // namespace

Xapian::MSet Search::Run(Xapian::Enquire* enquire, const GetMSet& run) const {
  const Within within;
  if (!PolicyIsEnforced()) return run();
  const SetBack set_back(*this, enquire);
  const Xapian::Query& query = set_back.query();
  if (!RelevanceFirst(sort.by)) return RunByKey(*this, query, enquire, run);
  // A cut-off does not go with raised weights.
  if (sort.by == SortBy::kRelevance || percent > 0 || weight > 0) {
    return RunByRelevance(*this, query, enquire, run);
  }
  return RunByRelevanceThenKey(*this, query, enquire, run);
}

}  // namespace saring::preload
