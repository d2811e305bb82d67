#include "plugin/hosts/opensearch/query_reader.h"

#include <algorithm>

#include "plugin/hosts/opensearch/refusal.h"

namespace saring::opensearch {
namespace {

class Reader {
 public:
  explicit Reader(QueryParts* parts) : parts_(parts) {}

  // A clause, or an array of them. The words of one that is not `wanted` are
  // not what is searched for.
  void ReadClauses(Json* value, const std::string& path, bool wanted) {
    if (!value->is_array()) return ReadClause(value, path, wanted);
    for (size_t i = 0; i < value->size(); ++i) {
      ReadClause(&(*value)[i], path + '[' + std::to_string(i) + ']', wanted);
    }
  }

  // What `name` is given, at `path`.
  void ReadBody(const Clause& clause, Json* value, const std::string& path,
                bool wanted) {
    if (!value->is_object()) throw Refusal(path, "not an object");
    if (clause.joins && value->contains("inner_hits")) {
      throw Refusal(path + ".inner_hits",
                    "it shows listings that the filter does not reach");
    }
    if (clause.nearest) AddNearest(value, path);
    if (wanted) ReadText(clause.text, value);
    for (const SubClauses& sub : clause.clauses) {
      if (sub.parameter.empty()) break;
      const std::string key(sub.parameter);
      if (const auto at = value->find(key); at != value->end()) {
        ReadClauses(&*at, path + '.' + key, wanted && sub.wanted);
      }
    }
    if (clause.name == "function_score") ReadFunctions(value, path);
  }

 private:
  void ReadClause(Json* query, const std::string& path, bool wanted) {
    if (!query->is_object() || query->size() != 1) {
      throw Refusal(path, "a query is an object with one clause");
    }
    const auto at = query->begin();
    const std::string inner = path + '.' + at.key();
    const Clause* clause = FindClause(at.key());
    if (clause == nullptr) throw Refusal(inner, "not a clause that is known");
    if (clause->refusal != nullptr) throw Refusal(inner, clause->refusal);
    ReadBody(*clause, &at.value(), inner, wanted);
  }

  // The object that takes the filter: {"field": NAME, ...} of Elasticsearch, or
  // {NAME: {...}} of OpenSearch, which has its own clauses within.
  void AddNearest(Json* value, const std::string& path) {
    const auto field = value->find("field");
    if (field != value->end() && field->is_string()) {
      parts_->nearest.push_back(value);
      return;
    }
    for (const auto& entry : value->items()) {
      if (!entry.value().is_object()) continue;
      parts_->nearest.push_back(&entry.value());
      if (const auto filter = entry.value().find("filter");
          filter != entry.value().end()) {
        ReadClauses(&*filter, path + '.' + entry.key() + ".filter", true);
      }
    }
    if (value->size() != 1 || !value->front().is_object()) {
      throw Refusal(path, "expected one field with its vector");
    }
  }

  // The filters that choose functions decide scores, not what is found.
  void ReadFunctions(Json* value, const std::string& path) {
    const auto functions = value->find("functions");
    if (functions == value->end() || !functions->is_array()) return;
    for (size_t i = 0; i < functions->size(); ++i) {
      Json& function = (*functions)[i];
      if (!function.is_object() || !function.contains("filter")) continue;
      ReadClauses(&function["filter"],
                  path + ".functions[" + std::to_string(i) + "].filter", false);
    }
  }

  void ReadText(const TextPlace& place, Json* value) {
    if (place.parameters[0].empty()) return;
    if (!place.by_field) return ReadParameters(place, value);
    for (auto& entry : value->items()) {
      if (entry.value().is_object()) {
        ReadParameters(place, &entry.value());
      } else {
        AddText(place, &entry.value());
      }
    }
  }

  void ReadParameters(const TextPlace& place, Json* value) {
    for (auto& entry : value->items()) {
      const bool is_text =
          !entry.key().empty() &&
          std::find(place.parameters.begin(), place.parameters.end(),
                    entry.key()) != place.parameters.end();
      if (is_text && !entry.value().is_object()) {
        AddText(place, &entry.value());
      } else if (place.deep) {
        ReadDeep(place, &entry.value());
      }
    }
  }

  void ReadDeep(const TextPlace& place, Json* value) {
    if (value->is_object()) return ReadParameters(place, value);
    if (!value->is_array()) return;
    for (Json& item : *value) ReadDeep(place, &item);
  }

  void AddText(const TextPlace& place, Json* value) {
    if (value->is_array()) {
      for (Json& item : *value) AddText(place, &item);
    } else if (value->is_string()) {
      parts_->texts.push_back(
          {value->get_ptr<std::string*>(), place.rewording});
    }
  }

  QueryParts* parts_;
};

// One of a body's own, which has no clause around it.
void ReadNeighbours(Json* value, const std::string& path, QueryParts* parts) {
  const auto field = value->find("field");
  if (field == value->end() || !field->is_string()) {
    throw Refusal(path, "expected a 'field' with its vector");
  }
  Reader(parts).ReadBody(*FindClause("knn"), value, path, true);
}

}  // namespace

void ReadQuery(Json* query, const std::string& path, QueryParts* parts) {
  if (query->is_array()) throw Refusal(path, "not an object");
  Reader(parts).ReadClauses(query, path, true);
}

void ReadNearest(Json* nearest, const std::string& path, QueryParts* parts) {
  if (nearest->is_object()) return ReadNeighbours(nearest, path, parts);
  // Without a query and without neighbours everything would be found.
  if (!nearest->is_array() || nearest->empty()) {
    throw Refusal(path, "no neighbours are asked for");
  }
  for (size_t i = 0; i < nearest->size(); ++i) {
    ReadNeighbours(&(*nearest)[i], path + '[' + std::to_string(i) + ']', parts);
  }
}

}  // namespace saring::opensearch
