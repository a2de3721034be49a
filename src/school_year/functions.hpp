/// What other domains may ask of the school years that were opened.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "unit/unit.hpp"

namespace ent::school_year {

/// Of these units those in which a year after this one was opened, with the day (since 1970-01-01) on which the groups of this one ended.
std::unordered_map<std::int64_t, std::int64_t> ends_of_groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year);

}  // namespace ent::school_year
