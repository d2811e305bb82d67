// Where the functions of a C or C++ source begin and end.

#ifndef SARING_TESTS_FUNCTIONS_H_
#define SARING_TESTS_FUNCTIONS_H_

#include <cstddef>
#include <string>
#include <vector>

namespace saring {

struct Function {
  size_t line;   // of the first line of its signature, from 1
  size_t lines;  // up to and with its closing brace, less the rows of tables
};

// The functions with a body of `source`, those of classes and test cases among
// them; lambdas belong to the function around them. Reads sources formatted as
// this project's are: it counts braces and knows no grammar.
std::vector<Function> FindFunctions(const std::string& source);

}  // namespace saring

#endif  // SARING_TESTS_FUNCTIONS_H_
