/// Accounts: what people sign in with, their codes, sessions and devices, the services that learn of them,
/// and who may look in for them. How one comes in is told in ent/portal.hpp.
///
/// Rights go by unit, so a call that is about somebody else's account names the unit in which the caller
/// has to do with that person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent {
using SessionId = Id<struct SessionEntity>;  ///< One sign-in of an account.
using DeviceId = Id<struct DeviceEntity>;    ///< A device that an account has signed in from.
}  // namespace ent

namespace ent::account {

/// Where an account stands.
enum class State : std::int32_t {
  pending = 1,  ///< No password: it waits for its code to be used.
  active = 2,   ///< Its person can sign in.
  blocked = 3,  ///< Nobody can act under it.
};

/// An account, without its secrets.
struct View {
  AccountId id{};                           ///< The account.
  PersonId person_id{};                     ///< Whose it is.
  std::string login{};                      ///< What the person signs in as.
  State state = State::pending;             ///< Where it stands.
  Instant created_at{};                     ///< When it was made.
  std::optional<Instant> activated_at{};    ///< When its person last chose a password by a code.
  std::optional<Instant> hold_until{};      ///< After a reset by others: until then it can do less.
  std::optional<Instant> code_expires_at{}; ///< A code is waiting to be used until then.
  std::int64_t revision = 1;                ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of get(): exactly one of `account_id` and `person_id`.
struct Get {
  OrgId org_id{};                         ///< The unit in which the caller knows the person.
  std::optional<AccountId> account_id{};  ///< The account...
  std::optional<PersonId> person_id{};    ///< ...or its person.
};

/// One account.
///
/// Permission: account.read on the person.
/// Errors: invalid_argument (account.one_key), not_found (account.not_found). Since 0.1.
Result<View> get(Session& session, const Get& input, const CallOptions& options = {});

/// Input of list(). What is not given leaves nobody out.
struct List {
  OrgId org_id{};                       ///< The unit.
  std::optional<GroupId> group_id{};    ///< Only the members of this group of the unit.
  std::optional<Profile> profile{};     ///< Only people with this profile there.
  std::optional<State> state{};         ///< Only accounts that stand so.
  std::optional<Instant> idle_since{};  ///< Only accounts that were not used after this; those never used among them.
  std::int32_t limit = 50;              ///< At most so many: 1 to 500.
  std::optional<std::string> after{};   ///< The `next` of the page before.
};

/// An account in a list, with whose it is.
struct Entry {
  View account{};                     ///< The account, without its secrets.
  std::string family_name{};          ///< Of its person.
  std::string given_name{};           ///< Of its person.
  std::optional<Instant> seen_at{};   ///< When its person last used it, within five minutes; what a host vouched for is not counted.
};

/// One page of accounts.
struct Page {
  std::vector<Entry> items{};         ///< By family name, then given name, without regard to case and accents.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The accounts of the people who are in a unit on the session's date, as far as the actor may know of each.
///
/// Permission: account.read, on each person.
/// Errors: invalid_argument (field.range, cursor.malformed), not_found (group.not_found).
/// Example: {"org_id": 7, "profile": "pupil", "state": "pending"}
/// Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

/// Input of issue_activations(). People are named by `person_ids`, or as those of `profile` in the unit, or as
/// those of a group.
struct IssueActivations {
  OrgId org_id{};                      ///< The unit.
  std::vector<PersonId> person_ids = {};  ///< At most 500.
  std::optional<Profile> profile{};    ///< Under which they will come in: a wave opens one profile.
  std::optional<Date> opens_on{};      ///< First day on which the codes can be used; default: at once.
  bool renew = false;                  ///< Also for those whose code is still good: the old one ends.
  std::int32_t limit = 100;            ///< At most so many codes: 1 to 500.
  std::optional<GroupId> group_id{};   ///< A class or group of the unit: its pupils, or with `profile` guardian their guardians.
};

/// One line of a sheet: what is handed to one person.
struct Activation {
  PersonId person_id{};        ///< Whose it is.
  AccountId account_id{};      ///< The account; made now if there was none.
  std::string family_name{};   ///< Of the person.
  std::string given_name{};    ///< Of the person.
  std::string login{};         ///< To sign in as; the person may choose another one when activating.
  std::string code{};          ///< Ten characters and a hyphen, used once. A secret.
  Instant opens_at{};          ///< From then on it can be used.
  Instant expires_at{};        ///< Until then: 30 days.
};

/// A sheet of codes.
struct Sheet {
  std::vector<Activation> items{};  ///< By family name, then given name.
  bool more = false;                ///< More people are waiting for one: call again.
};

/// Makes the accounts of people who have none, and gives a code to each who has no password yet. Codes are
/// told this once and can't be read again. Takes no idempotency key.
///
/// Permission: account.issue_activation, on each person.
/// Errors: invalid_argument (field.range, account.nobody_named: nobody, or both a group and people or another
/// profile), not_found (org.not_found, person.not_found, group.not_found), conflict (account.list_changed: call
/// again). Since 0.1.
Result<Sheet> issue_activations(Session& session, const IssueActivations& input, const CallOptions& options = {});

/// Input of change_password().
struct ChangePassword {
  std::string current{};  ///< The password that stands. A secret.
  std::string next{};     ///< The one that is to stand: see Activate::password. A secret.
};

/// Changes one's own password and ends one's other sessions. Takes no idempotency key.
///
/// Permission: account.use. Errors: invalid_argument (account.password_wrong, account.password_too_short,
/// account.password_common, account.password_guessable, text.too_long), failed_precondition
/// (account.no_password), resource_exhausted (account.try_later), conflict (account.list_changed). Since 0.1.
Result<Done> change_password(Session& session, const ChangePassword& input, const CallOptions& options = {});

/// An account that somebody else acts on.
struct Target {
  OrgId org_id{};          ///< The unit in which the caller knows the person.
  AccountId account_id{};  ///< The account.
};

/// Takes the password of an account away, ends its sessions and gives a code to choose a new one: for
/// three days, used once, told this once. For a day after, the account changes no address and exports nothing
/// (account.held). Takes no idempotency key.
///
/// Permission: account.reset_password on the person. Errors: not_found (account.not_found),
/// failed_precondition (account.blocked). Since 0.1.
Result<Activation> reset_password(Session& session, const Target& input, const CallOptions& options = {});

/// Lets nobody act under an account, from their next call on.
///
/// Permission: account.block on the person. Errors: not_found (account.not_found), conflict
/// (call.stale_revision), failed_precondition (account.blocked). Since 0.1.
Result<View> block(Session& session, const Target& input, const CallOptions& options = {});

/// Opens a blocked account again; its sessions stay ended.
///
/// Permission: account.block on the person. Errors: not_found (account.not_found), conflict
/// (call.stale_revision), failed_precondition (account.not_blocked). Since 0.1.
Result<View> unblock(Session& session, const Target& input, const CallOptions& options = {});

/// Input of change_login().
struct ChangeLogin {
  OrgId org_id{};          ///< The unit in which the caller knows the person.
  AccountId account_id{};  ///< The account.
  std::string login{};     ///< 3 to 64 of a-z, 0-9, `.`, `_`, `-`, `@`; capitals are made small.
};

/// Gives an account another login.
///
/// Permission: account.manage on the person. Errors: invalid_argument (account.login_malformed), not_found
/// (account.not_found), already_exists (account.login_taken), conflict (call.stale_revision). Since 0.1.
Result<View> change_login(Session& session, const ChangeLogin& input, const CallOptions& options = {});

/// An input that asks nothing but who calls.
struct Own {};

/// A profile under which one can act.
struct Place {
  Profile profile{};  ///< What one is...
  OrgId org_id{};     ///< ...and where.
};

/// All that one can act as.
struct Places {
  std::vector<Place> items{};  ///< The profile under which one comes in when none is asked for stands first.
};

/// Under which profiles one's own account can act today: see Session::switch_profile().
///
/// Permission: account.use. Errors: not_found (account.not_found: no profile is held any more). Since 0.1.
Result<Places> places(Session& session, const Own& input, const CallOptions& options = {});

/// How a session was begun.
enum class SessionKind : std::int32_t {
  browser = 1,        ///< By a password, for twelve hours at most.
  mobile = 2,         ///< By a password, for thirty days at most; its token changes with each use.
  impersonation = 3,  ///< By somebody else, with one's consent: half an hour, reading only.
};

/// A session of one's own account.
struct SessionView {
  SessionId id{};                        ///< The session.
  SessionKind kind{};                    ///< How it was begun.
  Profile profile{};                     ///< Under which it acts.
  std::string device_name{};             ///< As the device was named when it first signed in.
  std::optional<PersonId> reader_id{};   ///< Of an impersonation: who looked in.
  Instant created_at{};                  ///< When it was begun.
  Instant seen_at{};                     ///< When it was last used, within five minutes.
  std::optional<Instant> ended_at{};     ///< When it ended before its time.
  Instant ends_at{};                     ///< When it ends at the latest.
  bool current = false;                  ///< It is the one that asks.
};

/// One's sessions.
struct Sessions {
  std::vector<SessionView> items{};  ///< The last used first.
};

/// The live sessions of one's own account, and who has looked in with one's consent in the last year.
///
/// Permission: account.use. Errors: not_found (account.not_found: no profile is held any more). Since 0.1.
Result<Sessions> sessions(Session& session, const Own& input, const CallOptions& options = {});

/// Input of end_session().
struct EndSession {
  SessionId session_id{};  ///< One of one's own.
};

/// Ends a session of one's own account, from its next call on.
///
/// Permission: account.use. Errors: not_found (account.session_not_found). Since 0.1.
Result<Done> end_session(Session& session, const EndSession& input, const CallOptions& options = {});

/// Ends all sessions of an account, from their next call on; one's own too, but for the one that asks.
///
/// Permission: account.revoke_session on the person. Errors: not_found (account.not_found). Since 0.1.
Result<Done> revoke_sessions(Session& session, const Target& input, const CallOptions& options = {});

/// A device that one has signed in from.
struct Device {
  DeviceId id{};            ///< The device.
  std::string name{};       ///< As it was named when it first signed in.
  Instant first_seen_at{};  ///< When it first signed in.
  Instant seen_at{};        ///< When it last did.
};

/// One's devices.
struct Devices {
  std::vector<Device> items{};  ///< The last used first.
};

/// The devices that one's own account knows.
///
/// Permission: account.use. Errors: not_found (account.not_found: no profile is held any more). Since 0.1.
Result<Devices> devices(Session& session, const Own& input, const CallOptions& options = {});

/// Input of forget_device().
struct ForgetDevice {
  DeviceId device_id{};  ///< One of one's own.
};

/// Makes a device unknown to one's own account, and ends the sessions begun from it.
///
/// Permission: account.use. Errors: not_found (account.device_not_found). Since 0.1.
Result<Done> forget_device(Session& session, const ForgetDevice& input, const CallOptions& options = {});

/// Who an account is elsewhere.
struct Identity {
  std::string issuer{};   ///< Who vouches: the address of an identity provider. 1 to 200 characters.
  std::string subject{};  ///< Its own, lasting name of the person. 1 to 200 characters.
};

/// Who an account is elsewhere, all of it.
struct Identities {
  std::vector<Identity> items{};  ///< By issuer, then subject.
};

/// Input of link_identity() and unlink_identity().
struct Link {
  OrgId org_id{};          ///< The unit in which the caller knows the person.
  AccountId account_id{};  ///< The account.
  std::string issuer{};    ///< As in Identity.
  std::string subject{};   ///< As in Identity.
};

/// Says that an identity elsewhere is this account, so that Portal::sign_in_external() finds it.
///
/// Permission: external_identity.manage on the person. Errors: invalid_argument (text.too_short,
/// text.too_long), not_found (account.not_found), already_exists (account.identity_taken). Since 0.1.
Result<Done> link_identity(Session& session, const Link& input, const CallOptions& options = {});

/// Takes such a link away, and ends the sessions of the account.
///
/// Permission: external_identity.manage on the person.
/// Errors: not_found (account.not_found, account.identity_not_found). Since 0.1.
Result<Done> unlink_identity(Session& session, const Link& input, const CallOptions& options = {});

/// Who an account is elsewhere.
///
/// Permission: external_identity.manage on the person. Errors: not_found (account.not_found). Since 0.1.
Result<Identities> identities(Session& session, const Target& input, const CallOptions& options = {});

/// What a service may learn of a person. None of it is told but what was declared.
enum class Attribute : std::int32_t {
  login = 1,          ///< What the person signs in as.
  given_name = 2,     ///< First name in use.
  family_name = 3,    ///< Name in use.
  birth_date = 4,     ///< Where known.
  profile = 5,        ///< Under which the person acts.
  establishment = 6,  ///< The UAI of the unit that declared the service.
  person_id = 7,      ///< The same in every service: only where services must find each other's people.
  establishments = 8,  ///< The UAI of every establishment in which the person acts under that profile, the main one first.
};

/// A service outside the portal, as a unit declared it.
struct Service {
  OrgId org_id{};                        ///< The unit that uses it.
  std::string code{};                    ///< Its short name: 1 to 40 of a-z, 0-9, `-`, `_`.
  std::string name{};                    ///< As it is shown: 1 to 100 characters.
  std::vector<Attribute> attributes{};   ///< What it may learn.
  std::vector<Profile> profiles{};       ///< Whose people it is for.
};

/// The services of a unit.
struct Services {
  std::vector<Service> items{};  ///< By code.
};

/// Declares a service, or changes what it may learn.
///
/// Permission: external_service.manage on the unit. Errors: invalid_argument (text.too_short,
/// text.too_long, account.service_code_malformed, account.nobody_named). Since 0.1.
Result<Service> declare_service(Session& session, const Service& input, const CallOptions& options = {});

/// Input of withdraw_service().
struct Withdraw {
  OrgId org_id{};      ///< The unit.
  std::string code{};  ///< The service.
};

/// Withdraws a service: it learns nothing any more.
///
/// Permission: external_service.manage on the unit. Errors: not_found (account.service_not_found). Since 0.1.
Result<Done> withdraw_service(Session& session, const Withdraw& input, const CallOptions& options = {});

/// Input of services().
struct OfUnit {
  OrgId org_id{};  ///< The unit.
};

/// The services that a unit has declared.
///
/// Permission: external_service.manage on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Services> services(Session& session, const OfUnit& input, const CallOptions& options = {});

/// Input of attributes().
struct Release {
  OrgId org_id{};      ///< The unit that declared the service.
  std::string code{};  ///< The service.
};

/// An establishment in which somebody acts under a profile.
struct ActsIn {
  std::string code{};  ///< Its UAI.
  bool main = false;   ///< The one where the post of longest standing is.
};

/// What a service learns of one person: what was not declared for it is not there.
struct Attributes {
  std::string subject{};                       ///< Who it is for this service: lasting, and another in each service.
  std::optional<std::string> login{};          ///< See Attribute.
  std::optional<std::string> given_name{};     ///< See Attribute.
  std::optional<std::string> family_name{};    ///< See Attribute.
  std::optional<Date> birth_date{};            ///< See Attribute.
  std::optional<Profile> profile{};            ///< See Attribute.
  std::optional<std::string> establishment{};  ///< See Attribute.
  std::optional<PersonId> person_id{};         ///< See Attribute.
  std::vector<ActsIn> establishments{};        ///< See Attribute; empty where it was not declared.
};

/// What a declared service may learn of the person who calls, for the host to hand over.
///
/// Permission: external_service.release on oneself in the unit.
/// Errors: not_found (account.service_not_found: nor is it for this profile). Since 0.1.
Result<Attributes> attributes(Session& session, const Release& input, const CallOptions& options = {});

/// A code by which one lets somebody look in.
struct Consent {
  std::string code{};    ///< Ten characters and a hyphen, used once. A secret, to be told to one person.
  Instant expires_at{};  ///< Until then: a quarter of an hour.
};

/// Lets whoever supports the school look in as oneself, once: see Portal::impersonate(). A minor's consent is the
/// head's to give: see consent_for(). Takes no idempotency key.
///
/// Permission: account.use. Errors: not_found (account.not_found: no profile is held any more),
/// failed_precondition (account.minor). Since 0.1.
Result<Consent> allow_impersonation(Session& session, const Own& input, const CallOptions& options = {});

/// Lets whoever supports the school look in as a pupil who is not of age, or whose birth date is unknown. Takes
/// no idempotency key.
///
/// Permission: account.consent on the person. Errors: not_found (account.not_found), failed_precondition
/// (account.of_age: who is of age gives it themselves). Since 0.1.
Result<Consent> consent_for(Session& session, const Target& input, const CallOptions& options = {});

/// How hard the accounts of a unit are being tried.
struct Alarm {
  std::int64_t failures = 0;   ///< Failed sign-ins that still count: they are forgotten within ten minutes.
  bool under_attack = false;   ///< 500 of them within ten minutes: more proof should be asked of everybody.
};

/// Whether the accounts of a unit are under attack.
///
/// Permission: account.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Alarm> alarm(Session& session, const OfUnit& input, const CallOptions& options = {});

}  // namespace ent::account
