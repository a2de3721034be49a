/// People as other things show them: many at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ent/person.hpp"
#include "unit/unit.hpp"

namespace ent::person {

/// How a member of a unit is shown.
struct MemberCard {
  std::int64_t org = 0;
  std::int64_t member = 0;
  Card card{};
};

/// Of these members, given as org << 32 | member, by name.
std::vector<MemberCard> cards_of(unit::Unit& unit, std::span<const std::int64_t> members);

/// The numbers, as org << 32 | member, that these members of a unit have in other units.
struct Elsewhere {
  std::int64_t person = 0;
  std::int64_t member = 0;  ///< In the other unit: org << 32 | member.
};
std::vector<Elsewhere> elsewhere(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members);

/// The numbers that a person has in units, as org << 32 | member, by unit.
std::vector<std::int64_t> members_of(unit::Unit& unit, PersonId person);

/// Where a person holds a post under a profile on a day, and since when: the one of longest standing first.
struct Since {
  std::int64_t org = 0;
  std::int64_t from = 0;
};
std::vector<Since> posts_under(unit::Unit& unit, PersonId person, Profile profile, Date day);

/// Which of these members hold a post as teacher in the unit on a day.
std::vector<std::int64_t> teachers_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date day);

}  // namespace ent::person
