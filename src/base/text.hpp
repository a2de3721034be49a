/// Texts: UTF-8, characters, and the folding by which people are searched.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ent::base {

/// Bytes of the longest prefix that is well-formed UTF-8 (Unicode table 3-7: no overlong form, no
/// surrogate, nothing beyond U+10FFFF).
std::size_t valid_prefix(std::string_view text) noexcept;

inline bool valid_utf8(std::string_view text) noexcept { return valid_prefix(text) == text.size(); }

/// Code points of well-formed UTF-8.
std::size_t count_characters(std::string_view text) noexcept;

/// Without the white space at both ends, no-break spaces among it.
std::string_view trim(std::string_view text) noexcept;

/// An ASCII letter in lower case; every other byte as it is.
constexpr char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The form in which names are compared: lower case, no accents, ligatures as letters, and one space
/// for whatever stands between words: "Élodie O'Brien-Lefèvre" is "elodie o brien lefevre". Composed
/// and decomposed texts fold alike. So do Greek and Cyrillic, to their own letters; other scripts are kept.
std::string fold(std::string_view text);

/// Nothing where a text is empty: what may be left out is not told as "".
inline std::optional<std::string> unless_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}
/// Without space around it; none where nothing is left.
inline std::optional<std::string> trimmed(const std::optional<std::string>& text) {
  return text ? unless_empty(std::string(trim(*text))) : std::nullopt;
}

}  // namespace ent::base
