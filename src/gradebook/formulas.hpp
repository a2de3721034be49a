/// By what averages are made on several days, asked at once.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "gradebook/policy_rows.hpp"

namespace ent::gradebook {

/// What holds for pupils of some divisions of an establishment, on any day up to a last one.
class Formulas {
 public:
  /// `divisions`: their numbers; what holds for all needs no 0 among them.
  Formulas(unit::Unit& unit, OrgId org, std::set<std::int64_t> divisions, Date until);

  /// What holds from a day on, for a level or else (empty) for all.
  Formula on(Date first_day, const std::string& level) const;

 private:
  std::vector<rows::SaidBy> policies_;
  std::vector<rows::WeightBy> weights_;
};

/// What holds on a day: of the nearest unit that says anything, what it says of the level or else of all, the latest.
const rows::SaidBy* holding(std::span<const rows::SaidBy> policies, const std::string& level, Date day);

}  // namespace ent::gradebook
