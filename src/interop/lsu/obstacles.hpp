/// What hinders a report from going into the file: pure functions.
#pragma once

#include <vector>

#include "interop/lsu/facts.hpp"

namespace ent::lsu {

/// In the order of the file; none: the report can be written.
std::vector<Obstacle> obstacles_of(const Sheet& sheet, const Delivery& delivery, const Form& form);

}  // namespace ent::lsu
