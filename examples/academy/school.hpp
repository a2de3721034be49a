/// Makes a school out of its plan, through the library alone.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "ent/guardian.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "plan.hpp"

namespace academy {

struct Service {
  ent::ServiceId id;
  std::string subject;  ///< Empty in the first degree.
  ent::PersonId teacher;
  std::int32_t hours;
};

struct Division {
  ent::GroupId id;
  std::string code;
  std::vector<ent::PersonId> pupils;           ///< Those made by hand first.
  std::vector<Service> services;
};

struct School {
  ent::OrgId id;
  std::string name;
  std::vector<Division> divisions;
  ent::PersonId head;
  ent::PersonId life;                          ///< Who looks after absences: the CPE, or the head.
  ent::Profile life_profile;
  std::int32_t staff = 0;
  std::int32_t adults = 0;
  std::int64_t accounts = 0;
};

/// A portal in the making.
struct World {
  ent::Portal portal;
  std::shared_ptr<DemoClock> clock;
  std::uint64_t seed;
  ent::Session host = portal.system();
  std::map<std::string, ent::PersonId> named_teachers = {};                   ///< Those who are named in a plan.
  std::map<ent::PersonId, std::map<std::int32_t, bool>> teaches = {};         ///< Who is busy when: see timetable.cpp.

  /// Somebody for whom the example vouches, as a host does that has its own door.
  ent::Session as(ent::PersonId who, ent::Profile profile) const;
};

ent::PersonId add_person(World& world, ent::OrgId school, const Name& name, std::optional<ent::Date> born = {});
/// Both are known in the school, whose head records it.
void add_guardian(ent::Session& head, ent::OrgId school, ent::PersonId pupil, ent::PersonId adult,
                  ent::guardian::Relationship relationship, std::int32_t priority = 1);
/// Opens accounts for all who have that profile; answers how many.
std::int64_t open_accounts(World& world, ent::OrgId school, ent::Profile profile);
/// Opens accounts for some; each costs some milliseconds, since its code is kept as a slow hash.
void open_accounts(World& world, ent::OrgId school, const std::vector<ent::PersonId>& people);

/// People, classes, families, and accounts for the head, the teachers and school life at least. The unit exists already.
School make_school(World& world, const SchoolPlan& plan, ent::OrgId id, std::int32_t number);
/// Rooms, slots and the division of the year. timetable.cpp
void make_timetable(World& world, const SchoolPlan& plan, School& school);

}  // namespace academy
