#include <algorithm>
#include <set>

#include "plugin/cli/display.h"
#include "plugin/cli/finding.h"
#include "plugin/cli/search_view.h"

namespace saring::cli {
namespace {

constexpr size_t kColumnWidth = 44;

// The plugin's mark, one character, for a listing that a search without it
// shows. Where the query is prohibited, listings never tagged are hidden too.
char MarkWithout(const Hit& hit, const Page& with) {
  if (hit.action >= SARING_HIDE) return 'x';
  if (with.query.action >= SARING_HIDE && !hit.tagged) return 'x';
  return hit.action >= SARING_DEMOTE ? 'v' : ' ';
}

bool Shows(const Page& page, const Hit& hit) {
  return std::any_of(
      page.hits.begin(), page.hits.end(),
      [&hit](const Hit& other) { return other.document == hit.document; });
}

char MarkWith(const Hit& hit, const Page& without) {
  if (hit.action >= SARING_DEMOTE) return 'v';
  return Shows(without, hit) ? ' ' : '+';
}

std::string Cell(const Hit& hit, char mark) {
  const std::string rank = std::to_string(hit.rank);
  const std::string line = (rank.size() < 2 ? " " : "") + rank + ' ' +
                           Printable(hit.listing[Field::kId]) + ' ' +
                           Printable(hit.listing[Field::kText]);
  return FitColumns(line, kColumnWidth - 2) + ' ' + mark;
}

std::string Columns(const Page& without, const Page& with) {
  const auto heading = [](const char* what, Xapian::doccount total) {
    return FitColumns(
        std::string(what) + " (" + std::to_string(total) + " found)",
        kColumnWidth);
  };
  std::string text = heading("without the plugin", without.total) + " | " +
                     heading("with the plugin", with.total) + '\n';
  const size_t lines = std::max(without.hits.size(), with.hits.size());
  for (size_t i = 0; i < lines; ++i) {
    text += i < without.hits.size()
                ? Cell(without.hits[i], MarkWithout(without.hits[i], with))
                : std::string(kColumnWidth, ' ');
    text += " | ";
    if (i < with.hits.size()) {
      text += Cell(with.hits[i], MarkWith(with.hits[i], without));
    }
    text += '\n';
  }
  return text;
}

// Tags say which rules; the words that they rest on come from looking again.
std::string ReasonLine(const Hit& hit, char mark, Examiner* examiner) {
  const std::string start = Printable(hit.listing[Field::kId]) +
                            (mark == 'x' ? " hide   " : " demote ");
  if (!hit.tagged) return start + "it was never tagged\n";
  const Finding finding = examiner->Examine(As::kListing, hit.listing);
  if (finding.action != hit.action) {
    return start + "it was tagged so by another policy\n";
  }
  return start + Printable(Reason(finding)) + '\n';
}

std::string Reasons(const saring_policy* policy, const Page& without,
                    const Page& with) {
  Examiner examiner(policy);
  std::set<Xapian::docid> told;
  std::string text;
  const auto tell = [&](const Hit& hit, char mark) {
    if ((mark != 'x' && mark != 'v') || !told.insert(hit.document).second) {
      return;
    }
    text += ReasonLine(hit, mark, &examiner);
  };
  for (const Hit& hit : without.hits) tell(hit, MarkWithout(hit, with));
  for (const Hit& hit : with.hits) tell(hit, MarkWith(hit, without));
  return text.empty() ? "" : "\nreasons\n" + text;
}

// Lines that end in blanks are trouble for whoever compares outputs.
std::string WithoutTrailingBlanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out.erase(out.find_last_not_of(' ') + 1);
    out += c;
  }
  return out;
}

}  // namespace

std::string ComparisonText(const saring_policy* policy,
                           const std::string& query, const Page& without,
                           const Page& with) {
  return WithoutTrailingBlanks(HeadingText(query, with) +
                               Columns(without, with) +
                               "x hidden   v demoted   + new on the page\n" +
                               Reasons(policy, without, with));
}

}  // namespace saring::cli
