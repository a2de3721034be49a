/// Which marks of a pupil an actor is shown.
#pragma once

#include <span>
#include <vector>

#include "access/target.hpp"
#include "gradebook/rows.hpp"

namespace ent::gradebook {

/// All of them to those who may read them without a condition; else those of the subjects that the actor teaches, and those
/// that are published to a profile of the actor's kind. Refused, and written down, where none of it may be read.
Result<rows::Shown> shown_of(unit::ReadUnit& unit, OrgId org, PersonId pupil);

/// Whether that is anything.
inline bool shows_any(const rows::Shown& shown) { return shown.all || shown.taught_by != 0 || shown.to_pupils || shown.to_parents; }

/// Whether they are of all subjects, so that general averages are told: families are shown what is published of all.
inline bool shows_all_subjects(const rows::Shown& shown) { return shown.all || shown.to_pupils || shown.to_parents; }

/// The same without a refusal.
rows::Shown shown_if_any(unit::Unit& unit, OrgId org, PersonId pupil);

/// The same of several pupils, given as targets, in their order: asked together.
std::vector<rows::Shown> shown_of_each(unit::Unit& unit, std::span<const access::Target> pupils);

/// Which subjects of a group an actor is shown, of those that are asked about, by code ("": what is of no subject); none: all.
std::optional<std::vector<std::string>> subjects_shown(unit::Unit& unit, GroupId group, const std::optional<std::string>& asked);

}  // namespace ent::gradebook
