/// Whose attendance a listing shows.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "ent/person.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Of these people of a unit, those whose attendance the actor may read.
std::set<PersonId> readable(unit::Unit& unit, OrgId org, std::set<PersonId> people);

/// Drops the rows of pupils whose attendance the actor may not read: of who left too long ago nothing is listed that can't be asked for.
template <class Row>
void keep_readable(unit::Unit& unit, OrgId org, std::vector<Row>& rows) {
  std::set<PersonId> pupils;
  for (const Row& row : rows) pupils.insert(row.pupil.id);
  pupils = readable(unit, org, std::move(pupils));
  std::erase_if(rows, [&](const Row& row) { return !pupils.contains(row.pupil.id); });
}

}  // namespace ent::attendance
