/// The rights of those who give lessons of others: kept in step with the lessons.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <utility>

#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable {

/// The days on which lessons of groups of a unit are given by others than those of their slots. To be told of lessons before and after
/// something changes them, so that the services on all those days can follow.
class Substitutes {
 public:
  explicit Substitutes(OrgId org) : org_(org) {}

  void add(const Planned& lesson);
  /// The lessons of these slots, given as org << 32 | slot, from today on.
  void add(unit::Unit& unit, std::span<const std::int64_t> slots);

  /// Opens the services that lessons need as they stand by now, and takes back those that none needs any more, unless their day has
  /// passed.
  void renew_services(unit::WriteUnit& unit, const unit::Granted& granted) const;

 private:
  bool hold(Date day, std::int64_t group) const { return places_.contains({day, group}); }

  OrgId org_;
  std::set<std::pair<Date, std::int64_t>> places_;  ///< Each with a group.
};

}  // namespace ent::timetable
