// The function that a function of this library stands before.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_NEXT_SYMBOL_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_NEXT_SYMBOL_H_

#include <dlfcn.h>

namespace saring::preload {

// The next definition of `mangled` after this library's, which links
// libxapian.so.30: it is always there. A member function is called as a
// function whose first argument is the object, as the Itanium ABI has it.
template <typename Function>
Function* NextSymbol(const char* mangled) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, mangled));
}

// While one exists, the calling thread is within this library: what the
// adapter itself calls of Xapian goes straight through.
class Within {
 public:
  Within() { ++depth; }
  ~Within() { --depth; }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
  static bool Now() { return depth > 0; }

 private:
  static inline thread_local int depth = 0;
};

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_NEXT_SYMBOL_H_
