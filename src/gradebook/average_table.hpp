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

/// Of these pupils, all of whom are in the term, in their order.
Table table_of(ClassAverages averages, const Term& term, std::span<const person::MemberCard> pupils, const TableShows& shows);

}  // namespace ent::gradebook
