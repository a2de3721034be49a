/// What makes boxes well-formed: pure functions.
#pragma once

#include <optional>

#include "ent/gradebook.hpp"
#include "gradebook/box_tree.hpp"

namespace ent::gradebook {

std::optional<Error> well_formed(const SetBoxes& input);

/// What is to be said, without space around codes and names.
BoxTree tidy(const SetBoxes& input);

}  // namespace ent::gradebook
