/// One account acting under one profile.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ent/id.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/time.hpp"

namespace ent {

namespace unit {
struct SessionState;
}

/// What a caller may ask of one call, beside its input.
struct CallOptions {
  /// 1 to 100 characters. A second write of the account with the same key and the same input does
  /// nothing and gives the first answer; with another input it is refused (call.key_reused).
  std::string idempotency_key{};
  /// The revision that the caller has read. A write of an object that has another one by now is
  /// refused with `conflict`, reason call.stale_revision.
  std::optional<std::int64_t> if_revision{};
  /// By the portal's clock. A call that has not begun by then is refused with `timed_out`; one that has
  /// begun is finished.
  std::optional<Instant> deadline{};
};

/// A person at work: every operation takes one. Made by Portal; cheap, so make many.
///
/// Threads: one at a time. The portal may be closed while sessions live: their calls then answer
/// failed_precondition, reason `closed`.
class Session {
 public:
  explicit Session(std::shared_ptr<unit::SessionState> state) noexcept : state_(std::move(state)) {}

  AccountId account_id() const noexcept;  ///< No id for the host itself (profile system).
  PersonId person_id() const noexcept;    ///< No id for the host itself.
  Profile profile() const noexcept;

  /// The same actor, reading the facts as they stood or will stand on `date`. Rights are still judged
  /// now. Writes through it are refused (failed_precondition, session.reads_only).
  Session at(Date date) const;

  /// The same actor, whose reads all see the store as it is now, until the returned session is
  /// destroyed. Hold it briefly: it holds a connection. Writes through it are refused
  /// (failed_precondition, session.reads_only).
  Result<Session> snapshot() const;

  /// The same account acting under another of its profiles, without signing in again. The session goes on
  /// under it; handles that exist keep the profile that they have.
  ///
  /// Errors: unauthenticated (session.ended: and the like), failed_precondition (account.profile_not_held,
  /// session.impersonated). Since 0.1.
  Result<Session> switch_profile(Profile profile) const;

  /// The person enters the password again: for ten minutes this session may do what asks for a recent proof.
  ///
  /// Errors: unauthenticated (account.credentials_wrong, session.ended: and the like), resource_exhausted
  /// (account.try_later), failed_precondition (account.no_password, session.impersonated). Since 0.1.
  Result<Done> step_up(const std::string& password);

  unit::SessionState& state() const noexcept { return *state_; }  ///< For the library's own use.

 private:
  std::shared_ptr<unit::SessionState> state_;
};

}  // namespace ent
