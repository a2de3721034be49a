/// The rows of sessions, and the statements by which every call learns whether its session lives.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "account/secret.hpp"
#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

/// ($1 account, $2 session, $3 now) -> '' or the reason why a session begun by its own person has ended.
extern const unit::Sql session_liveness;
/// The same of an impersonation, which ends with its reader's account too.
extern const unit::Sql impersonation_liveness;
/// ($1 account, $2 epoch of the account when the host vouched, $3 now), of a session that has no row.
extern const unit::Sql host_liveness;

using TokenName = std::array<std::byte, 16>;

struct SessionRow {
  AccountId account_id{};
  SessionId id{};
  TokenName name{};   ///< Of its token.
  Digest secret{};    ///< Of the token that is good now.
  SessionKind kind{};
  Profile profile{};
  DeviceId device_id{};
  std::int64_t epoch = 0;  ///< Of the account when it began.
  Instant created_at{};
  Instant seen_at{};
  Instant idle_at{};  ///< It ends then, unless it is used.
  Instant ends_at{};  ///< It ends then.
  std::optional<Instant> ended_at{};
  std::optional<Instant> step_up_at{};  ///< When the password was last entered again.
  AccountId reader_account{};           ///< Of an impersonation, who reads.
  PersonId reader{};
  std::int64_t reader_epoch = 0;
};

std::optional<SessionRow> find_session(unit::Unit& unit, AccountId account, SessionId session);
std::optional<SessionRow> find_session(unit::Unit& unit, const TokenName& name);
/// '' when it lives.
std::string why_ended(unit::Unit& unit, const SessionRow& session);

/// Those that live, and the impersonations since an instant, dead ones too; the last used first.
std::vector<SessionView> list_sessions(unit::Unit& unit, AccountId account, Instant impersonations_since);

void insert_session(unit::WriteUnit& unit, const unit::Granted& granted, const SessionRow& session);
/// Writes what changes: secret, profile, seen_at, idle_at, step_up_at.
void update_session(unit::WriteUnit& unit, const unit::Granted& granted, const SessionRow& session);
void end_session(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, SessionId session);
/// Of the live sessions that are no impersonations, ends all but the `kept` last used.
void end_oldest(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, std::int64_t kept);
/// Ends the sessions that were begun from a device.
void end_of_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device);
/// Moves one live session to a new epoch of its account, when all others end.
void carry_over(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, SessionId session,
                std::int64_t epoch);

}  // namespace ent::account::rows
