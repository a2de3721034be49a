// HalfDay-days and latenesses: the worked examples of docs/attendance.md.
#include "attendance/half_days.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace ent::attendance;
using ent::Date;

/// November 2026: the 12th is a Thursday, the 16th a Monday.
Date november(unsigned day) { return Date{std::chrono::year{2026} / std::chrono::November / std::chrono::day{day}}; }

Minute at(unsigned day, int hour, int minute = 0) { return minute_of(november(day), hour * 60 + minute); }

/// Open from 8:00 to 12:00 and from 13:30 to 17:00; no Wednesday afternoon, no weekend.
std::vector<OpenHalf> school(unsigned first, unsigned last) {
  std::vector<OpenHalf> open;
  for (unsigned day = first; day <= last; ++day) {
    const unsigned weekday = std::chrono::weekday{november(day)}.iso_encoding();
    if (weekday <= 5) open.push_back({HalfDay::morning, at(day, 8), at(day, 12)});
    if (weekday <= 5 && weekday != 3) open.push_back({HalfDay::afternoon, at(day, 13, 30), at(day, 17)});
  }
  return open;
}

using Spans = std::vector<Span>;

Count counted(const std::vector<Observed>& observed, const CountPolicy& policy = {}, const Spans& accepted = {}) {
  return count(observed, accepted, school(1, 30), at(1, 0), at(30, 24), policy);
}

Count justified_by(const Spans& accepted, const std::vector<Observed>& observed, const CountPolicy& policy = {}) {
  return counted(observed, policy, accepted);
}

/// The half-days as a text: "12m 12a 16m(justified)".
std::string halves(const Count& count) {
  std::string text;
  for (const MissedHalf& half : count.missed) {
    const unsigned day{std::chrono::year_month_day{half.date}.day()};
    text += (text.empty() ? "" : " ") + std::to_string(day) + (half.half == HalfDay::morning ? "m" : "a") +
            (half.justified ? "(justified)" : "");
  }
  return text;
}

std::string lateness(const Count& count) {
  std::string text;
  for (const Late& late : count.latenesses) {
    text += (text.empty() ? "" : " ") + std::to_string(late.minutes) + (late.justified ? "(justified)" : "");
  }
  return text;
}

Observed absent(Minute from, Minute to, bool justified = false) { return {from, to, Said::yes, justified}; }
Observed late(Minute from, Minute to) { return {from, to, Said::yes, false, Form::lateness}; }
Observed present(Minute from, Minute to) { return {from, to, Said::no}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_half_days)

BOOST_AUTO_TEST_CASE(an_absence_touches_half_days) {
  BOOST_TEST(halves(counted({absent(at(12, 8), at(12, 17))})) == "12m 12a");
  BOOST_TEST(halves(counted({absent(at(12, 9), at(12, 10))})) == "12m");
  BOOST_TEST(halves(counted({absent(at(12, 14), at(12, 15))})) == "12a");
  BOOST_TEST(halves(counted({absent(at(12, 12), at(12, 13, 30))})) == "");  // the school is closed
}

BOOST_AUTO_TEST_CASE(across_midday_a_tolerance_holds) {
  const auto one_day = [](int from_hour, int from_minute, int hour, int minute) {
    // From 8:00 to 17:00 without a break, cut at midday.
    const std::vector<OpenHalf> open{{HalfDay::morning, at(12, 8), at(12, 11, 50)}, {HalfDay::afternoon, at(12, 11, 50), at(12, 17)}};
    const std::vector<Observed> observed{absent(at(12, from_hour, from_minute), at(12, hour, minute))};
    return halves(count(observed, {}, open, at(12, 0), at(12, 24), {}));
  };
  BOOST_TEST(one_day(8, 0, 13, 0) == "12m");
  BOOST_TEST(one_day(11, 0, 13, 30) == "12m");
  BOOST_TEST(one_day(11, 45, 13, 0) == "12m");
  BOOST_TEST(one_day(11, 45, 13, 35) == "12m");
  BOOST_TEST(one_day(11, 45, 13, 36) == "12m 12a");
  BOOST_TEST(one_day(11, 50, 12, 30) == "12a");  // begins at midday: the afternoon alone
}

