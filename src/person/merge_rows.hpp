/// The rows of a merge: what goes over from one person to another, and what comes back.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "person/functions.hpp"

namespace ent::person::rows {

/// A merge that stands.
struct StandingMerge {
  std::int64_t merge = 0;
  bool last = true;  ///< No later one has to do with the person kept.
};

std::optional<StandingMerge> find_merge(unit::Unit& unit, std::int64_t kept, PersonId merged);

/// Somebody who was merged, whom find() does not find; none: they are not, or not into this person.
std::optional<Person> find_merged(unit::Unit& unit, std::int64_t kept, PersonId merged);

void merge(unit::WriteUnit& unit, const unit::Granted& granted, const Person& kept, const Person& merged);

void unmerge(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, const Person& kept,
             const Person& merged);

/// A column that names a person or a member, whose rows go over in a merge.
struct MovedColumn {
  std::string_view table;
  std::string_view column;
};
std::vector<MovedColumn> moved_columns();

}  // namespace ent::person::rows
