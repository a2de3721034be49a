/// The school year of a pupil, as reports show it: for other domains.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/report_card.hpp"
#include "unit/unit.hpp"

namespace ent::report {

/// A subject over a school year, as reports show it.
struct YearLine {
  std::string subject{};  ///< Empty: none.
  Decimal average{};      ///< Brought to 20.
  gradebook::SubjectMode mode = gradebook::SubjectMode::ordinary;
};

/// What the reports of a school year make of a pupil.
struct YearOfPupil {
  std::vector<YearLine> subjects{};   ///< By code; those with an average.
  std::optional<CycleEnd> cycle_end{};
};

/// Of a member of an establishment, by the division and the periods at the end of the year; none: they are in no division then.
std::optional<YearOfPupil> year_of(unit::Unit& unit, OrgId org, std::int64_t member, std::int32_t school_year);

}  // namespace ent::report
