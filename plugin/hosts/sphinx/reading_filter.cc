// The index-time token filter `saring_reading`: a word in disguise is also
// indexed as what the policy reads it as, at the same position, so that a
// search for `bekas` finds `b3k4s`. What is written stays in the index. Words
// read from several keywords follow the last keyword of their field.
//
// Where memory is out a document has its keywords as written and no more.

#include <exception>
#include <memory>
#include <new>

#include "plugin/hosts/sphinx/field_reader.h"
#include "plugin/hosts/sphinx/init_error.h"
#include "plugin/hosts/sphinx/plugin_interface.h"

namespace saring::sphinx {
namespace {

// A query's token filter is called by the same names with other arguments:
// first the longest keyword, in bytes, where an index's has the number of its
// fields. No index has so many fields.
constexpr int kQueryKeyword = 142;

// Refuses to filter queries, where `error` stands in the place of options and
// anything in that of `error`. Not with a reason: should it be an index after
// all, the host does not expect its options to be written.
int RefuseQueries(const char* error) {
  if (*error != '\0') *const_cast<char*>(error) = '\0';
  return 1;
}

FieldReader& ReaderOf(void* data) { return *static_cast<FieldReader*>(data); }

}  // namespace

// indexer calls this twice: before and after it knows the fields.
SARING_SPHINX_EXPORT int saring_reading_init(void** data, int fields,
                                             const char** /*names*/,
                                             const char* options, char* error) {
  if (fields == kQueryKeyword) return RefuseQueries(options);
  if (options != nullptr && *options != '\0') {
    WriteInitError("saring: saring_reading takes no options", error);
    return 1;
  }
  if (!Begin(error)) return 1;
  *data = new (std::nothrow) FieldReader();
  if (*data != nullptr) return 0;
  WriteInitError("saring: out of memory", error);
  return 1;
}

SARING_SPHINX_EXPORT void saring_reading_deinit(void* data) {
  delete static_cast<FieldReader*>(data);
}

SARING_SPHINX_EXPORT int saring_reading_begin_document(void* /*data*/,
                                                       const char* /*options*/,
                                                       char* /*error*/) {
  return 0;
}

SARING_SPHINX_EXPORT void saring_reading_begin_field(void* data,
                                                     int /*field*/) {
  ReaderOf(data).BeginField();
}

// Returns the keyword to index in place of `keyword`; *extra becomes 1 when
// there are more, which saring_reading_get_extra_token() then gives. The
// positions are the host's.
SARING_SPHINX_EXPORT char* saring_reading_push_token(void* data, char* keyword,
                                                     int* extra,
                                                     int* /*delta*/) {
  *extra = 0;
  try {
    ReaderOf(data).Read(keyword);
    *extra = ReaderOf(data).has_next() ? 1 : 0;
  } catch (const std::exception&) {
  }
  return keyword;
}

SARING_SPHINX_EXPORT char* saring_reading_get_extra_token(void* data,
                                                          int* delta) {
  *delta = 0;
  return const_cast<char*>(ReaderOf(data).Next());
}

// Returns whether there are more keywords.
SARING_SPHINX_EXPORT int saring_reading_end_field(void* data) {
  try {
    ReaderOf(data).EndField();
    return ReaderOf(data).has_next() ? 1 : 0;
  } catch (const std::exception&) {
    return 0;
  }
}

}  // namespace saring::sphinx
