/// Section 9 of docs/permissions.md: the filter of a listing, from the same entries as the decision.
#pragma once

#include <span>
#include <vector>

#include "access/epoch.hpp"
#include "access/judge.hpp"

namespace ent::access {

/// The units in which some entry of an actor may reach something: where the posts are or something was handed on,
/// and what lies below or is run by them; with the epochs of each.
struct Reachable {
  std::vector<std::int64_t> orgs{};
  std::vector<Epochs> epochs{};
  friend bool operator==(const Reachable&, const Reachable&) = default;
};

/// Sends the question; read() waits for the answer.
store::Rows ask_reachable(store::Connection& connection, const Actor& actor, Date at);
Reachable read_reachable(store::Rows& rows);

/// `units`: the facts of one actor in several units, in one company.
void add_people(VisiblePeople& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm);
void add_groups(VisibleGroups& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm);

/// Whether somebody has handed the permission on to the actor.
bool has_received(Facts& facts, store::Connection& connection, Perm perm);
/// Whether an entry reaches all of the unit, whoever it is about.
bool reaches_unit(const Post& post, Scope scope) noexcept;

}  // namespace ent::access
