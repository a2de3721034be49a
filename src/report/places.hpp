/// The period and the group that an operation is about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/try.hpp"
#include "group/divisions.hpp"
#include "period/functions.hpp"
#include "report/rows.hpp"
#include "unit/unit.hpp"

namespace ent::report {

/// A group and a period, as far as they are there.
struct Place {
  std::optional<period::View> period{};
  std::optional<group::Placed> group{};
  std::vector<period::Scheme> schemes{};  ///< Of the period's year.

  Place(unit::Unit& unit, PeriodId period_id, GroupId group_id);
  Place(std::optional<period::View> of_period, std::optional<group::Placed> of_group, std::vector<period::Scheme> of_year)
      : period(std::move(of_period)), group(std::move(of_group)), schemes(std::move(of_year)) {}

  /// Refused where either is not there, or the group does not go by the period.
  std::optional<Error> expect(std::string_view path_of_period = "/period_id") const;
  /// The same, and where the group is no division.
  std::optional<Error> expect_division() const;
};

/// One for each of the groups, of one unit, in their order; asked for all of them together.
std::vector<Place> places_of(unit::Unit& unit, PeriodId period_id, std::span<const GroupId> groups);

/// A pupil of the group on the last day of the period.
struct Sitting {
  rows::Pupil pupil{};
  std::int64_t division = 0;  ///< Number in the unit; 0: none.
  bool goes_by_period = false;
  bool locked = false;       ///< Nothing may be written of them any more.
  bool locked_here = false;  ///< By the state of the group or of their division, not only because the period is published with them elsewhere.
};

/// Whether no period of its year comes after it.
bool is_last_of_year(const period::View& period, const std::vector<period::Scheme>& schemes);

/// By name. The place is one that expect() lets through.
std::vector<Sitting> sittings(unit::Unit& unit, const Place& place);
/// Whether there are some, and all of them are locked here: nothing is said of the group as a whole any more.
bool all_locked(std::span<const Sitting> sittings) noexcept;

}  // namespace ent::report
