/// Questions about the rights of others, by the same evaluator as the decisions.
#pragma once

#include <vector>

#include "access/judge.hpp"

namespace ent::access {

/// What `actor` may do, and why; facts are read anew.
Verdict explain(store::Connection& connection, const Actor& actor, Perm perm, const Target& target, Date at);

/// Somebody who may.
struct Holder {
  std::int64_t person = 0;
  Profile profile{};
  Verdict verdict{};
};

/// All who may, with why. Judges everybody who is there and who has a post above the unit, in a fixed number of
/// statements: for the questions of a head or of a person about their own data, not for every page.
std::vector<Holder> who_can(store::Connection& connection, Perm perm, const Target& target, Date at);

/// Whether the actor's post at `org` has the entry, so that it can be handed on or switched there.
bool may_hand_on(store::Connection& connection, const Actor& actor, Perm perm, const Entry& entry, std::int64_t org,
                 Date at);

/// Whether a cell or a function of a profile has the entry at all: what may be switched there.
bool in_ceiling(Perm perm, Profile profile, std::int32_t function, const Entry& entry) noexcept;

/// The unit of the actor's first post; 0: the actor has none.
std::int64_t home(store::Connection& connection, const Actor& actor, Date at);

}  // namespace ent::access
