// Stands before what indexes text.

#include <saring/xapian.h>

#include "plugin/hosts/xapian_preload/indexed_text.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/settings.h"

namespace saring::preload {
namespace {

void Remember(const Xapian::TermGenerator& generator,
              const Xapian::Utf8Iterator& text, const std::string& prefix) {
  if (!Wanted() || Within::Now() || text.raw() == nullptr) return;
  RememberIndexed(generator.get_document(), {text.raw(), text.left()}, prefix);
}

}  // namespace
}  // namespace saring::preload

using namespace saring::preload;

namespace Xapian {

void TermGenerator::index_text(const Utf8Iterator& text, termcount increment,
                               const std::string& prefix) {
  static const auto next = NextSymbol<void(TermGenerator*, const Utf8Iterator&,
                                           termcount, const std::string&)>(
      "_ZN6Xapian13TermGenerator10index_textERKNS_12Utf8IteratorEjRKNSt7__"
      "cxx1112basic_stringIcSt11char_traitsIcESaIcEEE");
  Remember(*this, text, prefix);
  next(this, text, increment, prefix);
}

void TermGenerator::index_text_without_positions(const Utf8Iterator& text,
                                                 termcount increment,
                                                 const std::string& prefix) {
  static const auto next = NextSymbol<void(TermGenerator*, const Utf8Iterator&,
                                           termcount, const std::string&)>(
      "_ZN6Xapian13TermGenerator28index_text_without_positionsERKNS_"
      "12Utf8IteratorEjRKNSt7__cxx1112basic_stringIcSt11char_"
      "traitsIcESaIcEEE");
  Remember(*this, text, prefix);
  next(this, text, increment, prefix);
}

}  // namespace Xapian
