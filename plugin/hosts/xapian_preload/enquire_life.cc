// Stands before what constructs, copies and destroys an Enquire.
//
// By their mangled names: these functions of Xapian cannot be defined in C++
// without its private headers.

#include <new>

#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/searches.h"
#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {
namespace {

// Runs `note` where the library is wanted. An Enquire that could not be noted
// finds nothing, or everything where that was wanted.
template <typename Note>
void Noting(Note note) noexcept {
  if (!Wanted()) return;
  try {
    note();
  } catch (...) {
    Say("no memory to follow a search");
  }
}

}  // namespace
}  // namespace saring::preload

using saring::preload::Copied;
using saring::preload::Destroyed;
using saring::preload::NextSymbol;
using saring::preload::Noting;
using saring::preload::Opened;
using Xapian::Database;
using Xapian::Enquire;

#pragma GCC visibility push(default)
extern "C" {

// Enquire(const Database&)
void _ZN6Xapian7EnquireC1ERKNS_8DatabaseE(Enquire* self, const Database& db) {
  static const auto next = NextSymbol<void(Enquire*, const Database&)>(
      "_ZN6Xapian7EnquireC1ERKNS_8DatabaseE");
  next(self, db);
  Noting([&] { Opened(self, db); });
}
void _ZN6Xapian7EnquireC2ERKNS_8DatabaseE(Enquire* self, const Database& db)
    __attribute__((alias("_ZN6Xapian7EnquireC1ERKNS_8DatabaseE")));

// Enquire(const Database&, ErrorHandler*)
void _ZN6Xapian7EnquireC1ERKNS_8DatabaseEPNS_12ErrorHandlerE(Enquire* self,
                                                             const Database& db,
                                                             void* handler) {
  static const auto next = NextSymbol<void(Enquire*, const Database&, void*)>(
      "_ZN6Xapian7EnquireC1ERKNS_8DatabaseEPNS_12ErrorHandlerE");
  next(self, db, handler);
  Noting([&] { Opened(self, db); });
}
void _ZN6Xapian7EnquireC2ERKNS_8DatabaseEPNS_12ErrorHandlerE(Enquire* self,
                                                             const Database& db,
                                                             void* handler)
    __attribute__((
        alias("_ZN6Xapian7EnquireC1ERKNS_8DatabaseEPNS_12ErrorHandlerE")));

// Enquire(const Enquire&)
void _ZN6Xapian7EnquireC1ERKS0_(Enquire* self, const Enquire& from) {
  static const auto next =
      NextSymbol<void(Enquire*, const Enquire&)>("_ZN6Xapian7EnquireC1ERKS0_");
  next(self, from);
  Noting([&] { Copied(&from, self, false); });
}
void _ZN6Xapian7EnquireC2ERKS0_(Enquire* self, const Enquire& from)
    __attribute__((alias("_ZN6Xapian7EnquireC1ERKS0_")));

// Enquire(Enquire&&)
void _ZN6Xapian7EnquireC1EOS0_(Enquire* self, Enquire& from) {
  static const auto next =
      NextSymbol<void(Enquire*, Enquire&)>("_ZN6Xapian7EnquireC1EOS0_");
  next(self, from);
  Noting([&] { Copied(&from, self, true); });
}
void _ZN6Xapian7EnquireC2EOS0_(Enquire* self, Enquire& from)
    __attribute__((alias("_ZN6Xapian7EnquireC1EOS0_")));

// operator=(const Enquire&)
void _ZN6Xapian7EnquireaSERKS0_(Enquire* self, const Enquire& from) {
  static const auto next =
      NextSymbol<void(Enquire*, const Enquire&)>("_ZN6Xapian7EnquireaSERKS0_");
  next(self, from);
  Noting([&] { Copied(&from, self, false); });
}

// operator=(Enquire&&)
Enquire& _ZN6Xapian7EnquireaSEOS0_(Enquire* self, Enquire& from) {
  static const auto next =
      NextSymbol<Enquire&(Enquire*, Enquire&)>("_ZN6Xapian7EnquireaSEOS0_");
  Enquire& result = next(self, from);
  Noting([&] { Copied(&from, self, true); });
  return result;
}

// ~Enquire()
void _ZN6Xapian7EnquireD1Ev(Enquire* self) {
  static const auto next = NextSymbol<void(Enquire*)>("_ZN6Xapian7EnquireD1Ev");
  Noting([&] { Destroyed(self); });
  next(self);
}
void _ZN6Xapian7EnquireD2Ev(Enquire* self)
    __attribute__((alias("_ZN6Xapian7EnquireD1Ev")));

}  // extern "C"
#pragma GCC visibility pop
