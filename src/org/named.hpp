/// Units as other things show them: many at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::org {

/// How a unit is shown beside other things.
struct Named {
  std::int64_t org = 0;
  Kind kind{};
  std::string name{};
  std::optional<Degree> degree{};
};

/// These units, of those that stand on a date, by name.
std::vector<Named> named(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

}  // namespace ent::org
