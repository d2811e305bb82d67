// What searchd and indexer pass to a plugin and expect of it: the project's own
// declaration of the plugin interface that Sphinx 2.2 documents and Manticore
// keeps. Structs are laid out as those programs lay them out.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_PLUGIN_INTERFACE_H_
#define SARING_PLUGIN_HOSTS_SPHINX_PLUGIN_INTERFACE_H_

#include <cstddef>
#include <cstdint>

// What the host finds by name.
#define SARING_SPHINX_EXPORT extern "C" __attribute__((visibility("default")))

namespace saring::sphinx {

// The interface declared here. A host refuses a library of an older one than
// its own: Sphinx 2.2.11 takes 8 and later, Manticore 9 and later.
constexpr int kInterfaceVersion = 9;

// Of an argument of a function: the one kind that this plugin takes.
constexpr int kString = 5;

// Bytes of the host's buffer for the reason of a failed init, its NUL among
// them.
constexpr size_t kMostErrorBytes = 256;

// Bytes of a keyword that the host can hold: 42 characters of UTF-8.
constexpr size_t kMostKeywordBytes = 42 * 3;

// One call of a function in a query.
struct Call {
  void* data;     // the function's own, from init to deinit
  char is_const;  // whether the result depends on the row
};

// A string's bytes are at values[i] and are sizes[i] many; no NUL ends them,
// and values[i] may be NULL.
struct Arguments {
  int count;
  int* kinds;
  char** values;
  char** names;
  int* sizes;
  void* (*allocate)(int bytes);  // for a returned string, which the host frees
};

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_PLUGIN_INTERFACE_H_
