#include "store/sqlite/packed.hpp"

#include <cstddef>
#include <cstring>

#include "store/packed.hpp"

namespace ent::store::sqlite {
namespace {

constexpr int any_number = -1;

/// SQLite keeps it from the first row of a value to the last, filled with zeros before. A string of SQLite's own (sqlite3_str) took as long to
/// append each row to as the row takes to be packed.
struct Value {
  std::byte* bytes;
  std::size_t size;
  std::size_t room;
};

constexpr std::size_t first_room = 4096;

/// For a row more; false: there is no memory.
bool make_room(Value& value, std::size_t row) noexcept {
  if (value.room - value.size >= row) return true;
  const std::size_t room = value.room == 0 ? first_room : 2 * value.room;
  void* const bytes = sqlite3_realloc64(value.bytes, room);
  if (bytes == nullptr) return false;
  value.bytes = static_cast<std::byte*>(bytes);
  value.room = room;
  return true;
}

Value* value_of(sqlite3_context* context, int size) noexcept {
  return static_cast<Value*>(sqlite3_aggregate_context(context, size));
}

void add_row(sqlite3_context* context, int count, sqlite3_value** numbers) noexcept {
  Value* const value = value_of(context, sizeof(Value));
  if (static_cast<std::size_t>(count) > most_packed) return sqlite3_result_error_toobig(context);
  if (value == nullptr || !make_room(*value, static_cast<std::size_t>(count) * packed_size)) return sqlite3_result_error_nomem(context);
  for (int i = 0; i < count; ++i) {
    const auto number = packed(sqlite3_value_int64(numbers[i]));
    std::memcpy(value->bytes + value->size, number.data(), packed_size);
    value->size += packed_size;
  }
}

/// Also called where a statement ends before its rows do.
void finish(sqlite3_context* context) noexcept {
  const Value* const value = value_of(context, 0);
  if (value == nullptr || value->bytes == nullptr) return sqlite3_result_null(context);
  sqlite3_result_blob64(context, value->bytes, value->size, &sqlite3_free);  // takes it, and refuses what SQLite's limit does
}

}  // namespace

int add_packed(sqlite3* connection) noexcept {
  return sqlite3_create_function_v2(connection, "PACKED", any_number, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                    nullptr, &add_row, &finish, nullptr);
}

}  // namespace ent::store::sqlite
