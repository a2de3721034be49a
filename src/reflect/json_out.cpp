#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "reflect/codec.hpp"

namespace ent::reflect {
namespace {

/// Whether one of 8 bytes must be escaped: below space, a quote or a backslash.
bool any_special(std::uint64_t bytes) noexcept {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
  constexpr std::uint64_t tops = 0x8080'8080'8080'8080U;
  const auto zero_byte = [](std::uint64_t word) { return (word - ones) & ~word & tops; };
  const std::uint64_t below_space = (bytes - ones * 0x20) & ~bytes & tops;
  return (below_space | zero_byte(bytes ^ ones * '"') | zero_byte(bytes ^ ones * '\\')) != 0;
}

bool special(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// The first character that must be escaped, or the end.
const char* plain_end(const char* from, const char* end) noexcept {
  for (std::uint64_t bytes; end - from >= 8; from += 8) {
    std::memcpy(&bytes, from, sizeof bytes);
    if (any_special(bytes)) break;
  }
  while (from != end && !special(*from)) ++from;
  return from;
}

/// Writes into the string's own memory, grown ahead of need; the string has its length again at the end.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out), used_(out.size()) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { out_.resize(used_); }

  void value(const Type& type, const void* place);

 private:
  static constexpr std::size_t scalar_room = 48;  // any number, decimal, date, time or instant with its quotes
  static_assert(scalar_room >= base::longest_time_text && scalar_room >= base::longest_decimal_text);

  /// Memory for `size` more bytes; what is used of it is told by wrote().
  char* room(std::size_t size) {
    if (out_.size() - used_ < size) out_.resize(std::max({used_ + size, out_.size() * 2, std::size_t{256}}));
    return out_.data() + used_;
  }
  void wrote(const char* end) noexcept { used_ = static_cast<std::size_t>(end - out_.data()); }

  void put(char c) {
    *room(1) = c;
    ++used_;
  }
  void put(std::string_view bytes) {
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    used_ += bytes.size();
  }

  void integer(std::int64_t number) {
    char* const begin = room(scalar_room);
    wrote(std::to_chars(begin, begin + scalar_room, number).ptr);
  }
  template <class Value>
  void quoted(Value value, char* (*write)(Value, char*) noexcept) {
    char* const begin = room(scalar_room + 2);
    *begin = '"';
    char* const end = write(value, begin + 1);
    *end = '"';
    wrote(end + 1);
  }
  void text(std::string_view text);
  void escape(char c);
  void word(const Type& type, std::int32_t number);
  void record(const Type& type, const std::byte* place);
  void list(const Type& type, const void* place);

  std::string& out_;
  std::size_t used_;
};

void JsonWriter::escape(char c) {
  switch (c) {
    case '"': return put("\\\"");
    case '\\': return put("\\\\");
    case '\n': return put("\\n");
    case '\r': return put("\\r");
    case '\t': return put("\\t");
    default: break;
  }
  constexpr char hexadecimal[] = "0123456789abcdef";
  const char code[] = {'\\', 'u', '0', '0', hexadecimal[(c >> 4) & 1], hexadecimal[c & 15]};
  put({code, sizeof code});
}

void JsonWriter::text(std::string_view text) {
  const char* from = text.data();
  const char* const end = from + text.size();
  char* p = room(text.size() + 2);
  *p++ = '"';
  for (;;) {
    const char* const stop = plain_end(from, end);
    if (stop != from) std::memcpy(p, from, static_cast<std::size_t>(stop - from));
    wrote(p + (stop - from));
    if (stop == end) break;
    escape(*stop);
    from = stop + 1;
    p = room(static_cast<std::size_t>(end - from) + 1);
  }
  put('"');
}

void JsonWriter::word(const Type& type, std::int32_t number) {
  const Word* const known = find_word(type, number);
  if (known == nullptr) throw std::logic_error("no word for a number of " + std::string(type.name));
  put(known->json);
}

/// Whether a member says nothing: an empty optional, and in a field that may be left out, no id and no word.
bool is_absent(const Field& field, const void* place) noexcept {
  switch (field.type->kind) {
    case Kind::optional: return field.type->count(place) == 0;
    case Kind::id: return !field.required && as<std::int64_t>(place) == 0;
    case Kind::enumeration: return !field.required && word_number(place) == 0;
    default: return false;
  }
}

void JsonWriter::record(const Type& type, const std::byte* place) {
  char before = '{';
  for (const Field& field : type.fields) {
    const void* const member = place + field.offset;
    if (is_absent(field, member)) continue;
    char* const p = room(field.key.size() + 1);
    *p = before;
    std::memcpy(p + 1, field.key.data(), field.key.size());
    used_ += field.key.size() + 1;
    before = ',';
    value(*field.type, member);
  }
  if (before == '{') put('{');
  put('}');
}

void JsonWriter::list(const Type& type, const void* place) {
  const std::size_t count = type.count(place);
  put('[');
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) put(',');
    value(*type.inner, type.at(place, i));
  }
  put(']');
}

void JsonWriter::value(const Type& type, const void* place) {
  switch (type.kind) {
    case Kind::boolean: return put(as<bool>(place) ? std::string_view("true") : std::string_view("false"));
    case Kind::int32: return integer(as<std::int32_t>(place));
    case Kind::int64:
    case Kind::id: return integer(as<std::int64_t>(place));
    case Kind::text: return text(as<std::string>(place));
    case Kind::date: return quoted(as<Date>(place), &base::write_date);
    case Kind::time: return quoted(as<TimeOfDay>(place), &base::write_time);
    case Kind::decimal: return quoted(as<Decimal>(place), &base::write_decimal);
    case Kind::instant: return quoted(as<Instant>(place), &base::write_instant);
    case Kind::enumeration: return word(type, word_number(place));
    case Kind::optional: return type.count(place) == 0 ? put("null") : value(*type.inner, type.at(place, 0));
    case Kind::list: return list(type, place);
    case Kind::record: return record(type, static_cast<const std::byte*>(place));
  }
}

}  // namespace

void write_json(const Type& type, const void* value, std::string& out) { JsonWriter(out).value(type, value); }

}  // namespace ent::reflect
