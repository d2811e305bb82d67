#include <saring/xapian.h>

namespace saring::xapian {
namespace {

// Above any weight that a sane query reaches, and small enough to leave a
// double nine digits for the query's own weight.
constexpr double kLift = 1e6;

bool SortsByValue(const Order& order) {
  return order.sort_slot != Xapian::BAD_VALUENO;
}

// `shown`, where every document that is not demoted weighs `lift` more.
//
// A tag has wdf 0, so its own weight cannot lift anything: a source of fixed
// weight can, and stock remote shards know it.
Xapian::Query Lift(const Xapian::Query& shown, double lift, const Tags& tags) {
  using Xapian::Query;
  Xapian::FixedWeightPostingSource source(lift);
  const Query ordinary(Query::OP_AND_NOT, Query(&source), Query(tags.Demote()));
  return Query(Query::OP_AND_MAYBE, shown, ordinary);
}

}  // namespace

Xapian::Query ApplyTags(const Xapian::Query& query, const Tags& tags,
                        const Order& order) {
  using Xapian::Query;
  const Query shown(Query::OP_AND_NOT, query, Query(tags.Hide()));
  if (SortsByValue(order)) {
    // Weight says only whether a document is demoted, and the value sorts
    // within: a KeyMaker could do both but does not reach remote shards.
    return Lift(Query(Query::OP_SCALE_WEIGHT, shown, 0.0), 1.0, tags);
  }
  if (order.demotion == Demotion::kBySlot) return shown;
  return Lift(shown, kLift, tags);
}

void Interception::ApplyOrder(Xapian::Enquire* enquire) const {
  if (SortsByValue(order) && enforced) {
    enquire->set_sort_by_relevance_then_value(order.sort_slot,
                                              order.descending);
  } else if (SortsByValue(order)) {
    enquire->set_sort_by_value(order.sort_slot, order.descending);
  } else if (order.demotion == Demotion::kBySlot && enforced) {
    enquire->set_sort_by_value_then_relevance(tags.demotion_slot, false);
  } else {
    enquire->set_sort_by_relevance();
  }
}

}  // namespace saring::xapian
