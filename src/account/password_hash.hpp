/// Slow hashes, argon2id: of passwords, and of codes short enough to be tried out.
///
/// Kept as PHC strings, which carry their own parameters:
/// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ent::account {

/// What a hash costs whoever computes it.
struct HashCost {
  std::uint32_t memory_kib;
  std::uint32_t passes;
  friend constexpr bool operator==(HashCost, HashCost) = default;
};

/// Pupils and guardians: the least that OWASP holds for safe; some 10 ms.
inline constexpr HashCost light_cost{19 * 1024, 2};
/// Staff, whose accounts open the data of others; some 60 ms.
inline constexpr HashCost strong_cost{64 * 1024, 3};
/// Codes: 50 random bits, for 30 days. Under a fast hash all of them could be tried out within days by who
/// holds a copy of the store; at some 4 ms each that takes a core a hundred thousand years. The other way,
/// 20 characters under a fast hash, would have to be typed by children from paper.
inline constexpr HashCost code_cost{8 * 1024, 2};

inline constexpr std::size_t salt_size = 16;

/// The PHC string of a password. Slow. Throws std::bad_alloc when the memory can't be had.
std::string hash_password(std::string_view password, HashCost cost, std::span<const std::byte> salt);

/// Whether a password gives that hash. Slow, and as slow for a wrong one. False for a text that is no hash of
/// ours. Throws std::bad_alloc.
bool fits(std::string_view password, std::string_view phc);

/// Takes the time of fits() for nothing: for an account that does not exist.
void pretend_to_fit(std::string_view password, HashCost cost);

/// Whether a hash is not of this cost, and should be replaced when the password is at hand.
bool needs_rehash(std::string_view phc, HashCost cost) noexcept;

}  // namespace ent::account
