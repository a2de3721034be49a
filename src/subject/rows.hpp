/// The rows of the subject domain.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/page.hpp"
#include "subject/functions.hpp"

namespace ent::subject::rows {

/// What a unit says itself of these codes, by code.
std::vector<View> own(unit::Unit& unit, OrgId org, const std::vector<std::string>& codes);

/// Up to `limit` + 1 subjects of a line of units, the nearest unit first, from a place on.
std::vector<View> list(unit::Unit& unit, std::span<const std::int64_t> line, const List& input, const base::Place& start);

/// The place of a subject in the order of lists.
base::Place place_of(const View& view);

/// What stands of these codes in the unit is replaced.
void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const View> views);

}  // namespace ent::subject::rows
