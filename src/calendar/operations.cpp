#include <algorithm>

#include "base/text.hpp"
#include "calendar/describe.hpp"
#include "calendar/rows.hpp"
#include "calendar/rules.hpp"
#include "calendar/target.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "unit/op.hpp"

namespace ent::calendar {
namespace {

Settings settings_of(unit::Unit& unit, const rows::Line& line) {
  const rows::Ways ways = rows::ways(unit, line);
  const std::chrono::month turn = org::school_years_by(ways.turns, line).turn();
  return {rows::calendars(unit, line), base::unless_empty(rows::nearest(ways.zones, line)), static_cast<YearTurn>(static_cast<unsigned>(turn))};
}

/// calendar.load_holidays
Result<Done> load_holidays_(Write<Perm::calendar_manage>& unit, const LoadHolidays& input) {
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  rows::replace_holidays(unit, granted, input);
  // event
  unit.publish(granted, "calendar.holidays_were_loaded", input.school_year);
  return Done{};
}

/// calendar.configure
Result<Settings> configure_(Write<Perm::calendar_manage>& unit, const Configure& input) {
  // facts
  const rows::Line line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  if (input.calendars) rows::replace_calendars(unit, granted, input.org_id, *input.calendars);
  if (input.timezone) rows::set_timezone(unit, granted, input.org_id, *input.timezone);
  if (input.year_turn) {
    const org::YearsFrom before = org::school_years_below(unit, input.org_id, unit.today());
    rows::set_turn(unit, granted, input.org_id, *input.year_turn);
    ENT_REFUSE(org::keeps_years(unit, input.org_id, before, unit.today()));
  }
  // event
  unit.publish(granted, "calendar.was_configured", input.org_id.value);
  return settings_of(unit, line);
}

/// calendar.settings
Result<Settings> settings_(Read<Perm::calendar_read>& unit, const Of& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  return settings_of(unit, line);
}

/// calendar.set_year
Result<Year> set_year_(Write<Perm::calendar_manage>& unit, const SetYear& input) {
  // facts
  const bool exists = org::find_at(unit, input.org_id, unit.today()).has_value();
  // A unit may come to where years turn otherwise before this one begins.
  const base::SchoolYears years = org::school_years_of(unit, input.org_id, std::max(input.first_day, unit.today()));
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (!exists) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  if (!lies_in_year(input, years)) return base::invalid("/first_day", "calendar.outside_year");
  // rows
  rows::set_year(unit, granted, input);
  // event
  unit.publish(granted, "calendar.year_was_set", input.org_id.value);
  return Year{input.org_id, input.school_year, input.first_day, input.last_day};
}

/// calendar.years
Result<Years> years_(Read<Perm::calendar_read>& unit, const Of& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  return Years{rows::years(unit, line)};
}

/// calendar.add_closure
Result<Closure> add_closure_(Write<Perm::calendar_manage>& unit, const AddClosure& input) {
  // facts
  const bool exists = org::find_at(unit, input.org_id, unit.today()).has_value();
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (!exists) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  const std::int64_t number = unit.take_numbers(granted, input.org_id.value, "closure");
  const Closure closure{make_id<ClosureId>(input.org_id.value, number),
                        input.org_id,
                        {},
                        std::string(base::trim(input.name)),
                        DayOff::closure,
                        input.valid_from,
                        input.valid_to.value_or(input.valid_from + std::chrono::days{1}),
                        input.half_day};
  rows::insert_closure(unit, granted, closure);
  // event
  unit.publish(granted, "calendar.closure_was_added", closure.id->value);
  return closure;
}

/// calendar.cancel_closure
Result<Done> cancel_closure_(Write<Perm::calendar_manage>& unit, const CancelClosure& input) {
  // facts
  const auto closure = rows::find_closure(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(OrgId{input.id.establishment()}), "calendar.no_closure"));
  if (!closure) return base::fail(Errc::not_found, "calendar.no_closure");
  // rows
  rows::delete_closure(unit, granted, input.id);
  // event
  unit.publish(granted, "calendar.closure_was_cancelled", input.id.value);
  return Done{};
}

/// calendar.closures
Result<Closures> closures_(Read<Perm::calendar_read>& unit, const Span& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  ENT_REFUSE(well_formed(input));
  return Closures{rows::closures(unit, line, input.first_day, input.last_day)};
}

/// calendar.set_hours
Result<Week> set_hours_(Write<Perm::calendar_manage>& unit, const SetHours& input) {
  // facts
  const bool exists = org::find_at(unit, input.org_id, unit.today()).has_value();
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (!exists) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  const DatedWeek week = dated_week(input, unit.today());
  // rows
  rows::replace_week(unit, granted, input.org_id, week);
  // event
  unit.publish(granted, "calendar.hours_were_set", input.org_id.value);
  return Week{week.items, week.valid_from};
}

/// calendar.hours
Result<Week> hours_(Read<Perm::calendar_read>& unit, const Of& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  const std::vector<Weeks> weeks = rows::weeks(unit, line, unit.at());
  const DatedWeek* const week = week_at(weeks, unit.at());
  return week == nullptr ? Week{} : Week{week->items, week->valid_from};
}

/// calendar.set_alternance
Result<Done> set_alternance_(Write<Perm::calendar_manage>& unit, const SetAlternance& input) {
  // facts
  const bool exists = org::find_at(unit, input.org_id, unit.today()).has_value();
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (!exists) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  rows::replace_alternance(unit, granted, input);
  // event
  unit.publish(granted, "calendar.alternance_was_set", input.org_id.value);
  return Done{};
}

/// calendar.alternances
Result<Alternances> alternances_(Read<Perm::calendar_read>& unit, const OfYear& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  const std::int32_t year = input.school_year ? *input.school_year : org::school_years_by(unit, line).of(unit.at());
  return Alternances{rows::alternances(unit, line, year)};
}

/// calendar.days
Result<Days> days_(Read<Perm::calendar_read>& unit, const Span& input) {
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  ENT_REFUSE(well_formed(input));
  const rows::Said said = rows::said(unit, line, input.first_day, input.last_day);
  return Days{days_of(input.first_day, input.last_day, rows::facts_of(said, line))};
}

}  // namespace

