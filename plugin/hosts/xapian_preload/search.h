// One Enquire of the program: what it asked for, and the search that is run
// instead.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCH_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCH_H_

#include <saring/xapian.h>

#include <functional>
#include <string>

#include "plugin/hosts/xapian_preload/program_sort.h"

namespace saring::preload {

// As an Enquire does, it serves one thread at a time.
struct Search {
  explicit Search(const Xapian::Database& searched) : database(searched) {}

  Xapian::Database database;
  std::string text;  // see TypedText()
  Xapian::termcount query_length = 0;
  ProgramSort sort;
  int percent = 0;  // Enquire::set_cutoff()
  double weight = 0;

  // Runs the search that `enquire` is set to, less the hidden documents, with
  // the demoted ones last, by calling `run`; it may call `run` more than once.
  // Afterwards `enquire` is set as the program left it. Throws xapian::Error
  // when there is no verdict; what `run` throws passes through.
  using GetMSet = std::function<Xapian::MSet()>;
  Xapian::MSet Run(Xapian::Enquire* enquire, const GetMSet& run) const;
};

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SEARCH_H_
