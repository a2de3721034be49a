/// The SQL port: what the library asks of a store, and what a host may put in its place.
///
/// Two engines stand behind it, SQLite and PostgreSQL. A host that wants to see, count or route statements wraps
/// their connections (store_wrapper.hpp) and opens the portal on the wrapper; see docs/sql-port.md. Failures are thrown as store::Failure, and become the
/// Error of the call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ent/durability.hpp"
#include "ent/result.hpp"
#include "ent/upkeep.hpp"
#include "ent/watch.hpp"

namespace ent::store {

enum class Engine { sqlite, postgres };

/// The text of one statement: a constant of the library, which never holds a value. Its address names it as
/// long as the library is loaded.
///
/// Parameters are `$1..$n`, numbered in the order of their first appearance. EACH, EACH_TEXT, ITEM,
/// ITEM_TEXT and PACKED stand for what the engines write differently; see docs/sql.md.
struct Text {
  const char* text;
  const char* postgres = nullptr;  ///< Where one text cannot serve both engines, taken as it is; else null.
};

/// An argument of a statement; borrows what it points to for the length of the call.
class Arg {
 public:
  enum class Kind : std::uint8_t { null, integer, text, bytes, integers, texts };

  Arg(std::nullptr_t) : kind_(Kind::null) {}
  Arg(std::int64_t value) : integer_(value), kind_(Kind::integer) {}
  Arg(std::int32_t value) : integer_(value), kind_(Kind::integer) {}
  Arg(bool value) : integer_(value ? 1 : 0), kind_(Kind::integer) {}
  Arg(std::string_view value) : data_(value.data()), size_(value.size()), kind_(Kind::text) {}
  Arg(const std::string& value) : Arg(std::string_view(value)) {}
  Arg(const char* value) : Arg(std::string_view(value)) {}
  Arg(std::span<const std::byte> value) : data_(value.data()), size_(value.size()), kind_(Kind::bytes) {}
  Arg(std::span<const std::int64_t> value) : data_(value.data()), size_(value.size()), kind_(Kind::integers) {}
  Arg(std::span<const std::string> value) : data_(value.data()), size_(value.size()), kind_(Kind::texts) {}
  template <class T>
  Arg(const std::optional<T>& value) : Arg(value ? Arg(*value) : Arg(nullptr)) {}

  Kind kind() const noexcept { return kind_; }
  std::int64_t integer() const noexcept { return integer_; }
  std::string_view text() const noexcept { return {static_cast<const char*>(data_), size_}; }
  std::span<const std::byte> bytes() const noexcept { return {static_cast<const std::byte*>(data_), size_}; }
  std::span<const std::int64_t> integers() const noexcept { return {static_cast<const std::int64_t*>(data_), size_}; }
  std::span<const std::string> texts() const noexcept { return {static_cast<const std::string*>(data_), size_}; }
  bool is_list() const noexcept { return kind_ == Kind::integers || kind_ == Kind::texts; }
  std::size_t size() const noexcept { return size_; }  ///< Characters, bytes or elements.

 private:
  const void* data_ = nullptr;
  std::size_t size_ = 0;
  std::int64_t integer_ = 0;
  Kind kind_;
};

/// Why a statement, a commit or an opening failed.
enum class Fault {
  conflict,     ///< Serialisation failure or deadlock: the unit is run again.
  busy,         ///< Locked for longer than the busy timeout, or the server is away.
  full,         ///< No space left.
  memory,       ///< No memory.
  io,           ///< A read, write or sync failed; the connection is not to be used again.
  corrupt,      ///< The store is damaged, or is no store of ours.
  newer,        ///< The store's schema is newer than the library.
  interrupted,  ///< Stopped on purpose.
  bug,          ///< Any other: a constraint, a bad text. No answer of the library rests on it.
};

class Failure : public std::exception {
 public:
  /// `detail` is for logs: engine text, without argument values.
  Failure(Fault fault, std::string detail) : fault_(fault), detail_(std::move(detail)) {}
  const char* what() const noexcept override { return detail_.c_str(); }
  Fault fault() const noexcept { return fault_; }

 private:
  Fault fault_;
  std::string detail_;
};

/// What a driver implements for a running query.
class Cursor {
 public:
  virtual bool next() = 0;  ///< False at the end; throws Failure, never ends early in silence.
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;  ///< 0 for null.
  virtual std::string_view text(int column) const = 0;  ///< Empty for null; valid until next().
  virtual std::span<const std::byte> bytes(int column) const = 0;
  virtual void done() noexcept = 0;  ///< Gives the cursor back to its connection.