BOOST_AUTO_TEST_CASE(another_absence_of_the_afternoon_is_no_rest_of_the_morning) {
  BOOST_TEST(halves(counted({absent(at(12, 8), at(12, 9)), absent(at(12, 15), at(12, 16))})) == "12m 12a");
}

BOOST_AUTO_TEST_CASE(closed_days_count_for_nothing) {
  // Thursday 8:00 to the Tuesday after, 17:00.
  BOOST_TEST(halves(counted({absent(at(12, 8), at(17, 17))})) == "12m 12a 13m 13a 16m 16a 17m 17a");
  // Tuesday 8:00 to Thursday 17:00: no Wednesday afternoon.
  BOOST_TEST(halves(counted({absent(at(17, 8), at(19, 17))})) == "17m 17a 18m 19m 19a");
  BOOST_TEST(halves(counted({absent(at(14, 8), at(15, 17))})) == "");
}

BOOST_AUTO_TEST_CASE(what_is_said_twice_counts_once) {
  const Count twice = counted({absent(at(12, 8), at(12, 9)), absent(at(12, 8), at(12, 9)), absent(at(12, 8, 30), at(12, 10))});
  BOOST_TEST(halves(twice) == "12m");
  BOOST_TEST(twice.missed.front().minutes == 120);
}

BOOST_AUTO_TEST_CASE(a_range_cuts) {
  const std::vector<Observed> observed{absent(at(12, 8), at(13, 17))};
  BOOST_TEST(halves(count(observed, {}, school(1, 30), at(12, 13), at(13, 9), {})) == "12a 13m");
  // Who leaves on the 13th is no longer asked for on that day.
  BOOST_TEST(halves(count(observed, {}, school(1, 30), at(1, 0), at(13, 0), {})) == "12m 12a");
}

BOOST_AUTO_TEST_CASE(who_is_no_pupil_misses_nothing) {
  using Times = std::vector<ent::unit::Period>;
  const std::vector<Observed> observed{absent(at(10, 8), at(19, 17)), late(at(16, 8), at(16, 8, 10))};
  const auto missed = [&](const Times& times) { return count(observed, {}, open_to(times, school(1, 30)), at(1, 0), at(30, 24), {}); };
  // Came on the 12th, left on the 16th: the 12th to the 15th alone, and no lateness on the 16th. Came back on the 19th.
  const Count there = missed({{november(12), november(16)}});
  BOOST_TEST(halves(there) == "12m 12a 13m 13a");
  BOOST_TEST(there.latenesses.empty());
  BOOST_TEST(halves(missed({{november(12), november(13)}, {november(19)}})) == "12m 12a 19m 19a");
  BOOST_TEST(halves(missed({})) == "");
}

BOOST_AUTO_TEST_CASE(the_widest_decides) {
  const Observed infirmary = present(at(12, 8), at(12, 9, 10)), absence = absent(at(12, 8, 1), at(12, 9));
  BOOST_TEST(halves(counted({absence})) == "12m");
  BOOST_TEST(halves(counted({absence, infirmary})) == "");
  BOOST_TEST(halves(counted({absence, infirmary, absent(at(12, 7), at(12, 10))})) == "12m");
  // What says nothing of the duty is as if it were not there.
  BOOST_TEST(halves(counted({absence, {at(12, 7), at(12, 10), Said::nothing}})) == "12m");
}

