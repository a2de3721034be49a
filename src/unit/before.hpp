/// What an operation may do before its body is queued: ask ports, read, and compute for long.
///
/// Bodies run inside a transaction that others may be waiting for, so a password is hashed here. Nothing
/// is decided here: what was read may have changed when the body runs, and the body asks for the right.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "unit/liveness.hpp"
#include "unit/unit.hpp"

namespace ent::unit {

class Before {
 public:
  explicit Before(Frame& frame) noexcept : frame_(frame) {}
  Before(const Before&) = delete;
  Before& operator=(const Before&) = delete;

  Instant now() const noexcept { return frame_.now; }
  Date today() const noexcept { return frame_.today; }
  const access::Actor& actor() const noexcept { return frame_.session.rights->actor(); }
  const std::shared_ptr<PortalState>& portal() const noexcept { return frame_.session.portal; }
  /// The session that asks.
  const SessionState& session() const noexcept { return frame_.session; }

  /// Fills `bytes` from the portal's source.
  void random(std::span<std::byte> bytes) const { portal()->random->fill(bytes); }

  /// Runs `ask(Read<P>&)` in a read transaction of its own, and gives its answer.
  template <Perm P, class Ask>
  auto read(Ask&& ask) {
    const Reading reading(frame_);
    Read<P> unit(frame_);
    return std::forward<Ask>(ask)(unit);
  }

 private:
  class Reading {
   public:
    explicit Reading(Frame& frame);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

   private:
    Frame& frame_;
    store::Lease lease_;
  };

  Frame& frame_;
};

}  // namespace ent::unit
