#pragma once

#include "scenario/face.hpp"
#include "scenario/match.hpp"
#include "scenario/script.hpp"

namespace ent::test {

/// What a scenario has come to.
struct Played {
  int calls = 0;
  Variables variables;
};

/// Plays a scenario through a face that is open on a new store. Throws Trouble where it does not go as the
/// scenario says.
Played play(const Script& script, Face& face);

}  // namespace ent::test
