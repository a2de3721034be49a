/// What a timetable asks of groups: many at once, and over a span of days.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "person/functions.hpp"
#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// How a group is shown beside other things.
struct Shown {
  std::int64_t id = 0;  ///< The public id.
  std::string name{};
};

/// Of these groups, given as public ids, those that are there, by name.
std::vector<Shown> shown(unit::Unit& unit, std::span<const std::int64_t> ids);

/// A division, and the groups that are drawn out of it: numbers in their unit.
std::vector<std::int64_t> with_drawn(unit::Unit& unit, GroupId division);

/// One member's time in a group.
struct Attendance {
  std::int64_t group = 0;   ///< The public id.
  std::int64_t member = 0;  ///< In the group's unit.
  unit::Period period{};
};

/// In which groups a member is on some of the days [first, last].
std::vector<Attendance> attended(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last);

/// In which groups these members are on some of them.
std::vector<Attendance> attended(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date first, Date last);

/// Whether of a person, of whom the actor may read under `perm`, they are shown no more than what is of groups that they may
/// read themselves: so it is with a pupil of everybody else, and with a guardian of whoever is not their child.
bool shown_by_group(unit::Unit& unit, Perm perm, OrgId org, PersonId person);

/// attended(), as far as the actor is shown it under a permission.
std::vector<Attendance> attended_as_shown(unit::Unit& unit, Perm perm, OrgId org, const person::Member& whose, Date first, Date last);

/// Who is in these groups, given as public ids, on some of the days [first, last].
std::vector<Attendance> attending(unit::Unit& unit, std::span<const std::int64_t> ids, Date first, Date last);

/// In which groups those who are in this group on some of the days [first, last] are on some of them: it is among these.
std::vector<Attendance> attended_with(unit::Unit& unit, GroupId group, Date first, Date last);

/// One group is drawn out of the other: public ids.
struct Drawn {
  std::int64_t group = 0;
  std::int64_t division = 0;
};

/// Out of which divisions these groups, given as public ids, are drawn.
std::vector<Drawn> drawn(unit::Unit& unit, std::span<const std::int64_t> ids);

/// A part of the pupils of a group, known before they are: groups of a unit that name the same one have pupils in common.
struct Part {
  std::int64_t group = 0;  ///< The public id.
  std::string name{};
};

/// The parts that are named of these groups, given as public ids.
std::vector<Part> parts(unit::Unit& unit, std::span<const std::int64_t> ids);

/// A service to a group.
struct Taught {
  std::int64_t service = 0;
  std::int64_t group = 0;  ///< Number in the unit.
  std::int64_t member = 0;
  std::string subject{};  ///< Empty: none, all.
  std::string modality{};  ///< Empty: not said.
  unit::Period period{};
};

/// The services to these groups of a unit on some of the days [first, last].
std::vector<Taught> taught(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date first, Date last);
/// Those on a day.
std::vector<Taught> taught(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date day);

/// Takes services back that have not begun before a day.
void take_back_services(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                        std::span<const std::int64_t> services, Date day);

}  // namespace ent::group
