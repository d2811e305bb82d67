// The working memory of one check.

#ifndef SARING_PLUGIN_ENGINE_SCRATCH_H_
#define SARING_PLUGIN_ENGINE_SCRATCH_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "normalizer/normalizer.h"
#include "plugin/engine/answer.h"
#include "plugin/engine/attribute_cache.h"
#include "plugin/engine/chart.h"
#include "plugin/engine/deadline.h"
#include "plugin/engine/evidence.h"
#include "plugin/engine/judge.h"
#include "plugin/engine/overrides.h"
#include "plugin/engine/verdict.h"

namespace saring {

// What one text field holds of the patterns of terms.
struct FieldMatches {
  bool is_read = false;    // its lattice is that of the text; see MayTell()
  bool has_terms = false;  // beside: all that may matter to a rule
  Chart chart;
  std::vector<Chart::Match> terms;
};

// A match of a term of `list`, between nodes of a lattice.
struct ListEdge {
  uint32_t from, to;
  ListId list;

  auto operator<=>(const ListEdge&) const = default;
};

// What rules in shadow make of it: they change nothing and are only told.
struct Shadow {
  Evidence evidence;
  Verdict verdict;
  std::vector<uint32_t> candidates;  // rules that may fire

  // Costs nothing where no rule was in shadow.
  void Clear() {
    if (candidates.empty()) return;
    candidates.clear();
    evidence.Clear();
    verdict.Clear();
  }
};

// Reused from call to call: it grows to what texts need and then allocates no
// more. One call at a time. What a check found stays until the next one.
struct Scratch {
  // The results.
  Evidence evidence;
  Verdict verdict;
  Shadow shadow;

  // What reviewers say of the listing.
  std::vector<Overrides::Decision> decisions;
  Deadline deadline;

  // Of a second look.
  Evidence other_evidence;
  Verdict other_verdict;
  std::vector<uint32_t> fired;  // rules

  // From call to call.
  AttributeCache categories, conditions;

  // Between steps.
  NormalizerScratch normalizer;
  Lattice lattice;  // of what is not a text field
  std::array<FieldMatches, kTextFields> fields;
  std::vector<uint8_t> found;  // by list: whether it may have evidence
  std::vector<ListId> found_lists;
  std::vector<uint32_t> candidates;  // rules that may fire
  std::vector<uint8_t> wanted;       // by list: whether its hits are looked at
  Chart exception_chart;
  std::vector<ListEdge> list_edges;  // of exceptions
  std::vector<Chart::Match> exception_matches;
  std::vector<Hit> field_hits;
  ProximityBuffers proximity;
  AnswerBuffers answer;
};

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_SCRATCH_H_
