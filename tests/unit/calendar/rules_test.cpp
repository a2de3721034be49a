#include <boost/test/unit_test.hpp>

#include "base/date.hpp"
#include "calendar/rules.hpp"

using namespace ent;
using namespace ent::calendar;

namespace {

Date on(const char* text) { return base::parse_date(text).value(); }
TimeOfDay at(const char* text) { return base::parse_time(text).value(); }

/// A collège: four and a half days a week, Wednesday morning only.
std::vector<Hours> week_of_a_college() {
  std::vector<Hours> week;
  for (int day = 1; day <= 5; ++day) {
    week.push_back({static_cast<Weekday>(day), HalfDay::morning, at("08:00"), at("12:00")});
    if (day != 3) week.push_back({static_cast<Weekday>(day), HalfDay::afternoon, at("13:30"), at("17:00")});
  }
  return week;
}

Facts college() {
  Facts facts;
  facts.years = {{OrgId{1}, 2026, on("2026-09-01"), on("2027-07-02")}};
  facts.weeks = {{{on("2026-09-01"), week_of_a_college()}}};
  return facts;
}

Closure closed(const char* name, DayOff kind, const char* from, const char* to, std::optional<HalfDay> half = {}) {
  Closure closure;
  closure.name = name;
  closure.kind = kind;
  closure.valid_from = on(from);
  closure.valid_to = on(to);
  closure.half_day = half;
  return closure;
}

/// A day in short: half-days on which it is open, why not, alternances: "ma- Toussaint B".
std::string short_of(const Day& day) {
  std::string text;
  for (const Hours& hours : day.hours) text += hours.half_day == HalfDay::morning ? 'm' : 'a';
  if (text.empty()) text = "-";
  if (day.off_name) text += " " + *day.off_name;
  for (const std::string& code : day.alternances) text += " " + code;
  return text;
}

std::string day(const Facts& facts, const char* date) { return short_of(days_of(on(date), on(date), facts).at(0)); }

std::string refusals(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : "\n") + field.path + " " + field.reason;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_rules)

BOOST_AUTO_TEST_CASE(weeks_begin_on_monday) {
  BOOST_TEST((weekday_of(on("2026-11-20")) == Weekday::friday));
  BOOST_TEST((weekday_of(on("2026-11-22")) == Weekday::sunday));
  BOOST_TEST((monday_of(on("2026-11-22")) == on("2026-11-16")));
  BOOST_TEST((monday_of(on("2026-11-16")) == on("2026-11-16")));
  BOOST_TEST((monday_of(on("2027-01-01")) == on("2026-12-28")));
}

BOOST_AUTO_TEST_CASE(a_week_has_the_hours_of_its_weekdays) {
  const Facts facts = college();
  std::string week;
  for (const Day& each : days_of(on("2026-11-16"), on("2026-11-22"), facts)) week += short_of(each) + "|";
  BOOST_TEST(week == "ma|ma|m|ma|ma|-|-|");
}

BOOST_AUTO_TEST_CASE(outside_of_the_school_year_there_is_no_school) {
  const Facts facts = college();
  BOOST_TEST(day(facts, "2026-08-31") == "-");
  BOOST_TEST(day(facts, "2026-09-01") == "ma");
  BOOST_TEST(day(facts, "2027-07-02") == "ma");
  BOOST_TEST(day(facts, "2027-07-05") == "-");
}

BOOST_AUTO_TEST_CASE(hours_hold_until_the_next_begin) {
  Facts facts = college();
  facts.weeks[0].push_back({on("2027-01-04"), {{Weekday::monday, HalfDay::morning, at("09:00"), at("12:00")}}});
  BOOST_TEST(day(facts, "2026-12-14") == "ma");
  BOOST_TEST(day(facts, "2027-01-04") == "m");
  BOOST_TEST(day(facts, "2027-01-05") == "-");
  BOOST_TEST((days_of(on("2027-01-11"), on("2027-01-11"), facts).at(0).hours.at(0).opens == at("09:00")));
}

BOOST_AUTO_TEST_CASE(hours_are_of_the_nearest_unit_that_has_said_any_by_then) {
  Facts facts = college();
  facts.weeks.insert(facts.weeks.begin(), Weeks{{on("2027-01-04"), {{Weekday::monday, HalfDay::morning, at("09:00"), at("12:00")}}}});
  BOOST_TEST(day(facts, "2026-12-14") == "ma");  // by the académie
  BOOST_TEST(day(facts, "2027-01-04") == "m");
  BOOST_TEST(day(facts, "2027-01-05") == "-");
}

BOOST_AUTO_TEST_CASE(a_closure_of_hours_that_are_not_there_closes_nothing) {
  Facts facts = college();
  facts.closures = {closed("Réunion", DayOff::closure, "2026-11-18", "2026-11-19", HalfDay::afternoon)};
  BOOST_TEST(day(facts, "2026-11-18") == "m");  // a Wednesday: closed in the afternoon anyway
}

