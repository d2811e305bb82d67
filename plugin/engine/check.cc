#include "plugin/engine/check.h"

#include "plugin/engine/answer.h"
#include "plugin/engine/finder.h"

namespace saring {
namespace {

// CutText(), remembering in the verdict whether there was more.
std::string_view Cut(std::string_view text, Verdict* verdict) {
  const std::string_view cut = CutText(text);
  if (cut.size() < text.size()) verdict->text_cut = true;
  return cut;
}

}  // namespace

std::string_view CutText(std::string_view text) {
  if (text.size() <= kMaxText) return text;
  // A character has at most three bytes after its first; more than that is no
  // character, and may be cut anywhere.
  size_t size = kMaxText;
  for (int i = 0; i < 3 && (text[size] & 0xc0) == 0x80; ++i) --size;
  if ((text[size] & 0xc0) == 0x80) size = kMaxText;
  return text.substr(0, size);
}

void CheckQuery(const Ruleset& ruleset, std::string_view text, Scratch* scratch,
                Rules rules) {
  scratch->evidence.Clear();
  scratch->verdict.Clear();
  text = Cut(text, &scratch->verdict);
  FindInText(ruleset, EvidenceField::kTitle, text, scratch);
  SortEvidence(&scratch->evidence);
  Judge(ruleset, Asked::kQuery, rules, scratch->evidence, &scratch->candidates,
        &scratch->verdict);
  AnswerQuery(ruleset, text, scratch->evidence, &scratch->verdict);
}

void CheckListing(const Ruleset& ruleset, const Listing& listing,
                  Scratch* scratch, Rules rules) {
  scratch->evidence.Clear();
  Verdict* const verdict = &scratch->verdict;
  verdict->Clear();
  FindInText(ruleset, EvidenceField::kTitle, Cut(listing.title, verdict),
             scratch);
  if (ruleset.reads_descriptions) {
    FindInText(ruleset, EvidenceField::kDescription,
               Cut(listing.description, verdict), scratch);
  }
  FindInAttribute(ruleset, EvidenceField::kCategory,
                  Cut(listing.category, verdict), scratch);
  FindInAttribute(ruleset, EvidenceField::kCondition,
                  Cut(listing.condition, verdict), scratch);
  SortEvidence(&scratch->evidence);
  Judge(ruleset, Asked::kListing, rules, scratch->evidence,
        &scratch->candidates, verdict);
}

}  // namespace saring
