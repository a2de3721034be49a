/// One run of one operation: what the body may know without asking a port.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ent/session.hpp"
#include "store/store.hpp"
#include "unit/state.hpp"

namespace ent::unit {

struct Op;

/// How a call that was done ended: a failed sign-in is done, since it leaves its count.
struct Told {
  Errc outcome = Errc::ok;
  std::string_view reason{};
};

/// Filled before the body is queued, since bodies run inside a transaction and, in a group commit, on
/// another caller's thread: no port is called there.
struct Frame {
  const Op& op;
  SessionState& session;
  const CallOptions& options;
  Instant now;
  Date today;  ///< The civil date of now: by it rights are judged.
  Date at;     ///< The date of the facts that are read.
  std::array<std::byte, 32> random{};

  store::Connection* connection = nullptr;
  std::optional<store::Rows> liveness{};  ///< Asked with the first facts, read before the first decision.
  bool checked = false;               ///< The body asked for a right.
  access::Decision refusal{};         ///< The last refusal, for the audit.
  access::Target target{};            ///< The last target that a right was asked about.
  std::uint64_t random_taken = 0;
  std::shared_ptr<const void> prepared{};  ///< What the operation's `before` made, if it has one.
  Told told{};                        ///< What the audit says of a call that was done.
  bool rehearsed = false;             ///< What the body wrote is to be undone; its answer stands.
};

}  // namespace ent::unit
