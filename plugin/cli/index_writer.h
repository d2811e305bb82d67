// Writes listings into a new database or into new shards.

#ifndef SARING_PLUGIN_CLI_INDEX_WRITER_H_
#define SARING_PLUGIN_CLI_INDEX_WRITER_H_

#include <saring/xapian.h>
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "plugin/cli/row.h"

namespace saring::cli {

// The price of a listing, as Xapian::sortable_serialise() writes it; nothing
// where a listing has none.
inline constexpr Xapian::valueno kPriceSlot = 0;

// A document has the words of its title, thrice as heavy, and description, with
// positions and without stemming; the term Q and its id; kPriceSlot; as its
// data the listing; and, with a policy, the tags of saring/xapian.h.
class IndexWriter {
 public:
  // Writes to the empty folder `folder`: a database if `shards` is 0, else so
  // many shards and their stub file. `policy`, which must outlive this, may be
  // NULL: nothing is tagged.
  IndexWriter(const std::string& folder, int shards,
              const saring_policy* policy);

  // What keeps `row` out, or "".
  std::string FaultOf(const Row& row) const;

  // Adds listing i, counted from 1, to shard (i - 1) mod `shards`, so that a
  // search finds the same order in shards as in one database. Returns the
  // action of its tags. REQUIRES: FaultOf(row) is "".
  saring_action Add(const Row& row);

  // Writes the manifests and everything to the disk, and closes the files.
  void Finish();

 private:
  Xapian::Document MakeDocument(const Row& row);

  const saring_policy* const policy_;
  std::vector<Xapian::WritableDatabase> shards_;
  std::unique_ptr<saring::xapian::Tagger> tagger_;
  Xapian::TermGenerator terms_;
  size_t added_ = 0;
};

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_INDEX_WRITER_H_
