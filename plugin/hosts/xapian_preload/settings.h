// What the environment says, read once a process.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SETTINGS_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SETTINGS_H_

#include <saring/xapian.h>

#include <string>

namespace saring::preload {

// The names of the fields of a document's data that say what is offered.
struct FieldNames {
  std::string id = "id";
  std::string title = "title";
  std::string description = "description";
  std::string category = "category";
  std::string condition = "condition";
  std::string seller = "seller";
};

struct Settings {
  std::string policy;  // path of a policy or image
  // What saring_live_options calls so; "" where there is none.
  std::string last_good, off_switch;
  xapian::Tags tags;
  FieldNames fields;
  // What happens where no verdict is to be had. Closed: searches find nothing
  // and documents are refused. Open: all is as without the library.
  bool fail_open = false;
  // What is wrong with the variables, a line each; "" when nothing is.
  std::string faults;
};

// Whether SARING_POLICY names a policy. Where it does not, the library leaves
// the program alone. Any thread.
bool Wanted();

// Those of this process's environment, as it was at the first call. Any thread.
const Settings& TheSettings();

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_SETTINGS_H_
