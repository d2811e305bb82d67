#include <iostream>

#include "bench/quality.h"

int main(int argc, char** argv) {
  return saring::quality::Run({argv + 1, argv + argc}, std::cout, std::cerr);
}
