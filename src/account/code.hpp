/// The codes that people copy from paper: for the first sign-in, after a reset, to let somebody look in.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ent::account {

/// Characters of a code, and the random bytes that it takes.
inline constexpr std::size_t code_length = 10;
inline constexpr std::size_t code_bytes = 7;

/// The alphabet of Crockford's base 32: digits and capitals without I, L, O and U.
inline constexpr std::string_view code_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code of 50 bits from the first 50 bits of `random`, which has `code_bytes` bytes.
std::string code_of(std::span<const std::byte> random);

/// As it is printed: "7K3QX-M9D2A".
std::string printed(std::string_view code);

/// The code that somebody typed: small letters, spaces and hyphens are let pass, O is 0, I and L are 1.
/// Nothing when it can be no code.
std::optional<std::string> read_code(std::string_view typed);

}  // namespace ent::account
