// Files of terms, one a line, that lie beside a policy.

#ifndef SARING_CONFIG_TERM_FILE_H_
#define SARING_CONFIG_TERM_FILE_H_

#include <cstddef>
#include <string_view>

#include "config/fault.h"
#include "config/policy.h"
#include "config/policy_files.h"
#include "config/policy_loader.h"

namespace saring {

// Reads the term files of one policy, and keeps the sum of their terms within
// the limit of policy_loader.h.
//
// Blank lines and lines that begin with # are no terms; spaces around a term,
// a byte order mark and carriage returns at the ends of lines are dropped.
class TermFiles {
 public:
  // Faults go to *faults. Borrows all.
  TermFiles(PolicyFiles* files, const Policy* policy, FaultList* faults);

  // Appends the terms of the file of that name. A line that is no text is a
  // fault and is left out.
  void Read(const Written& name, WrittenTerms* terms);

 private:
  void ReadLine(std::string_view line, Place place, WrittenTerms* terms);

  PolicyFiles* files_;
  const Policy* policy_;
  FaultList* faults_;
  size_t terms_left_ = kMaxFileTerms;
};

}  // namespace saring

#endif  // SARING_CONFIG_TERM_FILE_H_
