#include "account/password_hash.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>
#include <optional>

#include "account/secret.hpp"

namespace ent::account {
namespace {

constexpr int in_phc = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
constexpr HashCost dearest{1024 * 1024, 64};  // of a text that claims more, nothing is believed

struct Phc {
  HashCost cost{};
  std::array<std::byte, salt_size> salt{};
  Wiped<32> hash{};
};

void derive(std::string_view password, HashCost cost, std::span<const std::byte> salt, std::span<std::byte> hash) {
  const int failed = crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), password.data(),
                                   password.size(), reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
                                   std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();
}

std::string phc_field(std::span<const std::byte> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), in_phc), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    in_phc);
  text.pop_back();
  return text;
}

/// Takes what stands before `mark` off the front of `text`, and the mark with it.
std::optional<std::string_view> take_until(std::string_view& text, char mark) noexcept {
  const auto place = text.find(mark);
  if (place == std::string_view::npos) return std::nullopt;
  const auto part = text.substr(0, place);
  text.remove_prefix(place + 1);
  return part;
}

bool take(std::string_view& text, std::string_view expected) noexcept {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

bool take_number(std::string_view& text, std::string_view name, char mark, std::uint32_t& number) noexcept {
  if (!take(text, name)) return false;
  const auto digits = take_until(text, mark);
  if (!digits) return false;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
  return error == std::errc() && end == digits->data() + digits->size();
}

bool read_phc_field(std::string_view text, std::span<std::byte> bytes) noexcept {
  std::size_t count = 0;
  const char* end = nullptr;
  return sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                           nullptr, &count, &end, in_phc) == 0 &&
         count == bytes.size() && end == text.data() + text.size();
}

std::optional<Phc> read_phc(std::string_view text) noexcept {
  Phc phc;
  std::uint32_t lanes = 0;
  if (!take(text, "$argon2id$v=19$")) return std::nullopt;
  if (!take_number(text, "m=", ',', phc.cost.memory_kib) || !take_number(text, "t=", ',', phc.cost.passes) ||
      !take_number(text, "p=", '$', lanes)) {
    return std::nullopt;
  }
  if (lanes != 1 || phc.cost.memory_kib > dearest.memory_kib || phc.cost.passes > dearest.passes) return std::nullopt;
  const auto salt = take_until(text, '$');
  if (!salt || !read_phc_field(*salt, phc.salt) || !read_phc_field(text, phc.hash.bytes())) return std::nullopt;
  return phc;
}

}  // namespace

std::string hash_password(std::string_view password, HashCost cost, std::span<const std::byte> salt) {
  Wiped<32> hash;
  derive(password, cost, salt, hash.bytes());
  return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", cost.memory_kib, cost.passes, phc_field(salt),
                     phc_field(hash.bytes()));
}

bool fits(std::string_view password, std::string_view phc) {
  const auto kept = read_phc(phc);
  if (!kept) return false;
  Wiped<32> hash;
  derive(password, kept->cost, kept->salt, hash.bytes());
  return same(hash.bytes(), kept->hash.bytes());
}

void pretend_to_fit(std::string_view password, HashCost cost) {
  Wiped<32> hash;
  derive(password, cost, std::array<std::byte, salt_size>{}, hash.bytes());
}

bool needs_rehash(std::string_view phc, HashCost cost) noexcept {
  const auto kept = read_phc(phc);
  return !kept || kept->cost != cost;
}

}  // namespace ent::account
