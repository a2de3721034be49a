// A store that a C host provides, as the library knows stores.
#include <string>
#include <vector>

#include "sql_port.hpp"

namespace ent::c {
namespace {

using store::Arg;

ent_str text_of(std::string_view text) noexcept { return {text.data(), text.size()}; }

/// Arguments as the host is given them; borrows from what it was made of.
class HostArgs {
 public:
  explicit HostArgs(std::span<const Arg> args) {
    std::size_t texts = 0;
    for (const Arg& arg : args) texts += arg.kind() == Arg::Kind::texts ? arg.size() : 0;
    texts_.reserve(texts);  // so that none moves
    args_.reserve(args.size());
    for (const Arg& arg : args) args_.push_back(of(arg));
  }

  const ent_sql_arg* data() const noexcept { return args_.data(); }
  std::size_t size() const noexcept { return args_.size(); }

 private:
  ent_sql_arg of(const Arg& arg) {
    switch (arg.kind()) {
      case Arg::Kind::null: break;
      case Arg::Kind::integer: return {ENT_SQL_INTEGER, 0, arg.integer(), nullptr, 0};
      case Arg::Kind::text: return {ENT_SQL_TEXT, 0, 0, arg.text().data(), arg.size()};
      case Arg::Kind::bytes: return {ENT_SQL_BYTES, 0, 0, arg.bytes().data(), arg.size()};
      case Arg::Kind::integers: return {ENT_SQL_INTEGERS, 0, 0, arg.integers().data(), arg.size()};
      case Arg::Kind::texts: {
        const std::size_t first = texts_.size();
        for (const std::string& text : arg.texts()) texts_.push_back(text_of(text));
        return {ENT_SQL_TEXTS, 0, 0, texts_.data() + first, arg.size()};
      }
    }
    return {ENT_SQL_NULL, 0, 0, nullptr, 0};
  }

  std::vector<ent_sql_arg> args_;
  std::vector<ent_str> texts_;
};

/// The words of ent_sql_fault are those of Fault, counted from 1; another word is a defect of the host.
store::Fault fault_of(std::int32_t fault) noexcept {
  const bool known = fault >= ENT_SQL_CONFLICT && fault <= ENT_SQL_BUG;
  return known ? static_cast<store::Fault>(fault - 1) : store::Fault::bug;
}

class HostConnection;

class HostCursor final : public store::Cursor {
 public:
  explicit HostCursor(HostConnection& of) noexcept : of_(of) {}
  HostCursor(const HostCursor&) = delete;
  HostCursor& operator=(const HostCursor&) = delete;

  void** place() noexcept { return &cursor_; }
  bool next() override;
  bool is_null(int column) const override;
  std::int64_t integer(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;
  void done() noexcept override;

 private:
  HostConnection& of_;
  void* cursor_ = nullptr;
};

class HostConnection final : public store::Connection {
 public:
  HostConnection(std::shared_ptr<const OwnedTable<ent_sql_port>> port, std::int32_t role) : port_(std::move(port)) {
    must(table().connect(table().self, role, &connection_));
  }
  HostConnection(const HostConnection&) = delete;
  HostConnection& operator=(const HostConnection&) = delete;
  ~HostConnection() override { table().disconnect(table().self, connection_); }

  store::Engine engine() const noexcept override {
    return table().engine(table().self) == ENT_SQL_POSTGRES ? store::Engine::postgres : store::Engine::sqlite;
  }
  store::Rows query(const store::Text& text, std::span<const Arg> args) override {
    const HostArgs given(args);
    const ent_sql_text statement{text.text, text.postgres};
    auto cursor = std::make_unique<HostCursor>(*this);
    must(table().query(connection_, &statement, given.data(), given.size(), cursor->place()));
    return store::Rows(cursor.release());
  }
  void exec(const store::Text& text, std::span<const Arg> args) override { run(table().exec, text, args); }
  void exec_each(const store::Text& text, std::span<const Arg> args) override { run(table().exec_each, text, args); }
  void script(std::string_view ddl) override { must(table().script(connection_, text_of(ddl))); }

  void begin_read() override { must(table().begin_read(connection_)); }
  void begin_write() override { must(table().begin_write(connection_)); }
  void commit() override { must(table().commit(connection_)); }
  void rollback() noexcept override { table().rollback(connection_); }
  void savepoint() override { must(table().savepoint(connection_)); }
  void release() override { must(table().release(connection_)); }
  void rollback_to() override { must(table().rollback_to(connection_)); }
  bool in_transaction() const noexcept override { return table().in_transaction(connection_) != 0; }
  bool usable() const noexcept override { return table().usable(connection_) != 0; }

  const ent_sql_port& table() const noexcept { return **port_; }
  void* handle() const noexcept { return connection_; }

