/// One prepared statement of a SQLite connection, and the cursor over its rows.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace ent::store::sqlite {

class Connection;

class Statement final : public Cursor {
 public:
  Statement(Connection& connection, const Text& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Where the values of arguments live while the statement runs.
  enum class Values { borrowed, copied };
  void bind(std::span<const Arg> args, Values values);
  /// For exec_each(): first all but the lists, then for each run one element of every list.
  void bind_scalars(std::span<const Arg> args);
  void bind_items(std::span<const Arg> args, std::size_t row);
  /// Runs to the end, whatever rows come, and is ready to run again.
  void run();

  bool is_open() const noexcept { return open_; }
  /// Begins the rows. A statement that writes and returns rows is run now, as another engine runs it
  /// whether or not its rows are read.
  Cursor* open();

  bool next() override;
  bool is_null(int column) const override;
  std::int64_t integer(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::byte> bytes(int column) const override;
  void done() noexcept override;

  /// Another statement of the same text, for a query that is open while its twin is.
  std::unique_ptr<Statement> twin;

 private:
  void expect(std::size_t arguments);
  void bind_one(int parameter, const Arg& arg, Values values);
  void bind_text(int parameter, std::string_view text, Values values);
  void check(int result);
  bool step();

  Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
  bool open_ = false;
  bool ended_ = false;
  bool first_is_ready_ = false;
  bool holds_copies_ = false;
};

}  // namespace ent::store::sqlite
