/// The next lessons of those of whom the page tells.
#pragma once

#include <vector>

#include "home/reader.hpp"

namespace ent::home {

std::vector<NextLesson> next_lessons(unit::Unit& unit, const Reader& reader, Date first, Date last);

}  // namespace ent::home
