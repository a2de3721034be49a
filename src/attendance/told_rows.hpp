/// What guardians were told last of the absences, latenesses and departures of pupils.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "attendance/news.hpp"
#include "unit/unit.hpp"

namespace ent::attendance::rows {

/// What a guardian was told last of an entry: that it stands so. Who was told that it is an error has no such row any more.
struct ToldRow {
  std::int64_t member = 0;  ///< The pupil.
  std::int64_t adult = 0;   ///< The guardian's person.
  Stand stand{};
};

/// Of the entries of these pupils that touch a span, withdrawn ones among them.
std::vector<ToldRow> told_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span);
void put_told(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ToldRow> told);
void remove_told(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ToldRow> withdrawn);

}  // namespace ent::attendance::rows
