/// Going on with a session, changing its profile, proving again who one is, and ending it: steps of the portal.
#pragma once

#include <optional>
#include <string>

#include "account/attempt.hpp"
#include "account/rows.hpp"
#include "account/session_rows.hpp"
#include "unit/op.hpp"

namespace ent::account {

/// A session is written as seen at most this often: the rest of its calls only read.
inline constexpr std::chrono::minutes seen_interval{5};

struct Found {
  std::optional<Error> refused{};
  rows::SessionRow session{};
  PersonId person_id{};
  bool settled = false;  ///< Nothing is left to write.
};

struct Presented {
  rows::TokenName name{};
  Digest secret{};
  Digest next_secret{};  ///< Of a mobile, from now on.
};

/// What the token's session is, if that is all that is to be done: it lives and was seen not long ago.
extern const unit::Op op_look_up;
/// Writes that it was seen, or changes its token, or ends it where an old token was presented.
extern const unit::Op op_resume;

/// A session as its handle holds it.
struct Handle {
  AccountId account_id{};
  SessionId session_id{};  ///< None: a host vouches,
  std::int64_t epoch = 0;  ///< ... and the account had this epoch when it did.
};

extern const unit::Op op_sign_out;

struct Switch {
  Handle handle{};
  PersonId person_id{};
  Profile profile{};
};
extern const unit::Op op_switch_profile;

struct TriedAgain {
  std::optional<Error> refused{};
  Attempt attempt{};
  rows::Account account{};
};
/// Takes a try on the password of a session's own account.
extern const unit::Op op_try_again;

struct FinishStepUp {
  Handle handle{};
  TriedAgain tried{};
  bool fits = false;
};
/// Answers when it was done, or refuses.
struct SteppedUp {
  std::optional<Error> refused{};
  Instant at{};
};
extern const unit::Op op_step_up;

struct FindActor {
  std::optional<AccountId> account_id{};
  std::optional<PersonId> person_id{};
  std::optional<Profile> profile{};
};

struct Actor {
  rows::Account account{};
  Profile profile{};
};
/// The account for which a host vouches.
extern const unit::Op op_act_as;

}  // namespace ent::account
