/// Signing in, in three steps: a try is taken; outside of any transaction the password is held against the
/// hash; what came of it is written. Steps one and three are operations of the portal itself.
#pragma once

#include <optional>
#include <string>

#include "account/attempt.hpp"
#include "account/rows.hpp"
#include "account/session_rows.hpp"
#include "unit/op.hpp"

namespace ent::account {

struct TakeTry {
  std::string login{};  ///< Normal.
  std::string source{};
  std::optional<Digest> device{};  ///< Of the token that the device presented.
};

struct TriedLogin {
  Attempt attempt{};
  std::optional<rows::Account> account{};
  std::optional<DeviceId> device{};  ///< The account knows it.
  HashCost cost{};                   ///< Of the account's password, or of that which a login without account pretends to have.
};

/// Quiet: what came of the try leaves the entry.
extern const unit::Op op_try_login;

/// What a session is to be like.
struct Begin {
  std::optional<Profile> profile{};
  std::optional<DeviceId> device{};  ///< The account knows it.
  Digest device_secret{};            ///< Else: of the token that it is given now.
  std::string device_name{};
  bool mobile = false;
  rows::TokenName token_name{};
  Digest token_secret{};
};

struct Outcome {
  std::optional<Error> refused{};
  rows::SessionRow session{};
  PersonId person_id{};
  bool known_device = false;  ///< It keeps its token; another one is given the new one.
};

struct FinishSignIn {
  TriedLogin tried{};
  bool fits = false;                     ///< The password did.
  std::optional<std::string> rehashed{};  ///< Its hash at the cost that it should have.
  Begin begin{};
};
extern const unit::Op op_sign_in;

struct FinishExternal {
  std::string issuer{};
  std::string subject{};
  Instant asserted_at{};
  std::optional<Digest> device{};  ///< Of the token that the device presented.
  Begin begin{};
};
extern const unit::Op op_sign_in_external;

/// The profile under which an account comes in: the one asked for, or the first; a refusal if there is none.
Result<Profile> choose_profile(const std::vector<access::Place>& places, std::optional<Profile> asked);

/// The end of a session's life under a profile, unless it is used.
Instant idle_end(SessionKind kind, Profile profile, Instant now, Instant ends_at) noexcept;

}  // namespace ent::account
