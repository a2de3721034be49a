/// What makes entries well-formed, and who may do what with a lesson's: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/notebook.hpp"
#include "group/lookups.hpp"
#include "timetable/plan.hpp"

namespace ent::notebook {

std::optional<Error> well_formed(const WriteEntry& input);
/// Exactly one thing of whose lessons entries are asked, with a school where it is a person; at most 62 days.
std::optional<Error> well_formed(const List& input);

/// Whether a member gives a lesson, or teaches its subject to one of its groups by one of the services that hold.
bool gives(const timetable::Planned& lesson, std::int64_t member, std::span<const group::Taught> taught);

}  // namespace ent::notebook
