/// Bytes that must not be guessed, and what is kept of them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ent/ports.hpp"

namespace ent::account {

/// Bytes that are wiped when they go.
template <std::size_t size>
class Wiped {
 public:
  Wiped() = default;
  Wiped(const Wiped&) = default;
  Wiped& operator=(const Wiped&) = default;
  ~Wiped();

  std::span<std::byte> bytes() noexcept { return bytes_; }
  std::span<const std::byte> bytes() const noexcept { return bytes_; }

 private:
  std::array<std::byte, size> bytes_{};
};

/// Overwrites a text in a way that no compiler leaves out, and empties it.
void wipe(std::string& text) noexcept;

using Digest = std::array<std::byte, 32>;

/// BLAKE2b. Fit for secrets of 256 random bits, which nobody can try out; not for passwords.
Digest digest_of(std::span<const std::byte> secret);

/// BLAKE2b with a key: the same text gives another digest in every portal.
Digest keyed_digest(std::span<const std::byte> key, std::string_view text);

/// 43 characters of A-Z a-z 0-9 - _.
std::string write_digest(const Digest& digest);

/// In a time that does not tell where they differ.
bool same(std::span<const std::byte> left, std::span<const std::byte> right) noexcept;

/// What a person holds to go on with a session: a name by which the session is found, and a secret of 256
/// bits of which only the digest is kept. Who presents a known name with another secret holds an older
/// token of the session: nobody else can know the name, which is random too.
struct Token {
  std::array<std::byte, 16> name{};
  Wiped<32> secret{};
};

Token draw_token(Random& random);

/// 64 characters of A-Z a-z 0-9 - _.
std::string write_token(const Token& token);
std::optional<Token> read_token(std::string_view text);

/// A secret of 256 bits as 43 characters of A-Z a-z 0-9 - _: what a device holds to be known again.
std::string write_secret(const Wiped<32>& secret);
std::optional<Wiped<32>> read_secret(std::string_view text);

}  // namespace ent::account
