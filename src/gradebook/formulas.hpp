/// By what averages are made on several days, asked at once.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "gradebook/frozen.hpp"
#include "gradebook/policy_rows.hpp"
#include "gradebook/span.hpp"

namespace ent::gradebook {

/// What holds for pupils of some divisions of an establishment, or is kept of their published periods.
class Formulas {
 public:
  /// `divisions`: their numbers; what holds for all needs no 0 among them. `members`: the pupils. `first_days`: days that are asked about
  /// begin within.
  Formulas(unit::Unit& unit, OrgId org, std::set<std::int64_t> divisions, const std::vector<std::int64_t>& members, const Span& first_days);

  /// Whether these days are a period that is published for a division or group.
  bool is_kept(std::int64_t group, const Span& days) const { return kept_.contains({group, days.first_day, days.last_day}); }

  /// What is kept of these days with a group; with none (0) what holds from the first of them on. For a level or else (empty) for all.
  Formula on(const Span& days, std::int64_t group, const std::string& level) const;

 private:
  /// What is kept with a group; of who came to it since, and has no report yet, what is said of them alone holds as it does now.
  Formula kept_on(const Span& days, std::int64_t group, const std::string& level) const;

  std::vector<rows::SaidBy> policies_;
  std::vector<rows::WeightBy> weights_;
  bool any_own_ = false;  ///< Whether a weight is of one pupil.
  KeptFormulas kept_;
};

/// By what averages of a pupil in this place over some days are made: where the days are a period that is published for the division,
/// by what held then; otherwise by what holds from the first day on.
Formula formula_for(unit::Unit& unit, OrgId org, const Place& place, const Span& days);

/// What holds on a day: of the nearest unit that says anything, what it says of the level or else of all, the latest.
const rows::SaidBy* holding(std::span<const rows::SaidBy> policies, const std::string& level, Date day);

/// What holds on a day: of each pupil, division and level the latest set that has begun, by subject.
std::vector<rows::WeightBy> holding(std::span<const rows::WeightBy> weights, Date day);

/// Of each subject, by code, the nearest of what holds for a pupil or a division at a level: what is said of the pupil, of the division, of the
/// level, of all.
std::vector<rows::WeightBy> nearest(std::vector<rows::WeightBy> holding, const std::string& level);

}  // namespace ent::gradebook
