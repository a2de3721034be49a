/// What other domains may do with groups.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// A group, with what is not shown of it.
struct Group {
  View view{};
  std::int64_t author = 0;  ///< The person who made it by hand; 0: nobody.
  std::string source{};     ///< The feed that owns it; empty: made by hand.
};

/// One stay of a member in a group.
struct Stay {
  std::int64_t group = 0;
  std::int64_t member = 0;
  unit::Period period{};
  std::string level{};   ///< Empty: none.
  std::string source{};  ///< The feed that owns the row; empty: entered by hand.
  std::int32_t regime = 0;  ///< group::Regime, in a division; 0: not known.
};

/// One role of a member in a group.
struct RoleRow {
  std::int64_t group = 0;
  std::int64_t member = 0;
  Role role{};
  unit::Period period{};
  std::string source{};
};

/// One service; `replaces` 0: a regular one.
struct ServiceRow {
  std::int64_t service = 0;
  std::int64_t group = 0;
  std::int64_t member = 0;
  std::string subject{};  ///< Empty: none, all.
  std::int64_t replaces = 0;
  unit::Period period{};
  std::string source{};
  std::string modality{};  ///< Empty: not said.
};

std::optional<Group> find(unit::Unit& unit, GroupId id);

/// The pupils of a group on a day, and whoever is in it, as org << 32 | member. Nothing for a group that is not there.
std::vector<std::int64_t> pupils_of(unit::Unit& unit, GroupId id, Date at);
std::vector<std::int64_t> members_of(unit::Unit& unit, GroupId id, Date at);

/// The class of a pupil, who may be in two while they change.
struct ClassOf {
  std::int64_t person = 0;
  std::string name{};
  std::string level{};  ///< Empty: none.
  std::optional<Regime> regime{};
};

/// The divisions of these people in a unit on a day, by person and name.
std::vector<ClassOf> classes_of(unit::Unit& unit, std::int64_t org, std::span<const std::int64_t> people, Date at);
std::optional<ServiceRow> find_service(unit::Unit& unit, ServiceId id);
/// Whether somebody teaches a subject (empty: all) to a group on a day, by whatever service.
bool teaches_on(unit::Unit& unit, GroupId group, std::string_view subject, std::int64_t person, Date day);
/// Whether a member is main teacher of a group on some of the days `when`, or teaches it then; of a division also whether they teach another
/// group then that has a pupil in common with it on some of the days `shared`.
bool teaches_pupils_of(unit::Unit& unit, GroupId group, Kind kind, std::int64_t member, const unit::Period& when, const unit::Period& shared);

/// A member of a group.
struct Pupil {
  std::int64_t member = 0;
  person::Card card{};
};
/// The members of a group on a day, by name.
std::vector<Pupil> pupils_on(unit::Unit& unit, GroupId group, Date day);
/// Those of these pupils who are named, as members in the order of their names; who is none of them is refused by their place in `pupil_ids`.
Result<std::vector<std::int64_t>> members_named(const std::vector<PersonId>& people, const std::vector<Pupil>& pupils);

/// Whether each of these, none of them twice, is a division of the unit in a school year.
bool are_divisions(unit::Unit& unit, OrgId org, std::int32_t school_year, std::span<const GroupId> groups);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Group> groups);
/// A row that begins on the day of one that stands takes its place.
void insert_stays(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Stay> stays);
void insert_roles(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const RoleRow> roles);
void insert_services(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ServiceRow> services);

/// Ends, on a day, all that members of a unit are in groups: stays and roles.
void end_all(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members,
             Date end);

}  // namespace ent::group
