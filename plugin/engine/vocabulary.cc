#include "plugin/engine/vocabulary.h"

namespace saring {

Vocabulary::WordId Vocabulary::Intern(std::string_view word) {
  const auto next = static_cast<WordId>(ids_.size() + 1);
  return ids_.emplace(word, next).first->second;
}

Vocabulary::WordId Vocabulary::Find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kUnknown : found->second;
}

}  // namespace saring
