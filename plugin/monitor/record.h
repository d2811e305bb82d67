// A decision on its way to the log.

#ifndef SARING_PLUGIN_MONITOR_RECORD_H_
#define SARING_PLUGIN_MONITOR_RECORD_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "plugin/engine/check.h"
#include "plugin/engine/judge.h"
#include "plugin/engine/ruleset.h"
#include "plugin/engine/scratch.h"
#include "plugin/monitor/policy_texts.h"

namespace saring {

// What was asked about. A query is a title.
struct Subject {
  Asked asked;
  Listing texts;
  std::string_view id = {}, seller = {};  // of a listing
};

// A decision, as a record holds it. Texts are the caller's own, not masked.
struct Decision {
  struct Rule {
    std::string_view id;
    Action action;
    bool softened;
  };
  struct Piece {
    std::string_view rule, list, term;
    EvidenceField field;
    uint32_t begin, end;  // bytes of the field
    std::string_view text, read_as;
    Step step;
  };

  int64_t microseconds;  // since 1970, UTC
  Asked asked;
  Action action;
  Answer::Kind answer;
  const PolicyTexts* policy;
  const PolicyTexts::Rule* decided;  // that rule, or nullptr
  std::string_view id, seller, text;
  uint64_t text_size;            // of the whole text, in bytes
  bool overridden, over_budget;  // a reviewer decided, the time was up
  std::string_view override_reason;
  std::vector<Rule> rules;      // the first is the one that decided, if any did
  std::vector<Rule> shadow;     // that would have fired, and changed nothing
  std::vector<Piece> evidence;  // in order of rules
  uint32_t rules_left_out = 0;  // for which there was no room
  uint32_t evidence_left_out = 0;
};

// A decision in bytes of its own, of bounded size, so that to keep one costs no
// allocation. What every decision by a policy has in common is borrowed. Long
// texts are cut; rules and evidence for which there is no room are left out,
// and the decision says how many.
class Record {
 public:
  static constexpr size_t kMostBytes = 8192;

  // Replaces what it holds. `texts` are those of the ruleset.
  void Pack(const Subject& subject, const Ruleset& ruleset,
            const PolicyTexts& texts, const Scratch& scratch,
            int64_t microseconds) noexcept;

  // What Pack() made: it may be copied and means the same elsewhere.
  std::string_view bytes() const { return {bytes_.data(), size_}; }

  // Borrows from the bytes of a record and from the texts that it was packed
  // by.
  static Decision Unpack(const char* bytes);

 private:
  class Packer;
  class Unpacker;

  static constexpr uint32_t kNoRule = UINT32_MAX;

  // What has a size of its own; what has none follows.
  struct Head {
    const PolicyTexts* texts;
    int64_t microseconds;
    uint64_t text_size;
    Asked asked;
    Action action;
    Answer::Kind answer;
    bool overridden, over_budget;
    uint32_t decided;  // the rule that did, or kNoRule
    uint32_t rules, shadow, rules_left_out;
    uint32_t evidence, evidence_left_out;
  };
  struct RuleHead {
    uint32_t rule;
    Action action;
    bool softened;
  };
  struct PieceHead {
    uint32_t rule;
    ListId list;
    uint32_t begin, end;
    EvidenceField field;
    Step step;
    bool in_text;  // its text is part of the decision's, and does not follow
  };

  static void PackRules(const Verdict& verdict, Packer* packer, uint32_t* kept,
                        uint32_t* left_out);
  static void PackEvidence(const Subject& subject, const Ruleset& ruleset,
                           const Scratch& scratch, Packer* packer, Head* head);
  static void UnpackRules(const Head& head, Unpacker* in, Decision* decision);

  size_t size_ = 0;
  std::array<char, kMostBytes> bytes_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_MONITOR_RECORD_H_
