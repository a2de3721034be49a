// When a school is open, as attendance counts it.
#include "attendance/opening.hpp"

#include <boost/test/unit_test.hpp>

#include "base/date.hpp"

using namespace ent;
using namespace ent::attendance;

namespace {

Date on(const char* text) { return base::parse_date(text).value(); }

calendar::Almanac almanac(calendar::Facts facts) { return {base::Zone::find("Europe/Paris").value(), std::move(facts), {}}; }

/// The half-days of days in short: "16m 480-720, ...": day of the month, half, minutes of the day.
std::string told(const calendar::Facts& facts, const char* first, const char* last) {
  std::string text;
  for (const OpenHalf& half : open_halves(almanac(facts), {on(first), on(last)})) {
    const std::chrono::year_month_day civil{date_of(half.from)};
    text += std::to_string(unsigned{civil.day()}) + (half.half == HalfDay::morning ? "m" : "a") + " " +
            std::to_string(half.from % day_minutes) + "-" + std::to_string(half.to % day_minutes) + " ";
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_opening)

BOOST_AUTO_TEST_CASE(the_usual_week_holds_where_nothing_is_said) {
  BOOST_TEST(told({}, "2026-11-17", "2026-11-23") ==
             "17m 480-720 17a 810-1020 18m 480-720 19m 480-720 19a 810-1020 20m 480-720 20a 810-1020 23m 480-720 23a 810-1020 ");
}

BOOST_AUTO_TEST_CASE(hours_of_its_own_hold_from_their_day_on) {
  calendar::Facts facts;
  facts.weeks = {{{on("2026-11-18"), {{calendar::Weekday::wednesday, HalfDay::afternoon, {780}, {960}}}}}};
  BOOST_TEST(told(facts, "2026-11-17", "2026-11-23") == "17m 480-720 17a 810-1020 18a 780-960 ");
}

BOOST_AUTO_TEST_CASE(what_is_closed_is_not_open) {
  calendar::Facts facts;
  calendar::Closure day, morning;
  day.valid_from = on("2026-11-17");
  day.valid_to = on("2026-11-18");
  morning.valid_from = on("2026-11-19");
  morning.valid_to = on("2026-11-20");
  morning.half_day = HalfDay::morning;
  facts.closures = {day, morning};
  facts.years = {{OrgId{1}, 2026, on("2026-09-01"), on("2026-11-19")}};
  BOOST_TEST(told(facts, "2026-11-17", "2026-11-23") == "18m 480-720 19a 810-1020 ");
  BOOST_TEST(!open_half(almanac(facts), on("2026-11-19"), HalfDay::morning).has_value());
  BOOST_TEST((open_half(almanac(facts), on("2026-11-19"), HalfDay::afternoon)->from == minute_of(on("2026-11-19"), 810)));
}

BOOST_AUTO_TEST_SUITE_END()
