/// What makes a group well-formed: pure functions.
#pragma once

#include <optional>

#include "ent/group.hpp"
#include "unit/period.hpp"

namespace ent::group {

std::optional<Error> well_formed(const Add& input);
/// `kind`: of the group that is changed.
std::optional<Error> well_formed(const Change& input, Kind kind);
std::optional<Error> well_formed(const Enrol& input, Kind kind);
std::optional<Error> well_formed(const SetRegime& input);
std::optional<Error> well_formed(const AddService& input);

/// Whether so many people may be named in one call to a group of a kind; the pupils of a division are enrolled.
std::optional<Error> may_be_members(const std::vector<PersonId>& people, Kind kind);

/// The days of a period on which a group stands: it begins no sooner than the group, by default today, and ends no later. Refused where
/// the group is no more then.
Result<unit::Period> within(const View& group, const std::optional<Date>& from, const std::optional<Date>& to, Date today);

}  // namespace ent::group