BOOST_AUTO_TEST_CASE(days_without_school_say_why) {
  Facts facts = college();
  facts.closures = {closed("Toussaint", DayOff::holidays, "2026-10-17", "2026-11-02"),
                    closed("Armistice", DayOff::public_holiday, "2026-11-11", "2026-11-12"),
                    closed("Toussaint (férié)", DayOff::public_holiday, "2026-11-01", "2026-11-02"),
                    closed("Conseils", DayOff::closure, "2026-12-03", "2026-12-04", HalfDay::afternoon)};
  BOOST_TEST(day(facts, "2026-10-16") == "ma");
  BOOST_TEST(day(facts, "2026-10-19") == "- Toussaint");
  BOOST_TEST(day(facts, "2026-10-30") == "- Toussaint");
  BOOST_TEST(day(facts, "2026-11-01") == "-");  // a Sunday: nobody would have come
  BOOST_TEST(day(facts, "2026-11-02") == "ma");
  BOOST_TEST(day(facts, "2026-11-11") == "- Armistice");
  BOOST_TEST(day(facts, "2026-12-03") == "m Conseils");
  BOOST_TEST(day(facts, "2026-12-04") == "ma");
}

BOOST_AUTO_TEST_CASE(what_closes_more_of_the_day_names_it) {
  Facts facts = college();
  facts.closures = {closed("Après-midi", DayOff::closure, "2026-11-12", "2026-11-13", HalfDay::afternoon),
                    closed("Travaux", DayOff::closure, "2026-11-12", "2026-11-13"),
                    closed("Férié", DayOff::public_holiday, "2026-11-12", "2026-11-13")};
  BOOST_TEST(day(facts, "2026-11-12") == "- Férié");
  facts.closures.pop_back();
  BOOST_TEST(day(facts, "2026-11-12") == "- Travaux");
}

BOOST_AUTO_TEST_CASE(alternances_are_the_weeks_that_were_named) {
  Facts facts = college();
  // Two weeks of holidays lie between: A, A would be wrong by the parity of ISO weeks, and is right here.
  facts.alternances = {{OrgId{1}, "A", {on("2026-10-05"), on("2026-11-02")}}, {OrgId{1}, "B", {on("2026-10-12"), on("2026-11-09")}}};
  BOOST_TEST(day(facts, "2026-10-08") == "ma A");
  BOOST_TEST(day(facts, "2026-10-12") == "ma B");
  BOOST_TEST(day(facts, "2026-11-06") == "ma A");
  BOOST_TEST(day(facts, "2026-11-16") == "ma");
}

BOOST_AUTO_TEST_CASE(hours_are_refused_where_they_stand) {
  SetHours input{OrgId{1}, week_of_a_college(), {}};
  BOOST_TEST(refusals(well_formed(input)) == "");
  input.items[0].closes = at("08:00");
  input.items[3].opens = at("11:30");  // Tuesday afternoon, before the morning ends
  input.items.push_back(input.items[5]);
  BOOST_TEST(refusals(well_formed(input)) ==
             "/items/0/closes calendar.hours_empty\n/items/3/opens calendar.hours_overlap\n/items/9 calendar.hours_repeated");
}

BOOST_AUTO_TEST_CASE(bells_are_refused_where_they_stand) {
  SetBells input{OrgId{1}, "college", {{"M1", at("08:00"), at("08:55")}, {"M2", at("08:55"), at("09:50")}}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "");
  input.items.push_back({"M2 ", at("10:05"), at("10:05")});
  input.items.push_back({"", at("09:45"), at("10:00")});
  BOOST_TEST(refusals(well_formed(input)) ==
             "/items/2/ends calendar.hours_empty\n/items/2/name calendar.bell_repeated\n"
             "/items/3/name text.too_short\n/items/3/begins calendar.bells_overlap");
  const DatedGrid grid = dated_grid({OrgId{1}, " college ", {{" S1", at("13:30"), at("14:25")}, {"M1", at("08:00"), at("08:55")}}, {}},
                                    on("2026-11-20"));
  BOOST_TEST(grid.code == "college");
  BOOST_TEST((grid.valid_from == on("2026-11-20")));
  BOOST_TEST(grid.bells.at(0).name == "M1");
  BOOST_TEST(grid.bells.at(1).name == "S1");
}

BOOST_AUTO_TEST_CASE(days_are_refused_outside_of_their_year) {
  LoadHolidays input{"A", 2026, "fait à la main", {{"Noël", DayOff::holidays, on("2026-12-19"), on("2027-01-04")},
                                                    {"", DayOff::closure, on("2026-12-19"), on("2026-12-19")},
                                                    {"Noël", DayOff::holidays, on("2028-12-19"), on("2029-01-04")}}};
  BOOST_TEST(refusals(well_formed(input)) ==
             "/items/1/name text.too_short\n/items/1/kind calendar.closure_unexpected\n/items/1/valid_to period.empty\n"
             "/items/2/valid_from calendar.outside_year");
  SetAlternance weeks{OrgId{1}, 2026, "A", {on("2026-10-05"), on("2026-10-06")}};
  BOOST_TEST(refusals(well_formed(weeks)) == "/mondays/1 calendar.no_monday");
}

BOOST_AUTO_TEST_SUITE_END()
