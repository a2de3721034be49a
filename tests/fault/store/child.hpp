/// Work done in another process, which may be killed at it.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace ent::test {

enum class End { done, killed, failed };

/// Runs `work` in a copy of this process and waits for its end; what it throws is a failure.
template <class Work>
pid_t start_child(Work work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    work();
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

inline End wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return End::killed;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? End::done : End::failed;
}

template <class Work>
End in_child(Work work) {
  return wait_for(start_child(work));
}

/// Counts what a child did, also when it is killed: a byte in a pipe for each.
class Tally {
 public:
  Tally() {
    if (pipe(ends_) != 0) std::abort();
  }
  ~Tally() {
    close(ends_[0]);
    close(ends_[1]);
  }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  /// In the child.
  void add() const {
    const char mark = '.';
    if (write(ends_[1], &mark, 1) != 1) std::abort();
  }
  /// In the parent, behind the end of the child.
  int count() {
    close(ends_[1]);
    int found = 0;
    for (char mark = 0; read(ends_[0], &mark, 1) == 1;) ++found;
    ends_[1] = dup(ends_[0]);  // something to close
    return found;
  }

 private:
  int ends_[2] = {};
};

}  // namespace ent::test
