/// What goes along when an assessment is put on another day: domains above this one that keep its day.
#pragma once

#include <optional>
#include <span>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// Puts what a domain has in the assessment, which is as it was, on the day; or refuses the day.
using Follower = std::optional<Error> (*)(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment, Date to);

/// Of the domains above; said where all of them are known (src/ops).
std::span<const Follower> followers() noexcept;

}  // namespace ent::gradebook
