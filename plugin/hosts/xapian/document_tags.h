// The tags of one document: read from it, decided by a policy, written to it.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_DOCUMENT_TAGS_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_DOCUMENT_TAGS_H_

#include <saring/xapian.h>

#include <set>
#include <string>
#include <vector>

#include "plugin/hosts/xapian/policy_source.h"

namespace saring::xapian {

struct DocumentTags {
  std::set<std::string> terms;  // all that begin with Tags::prefix and a colon
  std::string slot;             // the value in Tags::demotion_slot

  bool Has(const std::string& term) const { return terms.count(term) > 0; }
  bool operator==(const DocumentTags& other) const {
    return terms == other.terms && slot == other.slot;
  }
};

DocumentTags ReadTags(const Xapian::Document& document, const Tags& tags);

// Makes the tags of `document`, which are `before`, into `after`. What does not
// differ is not touched: a document without a change costs nothing to write
// back.
void WriteTags(const DocumentTags& before, const DocumentTags& after,
               const Tags& tags, Xapian::Document* document);

struct Decision {
  saring_action action = SARING_SHOW;
  DocumentTags tags;
  std::vector<std::string> deciding;  // rules that ask for `action`
};

// Decides by the newest policy of a source. One thread at a time.
class Judge {
 public:
  Judge(PolicySource source, Tags tags);

  Decision Decide(const Listing& listing);

  // What the last decision was by; before the first, the policy of the source.
  // Borrowed until the next.
  const saring_policy* policy() const { return source_.policy(); }
  const Tags& tags() const { return tags_; }

  void Watch(saring_monitor* monitor) { source_.Watch(monitor); }

 private:
  PolicySource source_;
  const Tags tags_;
};

}  // namespace saring::xapian

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_DOCUMENT_TAGS_H_