  /// Turns what the host answered into what the library throws.
  void must(std::int32_t fault) const {
    if (fault == 0) return;
    const bool tells = connection_ != nullptr && table().detail != nullptr;
    const char* detail = tells ? table().detail(connection_) : nullptr;
    throw store::Failure(fault_of(fault), detail != nullptr ? detail : "the host's store failed");
  }

 private:
  template <class Function>
  void run(Function function, const store::Text& text, std::span<const Arg> args) {
    const HostArgs given(args);
    const ent_sql_text statement{text.text, text.postgres};
    must(function(connection_, &statement, given.data(), given.size()));
  }

  std::shared_ptr<const OwnedTable<ent_sql_port>> port_;
  void* connection_ = nullptr;
};

bool HostCursor::next() {
  std::int32_t more = 0;
  of_.must(of_.table().next(cursor_, &more));
  return more != 0;
}

bool HostCursor::is_null(int column) const {
  std::int32_t null = 0;
  of_.must(of_.table().is_null(cursor_, column, &null));
  return null != 0;
}

std::int64_t HostCursor::integer(int column) const {
  std::int64_t value = 0;
  of_.must(of_.table().integer(cursor_, column, &value));
  return value;
}

std::string_view HostCursor::text(int column) const {
  ent_str value{};
  of_.must(of_.table().text(cursor_, column, &value));
  return {value.data, value.size};
}

std::span<const std::byte> HostCursor::bytes(int column) const {
  ent_str value{};
  of_.must(of_.table().bytes(cursor_, column, &value));
  return {reinterpret_cast<const std::byte*>(value.data), value.size};
}

void HostCursor::done() noexcept {
  of_.table().done(cursor_);
  delete this;
}

/// What a check or a backup of the host's hands back while it runs.
struct Taker {
  std::string lines{};
  Watch* watch = nullptr;

  static void take(void* self, ent_str line) {
    auto& lines = static_cast<Taker*>(self)->lines;
    if (!lines.empty()) lines.push_back('\n');
    lines.append(line.data, line.size);
  }
  static std::int32_t go_on(void* self, std::int64_t done, std::int64_t total) {
    Watch* watch = static_cast<Taker*>(self)->watch;
    return watch == nullptr || watch->go_on({done, total}) ? 1 : 0;
  }
};

class HostStore final : public store::Database {
 public:
  explicit HostStore(OwnedTable<ent_sql_port> table)
      : port_(std::make_shared<const OwnedTable<ent_sql_port>>(std::move(table))) {}

  store::Engine engine() const noexcept override {
    return table().engine(table().self) == ENT_SQL_POSTGRES ? store::Engine::postgres : store::Engine::sqlite;
  }
  std::unique_ptr<store::Connection> connect_reader() override {
    return std::make_unique<HostConnection>(port_, ENT_SQL_READER);
  }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<HostConnection>(port_, ENT_SQL_WRITER);
  }
  bool one_writer() const noexcept override { return table().one_writer(table().self) != 0; }

  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence, std::int64_t count) override {
    const auto& connection = static_cast<HostConnection&>(unit);  // the portal's connections are all this store's
    std::int64_t first = 0;
    connection.must(table().take_numbers(table().self, connection.handle(), org, text_of(sequence), count, &first));
    return first;
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override {
    if (table().check == nullptr) return std::nullopt;
    Taker taker{{}, watch};
    must(table().check(table().self, level == CheckLevel::full ? 1 : 0, &taker, &Taker::take, &Taker::go_on));
    return std::move(taker.lines);
  }
  bool backup(const store::BackupTarget& target, Watch* watch) override {
    if (table().backup == nullptr) return false;
    Taker taker{{}, watch};
    must(table().backup(table().self, text_of(target.path), target.replace ? 1 : 0, &taker, &Taker::go_on));
    return true;
  }

 private:
  const ent_sql_port& table() const noexcept { return **port_; }
  static void must(std::int32_t fault) {
    if (fault != 0) throw store::Failure(fault_of(fault), "the host's store failed");
  }

  std::shared_ptr<const OwnedTable<ent_sql_port>> port_;
};

}  // namespace

std::shared_ptr<store::Database> host_store(OwnedTable<ent_sql_port> table) {
  return std::make_shared<HostStore>(std::move(table));
}

bool whole(const ent_sql_port& port) noexcept {
  const auto all = [](auto... functions) { return (... && (functions != nullptr)); };
  return all(port.engine, port.one_writer, port.connect, port.disconnect, port.take_numbers, port.query, port.exec,
             port.exec_each, port.script) &&
         all(port.begin_read, port.begin_write, port.commit, port.rollback, port.savepoint, port.release, port.rollback_to,
             port.in_transaction, port.usable) &&
         all(port.next, port.is_null, port.integer, port.text, port.bytes, port.done);
}

}  // namespace ent::c
