#include "plugin/monitor/record.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace saring {
namespace {

// How much of what is kept, in bytes.
constexpr size_t kMostId = 256;
constexpr size_t kMostText = 2048;
constexpr size_t kMostPiece = 192;
constexpr uint32_t kMostRules = 8;

// At most `most` bytes of `text`, cut before a character.
std::string_view Cut(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (text[most] & 0xc0) == 0x80) --most;
  return text.substr(0, most);
}

std::string_view FieldOf(const Listing& texts, EvidenceField field) {
  switch (field) {
    case EvidenceField::kTitle:
      return texts.title;
    case EvidenceField::kDescription:
      return texts.description;
    case EvidenceField::kCategory:
      return texts.category;
    case EvidenceField::kCondition:
      return texts.condition;
  }
  return {};
}

}  // namespace

// Writes things one after the other, all of a group or, where they do not fit,
// none of it.
class Record::Packer {
 public:
  Packer(char* bytes, size_t size) : bytes_(bytes), size_(size), kept_(size) {}

  template <typename Fixed>
  void Add(const Fixed& fixed) {
    static_assert(std::is_trivially_copyable_v<Fixed>);
    AddBytes(&fixed, sizeof fixed);
  }
  void Add(std::string_view text, size_t most) {
    text = Cut(text, most);
    Add(static_cast<uint16_t>(text.size()));
    AddBytes(text.data(), text.size());
  }

  // The words of a hit, spaces between.
  void AddReadAs(const Evidence& evidence, const Hit& hit) {
    std::array<char, kMostPiece + 1> words;  // one more, to see where to cut
    size_t size = 0;
    const auto add = [&](std::string_view text) {
      size += text.copy(words.data() + size, words.size() - size);
    };
    evidence.ForEachWord(hit, [&](std::string_view word) {
      if (size > 0) add(" ");
      add(word);
    });
    Add({words.data(), size}, kMostPiece);
  }

  // Whether all since the last one fitted; keeps it if so.
  bool Finish() {
    const bool fits = size_ <= kMostBytes;
    (fits ? kept_ : size_) = fits ? size_ : kept_;
    return fits;
  }

  // Of what was kept.
  size_t size() const { return kept_; }

 private:
  void AddBytes(const void* bytes, size_t size) {
    if (size > 0 && size_ + size <= kMostBytes) {
      std::memcpy(bytes_ + size_, bytes, size);
    }
    size_ += size;
  }

  char* const bytes_;
  size_t size_, kept_;
};

class Record::Unpacker {
 public:
  explicit Unpacker(const char* bytes) : at_(bytes) {}

  template <typename Fixed>
  Fixed Take() {
    Fixed fixed;
    std::memcpy(&fixed, at_, sizeof fixed);
    at_ += sizeof fixed;
    return fixed;
  }
  std::string_view TakeText() {
    const size_t size = Take<uint16_t>();
    const std::string_view text(at_, size);
    at_ += size;
    return text;
  }

 private:
  const char* at_;
};

void Record::Pack(const Subject& subject, const Ruleset& ruleset,
                  const PolicyTexts& texts, const Scratch& scratch,
                  int64_t microseconds) noexcept {
  const Verdict& verdict = scratch.verdict;
  for (const uint32_t piece : verdict.pieces) {
    ruleset.terms.FetchText(scratch.evidence.hits[piece].term);
  }
  Packer packer(bytes_.data(), sizeof(Head));
  packer.Add(subject.id, kMostId);
  packer.Add(subject.seller, kMostId);
  packer.Add(subject.texts.title, kMostText);
  packer.Add(verdict.override_reason, kMostText);
  packer.Finish();
  // A reviewer or a budget may have decided otherwise than any rule.
  const bool by_rule =
      !verdict.fired.empty() && verdict.fired[0].action == verdict.action;
  Head head = {};
  head.texts = &texts;
  head.microseconds = microseconds;
  head.text_size = subject.texts.title.size();
  head.asked = subject.asked;
  head.action = verdict.action;
  head.answer = verdict.answer;
  head.overridden = verdict.overridden;
  head.over_budget = verdict.over_budget;
  head.decided = by_rule ? verdict.fired[0].rule : kNoRule;
  PackRules(verdict, &packer, &head.rules, &head.rules_left_out);
  PackRules(scratch.shadow.verdict, &packer, &head.shadow,
            &head.rules_left_out);
  PackEvidence(subject, ruleset, scratch, &packer, &head);
  std::memcpy(bytes_.data(), &head, sizeof head);
  size_ = packer.size();
}

