/// The pupils of a guardian, wherever they are.
#pragma once

#include <vector>

#include "person/cards.hpp"

namespace ent::guardian {

/// The pupils whose guardian an adult is on a day, by name, and in each unit where they are; also those of whom a guardian may
/// know nothing.
std::vector<person::MemberCard> children_of(unit::Unit& unit, PersonId adult, Date at);

}  // namespace ent::guardian
