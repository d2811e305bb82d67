#include "plugin/engine/check.h"

#include "plugin/engine/answer.h"
#include "plugin/engine/finder.h"
#include "plugin/engine/second_look.h"

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

namespace {

// Finds the evidence of a listing whose texts are cut.
void Find(const Ruleset& ruleset, const Lexicon& lexicon,
          const Listing& listing, Scratch* scratch) {
  FindInText(ruleset, lexicon, EvidenceField::kTitle, listing.title, scratch);
  if (ruleset.reads_descriptions) {
    FindInText(ruleset, lexicon, EvidenceField::kDescription,
               listing.description, scratch);
  }
  FindInAttribute(ruleset, EvidenceField::kCategory, listing.category, scratch);
  FindInAttribute(ruleset, EvidenceField::kCondition, listing.condition,
                  scratch);
  SortEvidence(&scratch->evidence);
}

void Check(const Ruleset& ruleset, Asked asked, const Listing& listing,
           Rules rules, Scratch* scratch) {
  Find(ruleset, ruleset.vocabulary, listing, scratch);
  Judge(ruleset, asked, rules, scratch->evidence, &scratch->candidates,
        &scratch->verdict);
  const StepSet disguises = DisguisesOf(scratch->evidence, scratch->verdict);
  if (disguises == 0) return;
  PutAside(scratch);
  Find(ruleset, BoldLexicon(ruleset.vocabulary, disguises), listing, scratch);
  Reconsider(ruleset, asked, scratch);
}

}  // namespace

void CheckQuery(const Ruleset& ruleset, std::string_view text, Scratch* scratch,
                Rules rules) {
  scratch->evidence.Clear();
  scratch->verdict.Clear();
  text = Cut(text, &scratch->verdict);
  Check(ruleset, Asked::kQuery, {.title = text}, rules, scratch);
  AnswerQuery(ruleset, text, scratch->evidence, &scratch->verdict);
}

void CheckListing(const Ruleset& ruleset, const Listing& listing,
                  Scratch* scratch, Rules rules) {
  scratch->evidence.Clear();
  Verdict* const verdict = &scratch->verdict;
  verdict->Clear();
  const Listing cut = {.title = Cut(listing.title, verdict),
                       .description = ruleset.reads_descriptions
                                          ? Cut(listing.description, verdict)
                                          : std::string_view(),
                       .category = Cut(listing.category, verdict),
                       .condition = Cut(listing.condition, verdict)};
  Check(ruleset, Asked::kListing, cut, rules, scratch);
}

}  // namespace saring
