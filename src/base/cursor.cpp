#include "base/cursor.hpp"

#include <sodium.h>

#include <charconv>

#include "base/text.hpp"

namespace ent::base {
namespace {
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
}

std::string write_cursor(const Place& place) {
  const std::string plain = std::to_string(place.number) + ' ' + place.text;
  std::string cursor(sodium_base64_encoded_len(plain.size(), variant), '\0');
  sodium_bin2base64(cursor.data(), cursor.size(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                    variant);
  cursor.pop_back();  // the terminator
  return cursor;
}

std::optional<Place> read_cursor(std::string_view cursor) {
  std::string plain(cursor.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int wrong = sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), cursor.data(),
                                      cursor.size(), nullptr, &size, &end, variant);
  if (wrong != 0 || end != cursor.data() + cursor.size()) return std::nullopt;
  plain.resize(size);
  Place place;
  const auto [after, error] = std::from_chars(plain.data(), plain.data() + plain.size(), place.number);
  if (error != std::errc() || after == plain.data() + plain.size() || *after != ' ') return std::nullopt;
  place.text = plain.substr(static_cast<std::size_t>(after + 1 - plain.data()));
  if (!valid_utf8(place.text)) return std::nullopt;
  return place;
}

}  // namespace ent::base
