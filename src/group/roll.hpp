/// What a roll call asks of groups.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/target.hpp"
#include "ent/group.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// What a group is, without its members.
struct Named {
  std::int64_t group = 0;  ///< Number in its unit.
  Kind kind{};
  std::string name{};
};

/// A group that stands on a day.
std::optional<Named> named(unit::Unit& unit, GroupId id, Date at);

/// Of the visible groups, the divisions of a unit that stand on a day, by name.
std::vector<Named> divisions(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, Date at);

/// A pupil in a group.
struct Called {
  std::int64_t member = 0;
  person::Card card{};
};

/// Those who are in some of these groups of a unit on a day and are pupils there then, by name, each once.
std::vector<Called> called(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date at);

/// A pupil in one of several groups: numbers in their unit.
struct InGroup {
  std::int64_t group = 0;
  std::int64_t member = 0;
};

/// Those whom called() lists, once for each of these groups that they are in.
std::vector<InGroup> called_in_each(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date at);

/// How many pupils are in each division of a unit on a day.
struct Size {
  std::int64_t group = 0;
  std::int32_t pupils = 0;
};
std::vector<Size> division_sizes(unit::Unit& unit, OrgId org, Date at);

}  // namespace ent::group
