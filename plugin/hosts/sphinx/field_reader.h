// Finds the words to index beside those that a field is written in.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_FIELD_READER_H_
#define SARING_PLUGIN_HOSTS_SPHINX_FIELD_READER_H_

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "plugin/hosts/sphinx/scratch.h"

namespace saring::sphinx {

// Reads one field at a time, keyword by keyword. One thread at a time. May
// throw std::bad_alloc.
class FieldReader {
 public:
  void BeginField();

  // Takes the next keyword as the host wrote it. Next() then gives the words
  // that the policy reads it as and that the field has not had yet.
  void Read(std::string_view keyword);

  // Next() then gives those words of the whole field that no keyword alone was
  // read as: `b e k a s`, `ke meja`.
  void EndField();

  // The next of the words, NUL-terminated, or NULL after the last. Valid until
  // the next call of this object.
  const char* Next();
  bool has_next() const { return next_ < words_.size(); }

 private:
  // Makes the words that `text` is read as, and that the field has not had yet,
  // the next ones. One too long for a keyword is none.
  void Queue(std::string_view text);

  Scratch scratch_{saring_scratch_create()};
  std::string field_;                    // keywords, a space between two
  std::unordered_set<std::string> had_;  // in this field
  std::vector<std::string> words_;
  size_t next_ = 0;
};

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_FIELD_READER_H_
