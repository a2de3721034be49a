#include "account/session_rows.hpp"

#include <algorithm>

#include "account/instants.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_SESSION_COLUMNS                                                                                       \
  "s.account, s.session, s.name, s.secret, s.kind, s.profile, s.device, s.epoch, s.created_at, s.seen_at, s.idle_at, " \
  "s.ends_at, s.ended_at, s.step_up_at, s.reader_account, s.reader, s.reader_epoch"

constexpr Sql select_session{"SELECT " ENT_SESSION_COLUMNS " FROM account_session s WHERE s.account = $1 AND s.session = $2"};

constexpr Sql select_by_name{"SELECT " ENT_SESSION_COLUMNS " FROM account_session s WHERE s.name = $1"};

constexpr Sql select_all{
    "SELECT s.session, s.kind, s.profile, COALESCE(d.name, ''), s.reader, s.created_at, s.seen_at, s.ended_at, s.ends_at "
    "FROM account_session s JOIN account a ON a.account = s.account "
    "LEFT JOIN account_device d ON d.account = s.account AND d.device = s.device "
    "WHERE s.account = $1 AND ((s.ended_at = 0 AND s.epoch = a.epoch AND s.ends_at > $2 AND s.idle_at > $2) "
    "OR (s.kind = 3 AND s.created_at >= $3)) ORDER BY s.seen_at DESC, s.session"};
static_assert(static_cast<int>(SessionKind::impersonation) == 3);

constexpr Sql insert_row{
    "INSERT INTO account_session (account, session, name, secret, kind, profile, device, epoch, created_at, seen_at, "
    "idle_at, ends_at, ended_at, step_up_at, reader_account, reader, reader_epoch) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"};

constexpr Sql update_row{
    "UPDATE account_session SET secret = $1, profile = $2, seen_at = $3, idle_at = $4, step_up_at = $5 "
    "WHERE account = $6 AND session = $7"};

constexpr Sql update_end{
    "UPDATE account_session SET ended_at = $1 WHERE account = $2 AND session = $3 AND ended_at = 0"};

constexpr Sql update_oldest{
    "UPDATE account_session SET ended_at = $1 WHERE account = $2 AND ended_at = 0 AND kind <> 3 AND session NOT IN "
    "(SELECT s.session FROM account_session s WHERE s.account = $2 AND s.ended_at = 0 AND s.kind <> 3 "
    "AND s.ends_at > $1 AND s.idle_at > $1 ORDER BY s.seen_at DESC, s.created_at DESC, s.session LIMIT $3)"};

constexpr Sql update_device{
    "UPDATE account_session SET ended_at = $1 WHERE account = $2 AND device = $3 AND ended_at = 0"};

constexpr Sql update_epoch{"UPDATE account_session SET epoch = $1 WHERE account = $2 AND session = $3"};

template <std::size_t size>
std::array<std::byte, size> fixed(std::span<const std::byte> bytes) {
  std::array<std::byte, size> copy{};
  std::ranges::copy(bytes.first(std::min(size, bytes.size())), copy.begin());
  return copy;
}

std::optional<SessionRow> first_session(Rows rows) {
  if (!rows.next()) return std::nullopt;
  SessionRow row;
  row.account_id = {rows.integer(0)};
  row.id = {rows.integer(1)};
  row.name = fixed<16>(rows.bytes(2));
  row.secret = fixed<32>(rows.bytes(3));
  row.kind = static_cast<SessionKind>(rows.int32(4));
  row.profile = static_cast<Profile>(rows.int32(5));
  row.device_id = {rows.integer(6)};
  row.epoch = rows.integer(7);
  row.created_at = instant(rows.integer(8));
  row.seen_at = instant(rows.integer(9));
  row.idle_at = instant(rows.integer(10));
  row.ends_at = instant(rows.integer(11));
  row.ended_at = if_ever(rows.integer(12));
  row.step_up_at = if_ever(rows.integer(13));
  row.reader_account = {rows.integer(14)};
  row.reader = {rows.integer(15)};
  row.reader_epoch = rows.integer(16);
  return row;
}

}  // namespace

// Why the session has ended, or nothing; and whether the account is on hold. The state 3 is State::blocked.
constexpr Sql session_liveness{
    "SELECT CASE WHEN a.state = 3 THEN 'account.blocked' WHEN s.ended_at <> 0 THEN 'session.ended' "
    "WHEN s.epoch <> a.epoch THEN 'session.revoked' WHEN s.ends_at <= q.now THEN 'session.ended' "
    "WHEN s.idle_at <= q.now THEN 'session.idle' ELSE '' END, CASE WHEN a.hold_until > q.now THEN 1 ELSE 0 END "
    "FROM (SELECT CAST($1 AS BIGINT) AS account, CAST($2 AS BIGINT) AS session, CAST($3 AS BIGINT) AS now) q "
    "JOIN account_session s ON s.account = q.account AND s.session = q.session JOIN account a ON a.account = s.account"};

