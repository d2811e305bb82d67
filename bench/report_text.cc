#include "bench/report_text.h"

#include <iomanip>
#include <ostream>
#include <sstream>

#include "bench/visible.h"

namespace saring::quality {
namespace {

void PrintIdentity(const Identity& identity, std::ostream& out) {
  out << "policy " << identity.policy << ", revision " << identity.revision
      << ", fingerprint " << identity.fingerprint << "; library "
      << identity.library << "\n";
}

void PrintHeading(const std::string& what, const Identity& identity,
                  std::ostream& out) {
  out << "\n== " << what << "\n   ";
  PrintIdentity(identity, out);
}

std::string Share(size_t part, size_t whole) {
  return std::to_string(part) + "/" + std::to_string(whole);
}

void PrintTable(const std::string& title, const ConfusionTable& table,
                std::ostream& out) {
  out << "\n"
      << title << ": " << Share(table.right(), table.rows())
      << " right\n  label       hide  demote   allow   right  wrong\n";
  for (const Outcome label : kOutcomes) {
    const size_t rows = table.rows(label);
    out << "  " << std::left << std::setw(8) << NameOf(label) << std::right;
    for (const Outcome answer : kOutcomes) {
      out << std::setw(8) << table.count(label, answer);
    }
    out << std::setw(8) << Share(table.right(label), rows) << std::setw(7)
        << rows - table.right(label) << "\n";
  }
  out << " ";
  for (const NamedError& error : kNamedErrors) {
    out << " " << error.name << " " << table.count(error.label, error.answer);
  }
  out << " invalid " << table.invalid() << "\n";
}

void PrintKinds(const LabelledScore& score, std::ostream& out) {
  out << "\nby kind        " << std::right;
  for (const Outcome label : kOutcomes) {
    out << std::setw(9) << NameOf(label);
  }
  for (const NamedError& error : kNamedErrors) out << "  " << error.name;
  out << "  invalid\n";
  for (const auto& [kind, table] : score.kinds) {
    out << "  " << std::left << std::setw(13) << kind << std::right;
    for (const Outcome label : kOutcomes) {
      out << std::setw(9) << Share(table.right(label), table.rows(label));
    }
    for (const NamedError& error : kNamedErrors) {
      out << std::setw(static_cast<int>(error.name.size()) + 2)
          << table.count(error.label, error.answer);
    }
    out << std::setw(9) << table.invalid() << "\n";
  }
}

// The deciding rule and its evidence, then the names of the other rules.
void PrintReasons(const Finding& finding, std::ostream& out) {
  if (finding.rules.empty()) return;
  out << "        " << finding.rules.front() << ":";
  for (const Evidence& evidence : finding.evidence) {
    out << "  " << evidence.list << " \"" << Visible(evidence.matched)
        << "\" as " << evidence.term << " (" << evidence.step << ")";
  }
  for (size_t i = 1; i < finding.rules.size(); ++i) {
    out << (i == 1 ? "  also " : ", ") << finding.rules[i];
  }
  out << "\n";
}

void PrintRows(const std::string& title, const std::vector<ListedRow>& rows,
               std::ostream& out) {
  if (rows.empty()) return;
  out << "\n" << title << "\n";
  for (const ListedRow& row : rows) {
    out << std::setw(7) << row.line << " ";
    if (row.label) {
      out << NameOf(*row.label) << " -> "
          << (row.finding.outcome ? NameOf(*row.finding.outcome) : "invalid")
          << "  ";
    }
    if (!row.kind.empty()) out << "[" << row.kind << "] ";
    out << Visible(row.text);
    if (!row.note.empty()) out << "  -- " << Visible(row.note);
    out << "\n";
    if (!row.finding.outcome) {
      out << "        " << row.finding.invalid << "\n";
    }
    PrintReasons(row.finding, out);
  }
}

void PrintDisguises(const std::vector<DisguiseScore>& scores,
                    std::ostream& out) {
  const auto share = [](const DisguiseScore::Count& count) {
    const size_t hidden = count.tried - count.missed.size();
    std::ostringstream text;
    text << Share(hidden, count.tried);
    if (count.tried > 0) {
      text << std::fixed << std::setprecision(1) << std::setw(7)
           << 100.0 * static_cast<double>(hidden) /
                  static_cast<double>(count.tried);
    }
    return text.str();
  };
  out << "\nplain hide rows disguised by machine, still hidden (per cent)\n"
      << "                   one word each   all policy words\n";
  for (const DisguiseScore& score : scores) {
    out << "  " << std::left << std::setw(14) << score.name << std::right
        << std::setw(18) << share(score.one_word) << std::setw(19)
        << share(score.all_words) << "\n";
  }
}

void PrintLabelled(const LabelledScore& score, std::ostream& out) {
  PrintTable("all rows", score.all, out);
  if (!score.kinds.empty()) {
    PrintTable("plain rows", score.plain, out);
    PrintTable("disguised rows", score.disguised, out);
    PrintKinds(score, out);
  }
  PrintDisguises(score.in_disguise, out);
  PrintRows("wrong rows (line, label -> answer)", score.wrong, out);
  PrintRows("rows without a valid answer", score.invalid, out);
}

void PrintTitles(const TitlesScore& score, std::ostream& out) {
  out << "\nof " << score.rows << " titles " << score.hidden.size()
      << " hidden, " << score.demoted.size() << " demoted, "
      << score.invalid.size() << " without a valid answer\n";
  PrintRows("hidden", score.hidden, out);
  PrintRows("demoted", score.demoted, out);
  PrintRows("without a valid answer", score.invalid, out);
}

void PrintComments(const CommentsScore& score, std::ostream& out) {
  out << "\npromotions found " << Share(score.found, score.promotions)
      << ", innocents hit " << Share(score.hit.size(), score.innocents)
      << ", without a valid answer " << score.invalid.size() << ", by "
      << score.terms << " names\n";
  PrintRows("innocents hit", score.hit, out);
  PrintRows("without a valid answer", score.invalid, out);
}

void PrintPeers(const PeerTable& peers, std::ostream& out) {
  out << "\n== peers, on the same rows\n   found by simple filters with "
      << peers.terms
      << " terms of bench/peer_terms.txt, which are not the policy's;\n   in"
         " comments with the names; ours is what is hidden\n\n"
      << std::left << std::setw(26) << "" << std::right;
  for (const auto& column : peers.columns) {
    out << std::setw(13) << column.name;
  }
  out << "\n";
  for (const PeerScore& score : peers.scores) {
    out << "  " << std::left << std::setw(24) << score.name << std::right;
    for (size_t i = 0; i < score.found.size(); ++i) {
      out << std::setw(13) << Share(score.found[i], peers.columns[i].rows);
    }
    if (!score.absent.empty()) out << "  not asked: " << score.absent;
    out << "\n";
  }
}

}  // namespace

void PrintText(const Report& report, std::ostream& out) {
  PrintIdentity(report.identity, out);
  PrintHeading("the project's own table", report.identity, out);
  PrintLabelled(report.own, out);
  if (report.dev) {
    PrintHeading("development queries", report.identity, out);
    PrintLabelled(*report.dev, out);
  }
  if (report.titles) {
    PrintHeading("real titles", report.identity, out);
    PrintTitles(*report.titles, out);
  }
  if (report.comments) {
    PrintHeading("disguised comments", report.comments->identity, out);
    PrintComments(*report.comments, out);
  }
  PrintPeers(report.peers, out);
  if (!report.missing.empty()) out << "\n== not measured\n";
  for (const std::string& path : report.missing) {
    out << "   could not find " << path << "\n";
  }
}

}  // namespace saring::quality
