// Files of terms, one a line, that lie beside a policy.

#ifndef SARING_CONFIG_TERM_FILE_H_
#define SARING_CONFIG_TERM_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "config/fault.h"
#include "config/policy.h"
#include "config/policy_loader.h"

namespace saring {

// A hash of `bytes` that continues `hash`. Not against forgers.
uint64_t HashBytes(std::string_view bytes, uint64_t hash);

// Reads the term files of one policy, and keeps the sum of their sizes and
// terms within the limits of policy_loader.h.
//
// Blank lines and lines that begin with # are no terms; spaces around a term,
// a byte order mark and carriage returns at the ends of lines are dropped.
class TermFiles {
 public:
  // `path` is that of the policy's own file; faults go to *faults. A file that
  // is read is added to the policy's files and to its hash. Borrows both.
  TermFiles(const std::string& path, Policy* policy, FaultList* faults);

  // Appends the terms of the file of that name. A line that is no text is a
  // fault and is left out.
  void Read(const Written& name, WrittenTerms* terms);

 private:
  // The path of the file, or "" after a fault.
  std::string Resolve(const Written& name);
  void ReadLine(std::string_view line, Place place, WrittenTerms* terms);
  uint32_t FileNumber(const Written& name);

  Policy* policy_;
  FaultList* faults_;
  std::string shown_folder_;  // with which files are named in faults
  std::string real_folder_;   // without symbolic links, ends in '/'
  size_t bytes_left_ = kMaxTermFileBytes;
  size_t terms_left_ = kMaxFileTerms;
};

}  // namespace saring

#endif  // SARING_CONFIG_TERM_FILE_H_
