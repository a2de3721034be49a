/// What other domains may ask of homework.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ent/homework.hpp"
#include "group/lookups.hpp"
#include "person/functions.hpp"
#include "unit/unit.hpp"

namespace ent::homework {

/// What a pupil has to do on some days, as the actor sees it who may read it; ticks are told to the pupil and to the family.
std::vector<View> of_pupil(unit::Unit& unit, OrgId org, const person::Member& pupil, Date first, Date last);

/// A pupil of a unit, with the groups that they are in.
struct Attending {
  std::int64_t member = 0;  ///< org << 32 | member.
  PersonId person{};
  std::vector<group::Attendance> stays{};
};

/// What one of several pupils has to do.
struct Due {
  std::int64_t member = 0;
  View homework{};
};

/// The same of several pupils of several units, by pupil: themselves, or the children of a guardian. The actor may read it.
std::vector<Due> of_family(unit::Unit& unit, std::span<const Attending> pupils, Date first, Date last);

/// What pupils have to do for somebody who teaches them, and how far they are.
struct Given {
  View homework{};
  std::int32_t pupils = 0;  ///< Who have it to do.
  std::int32_t done = 0;    ///< ... and have ticked it off.
};

/// What the actor, known to units by these numbers (org << 32 | member), has set for groups that they teach, or teaches with
/// others; of groups whose homework they may read. By day.
std::vector<Given> given_by(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last);

}  // namespace ent::homework
