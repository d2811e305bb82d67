// Stands before what makes a query of text.

#include "plugin/hosts/xapian_preload/in_force.h"
#include "plugin/hosts/xapian_preload/message.h"
#include "plugin/hosts/xapian_preload/next_symbol.h"
#include "plugin/hosts/xapian_preload/settings.h"
#include "plugin/hosts/xapian_preload/typed_text.h"

namespace saring::preload {
namespace {

// The text to parse for the text that was typed. Where there is no verdict it
// is the same: what searches with it meets the fault again and says so.
std::string ToParse(const std::string& typed) {
  try {
    return Judge(typed).to_parse;
  } catch (const xapian::Error&) {
    return typed;
  }
}

// Whether the program may propose `text` to whoever searches.
bool MayPropose(const std::string& text) {
  try {
    return text.empty() || Judge(text).action < SARING_HIDE;
  } catch (const xapian::Error&) {
    return TheSettings().fail_open;
  }
}

}  // namespace
}  // namespace saring::preload

using namespace saring::preload;

namespace Xapian {

Query QueryParser::parse_query(const std::string& text, unsigned flags,
                               const std::string& default_prefix) {
  static const auto next = NextSymbol<Query(QueryParser*, const std::string&,
                                            unsigned, const std::string&)>(
      "_ZN6Xapian11QueryParser11parse_queryERKNSt7__cxx1112basic_stringIcSt11"
      "char_traitsIcESaIcEEEjS8_");
  if (!Wanted() || Within::Now()) {
    return next(this, text, flags, default_prefix);
  }
  Query query = next(this, ToParse(text), flags, default_prefix);
  RememberTyped(text, query);
  return query;
}

std::string QueryParser::get_corrected_query_string() const {
  static const auto next = NextSymbol<std::string(const QueryParser*)>(
      "_ZNK6Xapian11QueryParser26get_corrected_query_stringB5cxx11Ev");
  std::string corrected = next(this);
  if (Wanted() && !MayPropose(corrected)) corrected.clear();
  return corrected;
}

}  // namespace Xapian
