/// What is asked of passwords and sessions, by profile: pure functions.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "account/password_hash.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/time.hpp"

namespace ent::account {

/// How much an account opens, and so how well it is kept. Stored: append, never renumber.
enum class Tier : std::int32_t {
  pupil = 1,   ///< One's own data, on shared machines, by children.
  family = 2,  ///< Guardians and guests: the data of one's children.
  staff = 3,   ///< The data of others.
};

struct Policy {
  std::size_t least_length;           ///< Characters of a password.
  HashCost cost;                      ///< Of its hash.
  std::chrono::minutes idle;          ///< A session that is not used for so long ends.
};

/// No password is longer, in bytes.
inline constexpr std::size_t longest_password = 256;
/// No session in a browser is longer, however much it is used.
inline constexpr std::chrono::hours session_length{12};
/// Nor on a mobile, whose token changes with each use.
inline constexpr std::chrono::days mobile_length{30};
/// How long a second proof of identity is recent.
inline constexpr std::chrono::minutes step_up_length{10};
/// After its password was reset by others, an account can do less for so long.
inline constexpr std::chrono::hours hold_length{24};

Tier tier_of(Profile profile) noexcept;
/// The highest of the tiers: somebody who teaches and has children is staff.
Tier tier_of(std::span<const Profile> profiles) noexcept;
const Policy& policy_of(Tier tier) noexcept;

/// What others know or guess of a person, which is worth nothing in that person's password.
struct Guessable {
  std::vector<std::string> words;   ///< Names, login, words of the schools' names.
  std::optional<Date> birth_date;
};

/// Refuses a password that is too short, too long, ill-formed, well known, a plain sequence, or guessable:
/// invalid_argument at `path`. What a password is made of is nobody's business beyond that: no rule asks for
/// capitals, digits or signs.
std::optional<Error> check_password(std::string_view password, Tier tier, const Guessable& guessable, std::string path);

/// Whether a folded text (fold_password) is on the list of common passwords, with or without digits behind it.
bool common_password(std::string_view folded) noexcept;

/// A password as it is compared with words: small letters without accents and digits, nothing else.
std::string fold_password(std::string_view password);

}  // namespace ent::account
