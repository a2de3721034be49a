/// Which model a report has.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/org.hpp"
#include "report/model_rows.hpp"
#include "report/models.hpp"

namespace ent::report {

/// What holds on a day of a division, or else of a level, or else of all; null: nothing is chosen.
const Preset* chosen(std::span<const rows::Choice> choices, std::int64_t division, const std::string& level, Date day);

/// What a school has chosen, and what the library takes where it has not.
struct SchoolModels {
  std::optional<org::Degree> degree{};
  std::string nature{};  ///< National code; empty: unknown.
  std::vector<rows::Choice> choices{};

  /// Of the pupils of a level in a division, in a period that begins on a day.
  const Preset& of(std::int64_t division, const std::string& level, Date first_day) const;
};

SchoolModels models_of(unit::Unit& unit, OrgId org);
SchoolModels models_of(unit::Unit& unit, const org::View& school);

}  // namespace ent::report
