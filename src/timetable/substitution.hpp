/// Which services a substitution opens: a pure function.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "group/functions.hpp"
#include "group/lookups.hpp"

namespace ent::timetable {

/// What is taken over on a day.
struct Takeover {
  std::vector<std::int64_t> groups{};   ///< Of the lesson; numbers in the unit, likewise the following.
  std::vector<std::int64_t> absent{};   ///< The teachers of its slot.
  std::vector<std::int64_t> present{};  ///< Who gives it instead.
  std::string planned_subject{};        ///< Empty: none; likewise the next.
  std::string subject{};
  Date day{};
};

/// One service of that day for each group and each who gives the lesson instead, but what they teach anyway. It replaces
/// the service of the absent teacher, where one is known; service numbers are not given yet.
std::vector<group::ServiceRow> substitutions(const Takeover& takeover, std::span<const group::Taught> taught);

}  // namespace ent::timetable
