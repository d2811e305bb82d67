#include <saring/xapian_page.h>

#include <cmath>

namespace saring::xapian {

double CutoffWeight(const Interception& search,
                    const Xapian::Database& database, int percent) {
  if (search.order.demotion != Demotion::kBySlot ||
      search.order.sort_slot != Xapian::BAD_VALUENO) {
    throw Error("a cut-off needs Demotion::kBySlot and no sort by value");
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(search.query);
  const Xapian::MSet best = enquire.get_mset(0, 1);
  if (best.empty() || best.convert_to_percent(0.0) >= percent) return 0;
  // Xapian rounds percentages down, so that dividing would be inexact.
  double below = 0, reached = best.get_max_possible() * 100;
  if (best.convert_to_percent(reached) < percent) return reached;
  for (;;) {
    const double middle = below + (reached - below) / 2;
    if (middle <= below || middle >= reached) return reached;
    (best.convert_to_percent(middle) < percent ? below : reached) = middle;
  }
}

}  // namespace saring::xapian