void Record::PackRules(const Verdict& verdict, Packer* packer, uint32_t* kept,
                       uint32_t* left_out) {
  for (const FiredRule& fired : verdict.fired) {
    if (*kept == kMostRules) {
      ++*left_out;
      continue;
    }
    packer->Add(RuleHead{fired.rule, fired.action, fired.softened});
    ++(packer->Finish() ? *kept : *left_out);
  }
}

void Record::PackEvidence(const Subject& subject, const Ruleset& ruleset,
                          const Scratch& scratch, Packer* packer, Head* head) {
  const Evidence& evidence = scratch.evidence;
  const Verdict& verdict = scratch.verdict;
  const size_t kept = Cut(subject.texts.title, kMostText).size();
  for (const FiredRule& fired : verdict.fired) {
    for (uint32_t i = 0; i < fired.pieces_size; ++i) {
      const Hit& hit = evidence.hits[verdict.pieces[fired.pieces_begin + i]];
      const bool in_text =
          hit.field == EvidenceField::kTitle && hit.end <= kept;
      packer->Add(PieceHead{fired.rule, hit.list, hit.begin, hit.end, hit.field,
                            evidence.StepOf(hit), in_text});
      packer->Add(ruleset.terms[hit.term].text, kMostPiece);
      packer->AddReadAs(evidence, hit);
      if (!in_text) {
        packer->Add(FieldOf(subject.texts, hit.field)
                        .substr(hit.begin, hit.end - hit.begin),
                    kMostPiece);
      }
      ++(packer->Finish() ? head->evidence : head->evidence_left_out);
    }
  }
}

Decision Record::Unpack(const char* bytes) {
  Unpacker in(bytes);
  const auto head = in.Take<Head>();
  Decision decision = {};
  decision.microseconds = head.microseconds;
  decision.asked = head.asked;
  decision.action = head.action;
  decision.answer = head.answer;
  decision.policy = head.texts;
  if (head.decided != kNoRule) {
    decision.decided = &head.texts->rules[head.decided];
  }
  decision.id = in.TakeText();
  decision.seller = in.TakeText();
  decision.text = in.TakeText();
  decision.text_size = head.text_size;
  decision.overridden = head.overridden;
  decision.over_budget = head.over_budget;
  decision.override_reason = in.TakeText();
  decision.rules_left_out = head.rules_left_out;
  decision.evidence_left_out = head.evidence_left_out;
  UnpackRules(head, &in, &decision);
  return decision;
}

void Record::UnpackRules(const Head& head, Unpacker* in, Decision* decision) {
  const std::vector<PolicyTexts::Rule>& rules = head.texts->rules;
  for (uint32_t i = 0; i < head.rules + head.shadow; ++i) {
    const auto rule = in->Take<RuleHead>();
    (i < head.rules ? decision->rules : decision->shadow)
        .push_back({rules[rule.rule].id, rule.action, rule.softened});
  }
  for (uint32_t i = 0; i < head.evidence; ++i) {
    const auto piece = in->Take<PieceHead>();
    const std::string_view term = in->TakeText();
    const std::string_view read_as = in->TakeText();
    const std::string_view text =
        piece.in_text
            ? decision->text.substr(piece.begin, piece.end - piece.begin)
            : in->TakeText();
    decision->evidence.push_back(
        {rules[piece.rule].id, head.texts->lists[piece.list], term, piece.field,
         piece.begin, piece.end, Cut(text, kMostPiece), read_as, piece.step});
  }
}

}  // namespace saring