BOOST_AUTO_TEST_CASE(contradictions_go_by_the_policy) {
  const std::vector<Observed> same{absent(at(12, 8), at(12, 9)), present(at(12, 8), at(12, 9))};
  BOOST_TEST(halves(counted(same)) == "12m");
  BOOST_TEST(halves(counted(same, {.breach_wins = false})) == "");
  // What one of them justifies is justified.
  BOOST_TEST(halves(counted({absent(at(12, 8), at(12, 9), true), absent(at(12, 8), at(12, 9))})) == "12m(justified)");
}

BOOST_AUTO_TEST_CASE(the_reason_of_an_absence_holds_for_its_time) {
  const Observed lesson = absent(at(12, 8), at(12, 9)), other = absent(at(12, 9), at(12, 10));
  BOOST_TEST(halves(counted({lesson, other, absent(at(12, 8), at(12, 12), true)})) == "12m(justified)");
  BOOST_TEST(halves(counted({lesson, absent(at(12, 9), at(12, 10), true)})) == "12m");
  BOOST_TEST(halves(counted({lesson, absent(at(12, 9), at(12, 10), true)}, {.half_justified_by_part = true})) == "12m(justified)");
  // Nothing has a reason of the pupil's being there, nor of a lateness, for an absence.
  BOOST_TEST(halves(counted({other, {at(12, 8), at(12, 10), Said::nothing, true}})) == "12m");
  BOOST_TEST(halves(counted({lesson, {at(12, 8), at(12, 9), Said::yes, true, Form::lateness}})) == "12m");
}

BOOST_AUTO_TEST_CASE(a_half_day_is_justified_by_what_was_accepted_together) {
  const std::vector<Observed> two_days{absent(at(12, 0), at(13, 24))};
  const Span thursday{at(12, 0), at(12, 24)}, friday{at(13, 0), at(13, 24)};
  BOOST_TEST(halves(justified_by({thursday, friday}, two_days)) == "12m(justified) 12a(justified) 13m(justified) 13a(justified)");
  BOOST_TEST(halves(justified_by({thursday}, two_days)) == "12m(justified) 12a(justified) 13m 13a");
  // Where one stops before the other begins something is left; where both overlap or touch nothing is.
  BOOST_TEST(halves(justified_by({{at(12, 0), at(12, 9, 59)}, {at(12, 10), at(13, 24)}}, two_days)) ==
             "12m 12a(justified) 13m(justified) 13a(justified)");
  BOOST_TEST(halves(justified_by({{at(12, 0), at(12, 11)}, {at(12, 10), at(13, 24)}, {at(12, 9), at(12, 10)}}, two_days)) ==
             "12m(justified) 12a(justified) 13m(justified) 13a(justified)");
}

BOOST_AUTO_TEST_CASE(closed_hours_want_no_reason) {
  // The whole of Thursday the 12th, with the opening hours as the reason, at once and half by half.
  const std::vector<Observed> thursday{absent(at(12, 0), at(12, 24))};
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 17)}}, thursday)) == "12m(justified) 12a(justified)");
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 12)}, {at(12, 13, 30), at(12, 17)}}, thursday)) == "12m(justified) 12a(justified)");
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 11, 59)}, {at(12, 13, 30), at(12, 17)}}, thursday)) == "12m 12a(justified)");
  // Friday the 13th to Sunday, with a reason for Friday.
  BOOST_TEST(halves(justified_by({{at(13, 0), at(13, 24)}}, {absent(at(13, 0), at(15, 24))})) == "13m(justified) 13a(justified)");
}

BOOST_AUTO_TEST_CASE(what_a_reason_leaves_of_an_absence_is_as_long_as_all_of_it) {
  // All but the first 20 minutes, which are shorter than an absence must be, have a reason.
  BOOST_TEST(halves(justified_by({{at(12, 8, 20), at(12, 17)}}, {absent(at(12, 8), at(12, 17))})) == "12m 12a(justified)");
  // The afternoon to 13:35 alone has none: that is within the tolerance, but the absence lasts longer.
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 12)}, {at(12, 13, 35), at(12, 17)}}, {absent(at(12, 8), at(12, 17))})) ==
             "12m(justified) 12a");
  BOOST_TEST(lateness(justified_by({{at(12, 8, 20), at(12, 17)}}, {absent(at(12, 8), at(12, 17))})) == "");
}