constexpr Sql impersonation_liveness{
    "SELECT CASE WHEN a.state = 3 THEN 'account.blocked' WHEN s.ended_at <> 0 THEN 'session.ended' "
    "WHEN s.epoch <> a.epoch OR s.reader_epoch <> r.epoch OR r.state = 3 THEN 'session.revoked' "
    "WHEN s.ends_at <= q.now THEN 'session.ended' ELSE '' END, CASE WHEN a.hold_until > q.now THEN 1 ELSE 0 END "
    "FROM (SELECT CAST($1 AS BIGINT) AS account, CAST($2 AS BIGINT) AS session, CAST($3 AS BIGINT) AS now) q "
    "JOIN account_session s ON s.account = q.account AND s.session = q.session JOIN account a ON a.account = s.account "
    "JOIN account r ON r.account = s.reader_account"};

constexpr Sql host_liveness{
    "SELECT CASE WHEN a.state = 3 THEN 'account.blocked' WHEN a.epoch <> q.epoch THEN 'session.revoked' ELSE '' END, "
    "CASE WHEN a.hold_until > q.now THEN 1 ELSE 0 END "
    "FROM (SELECT CAST($1 AS BIGINT) AS account, CAST($2 AS BIGINT) AS epoch, CAST($3 AS BIGINT) AS now) q "
    "JOIN account a ON a.account = q.account"};
static_assert(static_cast<int>(State::blocked) == 3);

std::optional<SessionRow> find_session(unit::Unit& unit, AccountId account, SessionId session) {
  return first_session(unit.query(select_session, account.value, session.value));
}

std::optional<SessionRow> find_session(unit::Unit& unit, const TokenName& name) {
  return first_session(unit.query(select_by_name, std::span<const std::byte>(name)));
}

std::string why_ended(unit::Unit& unit, const SessionRow& session) {
  const unit::Reading liveness = session.kind == SessionKind::impersonation ? unit::Reading(impersonation_liveness)
                                                                            : unit::Reading(session_liveness);
  Rows rows = unit.query(liveness, session.account_id.value, session.id.value, micros(unit.now()));
  return rows.next() ? rows.string(0) : "session.ended";
}

std::vector<SessionView> list_sessions(unit::Unit& unit, AccountId account, Instant impersonations_since) {
  std::vector<SessionView> found;
  Rows rows = unit.query(select_all, account.value, micros(unit.now()), micros(impersonations_since));
  while (rows.next()) {
    SessionView& view = found.emplace_back();
    view.id = {rows.integer(0)};
    view.kind = static_cast<SessionKind>(rows.int32(1));
    view.profile = static_cast<Profile>(rows.int32(2));
    view.device_name = rows.string(3);
    if (rows.integer(4) != 0) view.reader_id = PersonId{rows.integer(4)};
    view.created_at = instant(rows.integer(5));
    view.seen_at = instant(rows.integer(6));
    view.ended_at = if_ever(rows.integer(7));
    view.ends_at = instant(rows.integer(8));
  }
  return found;
}

void insert_session(unit::WriteUnit& unit, const unit::Granted& granted, const SessionRow& session) {
  unit.exec(granted, insert_row, session.account_id.value, session.id.value, std::span<const std::byte>(session.name),
            std::span<const std::byte>(session.secret), static_cast<std::int32_t>(session.kind),
            static_cast<std::int32_t>(session.profile), session.device_id.value, session.epoch,
            micros(session.created_at), micros(session.seen_at), micros(session.idle_at), micros(session.ends_at),
            or_never(session.ended_at), or_never(session.step_up_at), session.reader_account.value,
            session.reader.value, session.reader_epoch);
}

void update_session(unit::WriteUnit& unit, const unit::Granted& granted, const SessionRow& session) {
  unit.exec(granted, update_row, std::span<const std::byte>(session.secret), static_cast<std::int32_t>(session.profile),
            micros(session.seen_at), micros(session.idle_at), or_never(session.step_up_at), session.account_id.value,
            session.id.value);
}

void end_session(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, SessionId session) {
  unit.exec(granted, update_end, micros(unit.now()), account.value, session.value);
}

void end_oldest(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, std::int64_t kept) {
  unit.exec(granted, update_oldest, micros(unit.now()), account.value, kept);
}

void end_of_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device) {
  unit.exec(granted, update_device, micros(unit.now()), account.value, device.value);
}

void carry_over(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, SessionId session,
                std::int64_t epoch) {
  unit.exec(granted, update_epoch, epoch, account.value, session.value);
}

}  // namespace ent::account::rows
