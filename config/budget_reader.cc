#include "config/budget_reader.h"

namespace saring {
namespace {

void ReadBeyond(const Entry& entry, const TreeReader& reader,
                Budget::Beyond* beyond) {
  const auto text = reader.Text(entry);
  if (!text) return;
  const auto choice = reader.Choice(*text, *entry.key, {"open", "closed"});
  if (choice == 1) *beyond = Budget::Beyond::kClosed;
}

}  // namespace

void ReadBudget(const Entry& entry, const TreeReader& reader, Budget* budget) {
  if (!entry || !reader.IsMap(*entry.value, *entry.key)) return;
  const Fields fields(*entry.value, MapKind::kBudget, reader);
  if (const auto bytes = reader.Number(fields.Get("text"), 1, kMaxText)) {
    budget->text_bytes = *bytes;
  }
  constexpr uint32_t kLongest = 10'000'00;  // hundredths of a millisecond
  if (const auto time =
          reader.Hundredths(fields.Get("time"), "ms", 1, kLongest)) {
    budget->time = *time * 10;
  }
  const Entry beyond = fields.Get("beyond");
  if (!beyond || !reader.IsMap(*beyond.value, *beyond.key)) return;
  const Fields kinds(*beyond.value, MapKind::kBeyond, reader);
  ReadBeyond(kinds.Get("query"), reader, &budget->query);
  ReadBeyond(kinds.Get("listing"), reader, &budget->listing);
}

}  // namespace saring
