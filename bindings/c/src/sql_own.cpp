// The library's own stores, as a C host is given them.
#include <cstddef>
#include <string>
#include <vector>

#include "base/try.hpp"
#include "sized.hpp"
#include "sql_port.hpp"
#include "wall.hpp"

namespace ent::c {
namespace {

using store::Arg;

struct OwnStore {
  std::shared_ptr<store::Database> database;
};

struct OwnConnection {
  std::unique_ptr<store::Connection> connection;
  std::string detail{};
};

struct OwnCursor {
  store::Rows rows;
  OwnConnection* of;
};

/// Arguments as the library knows them; borrows from what it was made of, but for the lists of texts.
class OwnArgs {
 public:
  OwnArgs(const ent_sql_arg* given, std::size_t count) {
    std::size_t lists = 0;
    for (std::size_t i = 0; i < count; ++i) lists += given[i].kind == ENT_SQL_TEXTS ? 1 : 0;
    texts_.reserve(lists);  // so that none moves
    args_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) args_.push_back(of(given[i]));
  }
  std::span<const Arg> span() const noexcept { return args_; }

 private:
  Arg of(const ent_sql_arg& arg) {
    switch (arg.kind) {
      case ENT_SQL_INTEGER: return arg.integer;
      case ENT_SQL_TEXT: return std::string_view(static_cast<const char*>(arg.data), arg.size);
      case ENT_SQL_BYTES: return std::span(static_cast<const std::byte*>(arg.data), arg.size);
      case ENT_SQL_INTEGERS: return std::span(static_cast<const std::int64_t*>(arg.data), arg.size);
      case ENT_SQL_TEXTS: return std::span<const std::string>(texts_.emplace_back(texts_of(arg)));
      default: return nullptr;
    }
  }
  static std::vector<std::string> texts_of(const ent_sql_arg& arg) {
    std::vector<std::string> texts;
    texts.reserve(arg.size);
    for (const ent_str& text : std::span(static_cast<const ent_str*>(arg.data), arg.size)) texts.emplace_back(text.data, text.size);
    return texts;
  }

  std::vector<Arg> args_;
  std::vector<std::vector<std::string>> texts_;
};

/// The words of ent_sql_fault are those of Fault, counted from 1.
std::int32_t word_of(store::Fault fault) noexcept { return static_cast<std::int32_t>(fault) + 1; }

void keep(OwnConnection* of, const char* detail) noexcept {
  try {
    if (of != nullptr) of->detail = detail;
  } catch (const std::bad_alloc&) {  // the fault itself says enough
  }
}

/// Does `work`, and answers 0 or the fault that it was thrown.
template <class Work>
std::int32_t faulted(OwnConnection* of, Work&& work) noexcept {
  try {
    work();
    return 0;
  } catch (const store::Failure& failure) {
    keep(of, failure.what());
    return word_of(failure.fault());
  } catch (const std::bad_alloc&) {
    return ENT_SQL_MEMORY;
  } catch (...) {
    return ENT_SQL_BUG;
  }
}

store::Database& database_of(void* self) noexcept { return *static_cast<OwnStore*>(self)->database; }
OwnConnection& connection_of(void* connection) noexcept { return *static_cast<OwnConnection*>(connection); }

void destroy(void* self) { delete static_cast<OwnStore*>(self); }
std::int32_t engine(void* self) {
  return database_of(self).engine() == store::Engine::postgres ? ENT_SQL_POSTGRES : ENT_SQL_SQLITE;
}
std::int32_t one_writer(void* self) { return database_of(self).one_writer() ? 1 : 0; }

std::int32_t connect(void* self, std::int32_t role, void** connection) {
  return faulted(nullptr, [&] {
    store::Database& database = database_of(self);
    *connection = new OwnConnection{role == ENT_SQL_WRITER ? database.connect_writer() : database.connect_reader()};
  });
}
void disconnect(void* self, void* connection) {
  static_cast<void>(self);
  delete static_cast<OwnConnection*>(connection);
}
const char* detail(void* connection) { return connection_of(connection).detail.c_str(); }

std::int32_t take_numbers(void* self, void* connection, std::int64_t org, ent_str sequence, std::int64_t count,
                          std::int64_t* first) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] {
    *first = database_of(self).take_numbers(*own.connection, org, {sequence.data, sequence.size}, count);
  });
}

class HostWatch final : public Watch {
 public:
  using Function = std::int32_t (*)(void*, std::int64_t, std::int64_t);
  HostWatch(void* taker, Function function) noexcept : taker_(taker), go_on_(function) {}
  bool go_on(const Progress& progress) override { return go_on_(taker_, progress.done, progress.total) != 0; }

 private:
  void* taker_;
  Function go_on_;
};

std::int32_t check(void* self, std::int32_t full, void* taker, void (*take)(void*, ent_str), HostWatch::Function go_on) {
  return faulted(nullptr, [&] {
    HostWatch watch(taker, go_on);
    const auto lines = database_of(self).check(full != 0 ? CheckLevel::full : CheckLevel::quick, &watch);
    if (lines && !lines->empty()) take(taker, {lines->data(), lines->size()});
  });
}
std::int32_t backup(void* self, ent_str path, std::int32_t replace, void* taker, HostWatch::Function go_on) {
  return faulted(nullptr, [&] {
    HostWatch watch(taker, go_on);
    database_of(self).backup({std::string(path.data, path.size), replace != 0}, &watch);
  });
}