extern constexpr Op op_load_holidays = op<&load_holidays_>("calendar.load_holidays", "0.1");
extern constexpr Op op_configure = op<&configure_>("calendar.configure", "0.1");
extern constexpr Op op_settings = op<&settings_>("calendar.settings", "0.1");
extern constexpr Op op_set_year = op<&set_year_>("calendar.set_year", "0.1");
extern constexpr Op op_years = op<&years_>("calendar.years", "0.1");
extern constexpr Op op_add_closure = op<&add_closure_>("calendar.add_closure", "0.1");
extern constexpr Op op_cancel_closure = op<&cancel_closure_>("calendar.cancel_closure", "0.1");
extern constexpr Op op_closures = op<&closures_>("calendar.closures", "0.1");
extern constexpr Op op_set_hours = op<&set_hours_>("calendar.set_hours", "0.1");
extern constexpr Op op_hours = op<&hours_>("calendar.hours", "0.1");
extern constexpr Op op_set_alternance = op<&set_alternance_>("calendar.set_alternance", "0.1");
extern constexpr Op op_alternances = op<&alternances_>("calendar.alternances", "0.1");
extern constexpr Op op_days = op<&days_>("calendar.days", "0.1");

Result<Done> load_holidays(Session& session, const LoadHolidays& input, const CallOptions& options) {
  return run<Done>(op_load_holidays, session, input, options);
}
Result<Settings> configure(Session& session, const Configure& input, const CallOptions& options) {
  return run<Settings>(op_configure, session, input, options);
}
Result<Settings> settings(Session& session, const Of& input, const CallOptions& options) {
  return run<Settings>(op_settings, session, input, options);
}
Result<Year> set_year(Session& session, const SetYear& input, const CallOptions& options) {
  return run<Year>(op_set_year, session, input, options);
}
Result<Years> years(Session& session, const Of& input, const CallOptions& options) {
  return run<Years>(op_years, session, input, options);
}
Result<Closure> add_closure(Session& session, const AddClosure& input, const CallOptions& options) {
  return run<Closure>(op_add_closure, session, input, options);
}
Result<Done> cancel_closure(Session& session, const CancelClosure& input, const CallOptions& options) {
  return run<Done>(op_cancel_closure, session, input, options);
}
Result<Closures> closures(Session& session, const Span& input, const CallOptions& options) {
  return run<Closures>(op_closures, session, input, options);
}
Result<Week> set_hours(Session& session, const SetHours& input, const CallOptions& options) {
  return run<Week>(op_set_hours, session, input, options);
}
Result<Week> hours(Session& session, const Of& input, const CallOptions& options) {
  return run<Week>(op_hours, session, input, options);
}
Result<Done> set_alternance(Session& session, const SetAlternance& input, const CallOptions& options) {
  return run<Done>(op_set_alternance, session, input, options);
}
Result<Alternances> alternances(Session& session, const OfYear& input, const CallOptions& options) {
  return run<Alternances>(op_alternances, session, input, options);
}
Result<Days> days(Session& session, const Span& input, const CallOptions& options) {
  return run<Days>(op_days, session, input, options);
}

}  // namespace ent::calendar
