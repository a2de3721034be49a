#include "account/secret.hpp"

#include <sodium.h>

#include <algorithm>

namespace ent::account {
namespace {

const unsigned char* raw(const void* data) noexcept { return static_cast<const unsigned char*>(data); }
unsigned char* raw(void* data) noexcept { return static_cast<unsigned char*>(data); }

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string encode(std::span<const std::byte> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), raw(bytes.data()), bytes.size(), variant);
  text.pop_back();  // the terminating zero
  return text;
}

/// Whether `text` was the encoding of exactly so many bytes.
bool decode(std::string_view text, std::span<std::byte> bytes) noexcept {
  std::size_t count = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(raw(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &count, &end,
                                       variant);
  return failed == 0 && count == bytes.size() && end == text.data() + text.size();
}

}  // namespace

template <std::size_t size>
Wiped<size>::~Wiped() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

template class Wiped<32>;
template class Wiped<48>;

void wipe(std::string& text) noexcept {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

Digest digest_of(std::span<const std::byte> secret) {
  Digest digest;
  crypto_generichash(raw(digest.data()), digest.size(), raw(secret.data()), secret.size(), nullptr, 0);
  return digest;
}

Digest keyed_digest(std::span<const std::byte> key, std::string_view text) {
  Digest digest;
  crypto_generichash(raw(digest.data()), digest.size(), raw(text.data()), text.size(), raw(key.data()), key.size());
  return digest;
}

std::string write_digest(const Digest& digest) { return encode(digest); }

bool same(std::span<const std::byte> left, std::span<const std::byte> right) noexcept {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

Token draw_token(Random& random) {
  Token token;
  random.fill(token.name);
  random.fill(token.secret.bytes());
  return token;
}

std::string write_token(const Token& token) {
  Wiped<48> whole;
  std::ranges::copy(token.name, whole.bytes().begin());
  std::ranges::copy(token.secret.bytes(), whole.bytes().begin() + 16);
  return encode(whole.bytes());
}

std::optional<Token> read_token(std::string_view text) {
  Wiped<48> whole;
  if (!decode(text, whole.bytes())) return std::nullopt;
  Token token;
  std::ranges::copy(whole.bytes().first(16), token.name.begin());
  std::ranges::copy(whole.bytes().subspan(16), token.secret.bytes().begin());
  return token;
}

std::string write_secret(const Wiped<32>& secret) { return encode(secret.bytes()); }

std::optional<Wiped<32>> read_secret(std::string_view text) {
  Wiped<32> secret;
  if (!decode(text, secret.bytes())) return std::nullopt;
  return secret;
}

}  // namespace ent::account
