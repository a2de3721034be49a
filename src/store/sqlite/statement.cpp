#include "store/sqlite/statement.hpp"

#include "store/dialect.hpp"
#include "store/items.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/list_text.hpp"

namespace ent::store::sqlite {

Statement::Statement(Connection& connection, const Text& sql) : connection_(connection) {
  const std::string text = for_engine(sql, Engine::sqlite);
  const char* tail = nullptr;
  const int result = sqlite3_prepare_v3(connection.handle(), text.c_str(), static_cast<int>(text.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &handle_, &tail);
  if (result != SQLITE_OK) connection_.fail(result);
  if (handle_ == nullptr || Lexer(tail).next_solid().kind != Lex::end) {
    sqlite3_finalize(handle_);
    throw Failure(Fault::bug, "a text holds one statement");
  }
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::check(int result) {
  if (result != SQLITE_OK) connection_.fail(result);
}

void Statement::expect(std::size_t arguments) {
  if (static_cast<int>(arguments) == sqlite3_bind_parameter_count(handle_)) return;
  throw Failure(Fault::bug, std::to_string(arguments) + " arguments for: " + sqlite3_sql(handle_));
}

void Statement::bind(std::span<const Arg> args, Values values) {
  expect(args.size());
  for (std::size_t i = 0; i < args.size(); ++i) bind_one(static_cast<int>(i) + 1, args[i], values);
}

void Statement::bind_scalars(std::span<const Arg> args) {
  expect(args.size());
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!args[i].is_list()) bind_one(static_cast<int>(i) + 1, args[i], Values::borrowed);
  }
}

void Statement::bind_one(int parameter, const Arg& arg, Values values) {
  switch (arg.kind()) {
    case Arg::Kind::null:
      return check(sqlite3_bind_null(handle_, parameter));
    case Arg::Kind::integer:
      return check(sqlite3_bind_int64(handle_, parameter, arg.integer()));
    case Arg::Kind::text:
      return bind_text(parameter, arg.text(), values);
    case Arg::Kind::bytes: {
      // A null pointer would bind NULL; an empty value is a value.
      const auto bytes = arg.bytes();
      holds_copies_ |= values == Values::copied;
      return check(sqlite3_bind_blob64(handle_, parameter, bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
                                       bytes.size(), values == Values::copied ? SQLITE_TRANSIENT : SQLITE_STATIC));
    }
    case Arg::Kind::integers:
      return bind_text(parameter, list_text(arg.integers()), Values::copied);
    case Arg::Kind::texts:
      return bind_text(parameter, list_text(arg.texts()), Values::copied);
  }
}

void Statement::bind_text(int parameter, std::string_view text, Values values) {
  refuse_nul(text);
  holds_copies_ |= values == Values::copied;
  check(sqlite3_bind_text64(handle_, parameter, text.empty() ? "" : text.data(), text.size(),
                            values == Values::copied ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_items(std::span<const Arg> args, std::size_t row) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    if (args[i].kind() == Arg::Kind::integers) check(sqlite3_bind_int64(handle_, parameter, args[i].integers()[row]));
    if (args[i].kind() == Arg::Kind::texts) bind_text(parameter, args[i].texts()[row], Values::borrowed);
  }
}

void Statement::run() {
  int result = SQLITE_ROW;
  while (result == SQLITE_ROW) result = sqlite3_step(handle_);
  if (result != SQLITE_DONE) {
    sqlite3_reset(handle_);
    connection_.fail(result);
  }
  sqlite3_reset(handle_);
}

Cursor* Statement::open() {
  ended_ = false;
  first_is_ready_ = false;
  if (sqlite3_stmt_readonly(handle_) == 0) first_is_ready_ = step();
  open_ = true;
  return this;
}

bool Statement::next() { return std::exchange(first_is_ready_, false) || step(); }

bool Statement::step() {
  // One more step behind the end would run the statement again.
  if (ended_) return false;
  const int result = sqlite3_step(handle_);
  if (result == SQLITE_ROW) return true;
  ended_ = true;
  sqlite3_reset(handle_);
  if (result != SQLITE_DONE) connection_.fail(result);
  return false;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::byte> Statement::bytes(int column) const {
  const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

void Statement::done() noexcept {
  sqlite3_reset(handle_);
  // The cache keeps statements for long: it must not keep what people wrote.
  if (std::exchange(holds_copies_, false)) sqlite3_clear_bindings(handle_);
  open_ = false;
}

}  // namespace ent::store::sqlite
