/// The rows of the period domain.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/period.hpp"
#include "unit/unit.hpp"

namespace ent::period::rows {

/// Those of a school year, by code.
std::vector<Scheme> schemes(unit::Unit& unit, OrgId org, std::int32_t school_year);
std::optional<View> find(unit::Unit& unit, PeriodId id);
std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date day);

/// In the place of what stands under the scheme's code; each period has its id. Without periods, nothing stands there.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, const Scheme& scheme);

/// A group, by number, that a period holds for.
struct HeldRow {
  PeriodId period{};
  std::int64_t group = 0;
  bool days_stand = true;
};
/// Those of a school year.
std::vector<HeldRow> held(unit::Unit& unit, OrgId org, std::int32_t school_year);
void hold(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups);
void keep(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::int64_t group);
void let_go(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups);

}  // namespace ent::period::rows
