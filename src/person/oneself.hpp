/// A person, wherever they are known.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ent/person.hpp"
#include "unit/unit.hpp"

namespace ent::person {

/// A person, and the numbers, as org << 32 | member, that units know them by.
struct Oneself {
  Card card{};
  std::vector<std::int64_t> members{};
};

/// Nothing where there is no such person.
std::optional<Oneself> oneself(unit::Unit& unit, PersonId person);

}  // namespace ent::person
