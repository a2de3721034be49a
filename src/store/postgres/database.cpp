#include "store/postgres/database.hpp"

#include "store/postgres/connection.hpp"
#include "store/postgres/number_blocks.hpp"

namespace ent::store::postgres {
namespace {

constexpr Sql sql_has_schema{"/*postgres*/ SELECT 1 FROM pg_namespace WHERE nspname = CAST($1 AS TEXT)"};
constexpr Sql sql_is_utf8{"/*postgres*/ SELECT 1 WHERE current_setting('server_encoding') = 'UTF8'"};

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(const std::string& uri, const DatabaseOptions& options)
      : address_(parse_address(uri)), options_(options), blocks_(address_, options_) {
    Connection connection(address_, options_, Role::writer);
    if (!connection.query(sql_is_utf8, {}).next())
      throw Failure(Fault::bug, "the database must have the encoding UTF8");
    if (!address_.schema.empty()) make_schema(connection);
  }

  Engine engine() const noexcept override { return Engine::postgres; }
  bool one_writer() const noexcept override { return false; }
  std::unique_ptr<store::Connection> connect_reader() override {
    return std::make_unique<Connection>(address_, options_, Role::reader);
  }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<Connection>(address_, options_, Role::writer);
  }
  std::int64_t take_numbers(store::Connection&, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override {
    return blocks_.take(org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel, Watch*) override { return std::nullopt; }
  bool backup(const BackupTarget&, Watch*) override { return false; }

 private:
  bool has_schema(Connection& connection) const {
    const Arg args[] = {address_.schema};
    return connection.query(sql_has_schema, args).next();
  }

  /// Looked for first: who may use a schema need not have the right to make one.
  void make_schema(Connection& connection) const {
    if (has_schema(connection)) return;
    try {
      connection.run_plain("CREATE SCHEMA " + address_.schema);
    } catch (const Failure&) {
      if (!has_schema(connection)) throw;  // else another process was first
    }
  }

  Address address_;
  DatabaseOptions options_;
  NumberBlocks blocks_;
};

}  // namespace

std::unique_ptr<Database> open(const std::string& uri, const DatabaseOptions& options) {
  return std::make_unique<PostgresDatabase>(uri, options);
}

}  // namespace ent::store::postgres
