/// Whom a school tells of a pupil.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "unit/unit.hpp"

namespace ent::guardian {

/// A guardian who is told, and of whom.
struct Told {
  std::int64_t member = 0;  ///< The pupil, in the unit.
  std::int64_t pupil = 0;   ///< The pupil's person.
  std::int64_t adult = 0;   ///< The guardian's person.
};

/// The guardians who are told of the daily life of these members of a unit on a day, in the order in which they are to be
/// called. Of a pupil of age who has closed this, nobody is.
std::vector<Told> told_daily(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at);

/// The same of results.
std::vector<Told> told_results(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at);

}  // namespace ent::guardian
