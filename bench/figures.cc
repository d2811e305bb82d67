#include "bench/figures.h"

namespace saring::quality {
namespace {

// Writes figures whose names begin alike; without a value where the set that
// they would come from is absent.
class Writer {
 public:
  Writer(std::string prefix, bool present, Figures* figures)
      : prefix_(std::move(prefix)), present_(present), figures_(figures) {}

  void Write(std::string_view name, size_t value) {
    auto& figure = (*figures_)[prefix_ + std::string(name)];
    if (present_) figure = static_cast<int64_t>(value);
  }

  void Write(const ConfusionTable& table) {
    Write("rows", table.rows());
    Write("right", table.right());
    Write("wrong", table.rows() - table.right());
    Write("invalid", table.invalid());
    for (const Outcome label : kOutcomes) {
      const std::string name(NameOf(label));
      Write(name + "_rows", table.rows(label));
      Write(name + "_right", table.right(label));
    }
    for (const NamedError& error : kNamedErrors) {
      Write(error.name, table.count(error.label, error.answer));
    }
  }

  void Write(const std::vector<DisguiseScore>& scores) {
    for (const DisguiseScore& score : scores) {
      const std::string name = "in_disguise." + std::string(score.name) + ".";
      Write(name + "words", score.one_word.tried);
      Write(name + "words_missed", score.one_word.missed.size());
      Write(name + "rows", score.all_words.tried);
      Write(name + "rows_missed", score.all_words.missed.size());
    }
  }

 private:
  std::string prefix_;
  bool present_;
  Figures* figures_;
};

}  // namespace

Figures FiguresOf(const Report& report) {
  Figures figures;
  Writer writer("own.", true, &figures);
  writer.Write(report.own.all);
  writer.Write(report.own.in_disguise);

  const LabelledScore dev = report.dev.value_or(LabelledScore());
  writer = Writer("dev.", report.dev.has_value(), &figures);
  writer.Write(dev.all);
  writer.Write(dev.in_disguise);
  Writer("dev.plain.", report.dev.has_value(), &figures).Write(dev.plain);
  Writer("dev.disguised.", report.dev.has_value(), &figures)
      .Write(dev.disguised);

  const TitlesScore titles = report.titles.value_or(TitlesScore());
  writer = Writer("titles.", report.titles.has_value(), &figures);
  writer.Write("rows", titles.rows);
  writer.Write("hidden", titles.hidden.size());
  writer.Write("demoted", titles.demoted.size());
  writer.Write("invalid", titles.invalid.size());

  const CommentsScore comments = report.comments.value_or(CommentsScore());
  writer = Writer("comments.", report.comments.has_value(), &figures);
  writer.Write("promotions", comments.promotions);
  writer.Write("found", comments.found);
  writer.Write("innocents", comments.innocents);
  writer.Write("innocents_hit", comments.hit.size());
  writer.Write("invalid", comments.invalid.size());
  return figures;
}

}  // namespace saring::quality
