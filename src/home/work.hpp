/// What somebody who works in a school, or looks after schools, has to see to.
#pragma once

#include <vector>

#include "home/reader.hpp"

namespace ent::home {

/// The units of who is neither pupil nor guardian, with the figures that they may know.
std::vector<School> schools_of(unit::Unit& unit, const Reader& reader);

/// Adds the registers that one should have taken or see taken, and counts what is to do, and what pupils wait for.
void add_work(unit::Unit& unit, const Reader& reader, View& view);

}  // namespace ent::home
