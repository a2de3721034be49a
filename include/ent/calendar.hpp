/// When school is: school years, holidays and closed days, opening hours, alternating weeks and the bells of a day.
///
/// Most of it is decided above an establishment: what a unit has not said itself is what the nearest unit
/// above it says (the académie, as a rule).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::calendar {

/// A day of the week, numbered as in ISO 8601.
enum class Weekday : std::int32_t {
  monday = 1,     ///< Lundi.
  tuesday = 2,    ///< Mardi.
  wednesday = 3,  ///< Mercredi.
  thursday = 4,   ///< Jeudi.
  friday = 5,     ///< Vendredi.
  saturday = 6,   ///< Samedi.
  sunday = 7,     ///< Dimanche.
};

/// Half of a day at school: absences are counted in them.
enum class HalfDay : std::int32_t {
  morning = 1,    ///< Matin.
  afternoon = 2,  ///< Après-midi.
};

/// Why there is no school.
enum class DayOff : std::int32_t {
  holidays = 1,        ///< Vacances scolaires.
  public_holiday = 2,  ///< Jour férié.
  closure = 3,         ///< Closed by decision of the académie or the establishment.
};

/// Days without school in a published calendar.
struct Holiday {
  std::string name{};  ///< As it is shown: "Toussaint". 1 to 200 characters.
  DayOff kind{};       ///< Holidays or a public holiday.
  Date valid_from{};   ///< First day without school.
  Date valid_to{};     ///< The day on which school begins again.
};

/// Input of load_holidays().
struct LoadHolidays {
  std::string calendar{};            ///< Code of the calendar: "A", "B", "C", "FR" for public holidays... 1 to 20 characters.
  std::int32_t school_year{};        ///< The year in which the school year begins: 2026 for 2026-2027. 1950 to 2200.
  std::string source{};              ///< Where it is published: an arrêté, a data set. 1 to 200 characters.
  std::vector<Holiday> items = {};   ///< At most 200, of this school year.
};

/// Loads the days of a calendar of a school year in the place of those that were loaded before. Calendars are
/// the portal's; a unit says which ones it follows by configure(). They are published by arrêtés (zones A, B and C since
/// 2016) and in the Code du travail, L3133-1 (public holidays).
///
/// Permission: calendar.manage on the portal as a whole.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, period.empty, calendar.closure_unexpected,
/// calendar.outside_year). Since 0.1.
Result<Done> load_holidays(Session& session, const LoadHolidays& input, const CallOptions& options = {});

/// When school years turn: from then on, what is prepared is for the year to come.
enum class YearTurn : std::int32_t {
  january = 1,  ///< On 1 January: the southern year, named by the civil year that it is (Nouvelle-Calédonie, Wallis-et-Futuna).
  august = 8,   ///< On 1 August: 2026 is the year 2026-2027.
};

/// Input of configure(): what is left out stays as it is.
struct Configure {
  OrgId org_id{};                                        ///< The unit.
  std::optional<std::vector<std::string>> calendars{};   ///< Codes of the calendars that it follows, at most 10: {"C", "FR"}.
  std::optional<std::string> timezone{};                 ///< IANA name of its time zone: "Indian/Reunion".
  std::optional<YearTurn> year_turn{};                   ///< When its school years turn.
};

/// What a unit goes by.
struct Settings {
  std::vector<std::string> calendars{};    ///< Codes of the calendars, its own or those of the nearest unit above it.
  std::optional<std::string> timezone{};   ///< Likewise; none: the portal's.
  YearTurn year_turn = YearTurn::august;   ///< Likewise; August where nobody says it.
};

/// Says which calendars and which time zone a unit, and those below it, go by, and when their school years turn. That is
/// said before there are groups, lessons, grading periods or alternating weeks: these are of a year already, and no other is made of it.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (text.too_short, text.too_long, field.range,
/// calendar.timezone_unknown), not_found (org.not_found), failed_precondition (calendar.turn_in_use). Since 0.1.
Result<Settings> configure(Session& session, const Configure& input, const CallOptions& options = {});

/// Input of what is about one unit.
struct Of {
  OrgId org_id{};  ///< The unit.
};

/// What a unit goes by.
///
/// Permission: calendar.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Settings> settings(Session& session, const Of& input, const CallOptions& options = {});

/// Input of set_year().
struct SetYear {
  OrgId org_id{};              ///< The unit.
  std::int32_t school_year{};  ///< The year in which it begins: 2026 for 2026-2027. 1950 to 2200.
  Date first_day{};            ///< The pupils' first day.
  Date last_day{};             ///< Their last day.
};

