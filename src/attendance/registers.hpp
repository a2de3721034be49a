/// The rows of `attendance_register`.
#pragma once

#include <optional>
#include <vector>

#include "attendance/entry.hpp"
#include "unit/unit.hpp"

namespace ent::attendance::rows {

struct RegisterRow {
  RegisterKey key{};
  std::int32_t called = 0;
  std::int32_t absent = 0;
  person::Card author{};
  Instant taken_at{};
  std::int64_t revision = 0;
};

std::optional<RegisterRow> find_register(unit::Unit& unit, OrgId org, const RegisterKey& key);
/// Those of half-days that were taken for a day.
std::vector<RegisterRow> registers_of_day(unit::Unit& unit, OrgId org, Date date);
void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterRow& row);

}  // namespace ent::attendance::rows
