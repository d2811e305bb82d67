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
// none of it. Reads nothing back: the record was last in another processor's
// hands, and to wait for it would take longer than all else.
class Record::Packer {
 public:
  explicit Packer(char* bytes) : bytes_(bytes) {}

  template <typename Number>
  void Add(Number number) {
    static_assert(std::is_trivially_copyable_v<Number>);
    AddBytes(&number, sizeof number);
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
    const bool fits = size_ <= kBytes;
    (fits ? kept_ : size_) = fits ? size_ : kept_;
    return fits;
  }

 private:
  void AddBytes(const void* bytes, size_t size) {
    if (size > 0 && size_ + size <= kBytes) {
      std::memcpy(bytes_ + size_, bytes, size);
    }
    size_ += size;
  }

  char* const bytes_;
  size_t size_ = 0, kept_ = 0;
};

class Record::Unpacker {
 public:
  explicit Unpacker(const char* bytes) : at_(bytes) {}

  template <typename Number>
  Number Take() {
    Number number;
    std::memcpy(&number, at_, sizeof number);
    at_ += sizeof number;
    return number;
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
  Packer packer(bytes_.data());
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
  head_ = head;
}

void Record::PackRules(const Verdict& verdict, Packer* packer, uint32_t* kept,
                       uint32_t* left_out) {
  for (const FiredRule& fired : verdict.fired) {
    if (*kept == kMostRules) {
      ++*left_out;
      continue;
    }
    packer->Add(fired.rule);
    packer->Add(fired.action);
    packer->Add(fired.softened);
    ++(packer->Finish() ? *kept : *left_out);
  }
}

void Record::PackEvidence(const Subject& subject, const Ruleset& ruleset,
                          const Scratch& scratch, Packer* packer, Head* head) {
  const Evidence& evidence = scratch.evidence;
  const Verdict& verdict = scratch.verdict;
  for (const FiredRule& fired : verdict.fired) {
    for (uint32_t i = 0; i < fired.pieces_size; ++i) {
      const Hit& hit = evidence.hits[verdict.pieces[fired.pieces_begin + i]];
      packer->Add(fired.rule);
      packer->Add(hit.list);
      packer->Add(ruleset.terms[hit.term].text, kMostPiece);
      packer->Add(hit.field);
      packer->Add(hit.begin);
      packer->Add(hit.end);
      packer->Add(FieldOf(subject.texts, hit.field)
                      .substr(hit.begin, hit.end - hit.begin),
                  kMostPiece);
      packer->AddReadAs(evidence, hit);
      packer->Add(evidence.StepOf(hit));
      ++(packer->Finish() ? head->evidence : head->evidence_left_out);
    }
  }
}

Decision Record::Unpack() const {
  Unpacker in(bytes_.data());
  Decision decision = {};
  decision.microseconds = head_.microseconds;
  decision.asked = head_.asked;
  decision.action = head_.action;
  decision.answer = head_.answer;
  decision.policy = head_.texts;
  if (head_.decided != kNoRule) {
    decision.decided = &head_.texts->rules[head_.decided];
  }
  decision.id = in.TakeText();
  decision.seller = in.TakeText();
  decision.text = in.TakeText();
  decision.text_size = head_.text_size;
  decision.overridden = head_.overridden;
  decision.over_budget = head_.over_budget;
  decision.override_reason = in.TakeText();
  UnpackRules(&in, &decision);
  return decision;
}

// Braces are evaluated from left to right.
void Record::UnpackRules(Unpacker* in, Decision* decision) const {
  const auto take_rule = [&]() -> std::string_view {
    return head_.texts->rules[in->Take<uint32_t>()].id;
  };
  for (uint32_t i = 0; i < head_.rules + head_.shadow; ++i) {
    (i < head_.rules ? decision->rules : decision->shadow)
        .push_back(
            Decision::Rule{take_rule(), in->Take<Action>(), in->Take<bool>()});
  }
  for (uint32_t i = 0; i < head_.evidence; ++i) {
    decision->evidence.push_back(Decision::Piece{
        take_rule(), head_.texts->lists[in->Take<ListId>()], in->TakeText(),
        in->Take<EvidenceField>(), in->Take<uint32_t>(), in->Take<uint32_t>(),
        in->TakeText(), in->TakeText(), in->Take<Step>()});
  }
  decision->rules_left_out = head_.rules_left_out;
  decision->evidence_left_out = head_.evidence_left_out;
}

}  // namespace saring