/// A school year.
struct Year {
  OrgId org_id{};              ///< The unit that set it.
  std::int32_t school_year{};  ///< 2026 for 2026-2027.
  Date first_day{};            ///< The pupils' first day.
  Date last_day{};             ///< Their last day.
};

/// The school years of a unit.
struct Years {
  std::vector<Year> items{};  ///< The earliest first.
};

/// Sets the first and the last day of a school year, for a unit and those below it.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (field.range, period.empty,
/// calendar.outside_year: it does not begin in the year that names it, or lasts longer than a year), not_found
/// (org.not_found). Since 0.1.
Result<Year> set_year(Session& session, const SetYear& input, const CallOptions& options = {});

/// The school years of a unit: its own, and those of the units above it.
///
/// Permission: calendar.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Years> years(Session& session, const Of& input, const CallOptions& options = {});

/// Input of add_closure().
struct AddClosure {
  OrgId org_id{};                     ///< The unit.
  std::string name{};                 ///< Why, as it is shown: "Journée pédagogique". 1 to 200 characters.
  Date valid_from{};                  ///< First day.
  std::optional<Date> valid_to{};     ///< First day on which it is open again; default: the day after the first.
  std::optional<HalfDay> half_day{};  ///< Only this half of each day.
};

/// Days without school, by a calendar or by decision.
struct Closure {
  std::optional<ClosureId> id{};          ///< Of those that were decided; for cancel_closure().
  std::optional<OrgId> org_id{};          ///< Likewise: the unit that decided it.
  std::optional<std::string> calendar{};  ///< Of the others: the code of the calendar.
  std::string name{};                     ///< As it is shown.
  DayOff kind{};                          ///< Why there is no school.
  Date valid_from{};                      ///< First day.
  Date valid_to{};                        ///< First day on which it is open again.
  std::optional<HalfDay> half_day{};      ///< Only this half of each day.
};

/// Closes a unit, and those below it, for some days beside the holidays.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (text.too_short, text.too_long, period.empty,
/// field.range: longer than 400 days), not_found (org.not_found). Since 0.1.
Result<Closure> add_closure(Session& session, const AddClosure& input, const CallOptions& options = {});

/// Input of cancel_closure().
struct CancelClosure {
  ClosureId id{};  ///< A closure that was decided.
};

/// Takes a closure back: the unit is open on these days. That it was decided stays in the audit.
///
/// Permission: calendar.manage on the unit that decided it. Errors: not_found (calendar.no_closure). Since 0.1.
Result<Done> cancel_closure(Session& session, const CancelClosure& input, const CallOptions& options = {});

/// Input of what is about some days of a unit.
struct Span {
  OrgId org_id{};    ///< The unit.
  Date first_day{};  ///< First day.
  Date last_day{};   ///< Last day; at most 400 days.
};

/// Days without school.
struct Closures {
  std::vector<Closure> items{};  ///< In the order of their first days.
};

/// The holidays, public holidays and closed days of a unit that touch a span of days.
///
/// Permission: calendar.read on the unit. Errors: invalid_argument (period.empty, field.range), not_found
/// (org.not_found). Since 0.1.
Result<Closures> closures(Session& session, const Span& input, const CallOptions& options = {});

/// Opening hours of a half-day.
struct Hours {
  Weekday weekday{};    ///< On which day of each week.
  HalfDay half_day{};   ///< Which half of it.
  TimeOfDay opens{};    ///< When it begins.
  TimeOfDay closes{};   ///< When it ends.
};

/// Input of set_hours().
struct SetHours {
  OrgId org_id{};                     ///< The unit.
  std::vector<Hours> items{};         ///< At most one for each half-day of the week; the unit is closed on the others.
  std::optional<Date> valid_from{};   ///< From when on; default: today.
};

/// The opening hours of a unit.
struct Week {
  std::vector<Hours> items{};         ///< From Monday morning on.
  std::optional<Date> valid_from{};   ///< Since when; none: nobody has set hours.
};

/// Sets the opening hours of a week, for a unit and those below it, from a day on.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (field.range, calendar.hours_repeated,
/// calendar.hours_empty: it closes before it opens, calendar.hours_overlap: the morning ends after the afternoon
/// begins), not_found (org.not_found). Since 0.1.
Result<Week> set_hours(Session& session, const SetHours& input, const CallOptions& options = {});

/// The opening hours of a unit on the session's date: its own, or those of the nearest unit above it.
///
/// Permission: calendar.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Week> hours(Session& session, const Of& input, const CallOptions& options = {});

/// Input of set_alternance().
struct SetAlternance {
  OrgId org_id{};                   ///< The unit.
  std::int32_t school_year{};       ///< 2026 for 2026-2027.
  std::string code{};               ///< 1 to 20 characters: "A", "Q1".
  std::vector<Date> mondays = {};   ///< The weeks that it covers, by their Mondays; at most 60. None: it is dropped.
};

