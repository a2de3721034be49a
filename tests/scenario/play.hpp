#pragma once

#include <string>

#include "scenario/face.hpp"
#include "scenario/script.hpp"

namespace ent::test {

/// Plays a scenario on a store that is new to it. Throws Trouble where it does not go as the scenario says.
/// Answers the number of calls.
int play(const Script& script, Face& face, const std::string& uri);

}  // namespace ent::test
