/// Asks a Watch while the engine works.
#pragma once

#include <sqlite3.h>

#include <exception>

#include "ent/watch.hpp"

namespace ent::store::sqlite {

/// As long as it lives, the statements of a connection are interrupted when the watch says so. What the watch
/// throws is held back while the engine is on the stack.
class Watched {
 public:
  /// `watch` may be null.
  Watched(sqlite3* handle, Watch* watch);
  ~Watched();
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  /// Throws what the watch has thrown, if it has.
  void rethrow() const;

 private:
  static int ask(void* self) noexcept;

  sqlite3* handle_;
  Watch* watch_;
  Progress progress_{};
  std::exception_ptr thrown_{};
};

}  // namespace ent::store::sqlite
