#include "plugin/hosts/sphinx/scratch.h"

namespace saring::sphinx {

saring_scratch* ThreadScratch() {
  thread_local Scratch scratch;
  if (scratch == nullptr) scratch.reset(saring_scratch_create());
  return scratch.get();
}

}  // namespace saring::sphinx
