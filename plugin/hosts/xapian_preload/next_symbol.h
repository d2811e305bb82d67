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
  Within() : Within(true) {}
  ~Within() { now = before_; }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
  static bool Now() { return now; }

 protected:
  explicit Within(bool within) : before_(now) { now = within; }

 private:
  static inline thread_local bool now = false;
  const bool before_;
};

// While one exists, it is not: Xapian is running, and what it calls of the
// program's (a decider, a spy, a key) may search in its turn.
class Outside : public Within {
 public:
  Outside() : Within(false) {}
};

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_NEXT_SYMBOL_H_
