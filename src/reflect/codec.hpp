/// The codecs that walk the type table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ent/result.hpp"
#include "reflect/type.hpp"

namespace ent::reflect {

/// Appends the JSON text of a value: ids and integers as numbers, dates `YYYY-MM-DD`, instants
/// RFC 3339 in UTC, enumerations as words; an empty optional member is left out of its record.
void write_json(const Type& type, const void* value, std::string& out);

/// Reads one JSON text into `value`, which is default-constructed. Unknown, double, missing and
/// ill-typed members, numbers out of range, bad UTF-8, trailing text and nesting deeper than 32 are
/// refused: invalid_argument with the JSON pointer of each.
std::optional<Error> read_json(const Type& type, std::string_view text, void* value);

/// The first number of an enumeration's word, or 0 when it has no such word.
std::int32_t number_of(const Type& enumeration, std::string_view word) noexcept;

/// The word of an enumeration's number; empty when the number is unknown.
std::string_view word_of(const Type& enumeration, std::int32_t number) noexcept;

}  // namespace ent::reflect
