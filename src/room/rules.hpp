/// What makes a room well-formed: pure functions.
#pragma once

#include <optional>

#include "ent/room.hpp"

namespace ent::room {

std::optional<Error> well_formed(const Add& input);
/// `standing`: the room that is changed.
std::optional<Error> well_formed(const Change& input, const View& standing);

View made(RoomId id, const Add& input, Date today);
/// What is given replaces what stands.
View changed(View view, const Change& input);

}  // namespace ent::room
