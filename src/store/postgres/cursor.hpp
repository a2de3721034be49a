/// The rows of one query to PostgreSQL.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <vector>

#include "store/store.hpp"

namespace ent::store::postgres {

struct ClearResult {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

class Connection;

/// Belongs to its connection, which uses it again once it is free.
class Cursor final : public store::Cursor {
 public:
  explicit Cursor(Connection& connection) : connection_(connection) {}

  bool is_free() const noexcept { return !open_ && !awaited_; }
  bool is_awaited() const noexcept { return awaited_; }
  void open() noexcept;
  /// The answer came; null when the statement was never run.
  void take(Result result) noexcept;

  bool next() override;
  bool is_null(int column) const override;
  std::int64_t integer(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;
  void done() noexcept override;

 private:
  Connection& connection_;
  Result result_;
  int row_ = -1;
  bool open_ = false;     ///< Somebody holds its Rows.
  bool awaited_ = false;  ///< The server's answer is still to come.
  mutable std::vector<std::vector<std::byte>> bytes_;  ///< Of the columns of this row that were asked as bytes.
};

}  // namespace ent::store::postgres
