#include "reflect/refusal.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "ent/id.hpp"
#include "reflect/codec.hpp"

namespace ent::reflect {

void append_step(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

void append_step(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

std::string_view text_refusal(std::string_view text, bool known_utf8) noexcept {
  if (text.find('\0') != std::string_view::npos) return reason::nul;
  if (!known_utf8 && !base::valid_utf8(text)) return reason::encoding;
  return {};
}

std::string_view id_refusal(std::int64_t number) noexcept {
  return number <= 0 || number > max_id ? reason::range : std::string_view{};
}

std::string_view date_refusal(Date date) noexcept { return base::writable(date) ? std::string_view{} : reason::range; }

std::string_view time_refusal(TimeOfDay time) noexcept { return base::writable(time) ? std::string_view{} : reason::range; }

std::string_view decimal_refusal(Decimal number) noexcept {
  return base::writable(number) ? std::string_view{} : reason::range;
}

std::string_view instant_refusal(Instant instant) noexcept {
  return base::writable(instant) ? std::string_view{} : reason::range;
}

std::string_view word_refusal(const Type& enumeration, std::int32_t number) noexcept {
  return find_word(enumeration, number) == nullptr ? reason::word : std::string_view{};
}

std::optional<Error> Refusals::error() && {
  if (fields_.empty()) return std::nullopt;
  Error error = base::fail(Errc::invalid_argument, fields_.front().reason);
  error.fields = std::move(fields_);
  return error;
}

}  // namespace ent::reflect
