/// When one unit is open, as other domains ask it of some days: a value, made by almanac_of().
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/zone.hpp"
#include "calendar/rules.hpp"

namespace ent::calendar {

class Almanac {
 public:
  Almanac(const base::Zone& zone, Facts facts, std::vector<std::int64_t> line);

  /// The unit and those above it, the nearest first: by whose word it goes.
  const std::vector<std::int64_t>& line() const noexcept { return line_; }

  /// The time zone of the unit.
  const base::Zone& zone() const noexcept { return zone_; }

  /// The school years of the unit.
  const base::SchoolYears& school_years() const noexcept { return facts_.school_years; }

  /// When the unit's clock shows a time on a day. A time that it shows twice, in the night in which it is set back, is the
  /// first of the two; one that it skips, in that in which it is set forward, is the instant of the change: so what begins
  /// before something else never begins after it.
  Instant instant_of(Date date, TimeOfDay time) const;

  /// The hours that are set for the week of a day. Null: nobody has set any.
  const std::vector<Hours>* week(Date date) const noexcept;

  /// Whether something closes half of a day, or it lies outside of the school years, whatever the hours.
  bool is_off(Date date, HalfDay half) const noexcept { return calendar::is_off(date, half, facts_); }

  /// Whether the unit is open for what begins then. What nobody has said anything of is open. A day's afternoon begins
  /// in the middle of its midday break; where it has no such break, when the morning ends or the afternoon begins; where no
  /// hours are set, at noon.
  bool is_open(Date date, TimeOfDay begins) const noexcept;

  /// Whether an alternance covers the week of a day.
  bool covers(std::string_view alternance, Date date) const noexcept;

 private:
  base::Zone zone_;
  Facts facts_;
  std::vector<std::int64_t> line_;
};

}  // namespace ent::calendar
