/// What an input is refused for: the same limits, reasons and paths on every face.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ent/result.hpp"
#include "reflect/type.hpp"

namespace ent::reflect {

inline constexpr std::size_t max_request_bytes = std::size_t{16} << 20;  ///< Of JSON, or of all texts of a C struct.
inline constexpr std::size_t max_items = 100'000;                        ///< In all lists of a request together.
inline constexpr std::size_t max_depth = 32;  ///< Of JSON.
inline constexpr std::size_t max_refusals = 100;  ///< A request is not read further after so many.

namespace reason {
inline constexpr std::string_view date = "field.date";            ///< No date YYYY-MM-DD that exists.
inline constexpr std::string_view decimal = "field.decimal";      ///< No decimal number of six decimals.
inline constexpr std::string_view time = "field.time";            ///< No time of day HH:MM.
inline constexpr std::string_view instant = "field.instant";      ///< No instant of RFC 3339.
inline constexpr std::string_view missing = "field.missing";      ///< Required and not given.
inline constexpr std::string_view null = "field.null";            ///< Null where a value must be.
inline constexpr std::string_view range = "field.range";          ///< A number outside its range.
inline constexpr std::string_view repeated = "field.repeated";    ///< Given twice.
inline constexpr std::string_view type = "field.type";            ///< Another kind of value is wanted.
inline constexpr std::string_view unknown = "field.unknown";      ///< No field of this name.
inline constexpr std::string_view word = "field.word";            ///< No word, or number, of the enumeration.
inline constexpr std::string_view deep = "input.too_deep";        ///< Nested deeper than max_depth.
inline constexpr std::string_view large = "input.too_large";      ///< More than max_request_bytes.
inline constexpr std::string_view syntax = "json.syntax";         ///< No JSON.
inline constexpr std::string_view list_long = "list.too_long";    ///< More than max_items.
inline constexpr std::string_view stride = "list.stride";         ///< A stride smaller than the item.
inline constexpr std::string_view struct_size = "struct.size";    ///< A C struct that does not say its size.
inline constexpr std::string_view encoding = "text.encoding";     ///< Not UTF-8.
inline constexpr std::string_view nul = "text.nul";               ///< A NUL character in a text.
}  // namespace reason

/// Appends one step of a JSON pointer (RFC 6901): `/`, `~` and the rest as it is.
void append_step(std::string& pointer, std::string_view name);
void append_step(std::string& pointer, std::size_t index);

/// Why a text cannot be taken; empty when it can. `known_utf8` when its encoding was looked at before.
std::string_view text_refusal(std::string_view text, bool known_utf8) noexcept;

/// Why a value is no id, no date, no time, no instant, no decimal or no word; empty when it is one.
std::string_view id_refusal(std::int64_t number) noexcept;
std::string_view date_refusal(Date date) noexcept;
std::string_view time_refusal(TimeOfDay time) noexcept;
std::string_view decimal_refusal(Decimal number) noexcept;
std::string_view instant_refusal(Instant instant) noexcept;
std::string_view word_refusal(const Type& enumeration, std::int32_t number) noexcept;

/// The refused fields of one request.
class Refusals {
 public:
  void add(std::string path, std::string_view reason) { fields_.push_back({std::move(path), std::string(reason)}); }
  bool full() const noexcept { return fields_.size() >= max_refusals; }
  bool empty() const noexcept { return fields_.empty(); }

  /// The error: its reason is that of the first refused field. None when no field was refused.
  std::optional<Error> error() &&;

 private:
  std::vector<FieldError> fields_;
};

}  // namespace ent::reflect
