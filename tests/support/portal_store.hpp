/// Stores for tests of portals. On PostgreSQL each is a copy of one database that has the schema already: to make its tables
/// anew takes seconds.
#pragma once

#include "portal/migrations.hpp"
#include "store/migrate.hpp"
#include "support/fresh_store.hpp"

namespace ent::test {

/// A database of the test server, as the library's own engine reaches it.
class ServerDatabase {
 public:
  explicit ServerDatabase(const std::string& name)
      : uri_(postgres_uri() + (postgres_uri().find('?') == std::string::npos ? '?' : '&') + "dbname=" + name + "&partitions=2") {}
  const std::string& uri() const { return uri_; }
  std::unique_ptr<store::Database> open() const { return store::open_database(uri_, {}); }

 private:
  std::string uri_;
};

inline void tell_server(const std::string& sql) { store::open_database(postgres_uri(), {})->connect_writer()->script(sql); }

/// What every copy is made of; the first of all test programs makes it, and the others wait.
inline constexpr std::string_view portal_template = "ent_portal_template";

inline void make_portal_template() {
  static constexpr store::Sql sql_lock{"/*postgres*/ SELECT 1 FROM (SELECT pg_advisory_lock(20260901)) AS held"};
  static constexpr store::Sql sql_made{"/*postgres*/ SELECT 1 FROM pg_database WHERE datname = CAST($1 AS TEXT)"};
  static bool known = false;
  if (known) return;
  const auto server = store::open_database(postgres_uri(), {});
  const auto connection = server->connect_writer();
  connection->query(sql_lock, {}).next();  // until the connection ends
  const store::Arg name[] = {portal_template};
  if (!connection->query(sql_made, name).next()) {
    const std::string making = std::string(portal_template) + "_making";
    connection->script("DROP DATABASE IF EXISTS " + making);  // of a program that was killed
    connection->script("CREATE DATABASE " + making);
    store::migrate(*ServerDatabase(making).open(), portal::migrations());
    connection->script("ALTER DATABASE " + making + " RENAME TO " + std::string(portal_template));
  }
  known = true;
}

class PortalStore {
 public:
  explicit PortalStore(Place place) : place_(place), name_(random_word()) {
    if (place == Place::memory) uri_ = ":memory:";
    if (place == Place::file) uri_ = folder_.file("store.ent");
    if (place == Place::postgres) {
      make_portal_template();
      tell_server("CREATE DATABASE " + name_ + " TEMPLATE " + std::string(portal_template));
      uri_ = ServerDatabase(name_).uri();
    }
  }
  ~PortalStore() {
    if (place_ == Place::postgres) tell_server("DROP DATABASE " + name_ + " WITH (FORCE)");
  }
  PortalStore(const PortalStore&) = delete;
  PortalStore& operator=(const PortalStore&) = delete;

  Place place() const { return place_; }
  const std::string& uri() const { return uri_; }
  std::unique_ptr<store::Database> open(store::DatabaseOptions options = {}) const {
    return store::open_database(uri_, options);
  }

 private:
  Place place_;
  FreshFolder folder_;
  std::string name_;
  std::string uri_;
};

}  // namespace ent::test
