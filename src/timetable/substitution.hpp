/// Which services substitutions open: pure functions.
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

/// A service of one day, and for which takeover it is opened first, by its place.
struct Opening {
  group::ServiceRow service{};
  std::size_t takeover = 0;
};

/// What is to be opened, and what to be taken back.
struct Renewal {
  std::vector<Opening> fresh{};
  std::vector<std::int64_t> gone{};  ///< Service numbers.
};

/// Has the services that substitutions opened be those that all takeovers need: one of a day, group, teacher and subject, however
/// many lessons there are. `regular`: what is taught anyway; `opened`: what substitutions have opened for the same groups and days.
Renewal renewal(std::span<const Takeover> takeovers, std::span<const group::Taught> regular, std::span<const group::Taught> opened);

}  // namespace ent::timetable
