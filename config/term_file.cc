#include "config/term_file.h"

#include <algorithm>
#include <optional>
#include <string>

#include "config/source_text.h"
#include "config/utf8.h"

namespace saring {

TermFiles::TermFiles(PolicyFiles* files, const Policy* policy,
                     FaultList* faults)
    : files_(files), policy_(policy), faults_(faults) {}

void TermFiles::Read(const Written& name, WrittenTerms* terms) {
  const auto file = files_->Read(name);
  if (!file) return;
  Place place{file->number, 0, 0};
  std::string_view left = WithoutByteOrderMark(file->bytes);
  while (!left.empty()) {
    const size_t end = std::min(left.find('\n'), left.size());
    ++place.line;
    if (terms_left_ == 0) {
      faults_->Error(policy_->At(place),
                     "the term files of a policy hold more than " +
                         std::to_string(kMaxFileTerms) + " terms");
      return;
    }
    ReadLine(left.substr(0, end), place, terms);
    left.remove_prefix(std::min(end + 1, left.size()));
  }
}

void TermFiles::ReadLine(std::string_view line, Place place,
                         WrittenTerms* terms) {
  constexpr std::string_view kBlanks = " \t\r";
  const size_t begin = line.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos || line[begin] == '#') return;
  const size_t end = line.find_last_not_of(kBlanks) + 1;
  const std::string_view term = line.substr(begin, end - begin);
  place.column = static_cast<uint32_t>(begin + 1);
  if (term.size() > kMaxTermBytes) {
    faults_->Error(policy_->At(place), "a line of more than " +
                                           std::to_string(kMaxTermBytes) +
                                           " bytes; a line is one term");
    return;
  }
  if (const auto bad = FindBadByte(term)) {
    place.column += static_cast<uint32_t>(bad->at);
    faults_->Error(policy_->At(place), bad->problem);
    return;
  }
  terms->Add(term, place);
  --terms_left_;
}

}  // namespace saring
