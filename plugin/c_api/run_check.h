// Checks for the C ABI.

#ifndef SARING_PLUGIN_C_API_RUN_CHECK_H_
#define SARING_PLUGIN_C_API_RUN_CHECK_H_

#include <cstddef>
#include <cstdint>

#include "plugin/c_api/guard.h"
#include "plugin/c_api/handles.h"
#include "plugin/engine/check.h"

// The struct as of ABI 1. Fields added later are read only from callers whose
// struct_size says that they have them.
inline constexpr size_t kListingSize1 =
    offsetof(saring_listing, seller_size) + sizeof(saring_listing::seller_size);

inline bool IsListing(const saring_listing* listing) {
  return listing != nullptr && listing->struct_size >= kListingSize1 &&
         IsText(listing->id, listing->id_size) &&
         IsText(listing->title, listing->title_size) &&
         IsText(listing->description, listing->description_size) &&
         IsText(listing->category, listing->category_size) &&
         IsText(listing->condition, listing->condition_size) &&
         IsText(listing->seller, listing->seller_size);
}

inline saring::Listing ViewListing(const saring_listing& listing) {
  return {View(listing.title, listing.title_size),
          View(listing.description, listing.description_size),
          View(listing.category, listing.category_size),
          View(listing.condition, listing.condition_size)};
}

// Runs `check` on the scratch, for the policy. A check that fails leaves no
// half of a verdict behind.
template <typename Check>
saring_status RunCheck(const saring_policy* policy, saring_scratch* scratch,
                       Check check) {
  scratch->rep.verdict.Clear();
  scratch->read_as.clear();
  scratch->read_as_text.clear();
  if (scratch->pinned != policy->rep) scratch->pinned = policy->rep;
  const saring_status status = Guard([&] {
    check();
    const saring::Evidence& evidence = scratch->rep.evidence;
    for (const uint32_t piece : scratch->rep.verdict.pieces) {
      scratch->read_as.push_back(scratch->read_as_text.size());
      evidence.AppendReadAs(evidence.hits[piece], &scratch->read_as_text);
      scratch->read_as_text += '\0';
    }
    return SARING_OK;
  });
  if (status != SARING_OK) scratch->rep.verdict.Clear();
  return status;
}

#endif  // SARING_PLUGIN_C_API_RUN_CHECK_H_
