#include <saring/xapian.h>

#include <utility>

#include "plugin/hosts/xapian/document_tags.h"

namespace saring::xapian {

struct Tagger::Rep {
  Judge judge;
};

Tagger::Tagger(const saring_policy* policy, Tags tags)
    : rep_(new Rep{Judge(PolicySource(policy), std::move(tags))}) {}

Tagger::Tagger(saring_live* live, Tags tags)
    : rep_(new Rep{Judge(PolicySource(live), std::move(tags))}) {}

Tagger::~Tagger() = default;

saring_action Tagger::Tag(const Listing& listing, Xapian::Document* document) {
  const Tags& tags = rep_->judge.tags();
  const DocumentTags before = ReadTags(*document, tags);
  if (before.Has(tags.AnyManifest())) return SARING_HIDE;
  const Decision decision = rep_->judge.Decide(listing);
  WriteTags(before, decision.tags, tags, document);
  return decision.action;
}

const saring_policy* Tagger::policy() const { return rep_->judge.policy(); }

void Tagger::Watch(saring_monitor* monitor) { rep_->judge.Watch(monitor); }

}  // namespace saring::xapian
