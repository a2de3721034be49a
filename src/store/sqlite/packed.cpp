#include "store/sqlite/packed.hpp"

#include <array>

#include "store/packed.hpp"

namespace ent::store::sqlite {
namespace {

constexpr int any_number = -1;

/// SQLite keeps it from the first row of a value to the last, filled with zeros before.
struct Value {
  sqlite3_str* bytes;
};

Value* value_of(sqlite3_context* context, int size) noexcept {
  return static_cast<Value*>(sqlite3_aggregate_context(context, size));
}

void add_row(sqlite3_context* context, int count, sqlite3_value** numbers) noexcept {
  Value* const value = value_of(context, sizeof(Value));
  if (value == nullptr) return sqlite3_result_error_nomem(context);
  if (static_cast<std::size_t>(count) > most_packed) return sqlite3_result_error_toobig(context);
  if (value->bytes == nullptr) value->bytes = sqlite3_str_new(sqlite3_context_db_handle(context));
  std::array<std::array<std::byte, packed_size>, most_packed> row;
  for (int i = 0; i < count; ++i) row[static_cast<std::size_t>(i)] = packed(sqlite3_value_int64(numbers[i]));
  sqlite3_str_append(value->bytes, reinterpret_cast<const char*>(row.data()), count * static_cast<int>(packed_size));
}

/// Also called where a statement ends before its rows do.
void finish(sqlite3_context* context) noexcept {
  const Value* const value = value_of(context, 0);
  if (value == nullptr || value->bytes == nullptr) return sqlite3_result_null(context);
  const int fault = sqlite3_str_errcode(value->bytes);
  const int size = sqlite3_str_length(value->bytes);
  char* const bytes = sqlite3_str_finish(value->bytes);
  if (fault == SQLITE_OK) return sqlite3_result_blob(context, bytes, size, &sqlite3_free);
  sqlite3_free(bytes);
  sqlite3_result_error_code(context, fault);
}

}  // namespace

int add_packed(sqlite3* connection) noexcept {
  return sqlite3_create_function_v2(connection, "PACKED", any_number, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                    nullptr, &add_row, &finish, nullptr);
}

}  // namespace ent::store::sqlite
