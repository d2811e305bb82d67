// What is wrong with a configuration, and where.

#ifndef SARING_CONFIG_FAULT_H_
#define SARING_CONFIG_FAULT_H_

#include <cstddef>
#include <string>
#include <vector>

namespace saring {

// A place in a configuration file. Line and column count from 1, the column in
// bytes; 0 means that the fault concerns the whole file.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { kError, kWarning };

struct Fault {
  Severity severity = Severity::kError;
  Location where;
  std::string message;

  // "file:line:column: message", the form that compilers and editors
  // understand. The message of a warning begins with "warning: ".
  std::string ToString() const;
};

// Everything found wrong so far. The loader and the compiler add to the same
// list and go on, so that a person sees every fault at once. An error refuses
// the policy; a warning does not.
//
// Of errors and of warnings the first kMaxKept each are kept and the rest only
// counted, so that a bad file of a million lines cannot fill the memory.
class FaultList {
 public:
  static constexpr size_t kMaxKept = 1000;

  void Error(Location where, std::string message);
  void Warning(Location where, std::string message);

  bool has_errors() const { return errors_ > 0; }
  bool empty() const { return faults_.empty(); }

  // True when a further error would only be counted.
  bool full() const { return errors_ >= kMaxKept; }

  // Those kept, in order of file, line and column; of one place, in order of
  // arrival. Files stand in the order in which they were first complained of.
  std::vector<Fault> Sorted() const;

  // Sorted(), a line each; then how many more there were, if any.
  std::string ToString() const;

 private:
  std::vector<Fault> faults_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
};

}  // namespace saring

#endif  // SARING_CONFIG_FAULT_H_
