/// A portal: one open ENT, in one store.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "ent/durability.hpp"
#include "ent/outbox.hpp"
#include "ent/ports.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/sign_in.hpp"
#include "ent/store.hpp"
#include "ent/upkeep.hpp"

namespace ent {

namespace unit {
struct PortalState;
}

/// How a portal is opened.
struct OpenOptions {
  std::string timezone = "Europe/Paris";      ///< IANA name of the zone of the portal's civil dates.
  Durability durability = Durability::full;   ///< What an acknowledged write survives.
  /// How long to wait for another process's write, or for a connection that other calls hold, 0 to 600 000.
  std::int32_t busy_timeout_ms = 5000;
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

  /// Opens a portal on a store of the host's: a wrapper around the library's own, which sees, counts or routes
  /// statements. Of the options, `durability` is the store's own matter. See docs/sql-port.md. Errors: as above,
  /// and invalid_argument (argument.null). Since 0.1.
  static Result<Portal> open(std::shared_ptr<store::Database> database, const OpenOptions& options = {});

  /// A session of the host itself, for work that no person asked for: loading, nightly runs. What it may
  /// do is the column `system` of the permission matrix. Since 0.1.
  Session system() const;

  /// Makes the first establishment of an empty portal and its local administrator, whose account waits for its
  /// code. Once, and only while the portal is empty: of two at once, one does it.
  ///
  /// Errors: invalid_argument (org.uai_malformed, org.nature_malformed, text.too_short, text.too_long),
  /// failed_precondition (portal.not_empty). Since 0.1.
  Result<Bootstrapped> bootstrap(const Bootstrap& input) const;

  /// Uses a code, of a first sign-in or after a reset, to choose a password, and a login if wished. A code is
  /// good for one use and five tries. Tries are counted as sign_in() counts them.
  ///
  /// Errors: unauthenticated (account.code_wrong: login, code, birth date, or the code is no longer or not
  /// yet good; account.blocked), invalid_argument (account.password_too_short, account.password_common,
  /// account.password_guessable, account.login_malformed, text.too_long), already_exists
  /// (account.login_taken), resource_exhausted (account.try_later). Since 0.1.
  Result<Activated> activate(const Activate& input) const;

  /// Begins a session by a password. After five failures on a login the next tries must wait, up to a quarter
  /// of an hour; never for longer, and not on a device that the account knows. Fifty failures from one source
  /// within ten minutes close it to others than known devices for as long.
  ///
  /// Errors: unauthenticated (account.credentials_wrong: whatever of login and password is wrong, or the
  /// account waits for its code; account.blocked), resource_exhausted (account.try_later),
  /// failed_precondition (account.no_profile, account.profile_not_held), invalid_argument (text.too_long). Since 0.1.
  Result<SignedIn> sign_in(const SignIn& input) const;

  /// Begins a session by the word of an identity provider, which the host has checked: signature, audience,
  /// replay. Nothing of the assertion is kept.
  ///
  /// Errors: unauthenticated (account.identity_unknown, account.assertion_stale, account.blocked),
  /// failed_precondition (account.no_profile, account.profile_not_held), invalid_argument (text.too_long). Since 0.1.
  Result<SignedIn> sign_in_external(const ExternalSignIn& input) const;

  /// Goes on with a session, under the profile that it last had. A browser's session ends half an hour (two
  /// hours for pupils and guardians) after its last resume() or step-up: a host calls this with each request,
  /// or every few minutes for a session that it holds; most of these calls write nothing. The token of a
  /// mobile is used once: who presents it again has stolen it, or was stolen from, and the session ends.
  ///
  /// Errors: unauthenticated (session.ended, session.idle, session.revoked, account.token_reused,
  /// account.blocked). Since 0.1.
  Result<Resumed> resume(const std::string& token) const;

  /// Ends a session. Twice is once; a session of act_as() or system() ends with its last handle.
  ///
  /// Errors: failed_precondition (session.other_portal). Since 0.1.
  Result<Done> sign_out(const Session& session) const;

  /// A session for a person for whom the host vouches, having signed them in itself. It ends when the account
  /// is blocked or its sessions are revoked.
  ///
  /// Errors: invalid_argument (account.one_key, account.step_up_later), not_found (account.not_found),
  /// unauthenticated (account.blocked), failed_precondition (account.no_profile, account.profile_not_held). Since 0.1.
  Result<Session> act_as(const ActAs& input) const;

  /// Looks in as another person, who has allowed it by a code: for half an hour, reading only, nothing of
  /// confidentiality C3 and above; each read leaves an audit entry with both persons, and the person sees in
  /// account::sessions() who looked in.
  ///
  /// Permission: account.impersonate on the person.
  /// Errors: not_found (account.not_found), unauthenticated (account.code_wrong), resource_exhausted
  /// (account.try_later), failed_precondition (account.profile_not_held, session.reads_only). Since 0.1.
  Result<Session> impersonate(Session& session, const Impersonate& input) const;

  /// Takes what is due from the outbox, for the time of a lease: meanwhile nobody else is given it, in this process
  /// or another. What is not settled by then is given again.
  ///
  /// Asks for no permission: who holds the portal is the host. Taking leaves an audit entry; finding nothing
  /// writes nothing.
  /// Errors: invalid_argument (field.range). Since 0.1.
  Result<Deliveries> take_deliveries(const TakeDeliveries& input = {}) const;

  /// Says what became of deliveries that were taken. Who is late is told so, and changes nothing.
  ///
  /// Since 0.1.
  Result<SettledDeliveries> settle_deliveries(const SettleDeliveries& input) const;

  /// One round of the pump: takes what is due, has it carried, and settles it. Call it again while something was
  /// carried, then at Pumped::next_due_at, or now and then: the library has no thread of its own.
  ///
  /// Errors: as take_deliveries(). Since 0.1.
  Result<Pumped> pump(Courier& courier, const TakeDeliveries& input = {}) const;

  /// Looks whether the store is sound. Others read and write meanwhile. What is found is no error: see the report.
  ///
  /// Asks for no permission: who holds the portal is the host.
  /// Errors: unimplemented (check.by_server: PostgreSQL has pg_amcheck for it), cancelled (store.interrupted),
  /// unavailable (store.io, store.busy). Since 0.1.
  Result<CheckReport> check(const CheckOptions& options = {}) const;

  /// Copies the store to a file, as it is at one instant, while others read and write; then reads the copy to see
  /// that it is sound. The copy is a store that can be opened. `path` is UTF-8, and names a whole copy or what it
  /// named before, whatever happens: the copy grows beside it under the ending `.partial`, which is left behind
  /// only by a process that was killed. The copy holds what the store holds, personal data and hashes of
  /// passwords: keep it as the store is kept.
  ///
  /// Asks for no permission: who holds the portal is the host.
  /// Errors: already_exists (backup.exists), failed_precondition (backup.not_a_store: only a store is replaced;
  /// backup.in_use; backup.partial_left), invalid_argument (backup.no_place), resource_exhausted (store.full),
  /// data_loss (store.corrupt: the store is damaged, and no copy was made), unavailable (store.io, store.busy),
  /// cancelled (store.interrupted), unimplemented (backup.by_server: PostgreSQL has pg_dump and pg_basebackup). Since 0.1.
  Result<BackupReport> backup(const std::string& path, const BackupOptions& options = {}) const;

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
