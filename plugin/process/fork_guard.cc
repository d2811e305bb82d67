#include "plugin/process/fork_guard.h"

#include <pthread.h>

#include <mutex>
#include <new>
#include <vector>

namespace saring {
namespace {

struct Handlers {
  std::mutex mutex;
  std::vector<ForkHandler*> all;
};

// Never destroyed: a process may fork while it ends.
Handlers& TheHandlers() {
  static Handlers* const handlers = new Handlers;
  return *handlers;
}

void BeforeFork() {
  TheHandlers().mutex.lock();
  for (ForkHandler* handler : TheHandlers().all) handler->BeforeFork();
}

void AfterForkInParent() {
  for (ForkHandler* handler : TheHandlers().all) handler->AfterForkInParent();
  TheHandlers().mutex.unlock();
}

void AfterForkInChild() {
  for (ForkHandler* handler : TheHandlers().all) handler->AfterForkInChild();
  TheHandlers().mutex.unlock();
}

void Register() {
  static const int error =
      pthread_atfork(BeforeFork, AfterForkInParent, AfterForkInChild);
  if (error != 0) throw std::bad_alloc();
}

}  // namespace

ForkGuard::ForkGuard(ForkHandler* handler) : handler_(handler) {
  Register();
  const std::lock_guard lock(TheHandlers().mutex);
  TheHandlers().all.push_back(handler_);
}

ForkGuard::~ForkGuard() {
  const std::lock_guard lock(TheHandlers().mutex);
  std::erase(TheHandlers().all, handler_);
}

}  // namespace saring
