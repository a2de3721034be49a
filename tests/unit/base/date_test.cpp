#include <boost/test/unit_test.hpp>

#include "base/date.hpp"
#include "base/zone.hpp"

using namespace ent::base;
using namespace std::chrono_literals;
using ent::Date;
using ent::Instant;
using std::chrono::sys_days;

namespace {
/// Whether a text is an instant, and which.
bool is_instant(std::string_view text, Instant expected) { return parse_instant(text) == std::optional(expected); }
}  // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(dates_are_written_as_iso_8601_says) {
  BOOST_TEST(date_text(Date{}) == "1970-01-01");
  BOOST_TEST(date_text(sys_days{2026y / 9 / 14}) == "2026-09-14");
  BOOST_TEST(date_text(sys_days{2024y / 2 / 29}) == "2024-02-29");
  BOOST_TEST(date_text(sys_days{1900y / 3 / 1}) == "1900-03-01");
  BOOST_TEST(date_text(first_date) == "0001-01-01");
  BOOST_TEST(date_text(last_date) == "9999-12-31");
  BOOST_TEST(french_date_text(sys_days{2026y / 9 / 4}) == "04/09/2026");
}

BOOST_AUTO_TEST_CASE(times_of_day_are_written_with_hours_and_minutes) {
  BOOST_TEST(time_text({0}) == "00:00");
  BOOST_TEST(time_text({510}) == "08:30");
  BOOST_TEST(time_text({1439}) == "23:59");
  for (int minutes = 0; minutes < 24 * 60; ++minutes) BOOST_REQUIRE(parse_time(time_text({minutes}))->minutes == minutes);
}

BOOST_AUTO_TEST_CASE(the_calendar_is_that_of_the_standard_library) {
  // 97 days meet every month and, over 10 000 years, every day of the year.
  for (Date day = first_date; day <= last_date; day += std::chrono::days{97}) {
    const std::chrono::year_month_day expected{day};
    const int number = (int(expected.year()) * 100 + int(unsigned(expected.month()))) * 100 + int(unsigned(expected.day()));
    std::string text = date_text(day);
    BOOST_REQUIRE(parse_date(text) == day);
    std::erase(text, '-');
    BOOST_REQUIRE_EQUAL(std::stoi(text), number);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_legible_and_not_taken_back) {
  BOOST_TEST(date_text(ent::open_end) == "+5881580-07-11");
  BOOST_TEST(date_text(first_date - std::chrono::days{1}) == "0000-12-31");
  BOOST_TEST(date_text(first_date - std::chrono::days{366}) == "0000-01-01");
  BOOST_TEST(!writable(ent::open_end));
  BOOST_TEST(!parse_date("+5881580-07-11"));
  BOOST_TEST(!parse_date("0000-12-31"));
}

BOOST_AUTO_TEST_CASE(only_dates_that_exist_are_read) {
  BOOST_TEST((parse_date("2024-02-29") == sys_days{2024y / 2 / 29}));
  BOOST_TEST((parse_french_date("29/02/2024") == sys_days{2024y / 2 / 29}));
  for (const char* text : {"2026-02-30", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-01",
                           "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T", "", "-",
                           "2026-01-+1", "20x6-01-01"})
    BOOST_TEST(!parse_date(text), text);
  for (const char* text : {"30/02/2026", "2026/01/01", "1/1/2026", "01-01-2026", "01/13/2026", "", "01/01/26"})
    BOOST_TEST(!parse_french_date(text), text);
}

BOOST_AUTO_TEST_CASE(the_examples_of_rfc_3339_are_read) {
  BOOST_TEST(is_instant("1985-04-12T23:20:50.52Z", sys_days{1985y / 4 / 12} + 23h + 20min + 50s + 520ms));
  BOOST_TEST(is_instant("1996-12-19T16:39:57-08:00", sys_days{1996y / 12 / 20} + 0h + 39min + 57s));
  BOOST_TEST(is_instant("1937-01-01T12:00:27.87+00:20", sys_days{1937y / 1 / 1} + 11h + 40min + 27s + 870ms));
  BOOST_TEST(is_instant("2026-09-14t06:30:00.000001z", sys_days{2026y / 9 / 14} + 6h + 30min + 1us));
  BOOST_TEST(is_instant("1970-01-01T00:00:00-00:00", Instant{}));
}

BOOST_AUTO_TEST_CASE(other_texts_are_no_instants) {
  for (const char* text :
       {"", "2026-09-14", "2026-09-14T06:30:00", "2026-09-14 06:30:00Z", "2026-09-14T24:00:00Z", "2026-09-14T06:60:00Z",
        "2026-09-14T06:30:60Z", "2026-09-14T06:30:00.Z", "2026-09-14T06:30:00.1234567Z", "2026-09-14T06:30:00+2:00",
        "2026-09-14T06:30:00+0200", "2026-09-14T06:30:00+24:00", "2026-09-14T06:30:00+02:00 ", "2026-09-14T06:30Z",
        "2026-02-30T06:30:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-09-14T06:30:00ZZ"})
    BOOST_TEST(!parse_instant(text), text);
}

BOOST_AUTO_TEST_CASE(instants_are_written_in_utc_with_decimals_only_when_there_are_some) {
  const Instant morning = sys_days{2026y / 9 / 14} + 6h + 5min + 9s;
  BOOST_TEST(instant_text(morning) == "2026-09-14T06:05:09Z");
  BOOST_TEST(instant_text(morning + 120ms) == "2026-09-14T06:05:09.120000Z");
  BOOST_TEST(instant_text(morning + 1us) == "2026-09-14T06:05:09.000001Z");
  BOOST_TEST(instant_text(Instant{-1us}) == "1969-12-31T23:59:59.999999Z");
  BOOST_TEST(instant_text(last_instant) == "9999-12-31T23:59:59.999999Z");
  BOOST_TEST(instant_text(first_instant) == "0001-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_zone_tells_the_civil_date_of_an_instant) {
  const Zone paris = Zone::find("Europe/Paris").value();
  const Zone reunion = Zone::find("Indian/Reunion").value();
  const Instant late = sys_days{2026y / 9 / 13} + 22h + 30min;  // 00:30 in Paris, 02:30 in Saint-Denis
  BOOST_TEST((paris.date_at(late) == sys_days{2026y / 9 / 14}));
  BOOST_TEST((paris.time_at(late) == 30min));
  BOOST_TEST((reunion.time_at(late) == 2h + 30min));
  const Instant winter = sys_days{2026y / 1 / 13} + 22h + 59min;  // 23:59 in Paris
  BOOST_TEST((paris.date_at(winter) == sys_days{2026y / 1 / 13}));
}

BOOST_AUTO_TEST_CASE(a_civil_time_has_its_instant_also_when_clocks_change) {
  const Zone paris = Zone::find("Europe/Paris").value();
  const Date spring = sys_days{2026y / 3 / 29};
  const Date autumn = sys_days{2026y / 10 / 25};
  BOOST_TEST((paris.instant_of(sys_days{2026y / 9 / 14}, 8h) == sys_days{2026y / 9 / 14} + 6h));
  BOOST_TEST((paris.instant_of(spring, 2h + 30min) == spring + 1h));   // skipped
  BOOST_TEST((paris.instant_of(autumn, 2h + 30min) == autumn + 30min));  // shown twice
}

BOOST_AUTO_TEST_CASE(a_zone_that_does_not_exist_is_not_found) {
  for (const char* name : {"", "Europe/Parys", "../passwd", "/etc/passwd", "Europe"}) BOOST_TEST(!Zone::find(name), name);
}

BOOST_AUTO_TEST_SUITE_END()
