/// The averages of a group as a table: pure functions.
#pragma once

#include <span>

#include "gradebook/class_averages.hpp"
#include "person/cards.hpp"

namespace ent::gradebook {

/// What of a table is told.
struct TableShows {
  bool ranks = false;
  bool general = true;
};

/// What a group looks like in its categories.
std::vector<GroupCategory> looks_of(std::vector<CategoryFigures>& categories);

/// Of the pupils who have these cards, in their order.
Table table_of(ClassAverages averages, std::span<const person::MemberCard> cards, const TableShows& shows);

}  // namespace ent::gradebook
