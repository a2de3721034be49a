/// Statement texts as the library writes them, over the SQL port of ent/store.hpp.
///
/// Every statement of the library is known to prepare on both engines (tests/unit/store). Failures are thrown
/// as store::Failure and are caught in one place, unit::execute().
#pragma once

#include <memory>
#include <string>

#include "ent/store.hpp"
#include "store/lexer.hpp"

namespace ent::store {

/// One statement: a constant, known when the library is compiled, so that no text is ever built from
/// input. The statement cache goes by the address of the text.
///
/// Parameters are `$1..$n`, numbered in the order of their first appearance (the compiler refuses
/// another order). Five words stand for what the engines write differently:
/// `EACH($n)`, `EACH_TEXT($n)`: a one-column table, `value`, of a list of integers or texts; it stands
///   behind IN, or behind FROM or JOIN with an alias;
/// `ITEM($n)`, `ITEM_TEXT($n)`: in a text for exec_each(), the element of that list. It may stand in
///   the VALUES of an INSERT, in the SET and WHERE of an UPDATE, in the WHERE of a DELETE;
/// `PACKED(a.x, a.y)`: over all rows of a SELECT, in no order, one value with the integers of these columns, 1 to 8, none of them null;
///   null where there is no row. packed.hpp reads it.
/// Integers have 64 bits; `CAST(x AS BIGINT)` makes one and `CAST(x AS TEXT)` a text, on both engines. A
/// sum is cast. A column is sorted by its name, not by its number. tests/sql prepares every text.
struct Sql : Text {
  consteval Sql(const char* both) : Sql(both, nullptr) {}
  consteval Sql(const char* both_or_sqlite, const char* postgres_only) : Text{both_or_sqlite, postgres_only} {
    if (!in_order_of_appearance(both_or_sqlite)) throw "$1..$n appear first in another order";
    if (postgres_only != nullptr && !in_order_of_appearance(postgres_only)) throw "$1..$n appear first in another order";
  }
  /// For tools and tests that are given a text; it lives at least as long as the connections.
  static Text of_text(const char* both_or_sqlite, const char* postgres_only = nullptr) noexcept {
    return {both_or_sqlite, postgres_only};
  }
};

/// A statement that only reads: the compiler refuses one that writes or locks.
class Reading {
 public:
  consteval Reading(const Sql& sql) : sql_(&sql) {
    if (writes(sql.text) || (sql.postgres != nullptr && writes(sql.postgres))) throw "this statement writes";
  }
  const Sql& sql() const noexcept { return *sql_; }

 private:
  const Sql* sql_;
};

/// Opens or creates: a path, `file:` URI or `:memory:` is SQLite; `postgresql://` or `postgres://`
/// is PostgreSQL, whose query may hold `schema=NAME`. Throws Failure.
std::unique_ptr<Database> open_database(const std::string& uri, const DatabaseOptions& options);

}  // namespace ent::store
