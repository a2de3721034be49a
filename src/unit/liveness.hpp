/// Whether the session of a call still lives.
#pragma once

#include <optional>

#include "unit/frame.hpp"

namespace ent::unit {

/// Sends the question with the first facts of the unit.
void ask_liveness(Frame& frame);

/// Reads the answer, once: the error of a session that has ended. Before every decision.
std::optional<Error> expect_alive(Frame& frame);

}  // namespace ent::unit
