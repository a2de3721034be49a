#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "reflect/codec.hpp"
#include "reflect/refusal.hpp"

namespace ent::reflect {
namespace {

/// Where the next value goes; nowhere (no type) when nobody wants it.
struct Slot {
  const Type* type = nullptr;
  void* place = nullptr;
};

/// A record or list whose closing bracket has not come; a frame without a type skips what is in it.
struct Frame {
  const Type* type = nullptr;
  void* place = nullptr;
  const Field* field = nullptr;  ///< The member whose name was read last; null when unknown or repeated.
  std::uint64_t met = 0;         ///< The members met, by their index.
  std::size_t expected = 0;      ///< The index of the member that follows the one met last.
  std::size_t items = 0;
};

bool is_list(const Type* type) noexcept { return type != nullptr && type->kind == Kind::list; }

/// The index of a name, looked for from where it is expected; the number of fields when it has none.
std::size_t find(std::span<const Field> fields, std::string_view name, std::size_t expected) noexcept {
  for (std::size_t i = expected; i < fields.size(); ++i)
    if (fields[i].text() == name) return i;
  for (std::size_t i = 0; i < expected; ++i)
    if (fields[i].text() == name) return i;
  return fields.size();
}

/// Enough of an unknown name to find it by.
std::string_view beginning(std::string_view name) noexcept {
  const std::string_view cut = name.substr(0, 64);
  return cut.substr(0, base::valid_prefix(cut));
}

/// What the parser tells, put into the places that the type table names.
class JsonReader {
 public:
  JsonReader(const Type& type, std::string_view text, void* value) : text_(text), root_{&type, value} {
    frames_.reserve(max_depth);
  }

  std::optional<Error> read() {
    if (text_.size() > max_request_bytes) {
      refuse(reason::large);
    } else if (const auto nul = text_.find('\0'); nul != std::string_view::npos) {  // the parser takes it for the end
      broken_at_ = nul + 1;
      refuse(reason::syntax);
    } else {
      nlohmann::json::sax_parse(text_.begin(), text_.end(), this);
    }
    auto error = std::move(refusals_).error();
    if (error && broken_at_) error->message += " It breaks at byte " + std::to_string(*broken_at_) + ".";
    return error;
  }

  bool null();
  bool boolean(bool value);
  bool number_integer(std::int64_t value) { return number(value < 0, static_cast<std::uint64_t>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(false, value); }
  bool number_float(double, const std::string& spelling) { return fraction(spelling); }
  bool string(const std::string& value);
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Kind::record); }
  bool key(const std::string& name);
  bool end_object();
  bool start_array(std::size_t) { return open(Kind::list); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& problem);

 private:
  Slot next();
  Slot next_unwrapped();
  bool number(bool negative, std::uint64_t bits);
  bool fraction(std::string_view spelling);
  bool decimal(void* place, std::string_view spelling);
  bool open(Kind kind);
  bool close();
  std::string path() const;
  bool refuse(std::string path, std::string_view reason);
  bool refuse(std::string_view reason) { return refuse(path(), reason); }
  bool refuse_member(std::string_view name, std::string_view reason);
  /// Takes a value that is well, refuses it otherwise.
  bool settle(std::string_view refusal) { return refusal.empty() || refuse(refusal); }

