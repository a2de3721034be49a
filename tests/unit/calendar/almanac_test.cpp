// Whether a unit is open for what begins at a time, and when that is.
#include "calendar/almanac.hpp"

#include <boost/test/unit_test.hpp>

#include "base/date.hpp"

using namespace ent;
using namespace ent::calendar;

namespace {

Date on(const char* text) { return base::parse_date(text).value(); }
TimeOfDay at(const char* text) { return base::parse_time(text).value(); }

Almanac almanac(Facts facts, const char* zone = "Europe/Paris") { return {base::Zone::find(zone).value(), std::move(facts), {}}; }

Closure closed(const char* from, const char* to, std::optional<HalfDay> half = {}) {
  Closure closure;
  closure.kind = DayOff::closure;
  closure.valid_from = on(from);
  closure.valid_to = on(to);
  closure.half_day = half;
  return closure;
}

/// Monday all day, Wednesday morning, Friday afternoon.
Weeks weeks() {
  return {{on("2026-09-01"),
           {{Weekday::monday, HalfDay::morning, at("08:00"), at("12:00")},
            {Weekday::monday, HalfDay::afternoon, at("13:30"), at("17:00")},
            {Weekday::wednesday, HalfDay::morning, at("08:00"), at("12:30")},
            {Weekday::friday, HalfDay::afternoon, at("13:00"), at("16:00")}}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar_almanac)

BOOST_AUTO_TEST_CASE(where_nothing_is_said_every_day_is_open) {
  const Almanac nothing = almanac({});
  BOOST_TEST(nothing.is_open(on("2026-11-22"), at("03:00")));
  BOOST_TEST(!nothing.is_off(on("2026-11-22"), HalfDay::morning));
  BOOST_TEST((nothing.week(on("2026-11-22")) == nullptr));
  BOOST_TEST(!nothing.covers("A", on("2026-11-22")));
}

BOOST_AUTO_TEST_CASE(half_days_without_hours_are_closed) {
  Facts facts;
  facts.weeks = {weeks()};
  const Almanac school = almanac(facts);
  BOOST_TEST(school.is_open(on("2026-11-16"), at("07:30")));   // Monday, before the hours: still the morning
  BOOST_TEST(school.is_open(on("2026-11-16"), at("12:15")));
  BOOST_TEST(school.is_open(on("2026-11-16"), at("17:30")));
  BOOST_TEST(!school.is_open(on("2026-11-17"), at("10:00")));  // Tuesday
  BOOST_TEST(school.is_open(on("2026-11-18"), at("12:29")));   // Wednesday
  BOOST_TEST(!school.is_open(on("2026-11-18"), at("12:30")));
  BOOST_TEST(!school.is_open(on("2026-11-20"), at("12:59")));  // Friday
  BOOST_TEST(school.is_open(on("2026-11-20"), at("13:00")));
  BOOST_TEST(school.is_open(on("2026-08-18"), at("10:00")));   // before any hours were set
}

BOOST_AUTO_TEST_CASE(a_closed_half_day_ends_in_the_middle_of_the_midday_break) {
  Facts facts;
  facts.closures = {closed("2026-11-16", "2026-11-20", HalfDay::afternoon)};
  const Almanac without_hours = almanac(facts);
  BOOST_TEST(without_hours.is_open(on("2026-11-16"), at("11:59")));
  BOOST_TEST(!without_hours.is_open(on("2026-11-16"), at("12:00")));
  facts.weeks = {weeks()};
  const Almanac school = almanac(facts);
  BOOST_TEST(school.is_open(on("2026-11-16"), at("12:44")));
  BOOST_TEST(!school.is_open(on("2026-11-16"), at("12:45")));
  BOOST_TEST(school.is_off(on("2026-11-16"), HalfDay::afternoon));
  BOOST_TEST(!school.is_off(on("2026-11-20"), HalfDay::afternoon));
}

BOOST_AUTO_TEST_CASE(years_count_where_any_is_set) {
  Facts facts;
  facts.years = {{OrgId{1}, 2026, on("2026-09-01"), on("2027-07-02")}};
  const Almanac school = almanac(facts);
  BOOST_TEST(!school.is_open(on("2026-08-31"), at("10:00")));
  BOOST_TEST(school.is_open(on("2026-09-01"), at("10:00")));
  BOOST_TEST(school.is_open(on("2027-07-02"), at("10:00")));
  BOOST_TEST(!school.is_open(on("2027-07-03"), at("10:00")));
}

BOOST_AUTO_TEST_CASE(an_alternance_covers_whole_weeks) {
  Facts facts;
  facts.alternances = {{OrgId{1}, "A", {on("2026-11-02"), on("2026-11-16")}}};
  const Almanac school = almanac(facts);
  BOOST_TEST(school.covers("A", on("2026-11-16")));
  BOOST_TEST(school.covers("A", on("2026-11-22")));
  BOOST_TEST(!school.covers("A", on("2026-11-23")));
  BOOST_TEST(!school.covers("A", on("2026-11-15")));
  BOOST_TEST(!school.covers("B", on("2026-11-16")));
}

BOOST_AUTO_TEST_CASE(clocks_are_those_of_the_unit) {
  const auto hours_of_utc = [](const Almanac& school, const char* date) {
    const Instant instant = school.instant_of(on(date), at("10:00"));
    return std::chrono::duration_cast<std::chrono::hours>(instant - on(date)).count();
  };
  BOOST_TEST(hours_of_utc(almanac({}), "2026-10-23") == 8);
  BOOST_TEST(hours_of_utc(almanac({}), "2026-10-26") == 9);
  BOOST_TEST(hours_of_utc(almanac({}, "Pacific/Tahiti"), "2026-10-26") == 20);
}

BOOST_AUTO_TEST_SUITE_END()
