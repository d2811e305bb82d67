// A compiled policy.

#ifndef SARING_PLUGIN_ENGINE_RULESET_H_
#define SARING_PLUGIN_ENGINE_RULESET_H_

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/date.h"
#include "config/policy.h"
#include "normalizer/normalizer.h"
#include "plugin/engine/overrides.h"
#include "plugin/engine/pattern.h"
#include "plugin/engine/pattern_trie.h"
#include "plugin/engine/term_table.h"
#include "plugin/engine/told_along.h"
#include "plugin/engine/vocabulary.h"

namespace saring {

// A list, once compiled. Its terms are in Ruleset::terms.
struct EvidenceList {
  // A listing's category or condition that is evidence of the list.
  struct Attribute {
    PatternId term;    // what it is called in a reason
    std::string glob;  // over folded words with a space between
  };

  std::string name;
  bool noun = false;
  bool in_title = true;
  bool in_description = false;
  bool within_terms = false;       // some term contains {name}
  bool within_exceptions = false;  // some exception does
  uint32_t rank = 0;  // above that of every list that its terms contain
  ListMask mask = 0;  // its bit, if a rule needs it or it tells
  bool has_exceptions = false;  // of its own
  // No rule can fire on a listing in which nothing tells: a term of a telling
  // list, or the beginning of one, up to a {list}. Of what each rule needs one
  // list is telling; and of the lists in terms that begin with a list as many
  // as it takes.
  bool telling = false;
  std::vector<Attribute> categories, conditions;
};

// What is asked of a rule's needs before anything is looked for in earnest.
struct RoughNeeds {
  // At all of which a word must hint, or an attribute be evidence of them; and
  // those of them that tell, all of which must.
  ListMask hinted = 0, told = 0;
  // Whether its rules look at nothing but telling lists whose terms are words
  // alone and have no exceptions.
  bool rests_on_told = false;

  auto operator<=>(const RoughNeeds&) const = default;
};

// What rules need, by the first list that must tell: of a text, few are looked
// at. Of too many with the same, what is less than each.
class RoughNeedsIndex {
 public:
  RoughNeedsIndex() = default;
  explicit RoughNeedsIndex(std::vector<RoughNeeds> needs);

  // Calls use(needs) with all whose telling lists are in `told`.
  template <typename Use>
  void ForEach(ListMask told, Use use) const {
    ForEachOf(kListBits, told, use);
    for (ListMask left = told; left != 0; left &= left - 1) {
      ForEachOf(static_cast<size_t>(std::countr_zero(left)), told, use);
    }
  }

 private:
  template <typename Use>
  void ForEachOf(size_t first, ListMask told, Use& use) const {
    for (uint32_t i = begins_[first]; i < begins_[first + 1]; ++i) {
      if ((needs_[i].told & ~told) == 0) use(needs_[i]);
    }
  }

  std::vector<RoughNeeds> needs_;
  // By the first bit of `told`; last those without any.
  std::array<uint32_t, kListBits + 2> begins_{};
};

// A rule, its names resolved. Meanings are those of saring::Rule.
struct CompiledRule {
  std::string id;
  Action action;
  std::vector<ListId> needs, unless_first, softened_by, unless;
  std::vector<ListId> only;  // and `needs`, if there are any
  std::optional<uint32_t> within;
  bool applies_to_query, applies_to_listing;
  std::optional<Date> from, until;
  Mode mode;
  Share sample;
  bool in_force;      // and not off; see SetDay()
  bool knows_excuse;  // words may keep it from firing; see IndexRules()
  std::vector<ListId>
      looks_at;  // all whose evidence matters to it; IndexRules()
  Answer::Kind answer;
  std::vector<ListId> answer_without;
  std::vector<uint32_t> law;  // into Ruleset::laws
  std::string law_text;       // "title, article; title, article"
  std::string buyer_notice, seller_notice;
};

// Everything that a verdict needs, and nothing that changes: built by Compile()
// or RestoreImage(), then only ever seen as const. Threads share it freely;
// whatever is written during a check is in the caller's Scratch.
struct Ruleset {
  // What the tables below lie in, unless they own what they hold. Destroyed
  // last.
  std::shared_ptr<const void> storage;

  std::string name, revision;
  std::string fingerprint;  // 16 hexadecimal digits; see saring.h
  std::string warnings;     // a line each

  uint64_t number = 0;  // tells apart all that the process ever has

  uint64_t content_hash = 0;     // of the policy's files
  uint64_t dictionary_hash = 0;  // of all that were read

  Normalizer normalizer;
  Vocabulary vocabulary;

  std::vector<EvidenceList> lists;
  TermTable terms;        // and categories and conditions
  PatternTrie term_trie;  // of PatternIds into terms
  PatternTrie::Node number_node = PatternTrie::kNone;  // of it, by a number
  TermTable exceptions;
  PatternTrie exception_trie;     // of PatternIds into exceptions
  ListMask hinted_by_number = 0;  // see Vocabulary::HintsOf()
  // What tells of terms that begin with a list, which are not followed.
  ToldAlong told_along;
  bool reads_descriptions = false;

  std::vector<CompiledRule> rules;  // in the policy's order
  // By list: the rules whose first need it is, in order.
  std::vector<std::vector<uint32_t>> rules_by_first_need;
  // Of the rules that apply to queries, and to listings.
  RoughNeedsIndex query_needs, listing_needs;
  std::vector<ListId> noun_lists;
  std::vector<LawReference> laws;

  Budget budget;
  Overrides overrides;
  // Whether a rule is in shadow, or enforced on a sample.
  bool has_partial_rules = false;

  // Says which rules and overrides are in force, and what follows from it.
  // Called once.
  void SetDay(Date today);
  // Derives what lists and rules say together. Called once.
  void IndexRules();
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_RULESET_H_
