/// The policies that have a name. Each gives the results of its product, where a source says what they are:
/// docs/gradebook-policies.md has the sources.
#pragma once

#include <span>
#include <string_view>

#include "gradebook/engine/policy.hpp"

namespace ent::gradebook::engine {

extern const Policy fr_exact;  ///< The default: exact to the end, rounded for display only.
extern const Policy gepi;
extern const Policy pronote;
extern const Policy entcore;
extern const Policy moodle_mean;
extern const Policy moodle_weighted_mean;
extern const Policy moodle_simple_weighted_mean;
extern const Policy moodle_mean_extra_credit;
extern const Policy moodle_median;
extern const Policy moodle_lowest;
extern const Policy moodle_highest;
extern const Policy moodle_mode;
extern const Policy moodle_natural;
extern const Policy canvas_points;
extern const Policy canvas_percent;

std::span<const Policy* const> presets() noexcept;
/// None of another name.
const Policy* find_preset(std::string_view name) noexcept;

}  // namespace ent::gradebook::engine
