// A policy as a person wrote it: plain data, every part with its place.
//
// Nothing here is folded, resolved or checked against anything else; the engine
// does that when it compiles. Threads may share a const Policy.

#ifndef SARING_CONFIG_POLICY_H_
#define SARING_CONFIG_POLICY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/date.h"
#include "config/fault.h"
#include "config/place.h"
#include "config/written_terms.h"

namespace saring {

// Text from the policy, as written.
struct Written {
  std::string text;
  Place place;
};

// The bytes of a text that are looked at, from its beginning, at most.
inline constexpr uint32_t kMaxText = 65536;

// What is to be done with a query or listing. Numbered with gaps: later actions
// fit between. The greater is the more severe.
enum class Action : uint8_t {
  kShow = 0,
  kReview = 10,
  kDemote = 20,
  kHide = 30
};

// The fields of a listing that terms are looked for in. A query is a title.
enum class Field : uint8_t { kTitle = 0, kDescription = 1 };

// The legal basis of a rule.
struct LawReference {
  Written id;
  std::string title;
  std::string article;
  std::vector<std::string> hs;  // codes of the Harmonized System
  std::optional<Date> from, until;
};

// A short form and the words that it stands for.
struct Abbreviation {
  Written short_form;
  Written meaning;
};

// Words that are never re-read as a disguise of something else.
struct OrdinaryWords {
  WrittenTerms words;                 // from `words`, then from `words_from`
  std::vector<Written> dictionaries;  // hunspell names, such as id_ID
};

// Evidence: the terms of one idea, each written once, the ordinary way. A term
// or exception may contain {name}, any term of that list, and {number}.
struct TermList {
  Written name;
  bool noun = false;   // the terms name the good that is offered
  WrittenTerms terms;  // from `terms`, then from `terms_from`
  std::vector<Field> fields = {Field::kTitle};
  std::vector<Written> categories;  // globs over a listing's category path
  std::vector<Written> conditions;  // values of a listing's condition
  std::vector<Written> exceptions;
};

// What a prohibited query gets.
struct Answer {
  enum class Kind : uint8_t {
    kClean,    // it runs; hidden listings do not appear
    kWithout,  // it runs without the words that were evidence of `lists`
    kEmpty,    // nothing but the notice
  };
  Kind kind = Kind::kClean;
  std::vector<Written> lists;  // of kWithout, else empty
};

// What a rule is tried on when the policy is loaded: its `hits` and `misses`.
struct Example {
  enum class Kind : uint8_t {
    kText,     // a query as well as the title of a listing
    kQuery,    // only a query
    kListing,  // only a listing
  };
  Kind kind = Kind::kText;
  Place place = {};
  std::string text = {};  // the query or title; may be empty for a listing
  std::string description = {}, category = {}, condition = {};  // of a listing
};

// What people are told, in Indonesian.
struct Notice {
  std::string buyer, seller;
};

struct NamedNotice {
  Written name;
  Notice notice;
};

// How far a rule is rolled out.
enum class Mode : uint8_t {
  kEnforce,
  kShadow,  // it is looked at and told, and changes nothing
  kOff,     // it is not looked at
};

// Of listings or queries, in hundredths of a percent.
using Share = uint32_t;
inline constexpr Share kWholeShare = 10'000;

struct Rule {
  Written id;  // [a-z0-9-], 1 to 64 characters
  std::vector<Written> needs;
  std::vector<Written> unless_first;
  std::vector<Written> softened_by;
  std::vector<Written> unless;
  std::vector<Written> only;
  std::optional<uint32_t> within;  // words
  bool applies_to_query = true;
  bool applies_to_listing = true;
  Action action = Action::kReview;
  Answer answer;
  std::optional<Date> from, until;  // the days on which it is in force, both in
  Mode mode = Mode::kEnforce;
  Share sample =
      kWholeShare;     // on which it is enforced; it is in shadow elsewhere
  Place sample_place;  // line 0 where the policy does not say
  std::vector<Written> law;
  Notice notice;
  std::vector<Example> hits;
  std::vector<Example> misses;
};

// How much a call may take, and what happens beyond.
struct Budget {
  // What a text gets of which not all was looked at.
  enum class Beyond : uint8_t {
    kOpen,    // the verdict on what was looked at
    kClosed,  // it is hidden; a query is answered with nothing
  };
  uint32_t text_bytes = kMaxText;  // of one text, from its beginning
  uint32_t time = 0;               // of a call, in microseconds; 0: no limit
  Beyond query = Beyond::kOpen;
  Beyond listing = Beyond::kOpen;
};

// A reviewer's word on one listing. Texts are those of a file beside the
// policy.
struct Override {
  std::string listing;  // its id: any bytes but spaces around them
  std::string rule;     // whose decision it replaces; "" for that of all
  Action action = Action::kShow;
  std::string reason;
  std::optional<Date> until;  // the last day on which it holds
};

struct Policy {
  std::vector<std::string> files;  // [0] is the policy file, as it was named
  Written name;
  std::string revision;
  // A hash of every byte of every file read, with the files' order.
  uint64_t content_hash = 0;
  std::vector<LawReference> laws;
  std::vector<Abbreviation> abbreviations;
  OrdinaryWords ordinary;
  std::vector<TermList> lists;
  std::vector<NamedNotice> notices;
  std::vector<Rule> rules;
  Budget budget;
  std::vector<Override> overrides;  // one of a listing and rule

  // REQUIRES: place.file < files.size()
  Location At(const Place& place) const {
    return {files[place.file], static_cast<int>(place.line),
            static_cast<int>(place.column)};
  }
};

}  // namespace saring

#endif  // SARING_CONFIG_POLICY_H_
