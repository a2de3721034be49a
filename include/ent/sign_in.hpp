/// How people come into a portal: what Portal's functions that are no operations take and give.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ent/account.hpp"
#include "ent/org.hpp"
#include "ent/session.hpp"

namespace ent {

/// Input of Portal::bootstrap(): the first establishment, and who administers it.
struct Bootstrap {
  std::string uai{};                         ///< 7 digits and a letter.
  std::string establishment_name{};          ///< 1 to 200 characters.
  org::Degree degree = org::Degree::second;  ///< Of the establishment.
  std::optional<std::string> nature_code{};  ///< 3 digits.
  std::string family_name{};                 ///< Of the administrator: 1 to 100 characters.
  std::string given_name{};                  ///< Of the administrator: 1 to 100 characters.
};

/// What a portal begins with.
struct Bootstrapped {
  OrgId establishment_id{};       ///< The establishment.
  account::Activation account{};  ///< The administrator's, with the code for Portal::activate().
};

/// Input of Portal::activate().
struct Activate {
  std::string login{};                   ///< As it stands on the sheet.
  std::string code{};                    ///< As it stands on the sheet; capitals, spaces and hyphens do not matter. A secret.
  std::optional<Date> birth_date{};      ///< Asked of people whose birth date is known.
  std::string password{};                ///< 8 characters for pupils, 12 for others, at most 256 bytes; no rule of make. A secret.
  std::optional<std::string> new_login{};  ///< To sign in as from now on; default: the login stays.
  std::string source = {};               ///< As in SignIn.
};

/// Answer of Portal::activate().
struct Activated {
  AccountId account_id{};  ///< The account.
  std::string login{};     ///< What the person signs in as.
};

/// Input of Portal::sign_in().
struct SignIn {
  std::string login{};               ///< Capitals and spaces around it do not matter.
  std::string password{};            ///< As it was chosen, byte for byte. A secret.
  std::optional<Profile> profile{};  ///< To act under; default: the first of account::places().
  std::string source = {};           ///< Where the try comes from, such as the /24 or /64 of its address. Empty: not counted.
  std::string device_token = {};     ///< What the last sign-in of this login gave this device; empty: none did. A secret.
  std::string device_name = {};      ///< Shown in the list of devices, at most 100 characters: "Firefox, Windows".
  bool mobile = false;               ///< Thirty days, with a token that changes at each use; else twelve hours.
};

/// Input of Portal::sign_in_external(): the host has checked an assertion of an identity provider.
struct ExternalSignIn {
  std::string issuer{};              ///< Who vouches; see account::Identity.
  std::string subject{};             ///< For whom.
  Instant asserted_at{};             ///< When it was asserted: at most five minutes ago.
  std::optional<Profile> profile{};  ///< As in SignIn.
  std::string device_token = {};     ///< As in SignIn. A secret.
  std::string device_name = {};      ///< As in SignIn.
  bool mobile = false;               ///< As in SignIn.
};

/// Answer of Portal::sign_in().
struct SignedIn {
  Session session;             ///< To work with.
  std::string token{};         ///< For Portal::resume(): 64 characters. A secret.
  std::string device_token{};  ///< For the next sign-in of this login from this device: 43 characters. A secret.
  Instant ends_at{};           ///< When the session ends at the latest.
};

/// Answer of Portal::resume().
struct Resumed {
  Session session;      ///< To work with.
  std::string token{};  ///< For the next resume(): of a mobile another one than before. A secret.
  Instant ends_at{};    ///< When the session ends at the latest.
};

/// Input of Portal::act_as(): exactly one of `account_id` and `person_id`.
struct ActAs {
  std::optional<AccountId> account_id{};  ///< The account...
  std::optional<PersonId> person_id{};    ///< ...or its person.
  std::optional<Profile> profile{};       ///< Default: the first of account::places().
  std::optional<Instant> step_up_at{};    ///< When the host last had a second proof of who it is.
};

/// Input of Portal::impersonate().
struct Impersonate {
  OrgId org_id{};          ///< The unit in which the caller knows the person.
  AccountId account_id{};  ///< In whose place to read.
  std::string code{};      ///< What the person was told by account::allow_impersonation(). A secret.
  Profile profile{};       ///< Of the person.
};

}  // namespace ent
