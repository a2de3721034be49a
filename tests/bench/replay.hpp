/// The statements of a call, run once more by hand: SQLite prepared and stepped, and nothing around it. What the library
/// asks of the engine is taken down, with its values in it, while it does the call on a copy of the same store.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "raw.hpp"

namespace ent::bench {

/// Takes down what every connection that is opened from now on runs, while one of these listens. One thread.
class Listening {
 public:
  Listening();
  ~Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  /// What was run since the last time.
  std::vector<std::string> take();
};

/// What SQLite has done so far.
struct Effort {
  std::int64_t steps = 0;  ///< Of its virtual machine.
  std::int64_t pages = 0;  ///< Fetched, from its cache or the file.
};

/// The statements of one call, prepared.
class Replay {
 public:
  Replay(const RawStore& store, const std::vector<std::string>& statements) : store_(&store) {
    for (const std::string& statement : statements) {
      prepared_.push_back(std::make_unique<RawStatement>(store, statement.c_str()));
    }
  }

  /// Reads every column of every row, as who needs them does.
  std::size_t run() {
    std::size_t read = 0;
    for (const auto& statement : prepared_) {
      statement->each([&](sqlite3_stmt* row) {
        for (int column = 0; column < sqlite3_column_count(row); ++column) {
          if (sqlite3_column_type(row, column) == SQLITE_INTEGER) {
            read += static_cast<std::size_t>(sqlite3_column_int64(row, column));
          } else if (sqlite3_column_text(row, column) != nullptr) {
            read += static_cast<std::size_t>(sqlite3_column_bytes(row, column));
          }
        }
      });
    }
    return read;
  }
  std::size_t size() const noexcept { return prepared_.size(); }

  /// Of these statements, and of the connection that they run on.
  Effort effort() const {
    Effort sum;
    for (const auto& statement : prepared_) sum.steps += statement->steps();
    for (const int kind : {SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS}) {
      int count = 0, most = 0;
      sqlite3_db_status(store_->handle(), kind, &count, &most, 0);
      sum.pages += count;
    }
    return sum;
  }

 private:
  const RawStore* store_;
  std::vector<std::unique_ptr<RawStatement>> prepared_;
};

}  // namespace ent::bench
