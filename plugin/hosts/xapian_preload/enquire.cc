// Stands before what sets and runs an Enquire.

#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/searches.h"
#include "plugin/hosts/xapian_preload/settings.h"
#include "plugin/hosts/xapian_preload/typed_text.h"

namespace saring::preload {
namespace {

// The Search of `enquire` where the program is calling; NULL where this library
// is, or is not wanted, or knows of none.
std::shared_ptr<Search> CalledOn(const Xapian::Enquire* enquire) {
  return Wanted() && !Within::Now() ? SearchOf(enquire) : nullptr;
}

void Remember(const Xapian::Enquire* enquire, ProgramSort sort) {
  const std::shared_ptr<Search> search = CalledOn(enquire);
  if (search != nullptr) search->sort = std::move(sort);
}

// What a search gives that could not be judged.
Xapian::MSet Unjudged(const std::string& why, const Search::GetMSet& run) {
  if (TheSettings().fail_open) {
    Say(why + "; searches run as without this library");
    return run();
  }
  Say(why + "; searches find nothing");
  return Xapian::MSet();
}

}  // namespace
}  // namespace saring::preload

using namespace saring::preload;

namespace Xapian {

void Enquire::set_query(const Query& query, termcount query_length) {
  static const auto next = NextSymbol<void(Enquire*, const Query&, termcount)>(
      "_ZN6Xapian7Enquire9set_queryERKNS_5QueryEj");
  next(this, query, query_length);
  if (const std::shared_ptr<Search> search = CalledOn(this)) {
    search->text = TypedText(query);
    search->query_length = query_length;
  }
}

void Enquire::set_cutoff(int least_percent, double least_weight) {
  static const auto next = NextSymbol<void(Enquire*, int, double)>(
      "_ZN6Xapian7Enquire10set_cutoffEid");
  next(this, least_percent, least_weight);
  if (const std::shared_ptr<Search> search = CalledOn(this)) {
    search->percent = least_percent;
    search->weight = least_weight;
  }
}

void Enquire::set_sort_by_relevance() {
  static const auto next =
      NextSymbol<void(Enquire*)>("_ZN6Xapian7Enquire21set_sort_by_relevanceEv");
  next(this);
  Remember(this, {});
}

void Enquire::set_sort_by_value(valueno slot, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, valueno, bool)>(
      "_ZN6Xapian7Enquire17set_sort_by_valueEjb");
  next(this, slot, reverse);
  Remember(this, {SortBy::kValue, slot, reverse, {}});
}

void Enquire::set_sort_by_key(KeyMaker* key, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, KeyMaker*, bool)>(
      "_ZN6Xapian7Enquire15set_sort_by_keyEPNS_8KeyMakerEb");
  next(this, key, reverse);
  Remember(this, {SortBy::kKey, BAD_VALUENO, reverse, key});
}

void Enquire::set_sort_by_value_then_relevance(valueno slot, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, valueno, bool)>(
      "_ZN6Xapian7Enquire32set_sort_by_value_then_relevanceEjb");
  next(this, slot, reverse);
  Remember(this, {SortBy::kValueThenRelevance, slot, reverse, {}});
}

void Enquire::set_sort_by_key_then_relevance(KeyMaker* key, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, KeyMaker*, bool)>(
      "_ZN6Xapian7Enquire30set_sort_by_key_then_relevanceEPNS_8KeyMakerEb");
  next(this, key, reverse);
  Remember(this, {SortBy::kKeyThenRelevance, BAD_VALUENO, reverse, key});
}

void Enquire::set_sort_by_relevance_then_value(valueno slot, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, valueno, bool)>(
      "_ZN6Xapian7Enquire32set_sort_by_relevance_then_valueEjb");
  next(this, slot, reverse);
  Remember(this, {SortBy::kRelevanceThenValue, slot, reverse, {}});
}

void Enquire::set_sort_by_relevance_then_key(KeyMaker* key, bool reverse) {
  static const auto next = NextSymbol<void(Enquire*, KeyMaker*, bool)>(
      "_ZN6Xapian7Enquire30set_sort_by_relevance_then_keyEPNS_8KeyMakerEb");
  next(this, key, reverse);
  Remember(this, {SortBy::kRelevanceThenKey, BAD_VALUENO, reverse, key});
}

MSet Enquire::get_mset(doccount first, doccount most, doccount check_at_least,
                       const RSet* relevant,
                       const MatchDecider* decider) const {
  static const auto next =
      NextSymbol<MSet(const Enquire*, doccount, doccount, doccount, const RSet*,
                      const MatchDecider*)>(
          "_ZNK6Xapian7Enquire8get_msetEjjjPKNS_4RSetEPKNS_12MatchDeciderE");
  const Search::GetMSet run = [&] {
    const Outside outside;
    return next(this, first, most, check_at_least, relevant, decider);
  };
  if (!Wanted()) return run();
  const std::shared_ptr<Search> search = SearchOf(this);
  if (search == nullptr) return Unjudged("a search was not followed", run);
  try {
    return search->Run(const_cast<Enquire*>(this), run);
  } catch (const saring::xapian::Error& error) {
    return Unjudged(error.what(), run);
  }
}

}  // namespace Xapian
