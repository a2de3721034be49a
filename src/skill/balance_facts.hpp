/// What balances are made of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gradebook/span.hpp"
#include "skill/balance_rules.hpp"
#include "skill/level_rows.hpp"
#include "skill/verdict_rows.hpp"

namespace ent::skill {

/// A referential that is seen from a unit, and its nodes.
struct Seen {
  ReferentialView view{};
  std::vector<NodeView> nodes{};
};
Result<Seen> seen_referential(unit::Unit& unit, std::span<const std::int64_t> line, SkillReferentialId id);

/// The days that are asked about: all up to the unit's date, where none are told.
Result<gradebook::Span> days_of(unit::Unit& unit, OrgId org, const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                                const std::optional<PeriodId>& period);

/// A method, and what is told of it.
struct Chosen {
  engine::Method method{};
  MethodView view{};
};
/// The one that is asked for, or that holds on the first of the days, or else today.
Result<Chosen> method_for(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& referential,
                          const gradebook::Span& span, const std::optional<std::string>& asked);

/// What was said of these members up to the last day, by member.
std::map<std::int64_t, Facts> facts_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, const Shown& shown,
                                       const gradebook::Span& span);

/// What was decided of these members in the days, by member.
std::map<std::int64_t, Decisions> decisions_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, const Shown& shown,
                                               const gradebook::Span& span);

/// The numbers of a pupil, as org << 32 | member, in the schools that show what they said of them to the actor: this one, and others; to families
/// all of them, to others those where they may read it too.
std::vector<std::int64_t> members_shown(unit::Unit& unit, OrgId org, PersonId pupil, const Shown& shown);

/// What was said of one person and decided in all schools that show it to the actor, the earliest first: to families what is published to
/// them, to others where they may read it in that school too. What another school says itself of a referential is its own, and is left out,
/// but for the models that come with the library.
Known known_everywhere(unit::Unit& unit, OrgId org, PersonId pupil, std::span<const std::int64_t> line, const Shown& shown, Date last_day);

/// What levels come to, and in its place what was decided.
Computed balance_of(const Chosen& chosen, const Seen& seen, const Facts& facts, const std::map<ItemKey, Decision>& decided);

}  // namespace ent::skill
