/// Work that takes long: how far it has come, and how it is stopped.
#pragma once

#include <cstdint>

namespace ent {

/// How far a long piece of work has come.
struct Progress {
  std::int64_t done = 0;   ///< In steps of the work's own.
  std::int64_t total = 0;  ///< Of so many; 0: not known beforehand.
};

/// Told of the progress of one piece of work, on the thread of its caller.
class Watch {
 public:
  virtual ~Watch() = default;
  /// Called now and then. False stops the work, which then answers `cancelled` and leaves nothing. The library
  /// must not be called from here.
  virtual bool go_on(const Progress& progress) = 0;
};

}  // namespace ent