/// Weeks that alternate: which they are is said, never computed from the number of a week.
struct Alternance {
  OrgId org_id{};               ///< The unit that set it.
  std::string code{};           ///< "A", "Q1".
  std::vector<Date> mondays{};  ///< The weeks that it covers, by their Mondays.
};

/// The alternances of a school year.
struct Alternances {
  std::vector<Alternance> items{};  ///< By code.
};

/// Says which weeks of a school year an alternance covers, in the place of what was said before.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (text.too_short, text.too_long, field.range,
/// calendar.no_monday, calendar.outside_year), not_found (org.not_found). Since 0.1.
Result<Done> set_alternance(Session& session, const SetAlternance& input, const CallOptions& options = {});

/// Input of what is about one school year of a unit.
struct OfYear {
  OrgId org_id{};                             ///< The unit.
  std::optional<std::int32_t> school_year{};  ///< Default: that of the session's date, by the unit's turn.
};

/// The alternances of a unit: its own, or those of the nearest unit above it that has any.
///
/// Permission: calendar.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Alternances> alternances(Session& session, const OfYear& input, const CallOptions& options = {});

/// One day of a unit.
struct Day {
  Date date{};                              ///< Which.
  Weekday weekday{};                        ///< The day of the week.
  std::vector<Hours> hours{};               ///< The half-days on which it is open; none: it is closed.
  std::optional<DayOff> off{};              ///< Why it is closed, wholly or for a half-day, although the week has hours.
  std::optional<std::string> off_name{};    ///< The name of that: "Toussaint".
  std::vector<std::string> alternances{};   ///< The codes of the alternances that cover its week.
};

/// The days of a span.
struct Days {
  std::vector<Day> items{};  ///< One for each day.
};

/// What each day of a span is at a unit: hours, holidays, closed days, alternances. Outside of the school years,
/// a day has no hours.
///
/// Permission: calendar.read on the unit. Errors: invalid_argument (period.empty, field.range), not_found
/// (org.not_found). Since 0.1.
Result<Days> days(Session& session, const Span& input, const CallOptions& options = {});

/// A named time of a day in which lessons are placed, between two rings.
struct Bell {
  std::string name{};  ///< As timetables show it: "M1", "S4". 1 to 20 characters.
  TimeOfDay begins{};  ///< By the clock on the wall.
  TimeOfDay ends{};    ///< Likewise; after it begins.
};

/// Input of set_bells().
struct SetBells {
  OrgId org_id{};                    ///< The unit.
  std::string code{};                ///< Of the grid, since a unit may have several: "college". 1 to 20 characters.
  std::vector<Bell> items = {};      ///< At most 40, which do not overlap. None: the grid ends.
  std::optional<Date> valid_from{};  ///< From when on; default: today.
};

/// A bell on a day: by the clock on the wall, and when that is.
struct BellOfDay {
  std::string name{};    ///< "M1".
  TimeOfDay begins{};    ///< By the clock on the wall.
  TimeOfDay ends{};      ///< Likewise.
  Instant begins_at{};   ///< When that is on this day, in the unit's time zone.
  Instant ends_at{};     ///< Likewise.
};

/// The bells of a day, under a name.
struct Grid {
  OrgId org_id{};                  ///< The unit that set it.
  std::string code{};              ///< "college".
  Date valid_from{};               ///< Since when it is so.
  std::vector<BellOfDay> bells{};  ///< The earliest first.
};

/// Grids of bells.
struct Grids {
  std::vector<Grid> items{};  ///< By code.
};

/// Sets the bells of a grid, for a unit and those below it that have no grid of their own, from a day on.
///
/// Permission: calendar.manage on the unit. Errors: invalid_argument (text.too_short, text.too_long, field.range,
/// calendar.hours_empty: a bell ends before it begins, calendar.bells_overlap, calendar.bell_repeated: two of a name),
/// not_found (org.not_found). Since 0.1.
Result<Done> set_bells(Session& session, const SetBells& input, const CallOptions& options = {});

/// Input of bells().
struct OnDay {
  OrgId org_id{};              ///< The unit.
  std::optional<Date> date{};  ///< Which day; default: the session's date.
};

/// The grids of a unit on a day: its own, or those of the nearest unit above it that has any. Each bell comes with its
/// instants in the unit's time zone. In the night in which clocks are set back, a time that they show twice is the first
/// of the two; in that in which they are set forward, a time that they skip is the instant of the change.
///
/// Permission: calendar.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Grids> bells(Session& session, const OnDay& input, const CallOptions& options = {});

}  // namespace ent::calendar
