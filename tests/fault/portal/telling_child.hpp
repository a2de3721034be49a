/// Another process of the test, and what it tells through a pipe.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

#include "ent/result.hpp"

namespace ent::test {

/// In a child, on any of its threads: what `work` throws is written to the log of the test and ends the process.
template <class Work>
void or_end(Work work) noexcept {
  try {
    work();
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "a child of the test: %s\n", exception.what());
    ::_exit(1);
  }
}

/// Runs `work(tell)` in a child, where `tell(number)` writes a number to the parent at once.
class TellingChild {
 public:
  template <class Work>
  explicit TellingChild(Work work) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
      ::close(ends[0]);
      const auto tell = [end = ends[1]](std::int64_t number) {
        if (::write(end, &number, sizeof number) != sizeof number) ::_exit(3);
      };
      // The test framework's handlers would go on with the tests, in the child.
      for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(signal, SIG_DFL);
      or_end([&] { work(tell); });
      ::_exit(0);
    }
    ::close(ends[1]);
    reading_ = ends[0];
  }
  TellingChild(const TellingChild&) = delete;
  TellingChild& operator=(const TellingChild&) = delete;
  ~TellingChild() {
    if (process_ > 0) kill();
    ::close(reading_);
  }

  /// The next number that the child told; none when it has ended. A pipe keeps what a killed child told.
  std::optional<std::int64_t> next() {
    std::int64_t number = 0;
    const auto got = ::read(reading_, &number, sizeof number);
    return got == sizeof number ? std::optional(number) : std::nullopt;
  }

  void kill() {
    ::kill(process_, SIGKILL);
    end();
  }

  /// Waits for its end; the code with which it went, -1 when it was killed.
  int end() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t process_ = -1;
  int reading_ = -1;
};

/// In a child, where the checks of the test framework mean nothing.
template <class T>
T needed(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().reason);
  return *std::move(result);
}

}  // namespace ent::test
