#include "config/list_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "config/name.h"
#include "config/term_check.h"
#include "config/utf8.h"

namespace saring {
namespace {

void CheckName(const Written& name, const TreeReader& reader) {
  // Names may have the underscore that the keys have.
  if (!IsName(name.text, "_")) {
    reader.Error(name.place,
                 "the name of a list is 1 to 64 of a-z, 0-9, - "
                 "and _, found " +
                     Quote(name.text));
  }
  if (name.text == "number") {
    reader.Error(name.place,
                 "'number' is built in: {number} means digits; choose another "
                 "name");
  }
}

std::vector<Field> ReadFields(const Entry& in, const TreeReader& reader) {
  if (!in) return {Field::kTitle};
  std::vector<Field> fields;
  for (const Written& name : reader.Texts(in, 1)) {
    const auto choice = reader.Choice(name, *in.key, {"title", "description"});
    if (!choice) continue;
    const Field field = *choice == 0 ? Field::kTitle : Field::kDescription;
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) {
      fields.push_back(field);
    }
  }
  return fields;
}

class ListReader {
 public:
  ListReader(const TreeReader& reader, TermFiles* files, Policy* policy,
             FaultList* faults)
      : reader_(reader), files_(files), policy_(policy), faults_(faults) {}

  TermList Read(Written name, const YamlNode& node) {
    CheckName(name, reader_);
    TermList list;
    list.name = std::move(name);
    static constexpr Key kBody = {"lists", true,
                                  "a map of noun, terms, terms_from and more"};
    if (!reader_.IsMap(node, kBody)) return list;
    const Fields fields(node, MapKind::kList, reader_);
    list.noun = reader_.Boolean(fields.Get("noun"));
    for (const Written& term : reader_.Texts(fields.Get("terms"))) {
      list.terms.Add(term.text, term.place);
    }
    for (const Written& file : reader_.TextOrTexts(fields.Get("terms_from"))) {
      files_->Read(file, &list.terms);
    }
    list.fields = ReadFields(fields.Get("in"), reader_);
    list.categories = reader_.Texts(fields.Get("category"));
    list.conditions = reader_.Texts(fields.Get("condition"));
    list.exceptions = reader_.Texts(fields.Get("except"));
    Check(list, fields);
    return list;
  }

 private:
  void Check(const TermList& list, const Fields& fields) {
    CheckTerms(*policy_, list.terms, true, faults_);
    CheckTerms(*policy_, list.exceptions, true, faults_);
    if (fields.Get("terms") || fields.Get("terms_from") ||
        fields.Get("category") || fields.Get("condition")) {
      return;
    }
    reader_.Error(list.name.place,
                  "the list " + Quote(list.name.text) +
                      " holds nothing: it needs terms, terms_from, category "
                      "or condition");
  }

  const TreeReader& reader_;
  TermFiles* files_;
  Policy* policy_;
  FaultList* faults_;
};

}  // namespace

void ReadLists(const Entry& lists, const TreeReader& reader, TermFiles* files,
               Policy* policy, FaultList* faults) {
  if (!lists || !reader.IsMap(*lists.value, *lists.key)) return;
  ListReader list_reader(reader, files, policy, faults);
  reader.ForEachNamed(
      *lists.value, *lists.key, "list",
      [&](Written name, const YamlNode& node) {
        policy->lists.push_back(list_reader.Read(std::move(name), node));
      });
}

}  // namespace saring
