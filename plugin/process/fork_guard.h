// What must hold on both sides of a fork.

#ifndef SARING_PLUGIN_PROCESS_FORK_GUARD_H_
#define SARING_PLUGIN_PROCESS_FORK_GUARD_H_

namespace saring {

// Called around each fork() of the process. A child has one thread and a copy
// of all memory: a mutex that another thread held would never be free in it, so
// it is held by the one that forks.
class ForkHandler {
 public:
  virtual void BeforeFork() = 0;
  virtual void AfterForkInParent() = 0;
  virtual void AfterForkInChild() = 0;

 protected:
  ~ForkHandler() = default;
};

// Has a handler called while it lives. Throws std::bad_alloc.
class ForkGuard {
 public:
  explicit ForkGuard(ForkHandler* handler);
  ~ForkGuard();
  ForkGuard(const ForkGuard&) = delete;
  ForkGuard& operator=(const ForkGuard&) = delete;

 private:
  ForkHandler* const handler_;
};

}  // namespace saring

#endif  // SARING_PLUGIN_PROCESS_FORK_GUARD_H_
