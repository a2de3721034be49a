/// How values of this domain stand in columns.
#pragma once

#include <optional>

#include "ent/decimal.hpp"
#include "unit/dates.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

inline std::optional<Date> optional_date(const unit::Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(unit::date(row.integer(column)));
}
inline std::optional<std::int64_t> optional_day(const std::optional<Date>& date) {
  return date ? std::optional(unit::day(*date)) : std::nullopt;
}
inline std::optional<Decimal> optional_decimal(const unit::Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Decimal::of_millionths(row.integer(column)));
}
inline std::optional<std::int64_t> optional_millionths(const std::optional<Decimal>& value) {
  return value ? std::optional(value->millionths()) : std::nullopt;
}
/// A level, of which 0 is none.
inline std::optional<std::int32_t> optional_level(const unit::Rows& row, int column) {
  return row.integer(column) == 0 ? std::nullopt : std::optional(row.int32(column));
}

}  // namespace ent::skill::rows
