// What Debian's scriptindex made of the goods, read by the test itself.

#ifndef SARING_TESTS_STOCK_INDEX_H_
#define SARING_TESTS_STOCK_INDEX_H_

#include <saring/xapian.h>

#include <memory>

#include "tests/stock_programs.h"

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) {
  return error.get_description();
}

namespace saring {

struct PolicyFree {
  void operator()(saring_policy* policy) const { saring_policy_free(policy); }
};
using Policy = std::unique_ptr<saring_policy, PolicyFree>;

inline Policy Load(const std::string& path) {
  saring_policy* policy = nullptr;
  REQUIRE(saring_policy_create(path.c_str(), &policy, nullptr) == SARING_OK);
  return Policy(policy);
}

inline bool IsCurrent(const std::string& path, const std::string& policy,
                      const xapian::Tags& tags = {}) {
  return xapian::CheckFreshness(Load(policy).get(), Xapian::Database(path),
                                tags) == xapian::Freshness::kCurrent;
}

// The terms of ours, and the value, of the document with the unique term `id`.
struct Tagging {
  std::set<std::string> terms;
  std::string value;
};

inline Tagging TaggingOf(const std::string& path, const std::string& id,
                         const xapian::Tags& tags = {}) {
  Xapian::Database db(path);
  const Xapian::PostingIterator at = db.postlist_begin("Q" + id);
  REQUIRE(at != db.postlist_end("Q" + id));
  const Xapian::Document document = db.get_document(*at);
  Tagging tagging;
  tagging.value = document.get_value(tags.demotion_slot);
  for (auto term = document.termlist_begin(); term != document.termlist_end();
       ++term) {
    const std::string name = *term;
    if (name.find(tags.prefix + ":") == 0) {
      tagging.terms.insert(name.substr(tags.prefix.size() + 1));
    }
  }
  return tagging;
}

// The tag of the action that `id` was tagged with.
inline std::string ActionTag(const std::string& path, const std::string& id) {
  const Tagging tagging = TaggingOf(path, id);
  if (tagging.terms.count("hide")) return "hide";
  if (tagging.terms.count("demote")) return "demote";
  return tagging.terms.count("tagged") ? "tagged" : "untagged";
}

inline std::string Records(size_t first, size_t end) {
  std::string records;
  for (size_t i = first; i < end; ++i) records += RecordOf(AllGoods()[i]);
  return records;
}

}  // namespace saring

#endif  // SARING_TESTS_STOCK_INDEX_H_
