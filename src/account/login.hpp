/// Logins: how they are written, and what is proposed to whom.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ent::account {

inline constexpr std::size_t shortest_login = 3;
inline constexpr std::size_t longest_login = 64;

/// A login as it is kept and compared: without spaces around it, in small letters. Not checked.
std::string normal_login(std::string_view typed);

/// 3 to 64 of a-z, 0-9, `.`, `_`, `-`, `@`, the first a letter or a digit.
bool well_formed_login(std::string_view login) noexcept;

/// First and last name with a dot between them, without accents: `ines.berard`, `jean-paul.o-brien`.
/// Names that have no letter of the Latin alphabet give "compte".
std::string login_base(std::string_view given_name, std::string_view family_name);

/// The n-th proposal, from 1: `jean.martin`, `jean.martin2`, `jean.martin3`...
std::string login_proposal(std::string_view base, std::size_t number);

}  // namespace ent::account
