// Stands before what writes documents.

#include <atomic>
#include <optional>

#include "plugin/hosts/xapian_preload/in_force.h"
#include "plugin/hosts/xapian_preload/indexed_text.h"
#include "plugin/hosts/xapian_preload/listing_fields.h"
#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/settings.h"
#include "plugin/hosts/xapian_preload/shard.h"

namespace saring::preload {
namespace {

bool Watching() { return Wanted() && !Within::Now(); }

// Whether this process has tagged anything that is to be committed.
std::atomic<bool> tagged_something = false;

bool HasTerm(const Xapian::Document& document, const std::string& term) {
  Xapian::TermIterator at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term;
}

ListingFields FieldsOf(const Xapian::Document& document) {
  ListingFields fields = ReadFields(document.get_data(), TheSettings().fields);
  const std::string indexed = TakeIndexedTitle(document);
  if (fields.title.empty()) fields.title = indexed;
  return fields;
}

// A document that says nothing of itself keeps the tags that it has.
void TagOrExplain(Xapian::Document* document,
                  Xapian::WritableDatabase* database) {
  const xapian::Tags& tags = TheSettings().tags;
  const ListingFields fields = FieldsOf(*document);
  if (!fields.empty()) {
    xapian::Tagger& tagger = TheTagger();
    tagger.Tag(fields.AsListing(), document);
    BeforeTagged(tagger.policy(), tags, database);
    tagged_something = true;
  } else if (!HasTerm(*document, tags.Tagged())) {
    BeforeUntagged(TheTagger().policy(), tags, database);
    Say("a document has no title, neither in the field '" +
        TheSettings().fields.title +
        "' of its data nor as text that was indexed; it stays untagged");
  }
}

// Tags a document that the program is about to write. Where there is no
// verdict and that is not to pass, it must not be written.
void BeforeWriting(const Xapian::Document& given,
                   Xapian::WritableDatabase* database) {
  if (!Watching()) return;
  const Within within;
  // A copy of the same document: what is added to it is in `given` as well.
  Xapian::Document document = given;
  try {
    TagOrExplain(&document, database);
  } catch (const xapian::Error& error) {
    const std::string why = error.what();
    if (!TheSettings().fail_open) {
      Say(why + "; documents are refused");
      throw Xapian::FeatureUnavailableError("saring: " + why);
    }
    Say(why + "; documents are written untagged");
  }
}

void BeforeCommitting(Xapian::WritableDatabase* database) {
  if (!Watching() || !tagged_something) return;
  const Within within;
  try {
    BeforeCommit(NewestPolicy().get(), TheSettings().tags, database);
  } catch (const xapian::Error& error) {
    Say(std::string(error.what()) + "; the manifest was not written");
  }
}

}  // namespace
}  // namespace saring::preload

using namespace saring::preload;

namespace Xapian {

docid WritableDatabase::add_document(const Document& document) {
  static const auto next =
      NextSymbol<docid(WritableDatabase*, const Document&)>(
          "_ZN6Xapian16WritableDatabase12add_documentERKNS_8DocumentE");
  BeforeWriting(document, this);
  return next(this, document);
}

void WritableDatabase::replace_document(docid did, const Document& document) {
  static const auto next =
      NextSymbol<void(WritableDatabase*, docid, const Document&)>(
          "_ZN6Xapian16WritableDatabase16replace_documentEjRKNS_8DocumentE");
  BeforeWriting(document, this);
  next(this, did, document);
}

docid WritableDatabase::replace_document(const std::string& unique_term,
                                         const Document& document) {
  static const auto next =
      NextSymbol<docid(WritableDatabase*, const std::string&, const Document&)>(
          "_ZN6Xapian16WritableDatabase16replace_documentERKNSt7__cxx1112basic_"
          "stringIcSt11char_traitsIcESaIcEEERKNS_8DocumentE");
  BeforeWriting(document, this);
  return next(this, unique_term, document);
}

void WritableDatabase::commit() {
  static const auto next = NextSymbol<void(WritableDatabase*)>(
      "_ZN6Xapian16WritableDatabase6commitEv");
  BeforeCommitting(this);
  next(this);
}

void WritableDatabase::commit_transaction() {
  static const auto next = NextSymbol<void(WritableDatabase*)>(
      "_ZN6Xapian16WritableDatabase18commit_transactionEv");
  BeforeCommitting(this);
  next(this);
}

}  // namespace Xapian

#pragma GCC visibility push(default)
extern "C" {

// ~WritableDatabase(), which commits. Here no error can be told.
void _ZN6Xapian16WritableDatabaseD1Ev(Xapian::WritableDatabase* self) {
  static const auto next = NextSymbol<void(Xapian::WritableDatabase*)>(
      "_ZN6Xapian16WritableDatabaseD1Ev");
  try {
    if (self->size() > 0) BeforeCommitting(self);
  } catch (...) {
  }
  next(self);
}
void _ZN6Xapian16WritableDatabaseD2Ev(Xapian::WritableDatabase* self)
    __attribute__((alias("_ZN6Xapian16WritableDatabaseD1Ev")));

}  // extern "C"
#pragma GCC visibility pop
