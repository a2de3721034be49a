/// A portal that Python threads share, until it is closed.
#pragma once

#include <memory>
#include <optional>

#include "ent/portal.hpp"
#include "errors.hpp"
#include "ref.hpp"
#include "session.hpp"

namespace ent::python {

/// All functions are called with the interpreter's lock held.
class SharedPortal {
 public:
  explicit SharedPortal(Portal portal) : portal_(std::move(portal)) {}

  std::shared_ptr<SharedSession> system() const { return std::make_shared<SharedSession>(open().system()); }

  /// Sessions live on, and are refused; connections end with the last of them.
  void close() {
    if (!portal_) return;
    Portal closing = *std::exchange(portal_, std::nullopt);
    const Unlocked unlocked;
    closing.close();
    const Portal last = std::move(closing);
  }

  const Portal& open() const {
    if (!portal_) raise(Errc::failed_precondition, "closed");
    return *portal_;
  }

 private:
  std::optional<Portal> portal_;
};

}  // namespace ent::python
