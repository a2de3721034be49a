/// The rows of `attendance_register`.
#pragma once

#include <optional>
#include <span>
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

/// That of a lesson is found whatever its day: it stands on the day on which the lesson was when it was taken.
std::optional<RegisterRow> find_register(unit::Unit& unit, OrgId org, const RegisterKey& key);
/// Those of these lessons (numbers in the unit).
std::vector<RegisterRow> registers_of_lessons(unit::Unit& unit, OrgId org, std::span<const std::int64_t> lessons);
/// Those of half-days that were taken for a day.
std::vector<RegisterRow> registers_of_day(unit::Unit& unit, OrgId org, Date date);
/// One that goes to another day is put there anew.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterKey& key);
/// Raises the revision of the register that an entry comes from, on these days: who has read it before learns that it is no more as
/// they have seen it.
void raise_revision(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterKey& from, std::span<const std::int64_t> days);
void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterRow& row);

}  // namespace ent::attendance::rows
