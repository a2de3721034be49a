/// Section 9 of docs/permissions.md: the filter of a listing, from the same entries as the decision.
#pragma once

#include <span>
#include <vector>

#include "access/judge.hpp"

namespace ent::access {

/// The units in which some entry of the actor may reach something: where the posts are, and what lies
/// below them or is run by them.
std::vector<std::int64_t> reachable_units(Facts& anywhere, store::Connection& connection);

/// `units`: the facts of one actor in several units, in one company.
void add_people(VisiblePeople& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm);
void add_groups(VisibleGroups& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm);

/// Whether somebody has handed the permission on to the actor.
bool has_received(Facts& facts, store::Connection& connection, Perm perm);
/// Whether an entry reaches all of the unit, whoever it is about.
bool reaches_unit(const Post& post, Scope scope) noexcept;

}  // namespace ent::access
