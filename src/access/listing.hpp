/// Section 9 of docs/permissions.md: the filter of a listing, from the same entries as the decision.
#pragma once

#include <vector>

#include "access/judge.hpp"

namespace ent::access {


/// The units in which some entry of the actor may reach something: where the posts are, and what lies
/// below them or is run by them.
std::vector<std::int64_t> reachable_units(Facts& anywhere, store::Connection& connection);

void add_people(VisiblePeople& visible, Facts& facts, store::Connection& connection, Perm perm);
void add_groups(VisibleGroups& visible, Facts& facts, store::Connection& connection, Perm perm);

}  // namespace ent::access