  std::string_view text_;
  std::optional<std::size_t> broken_at_;  ///< Where the text stops being JSON.
  Slot root_;
  std::vector<Frame> frames_;
  std::size_t items_ = 0;
  Refusals refusals_;
};

/// The pointer to the value that was read last.
std::string JsonReader::path() const {
  std::string pointer;
  for (const Frame& frame : frames_) {
    if (is_list(frame.type) && frame.items != 0) append_step(pointer, frame.items - 1);
    if (frame.field != nullptr) append_step(pointer, frame.field->name);
  }
  return pointer;
}

bool JsonReader::refuse(std::string path, std::string_view reason) {
  refusals_.add(std::move(path), reason);
  return !refusals_.full();
}

/// For a member of the record whose name has no value yet.
bool JsonReader::refuse_member(std::string_view name, std::string_view reason) {
  std::string pointer = path();
  append_step(pointer, name);
  return refuse(std::move(pointer), reason);
}

Slot JsonReader::next() {
  if (frames_.empty()) return root_;
  Frame& frame = frames_.back();
  if (frame.field != nullptr) return {frame.field->type, static_cast<std::byte*>(frame.place) + frame.field->offset};
  if (!is_list(frame.type)) return {};
  ++frame.items;
  if (++items_ > max_items) {
    if (items_ == max_items + 1) refuse(reason::list_long);
    return {};
  }
  return {frame.type->inner, frame.type->add(frame.place)};
}

/// For a value that is not null: an optional has it inside.
Slot JsonReader::next_unwrapped() {
  Slot slot = next();
  while (slot.type != nullptr && slot.type->kind == Kind::optional) slot = {slot.type->inner, slot.type->add(slot.place)};
  return slot;
}

bool JsonReader::null() {
  const Slot slot = next();
  if (slot.type == nullptr) return true;
  return slot.type->kind == Kind::optional || refuse(reason::null);
}

bool JsonReader::boolean(bool value) {
  const Slot slot = next_unwrapped();
  if (slot.type == nullptr) return true;
  if (slot.type->kind != Kind::boolean) return refuse(reason::type);
  *static_cast<bool*>(slot.place) = value;
  return true;
}

/// The largest whole number that is a decimal.
constexpr std::int64_t whole_decimals = Decimal::largest / Decimal::one;

/// `bits`: the number in two's complement when it is negative.
bool JsonReader::number(bool negative, std::uint64_t bits) {
  const Slot slot = next_unwrapped();
  if (slot.type == nullptr) return true;
  const auto value = static_cast<std::int64_t>(bits);
  const bool fits = negative || value >= 0;
  switch (slot.type->kind) {
    case Kind::int32:
      if (!fits || value < INT32_MIN || value > INT32_MAX) return refuse(reason::range);
      *static_cast<std::int32_t*>(slot.place) = static_cast<std::int32_t>(value);
      return true;
    case Kind::int64:
      if (!fits) return refuse(reason::range);
      *static_cast<std::int64_t*>(slot.place) = value;
      return true;
    case Kind::id:
      if (!fits) return refuse(reason::range);
      *static_cast<std::int64_t*>(slot.place) = value;
      return settle(id_refusal(value));
    case Kind::decimal:
      if (!fits || value < -whole_decimals || value > whole_decimals) return refuse(reason::range);
      *static_cast<Decimal*>(slot.place) = Decimal::of_millionths(value * Decimal::one);
      return true;
    default: return refuse(reason::type);
  }
}

bool JsonReader::decimal(void* place, std::string_view spelling) {
  const auto number = Decimal::parse(spelling);
  if (!number) return refuse(reason::decimal);
  *static_cast<Decimal*>(place) = *number;
  return true;
}

/// A number with a point, taken as it is spelt, by decimals only; an integer comes here when it has too many digits.
bool JsonReader::fraction(std::string_view spelling) {
  const Slot slot = next_unwrapped();
  if (slot.type == nullptr) return true;
  const bool whole = spelling.find_first_of(".eE") == std::string_view::npos;
  if (slot.type->kind == Kind::decimal) return whole ? refuse(reason::range) : decimal(slot.place, spelling);
  const Kind kind = slot.type->kind;
  const bool wanted = kind == Kind::int32 || kind == Kind::int64 || kind == Kind::id;
  return refuse(whole && wanted ? reason::range : reason::type);
}

bool JsonReader::string(const std::string& value) {
  const Slot slot = next_unwrapped();
  if (slot.type == nullptr) return true;
  switch (slot.type->kind) {
    case Kind::text:
      *static_cast<std::string*>(slot.place) = value;
      return settle(text_refusal(value, true));
    case Kind::date: {
      const auto date = base::parse_date(value);
      if (!date) return refuse(reason::date);
      *static_cast<Date*>(slot.place) = *date;
      return true;
    }
    case Kind::time: {
      const auto time = base::parse_time(value);
      if (!time) return refuse(reason::time);
      *static_cast<TimeOfDay*>(slot.place) = *time;
      return true;
    }
    case Kind::decimal: return decimal(slot.place, value);
    case Kind::instant: {
      const auto instant = base::parse_instant(value);
      if (!instant) return refuse(reason::instant);
      *static_cast<Instant*>(slot.place) = *instant;
      return true;
    }
    case Kind::enumeration: {
      const std::int32_t number = number_of(*slot.type, value);
      if (number == 0) return refuse(reason::word);
      set_word_number(slot.place, number);
      return true;
    }
    default: return refuse(reason::type);
  }
}

bool JsonReader::open(Kind kind) {
  const Slot slot = next_unwrapped();
  const bool wanted = slot.type != nullptr && slot.type->kind == kind;
  if (slot.type != nullptr && !wanted && !refuse(reason::type)) return false;
  if (frames_.size() == max_depth) {
    refuse(reason::deep);
    return false;
  }
  if (!wanted) {
    frames_.emplace_back();
    return true;
  }
  if (kind == Kind::list) reset(*slot.type, slot.place);
  frames_.push_back({slot.type, slot.place});
  return true;
}

bool JsonReader::close() {
  frames_.pop_back();
  return true;
}

bool JsonReader::key(const std::string& name) {
  Frame& frame = frames_.back();
  frame.field = nullptr;
  if (frame.type == nullptr) return true;
  const auto fields = frame.type->fields;
  const std::size_t index = find(fields, name, frame.expected);
  if (index == fields.size()) return refuse_member(beginning(name), reason::unknown);
  const std::uint64_t bit = std::uint64_t{1} << index;
  if ((frame.met & bit) != 0) return refuse_member(name, reason::repeated);
  frame.met |= bit;
  frame.expected = index + 1;
  frame.field = &fields[index];
  return true;
}

bool JsonReader::end_object() {
  Frame& frame = frames_.back();
  frame.field = nullptr;
  if (frame.type == nullptr) return close();
  std::uint64_t bit = 1;
  for (const Field& field : frame.type->fields) {
    const bool missing = field.required && (frame.met & bit) == 0;
    if (missing && !refuse_member(field.name, reason::missing)) return false;
    bit <<= 1;
  }
  return close();
}

bool JsonReader::parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& problem) {
  constexpr int number_overflow = 406;
  broken_at_ = position;
  if (problem.id == number_overflow) {
    fraction(token);
  } else {
    refuse(base::valid_prefix(text_) < std::min(position, text_.size()) ? reason::encoding : reason::syntax);
  }
  return false;
}

}  // namespace

std::optional<Error> read_json(const Type& type, std::string_view text, void* value) {
  return JsonReader(type, text, value).read();
}

}  // namespace ent::reflect
