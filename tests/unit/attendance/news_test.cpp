// What the guardians are told, where an entry keeps another one silent.
#include "attendance/news.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace ent::attendance;
using ent::Date;

constexpr std::int64_t lea = 1, noe = 2;

/// November 2026: the 12th is a Thursday.
Minute at(unsigned day, int hour, int minute = 0) {
  return minute_of(Date{std::chrono::year{2026} / std::chrono::November / std::chrono::day{day}}, hour * 60 + minute);
}

/// Two days from 8:00 to 12:00 and from 13:30 to 17:00.
std::vector<OpenHalf> school() {
  std::vector<OpenHalf> open;
  for (const unsigned day : {12U, 13U}) {
    open.push_back({HalfDay::morning, at(day, 8), at(day, 12)});
    open.push_back({HalfDay::afternoon, at(day, 13, 30), at(day, 17)});
  }
  return open;
}

EntryRow entry(std::int64_t number, Minute from, Minute to, Kind kind = Kind::absence, std::int64_t member = noe) {
  return {.entry = number, .member = member, .kind = kind, .span = {from, to}};
}

EntryRow withdrawn(EntryRow row) {
  row.withdrawn = true;
  return row;
}

/// "-1 +2": 1 is withdrawn, 2 is told.
std::string news(const std::vector<EntryRow>& standing, const std::vector<EntryRow>& written) {
  const News found = news_of(standing, written, {.open = school()});
  std::string text;
  for (const EntryRow& row : found.withdrawn) text += (text.empty() ? "-" : " -") + std::to_string(row.entry);
  for (const EntryRow& row : found.told) text += (text.empty() ? "+" : " +") + std::to_string(row.entry);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_news)

BOOST_AUTO_TEST_CASE(a_half_day_is_told_once) {
  const EntryRow eight = entry(1, at(12, 8), at(12, 9)), ten = entry(2, at(12, 10), at(12, 11));
  BOOST_TEST(news({}, {eight}) == "+1");
  BOOST_TEST(news({eight}, {ten}) == "");
  BOOST_TEST(news({eight}, {entry(2, at(12, 14), at(12, 15))}) == "+2");
  BOOST_TEST(news({eight}, {entry(2, at(12, 10), at(12, 11), Kind::absence, lea)}) == "+2");  // of another pupil
  BOOST_TEST(news({}, {eight, ten}) == "+1");
  BOOST_TEST(news({}, {entry(1, at(12, 8), at(12, 9), Kind::presence)}) == "");
}

BOOST_AUTO_TEST_CASE(what_was_kept_silent_is_told_when_what_was_told_goes) {
  const EntryRow day = entry(1, at(12, 8), at(12, 17)), ten = entry(2, at(12, 10), at(12, 11)), two = entry(3, at(12, 14), at(12, 15));
  BOOST_TEST(news({day, ten, two}, {withdrawn(day)}) == "-1 +2 +3");
  BOOST_TEST(news({day, ten, two}, {entry(1, at(12, 8), at(12, 12))}) == "+3");  // it ended at noon
  BOOST_TEST(news({day, ten, two}, {withdrawn(two)}) == "");
  BOOST_TEST(news({day, ten, two}, {entry(1, at(13, 8), at(13, 17))}) == "+1 +2 +3");  // it was the day after
  BOOST_TEST(news({day, ten}, {entry(1, at(12, 8), at(12, 17), Kind::presence)}) == "-1 +2");
}

BOOST_AUTO_TEST_CASE(a_lateness_keeps_no_absence_silent) {
  const EntryRow late = entry(1, at(12, 8), at(12, 8, 5), Kind::lateness), ten = entry(2, at(12, 10), at(12, 11));
  BOOST_TEST(news({late}, {ten}) == "+2");
  BOOST_TEST(news({late}, {entry(2, at(12, 10), at(12, 10, 5), Kind::lateness)}) == "");
  BOOST_TEST(news({ten}, {entry(3, at(12, 11), at(12, 11, 5), Kind::lateness)}) == "");
  BOOST_TEST(news({late, ten}, {entry(2, at(12, 10), at(12, 10, 5), Kind::lateness)}) == "+2");  // who heard of an absence hears that it was none
}

BOOST_AUTO_TEST_CASE(half_days_are_those_that_count) {
  // From eight to 13:35 is one half-day, to 13:36 it is two.
  const EntryRow two = entry(2, at(12, 14), at(12, 15));
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 13, 35))}, {two}) == "+2");
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 13, 36))}, {two}) == "");
  // At lunch nobody misses anything; it is told with the morning.
  BOOST_TEST(news({}, {entry(1, at(12, 12), at(12, 13))}) == "+1");
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 9))}, {entry(2, at(12, 12), at(12, 13))}) == "");
  BOOST_TEST(news({}, {entry(1, at(14, 8), at(14, 9)), entry(2, at(14, 13), at(14, 14))}) == "+1 +2");  // a Saturday, cut at midday
}

BOOST_AUTO_TEST_SUITE_END()
