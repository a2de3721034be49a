/// How far a report is, and what is missing in it: pure functions of what is there.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ent/gradebook_rules.hpp"
#include "ent/report_card.hpp"
#include "report/models.hpp"

namespace ent::report {

/// What is missing in a report by its model. Of lines, in those that are expected: subjects that are taught on the last day of
/// the period, or the domains of primary school. `expected` goes with the lines of the report.
std::vector<Missing> missing_in(const Report& report, const Preset& preset, const std::vector<bool>& expected);

/// By what is there, by what is missing, and by what may still be written: in council comments of both kinds are.
State state_of(const Report& report, std::span<const Missing> missing, gradebook::PeriodState period, bool issued);

/// The least of them; of none `empty`.
State least(std::span<const Standing> reports);

}  // namespace ent::report