 protected:
  ~Cursor() = default;
};

/// The rows of one query; columns count from 0.
class Rows {
 public:
  explicit Rows(Cursor* cursor) noexcept : cursor_(cursor) {}
  Rows(Rows&& other) noexcept : cursor_(std::exchange(other.cursor_, nullptr)) {}
  Rows& operator=(Rows&& other) noexcept {
    std::swap(cursor_, other.cursor_);
    return *this;
  }
  ~Rows() {
    if (cursor_ != nullptr) cursor_->done();
  }

  bool next() { return cursor_->next(); }
  bool is_null(int column) const { return cursor_->is_null(column); }
  std::int64_t integer(int column) const { return cursor_->integer(column); }
  std::int32_t int32(int column) const { return static_cast<std::int32_t>(cursor_->integer(column)); }
  std::string_view text(int column) const { return cursor_->text(column); }
  std::string string(int column) const { return std::string(cursor_->text(column)); }
  std::span<const std::byte> bytes(int column) const { return cursor_->bytes(column); }
  std::optional<std::int64_t> optional_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
  }
  std::optional<std::string> optional_string(int column) const {
    return is_null(column) ? std::nullopt : std::optional(string(column));
  }

 private:
  Cursor* cursor_;
};

/// One connection; used by one thread at a time. A statement may be open several times at once.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const noexcept = 0;

  /// May be sent at once; waits at the first next(). So a caller asks all its facts, then reads.
  virtual Rows query(const Text& text, std::span<const Arg> args) = 0;
  /// May be queued, and then fails at the next query or at commit.
  virtual void exec(const Text& text, std::span<const Arg> args) = 0;
  /// Once for each element of the list arguments, which have equal sizes; scalars stay. A loop on
  /// SQLite, one statement over arrays on PostgreSQL: so one call must not touch a row twice.
  virtual void exec_each(const Text& text, std::span<const Arg> args) = 0;
  /// Several statements without arguments, in the words of DDL (ddl.hpp). Not cached.
  virtual void script(std::string_view ddl) = 0;

  /// A read transaction sees one snapshot. On SQLite a write transaction takes the write lock now.
  virtual void begin_read() = 0;
  virtual void begin_write() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual void savepoint() = 0;
  virtual void release() = 0;      ///< Keeps what was done since the savepoint.
  virtual void rollback_to() = 0;  ///< Undoes it, and ends the savepoint.
  /// Whether the transaction that was begun is still there: an engine may drop it on its own.
  virtual bool in_transaction() const noexcept = 0;
  /// False once an I/O error or a lost server has made the connection unfit for use.
  virtual bool usable() const noexcept = 0;
};

struct DatabaseOptions {
  int busy_timeout_ms = 5000;
  Durability durability = Durability::full;
};

/// Where a backup goes to.
struct BackupTarget {
  std::string path;
  bool replace = false;  ///< A store that is there already gives way to the copy, once that is whole.
};

/// A store that connections are made to. Any thread.
class Database {
 public:
  virtual ~Database() = default;
  virtual Engine engine() const noexcept = 0;
  virtual std::unique_ptr<Connection> connect_reader() = 0;
  virtual std::unique_ptr<Connection> connect_writer() = 0;
  /// Whether writers must take turns, so that group commit pays (SQLite) or not (PostgreSQL).
  virtual bool one_writer() const noexcept = 0;
  /// The first of `count` fresh numbers of `sequence` in `org`, counting from 1 and small. On an
  /// engine with many writers they come in blocks taken outside the caller's transaction, so numbers
  /// may be left out; never are they given twice.
  virtual std::int64_t take_numbers(Connection& unit, std::int64_t org, std::string_view sequence,
                                    std::int64_t count) = 0;
  /// Problems found, one a line, empty when sound; nullopt where the engine has its own tool for it.
  /// `watch` may be null.
  virtual std::optional<std::string> check(CheckLevel level, Watch* watch) = 0;
  /// Copies the store as it is at one instant to a file; false where the engine has its own tool.
  virtual bool backup(const BackupTarget& target, Watch* watch) = 0;
};

/// The library's own store at `uri`, as Portal::open() takes it, without a look at its schema. Errors: those of
/// opening. Since 0.1.
Result<std::shared_ptr<Database>> open(const std::string& uri, const DatabaseOptions& options = {});

}  // namespace ent::store
