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

/// Appends bytes that are the same for values that are, and others for others: to be hashed, at a fraction of what the JSON text costs. They
/// are of this process's byte order and of this version's fields, and not to be stored.
void write_bytes(const Type& type, const void* value, std::string& out);

/// Reads one JSON text into `value`, which is default-constructed. Unknown, double, missing and
/// ill-typed members, numbers out of range, bad UTF-8, trailing text and more than the limits of
/// refusal.hpp are refused: invalid_argument with the JSON pointer and the reason of each.
std::optional<Error> read_json(const Type& type, std::string_view text, void* value);

/// Refuses in an input that was filled in C++ or Python what read_json and read_c refuse in theirs: so
/// that no body meets a required id or word that is missing, bad UTF-8, a date that cannot be written.
std::optional<Error> check(const Type& type, const void* input);

/// The entry of an enumeration's number, or null.
const Word* find_word(const Type& enumeration, std::int32_t number) noexcept;

/// The first number of an enumeration's word, or 0 when it has no such word.
std::int32_t number_of(const Type& enumeration, std::string_view word) noexcept;

/// The word of an enumeration's number; empty when the number is unknown.
std::string_view word_of(const Type& enumeration, std::int32_t number) noexcept;

}  // namespace ent::reflect
