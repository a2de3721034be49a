/// The roll that a register calls: that of a lesson, or that of a division on a half-day.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "access/target.hpp"
#include "attendance/entry.hpp"
#include "calendar/almanac.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Which register is meant.
struct Which {
  std::optional<LessonId> lesson{};
  std::optional<GroupId> division{};
  std::optional<Date> date{};
  std::optional<HalfDay> half_day{};
};

struct Roll {
  OrgId org{};
  access::Target target{};            ///< What the right is asked about.
  std::string_view not_found{};
  std::optional<Error> refusal{};     ///< Why there is no such register, for those who may know; what follows is then not known.
  RegisterKey key{};
  Date date{};
  Span open{};                        ///< When the lesson is, or the school is open.
  std::vector<std::int64_t> groups{};  ///< Whose pupils are called: numbers in the unit.
  bool in_charge = true;              ///< Whether the actor may call it as a teacher: of a lesson, who gives it.
  std::optional<calendar::Almanac> almanac{};
};

/// Refused where it says nothing, or too much. Of the groups of a lesson, the right is asked about one in which the actor
/// holds `perm` or, in its time, would.
Result<Roll> roll_of(unit::Unit& unit, const Which& which, Perm perm);

}  // namespace ent::attendance
