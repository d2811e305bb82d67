// Searches a database, with the plugin or without.

#ifndef SARING_PLUGIN_CLI_SEARCHER_H_
#define SARING_PLUGIN_CLI_SEARCHER_H_

#include <saring/xapian.h>
#include <xapian.h>

#include <string>
#include <vector>

#include "plugin/cli/row.h"

namespace saring::cli {

struct Hit {
  Xapian::docid document = 0;
  Xapian::doccount rank = 0;  // from 1
  Row listing;
  bool tagged = false;                 // by any policy
  saring_action action = SARING_SHOW;  // of its tags: show, demote or hide
  std::vector<std::string> rules;      // of its tags
};

struct Page {
  // What the plugin made of the query; as typed and without rules, if it was
  // not asked.
  saring::xapian::Interception query;
  Xapian::doccount total = 0;  // hits on all pages, exact
  std::vector<Hit> hits;
};

struct PageChoice {
  Xapian::doccount offset = 0, limit = 10;
  bool by_price = false, descending = false;
  saring::xapian::Demotion demotion = saring::xapian::Demotion::kStrict;
};

// Words as typed, all of which must match; no operators and no stemming.
Xapian::Query ParseWords(const std::string& text);

// Both throw Xapian::Error or saring::xapian::Error.
Page SearchPlain(const Xapian::Database& database, const std::string& query,
                 const PageChoice& choice);
Page SearchWithPolicy(const saring_policy* policy,
                      const Xapian::Database& database,
                      const std::string& query, const PageChoice& choice);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SEARCHER_H_
