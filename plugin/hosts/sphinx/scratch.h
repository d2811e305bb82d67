// The working memory of checks, owned.

#ifndef SARING_PLUGIN_HOSTS_SPHINX_SCRATCH_H_
#define SARING_PLUGIN_HOSTS_SPHINX_SCRATCH_H_

#include <saring/saring.h>

#include <memory>

namespace saring::sphinx {

struct ScratchFree {
  void operator()(saring_scratch* scratch) const {
    saring_scratch_free(scratch);
  }
};
using Scratch = std::unique_ptr<saring_scratch, ScratchFree>;

// That of the calling thread, freed when the thread ends; NULL when there is no
// memory.
saring_scratch* ThreadScratch();

}  // namespace saring::sphinx

#endif  // SARING_PLUGIN_HOSTS_SPHINX_SCRATCH_H_
