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
          View(listing.condition, listing.condition_size),
          View(listing.id, listing.id_size)};
}

inline saring::Rules RulesOf(const saring_policy& policy) {
  return policy.enforced ? saring::Rules::kInForce : saring::Rules::kShadow;
}

inline void ReadPieces(const saring::Evidence& evidence,
                       const saring::Verdict& verdict, PiecesAsRead* as_read) {
  if (verdict.pieces.empty()) return;  // and nobody asks for any
  as_read->begins.clear();
  as_read->text.clear();
  for (const uint32_t piece : verdict.pieces) {
    as_read->begins.push_back(as_read->text.size());
    evidence.AppendReadAs(evidence.hits[piece], &as_read->text);
    as_read->text += '\0';
  }
}

// Runs `check` on the scratch, for the policy. A check that fails leaves no
// half of a verdict behind.
template <typename Check>
saring_status RunCheck(const saring_policy* policy, saring_scratch* scratch,
                       Check check) {
  saring::Scratch& rep = scratch->rep;
  if (scratch->pinned != policy->rep) scratch->pinned = policy->rep;
  const saring_status status = Guard([&] {
    check();
    ReadPieces(rep.evidence, rep.verdict, &scratch->as_read);
    ReadPieces(rep.shadow.evidence, rep.shadow.verdict,
               &scratch->shadow_as_read);
    return SARING_OK;
  });
  if (status != SARING_OK) {
    rep.verdict.Clear();
    rep.shadow.Clear();
  }
  return status;
}

#endif  // SARING_PLUGIN_C_API_RUN_CHECK_H_
