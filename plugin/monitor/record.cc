#include "plugin/monitor/record.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace saring {
namespace {

// How much of what is kept, in bytes.
constexpr size_t kMostName = 128;
constexpr size_t kMostId = 256;
constexpr size_t kMostText = 2048;
constexpr size_t kMostLaw = 1024;
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
  explicit Packer(Record* record) : record_(record), size_(0) {}

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
    if (fits) {
      record_->size_ = static_cast<uint32_t>(size_);
    } else {
      size_ = record_->size_;
    }
    return fits;
  }

 private:
  void AddBytes(const void* bytes, size_t size) {
    if (size > 0 && size_ + size <= kBytes) {
      std::memcpy(record_->bytes_.data() + size_, bytes, size);
    }
    size_ += size;
  }

  Record* const record_;
  size_t size_;
};

class Record::Unpacker {
 public:
  explicit Unpacker(const Record& record) : at_(record.bytes_.data()) {}

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
                  const Scratch& scratch, int64_t microseconds) noexcept {
  const Verdict& verdict = scratch.verdict;
  microseconds_ = microseconds;
  text_size_ = subject.texts.title.size();
  asked_ = subject.asked;
  action_ = verdict.action;
  answer_ = verdict.answer;
  overridden_ = verdict.overridden;
  over_budget_ = verdict.over_budget;
  rules_ = shadow_ = evidence_ = rules_left_out_ = evidence_left_out_ = 0;
  size_ = 0;
  Packer packer(this);
  packer.Add(ruleset.name, kMostName);
  packer.Add(ruleset.revision, kMostName);
  packer.Add(ruleset.fingerprint, kMostName);
  packer.Add(subject.id, kMostId);
  packer.Add(subject.seller, kMostId);
  packer.Add(subject.texts.title, kMostText);
  packer.Add(verdict.override_reason, kMostText);
  // A reviewer or a budget may have decided otherwise than any rule.
  const CompiledRule* const decided =
      verdict.fired.empty() || verdict.fired[0].action != verdict.action
          ? nullptr
          : &ruleset.rules[verdict.fired[0].rule];
  packer.Add(decided ? decided->law_text : std::string_view(), kMostLaw);
  packer.Add(decided ? decided->seller_notice : std::string_view(), kMostLaw);
  packer.Finish();
  const auto add_rules = [&](const Verdict& of, uint32_t* count) {
    for (const FiredRule& fired : of.fired) {
      if (*count == kMostRules) {
        ++rules_left_out_;
        continue;
      }
      packer.Add(ruleset.rules[fired.rule].id, kMostName);
      packer.Add(fired.action);
      packer.Add(fired.softened);
      ++(packer.Finish() ? *count : rules_left_out_);
    }
  };
  add_rules(verdict, &rules_);
  add_rules(scratch.shadow.verdict, &shadow_);
  for (const FiredRule& fired : verdict.fired) {
    for (uint32_t i = 0; i < fired.pieces_size; ++i) {
      const Evidence& evidence = scratch.evidence;
      const Hit& hit = evidence.hits[verdict.pieces[fired.pieces_begin + i]];
      packer.Add(ruleset.rules[fired.rule].id, kMostName);
      packer.Add(ruleset.lists[hit.list].name, kMostName);
      packer.Add(ruleset.terms[hit.term].text, kMostPiece);
      packer.Add(hit.field);
      packer.Add(hit.begin);
      packer.Add(hit.end);
      packer.Add(FieldOf(subject.texts, hit.field)
                     .substr(hit.begin, hit.end - hit.begin),
                 kMostPiece);
      packer.AddReadAs(evidence, hit);
      packer.Add(evidence.StepOf(hit));
      ++(packer.Finish() ? evidence_ : evidence_left_out_);
    }
  }
}

Decision Record::Unpack() const {
  Unpacker in(*this);
  Decision decision = {};
  decision.microseconds = microseconds_;
  decision.asked = asked_;
  decision.action = action_;
  decision.answer = answer_;
  decision.policy = in.TakeText();
  decision.revision = in.TakeText();
  decision.fingerprint = in.TakeText();
  decision.id = in.TakeText();
  decision.seller = in.TakeText();
  decision.text = in.TakeText();
  decision.text_size = text_size_;
  decision.overridden = overridden_;
  decision.over_budget = over_budget_;
  decision.override_reason = in.TakeText();
  decision.law = in.TakeText();
  decision.notice = in.TakeText();
  for (uint32_t i = 0; i < rules_ + shadow_; ++i) {
    // Braces are evaluated from left to right.
    (i < rules_ ? decision.rules : decision.shadow)
        .push_back(
            Decision::Rule{in.TakeText(), in.Take<Action>(), in.Take<bool>()});
  }
  for (uint32_t i = 0; i < evidence_; ++i) {
    decision.evidence.push_back(Decision::Piece{
        in.TakeText(), in.TakeText(), in.TakeText(), in.Take<EvidenceField>(),
        in.Take<uint32_t>(), in.Take<uint32_t>(), in.TakeText(), in.TakeText(),
        in.Take<Step>()});
  }
  decision.rules_left_out = rules_left_out_;
  decision.evidence_left_out = evidence_left_out_;
  return decision;
}

}  // namespace saring
