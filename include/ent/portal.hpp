/// A portal: one open ENT, in one store.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "ent/ports.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent {

namespace unit {
struct PortalState;
}

/// What an acknowledged write survives.
enum class Durability : std::int32_t {
  full = 1,    ///< A power cut (the default).
  normal = 2,  ///< A crash of the process; a power cut may lose the last writes. SQLite only.
};

/// How a portal is opened.
struct OpenOptions {
  std::string timezone = "Europe/Paris";      ///< IANA name of the zone of the portal's civil dates.
  Durability durability = Durability::full;   ///< What an acknowledged write survives.
  std::int32_t busy_timeout_ms = 5000;        ///< How long to wait for another process's write, 0 to 600 000.
  std::int32_t readers = 0;                   ///< Connections for reading at once, 1 to 64; 0: processors + 1.
  std::int32_t password_hashes = 4;           ///< Hashes of passwords at once, 1 to 64; one takes up to 64 MiB.
  std::shared_ptr<Clock> clock{};             ///< Default: the system's.
  std::shared_ptr<Random> random{};           ///< Default: the system's, by libsodium.
  std::shared_ptr<Log> log{};                 ///< Default: nothing is logged.
};

/// One open ENT. Threads: any. Copies share one portal.
class Portal {
 public:
  /// Opens a store, or makes it where there is none, and brings it to this library's schema.
  ///
  /// `uri`: a path or `:memory:` for SQLite; `postgresql://...` for PostgreSQL, whose query may name a
  /// `schema=`. Errors: invalid_argument (portal.timezone_unknown, field.range), failed_precondition
  /// (store.newer), unavailable (store.busy, store.io), data_loss (store.corrupt), unimplemented
  /// (store.no_engine: this build has no PostgreSQL). Since 0.1.
  static Result<Portal> open(const std::string& uri, const OpenOptions& options = {});

  /// A session of the host itself, for work that no person asked for: loading, nightly runs. What it may
  /// do is the column `system` of the permission matrix. Since 0.1.
  Session system() const;

  /// Ends the portal: every later call of its sessions answers failed_precondition, reason `closed`. Calls
  /// that are running are finished. Connections end with the last session. Twice is once. Since 0.1.
  void close() noexcept;

  unit::PortalState& state() const noexcept { return *state_; }  ///< For the library's own use.
  const std::shared_ptr<unit::PortalState>& shared_state() const noexcept { return state_; }  ///< Likewise.

 private:
  explicit Portal(std::shared_ptr<unit::PortalState> state) noexcept : state_(std::move(state)) {}
  std::shared_ptr<unit::PortalState> state_;
};

}  // namespace ent
