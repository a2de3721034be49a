/// Empty stores for tests, on every engine that the machine has.
///
///     BOOST_DATA_TEST_CASE(name, ent::test::places(), place) {
///       const ent::test::FreshStore fresh(place);
///       const auto database = fresh.open();
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace ent::test {

enum class Place { memory, file, postgres };

inline std::ostream& operator<<(std::ostream& out, Place place) {
  return out << (place == Place::memory ? "SQLite in memory" : place == Place::file ? "SQLite file" : "PostgreSQL");
}

/// The test server (tests/postgres.sh), from ENT_TEST_POSTGRES or from the file named by
/// ENT_TEST_POSTGRES_FILE; empty when there is none.
inline const std::string& postgres_uri() {
  static const std::string uri = [] {
    std::string found;
    if (const char* given = std::getenv("ENT_TEST_POSTGRES")) found = given;
    if (const char* file = std::getenv("ENT_TEST_POSTGRES_FILE"); found.empty() && file != nullptr)
      std::getline(std::ifstream(file), found);
    if (found.empty()) std::fputs("No PostgreSQL test server: its cases are skipped.\n", stderr);
    return found;
  }();
  return uri;
}

inline std::vector<Place> places() {
  std::vector<Place> found{Place::memory, Place::file};
  if (!postgres_uri().empty()) found.push_back(Place::postgres);
  return found;
}

/// Places whose store outlives its connections, and is open to several processes.
inline std::vector<Place> lasting_places() {
  std::vector<Place> found = places();
  found.erase(found.begin());
  return found;
}

inline std::string random_word() {
  std::random_device device;
  return "t" + std::to_string(device()) + "_" + std::to_string(device());
}

/// A folder of its own, gone with the object.
class FreshFolder {
 public:
  FreshFolder() : path_(std::filesystem::temp_directory_path() / ("ent-" + random_word())) {
    std::filesystem::create_directory(path_);
  }
  ~FreshFolder() { std::filesystem::remove_all(path_); }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

class FreshStore {
 public:
  explicit FreshStore(Place place) : place_(place), schema_(random_word()) {
    if (place == Place::memory) uri_ = ":memory:";
    if (place == Place::file) uri_ = folder_.file("store.ent");
    if (place == Place::postgres) {
      const char separator = postgres_uri().find('?') == std::string::npos ? '?' : '&';
      uri_ = postgres_uri() + separator + "schema=" + schema_ + "&partitions=2";
    }
  }
  ~FreshStore() {
    if (place_ == Place::postgres) open()->connect_writer()->script("DROP SCHEMA " + schema_ + " CASCADE");
  }
  FreshStore(const FreshStore&) = delete;
  FreshStore& operator=(const FreshStore&) = delete;

  Place place() const { return place_; }
  const std::string& uri() const { return uri_; }
  std::unique_ptr<store::Database> open(store::DatabaseOptions options = {}) const {
    return store::open_database(uri_, options);
  }

 private:
  Place place_;
  FreshFolder folder_;
  std::string schema_;
  std::string uri_;
};

}  // namespace ent::test