BOOST_AUTO_TEST_CASE(by_part_one_absence_has_its_reason_in_the_half_day) {
  const CountPolicy by_part{.half_justified_by_part = true};
  const std::vector<Observed> lessons{absent(at(12, 8), at(12, 10)), absent(at(12, 11), at(12, 12))};
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 10)}}, lessons, by_part)) == "12m(justified)");
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 9)}}, lessons, by_part)) == "12m");
  BOOST_TEST(halves(justified_by({{at(12, 8), at(12, 12)}}, {absent(at(12, 8), at(13, 12))}, by_part)) == "12m(justified) 12a 13m");
}

BOOST_AUTO_TEST_CASE(a_lateness_is_justified_as_an_absence_is) {
  const Observed quarter = late(at(12, 8), at(12, 8, 15));
  BOOST_TEST(lateness(justified_by({{at(12, 8), at(12, 8, 10)}, {at(12, 8, 10), at(12, 9)}}, {quarter})) == "15(justified)");
  BOOST_TEST(lateness(justified_by({{at(12, 8), at(12, 8, 10)}}, {quarter})) == "15");
  BOOST_TEST(lateness(counted({quarter, {at(12, 8), at(12, 8, 15), Said::yes, true, Form::lateness}})) == "15(justified)");
}

BOOST_AUTO_TEST_CASE(short_absences_are_latenesses) {
  const Count short_one = counted({absent(at(12, 8), at(12, 8, 29))});
  BOOST_TEST(halves(short_one) == "");
  BOOST_TEST(lateness(short_one) == "29");
  BOOST_TEST(halves(counted({absent(at(12, 8), at(12, 8, 30))})) == "12m");
  const Count long_lateness = counted({late(at(12, 8), at(12, 9))});
  BOOST_TEST(halves(long_lateness) == "");
  BOOST_TEST(lateness(long_lateness) == "60");
}

BOOST_AUTO_TEST_CASE(a_lateness_within_something_longer_is_part_of_it) {
  const Observed seven = late(at(12, 8), at(12, 8, 7));
  BOOST_TEST(lateness(counted({seven, seven})) == "7");
  BOOST_TEST(lateness(counted({seven, late(at(12, 8), at(12, 8, 20))})) == "20");
  BOOST_TEST(lateness(counted({seven, late(at(12, 10), at(12, 10, 5))})) == "7 5");
  const Count within = counted({seven, absent(at(12, 8), at(12, 10))});
  BOOST_TEST(lateness(within) == "");
  BOOST_TEST(halves(within) == "12m");
  // Of the same length as an absence it is part of it, and both do not vanish.
  const Count alike = counted({late(at(12, 8), at(12, 9)), absent(at(12, 8), at(12, 9))});
  BOOST_TEST(lateness(alike) == "");
  BOOST_TEST(halves(alike) == "12m");
  BOOST_TEST(lateness(counted({late(at(12, 7, 50), at(12, 8, 7))})) == "");  // begins before the school opens
  BOOST_TEST(lateness(counted({seven, present(at(12, 8), at(12, 8, 10))})) == "");
}

BOOST_AUTO_TEST_CASE(an_early_departure_is_never_a_lateness) {
  const auto departed = [](int hour, int minute) {
    return counted({{at(12, hour, minute), at(12, 17), Said::yes, false, Form::departure}});
  };
  BOOST_TEST(halves(departed(16, 0)) == "12a");
  BOOST_TEST(halves(departed(16, 31)) == "");
  BOOST_TEST(lateness(departed(16, 31)) == "");
}

BOOST_AUTO_TEST_SUITE_END()
