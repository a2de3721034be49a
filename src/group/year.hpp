/// Groups from one school year to the next.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ent/person.hpp"
#include "group/functions.hpp"
#include "person/visible.hpp"

namespace ent::group::year {

/// A division as the next year finds it.
struct Former {
  GroupId id{};
  std::string code{};
  std::string name{};
  std::vector<std::string> levels{};  ///< Where nothing is said of the division, those of its pupils.
  std::map<std::string, std::int32_t> pupils{};  ///< Who are in it, by their level; empty: none is known.
};

/// The divisions of the years before one that stand on a day, by code.
std::vector<Former> former(unit::Unit& unit, OrgId org, std::int32_t school_year, Date at);

/// The codes of the divisions of a year.
std::vector<std::string> codes(unit::Unit& unit, OrgId org, std::int32_t school_year);

/// Who is in these divisions on a day, and still a pupil of the unit on a later one.
std::vector<Stay> going_on(unit::Unit& unit, OrgId org, std::span<const std::int64_t> divisions, Date at, Date later);

/// The visible pupils of a unit who are in no division on a day, by name.
std::vector<person::Card> without_division(unit::Unit& unit, const person::Seen& seen, OrgId org, Date at);

/// Ends on a day the divisions and teaching groups of the years before one, with who is in them and who teaches them. How
/// they stood is kept under the year.
void end(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, Date day);

/// Lets all that was ended on that day for a year, and is still so, stand again as it stood; what was added since, and ends with its
/// group, goes on as the group does.
void resume(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, Date day);

/// Forgets how what was ended for a year stood.
void forget(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year);

/// Removes divisions, with all that hangs on them.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> divisions);

}  // namespace ent::group::year
