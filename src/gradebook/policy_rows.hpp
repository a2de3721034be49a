/// The rows of `mark_policy`, `subject_coefficient` and `pupil_coefficient`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/formula.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// A policy, and where it is said.
struct SaidBy {
  std::int64_t org = 0;
  std::string level{};  ///< Empty: for all.
  Date valid_from{};
  Said said{};
};

/// What the units of a line (the nearest one first) have said from days up to this one on, of all levels.
std::vector<SaidBy> policies_until(unit::Unit& unit, std::span<const std::int64_t> line, Date until);
/// In the place of what the unit said from the same day on.
void put_policy(unit::WriteUnit& unit, const unit::Granted& granted, const SaidBy& policy);

/// A row of a set of coefficients: each set has one without subject too.
struct WeightBy {
  std::int64_t division = 0;  ///< 0: of none.
  std::string level{};        ///< Empty: of all.
  Date valid_from{};
  std::string subject{};
  SaidWeight weight{};
  std::int64_t member = 0;    ///< 0: of no pupil alone.
};
/// What was said of these divisions (0: of no division) and pupils from days up to this one on, and of all levels.
std::vector<WeightBy> weights_until(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& divisions,
                                    const std::vector<std::int64_t>& members, Date until);
/// The same of all divisions, and of all pupils.
std::vector<WeightBy> all_weights_until(unit::Unit& unit, OrgId org, Date until);
std::vector<WeightBy> all_own_weights_until(unit::Unit& unit, OrgId org, Date until);
/// In the place of what was said of the division or level from the same day on; what was said before holds no more from then on.
void put_coefficients(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t division, const std::string& level,
                      Date valid_from, std::span<const Coefficient> items);
/// The same of one pupil.
void put_own_coefficients(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, Date valid_from,
                          std::span<const Coefficient> items);

/// The periods of an establishment, by number, that are not open for some group, of a school year and those after it.
std::vector<std::int64_t> closed_since(unit::Unit& unit, OrgId org, std::int32_t school_year);

}  // namespace ent::gradebook::rows