std::int32_t query(void* connection, const ent_sql_text* text, const ent_sql_arg* args, std::size_t count, void** cursor) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] {
    const OwnArgs given(args, count);
    *cursor = new OwnCursor{own.connection->query({text->text, text->postgres}, given.span()), &own};
  });
}
std::int32_t exec(void* connection, const ent_sql_text* text, const ent_sql_arg* args, std::size_t count) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] { own.connection->exec({text->text, text->postgres}, OwnArgs(args, count).span()); });
}
std::int32_t exec_each(void* connection, const ent_sql_text* text, const ent_sql_arg* args, std::size_t count) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] { own.connection->exec_each({text->text, text->postgres}, OwnArgs(args, count).span()); });
}
std::int32_t script(void* connection, ent_str ddl) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] { own.connection->script({ddl.data, ddl.size}); });
}

template <void (store::Connection::*step)()>
std::int32_t stepped(void* connection) {
  OwnConnection& own = connection_of(connection);
  return faulted(&own, [&] { ((*own.connection).*step)(); });
}
void rollback(void* connection) { connection_of(connection).connection->rollback(); }
std::int32_t in_transaction(void* connection) { return connection_of(connection).connection->in_transaction() ? 1 : 0; }
std::int32_t usable(void* connection) { return connection_of(connection).connection->usable() ? 1 : 0; }

/// Does `work` on the rows of a cursor.
template <class Work>
std::int32_t read(void* cursor, Work&& work) noexcept {
  auto& own = *static_cast<OwnCursor*>(cursor);
  return faulted(own.of, [&] { work(own.rows); });
}
std::int32_t next(void* cursor, std::int32_t* more) {
  return read(cursor, [&](store::Rows& rows) { *more = rows.next() ? 1 : 0; });
}
std::int32_t is_null(void* cursor, std::int32_t column, std::int32_t* out) {
  return read(cursor, [&](store::Rows& rows) { *out = rows.is_null(column) ? 1 : 0; });
}
std::int32_t integer(void* cursor, std::int32_t column, std::int64_t* out) {
  return read(cursor, [&](store::Rows& rows) { *out = rows.integer(column); });
}
std::int32_t text(void* cursor, std::int32_t column, ent_str* out) {
  return read(cursor, [&](store::Rows& rows) {
    const std::string_view value = rows.text(column);
    *out = {value.data(), value.size()};
  });
}
std::int32_t bytes(void* cursor, std::int32_t column, ent_str* out) {
  return read(cursor, [&](store::Rows& rows) {
    const std::span<const std::byte> value = rows.bytes(column);
    *out = {reinterpret_cast<const char*>(value.data()), value.size()};
  });
}
void done(void* cursor) { delete static_cast<OwnCursor*>(cursor); }

}  // namespace

ent_sql_port table_of(std::shared_ptr<store::Database> database) {
  using store::Connection;
  ent_sql_port port{};
  port.struct_size = sizeof port;
  port.version = 1;
  if (database->engine() == store::Engine::sqlite) {  // the other engine has tools of its own
    port.check = &check;
    port.backup = &backup;
  }
  port.self = new OwnStore{std::move(database)};
  port.destroy = &destroy;
  port.engine = &engine;
  port.one_writer = &one_writer;
  port.connect = &connect;
  port.disconnect = &disconnect;
  port.detail = &detail;
  port.take_numbers = &take_numbers;
  port.query = &query;
  port.exec = &exec;
  port.exec_each = &exec_each;
  port.script = &script;
  port.begin_read = &stepped<&Connection::begin_read>;
  port.begin_write = &stepped<&Connection::begin_write>;
  port.commit = &stepped<&Connection::commit>;
  port.rollback = &rollback;
  port.savepoint = &stepped<&Connection::savepoint>;
  port.release = &stepped<&Connection::release>;
  port.rollback_to = &stepped<&Connection::rollback_to>;
  port.in_transaction = &in_transaction;
  port.usable = &usable;
  port.next = &next;
  port.is_null = &is_null;
  port.integer = &integer;
  port.text = &text;
  port.bytes = &bytes;
  port.done = &done;
  return port;
}

namespace {

std::optional<Error> open_store(ent_str uri, std::int32_t durability, std::int32_t busy_timeout_ms, ent_sql_port* port,
                                std::size_t size) {
  std::string path;
  ENT_REFUSE(need(port, "/port"));
  std::memset(port, 0, std::min(size, sizeof *port));
  ENT_REFUSE(need(uri.data, "/uri"));
  ENT_REFUSE(take_text(uri, "/uri", path));
  ENT_REFUSE(base::Fields()
                 .refuse_if(size < offsetof(ent_sql_port, done) + sizeof port->done, "/size", "struct.size")
                 .refuse_if(durability != ENT_DURABILITY_FULL && durability != ENT_DURABILITY_NORMAL, "/durability", "field.word")
                 .refuse_if(busy_timeout_ms < 0 || busy_timeout_ms > 600'000, "/busy_timeout_ms", "field.range")
                 .error());
  ENT_TRY(database, store::open(path, {busy_timeout_ms, static_cast<Durability>(durability)}));
  *port = table_of(std::move(database));
  return std::nullopt;
}

}  // namespace
}  // namespace ent::c

ent_status ent_sql_open(ent_str uri, int32_t durability, int32_t busy_timeout_ms, ent_sql_port* port, size_t size,
                        ent_error** err) {
  return ent::c::walled(err, [&] { return ent::c::open_store(uri, durability, busy_timeout_ms, port, size); });
}
