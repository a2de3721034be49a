// When the days and hours of a file are, which of its sets are classes, and under which codes things are kept.
#include "fet_case.hpp"
#include "interop/fet/classes.hpp"
#include "interop/fet/codes.hpp"
#include "interop/fet/times.hpp"

namespace ent::test {
namespace {

namespace fet = interop::fet;
using calendar::HalfDay;
using calendar::Weekday;
using Lines = std::vector<std::string>;
using Names = std::vector<std::string>;

fet::Document with(const Names& days, const Names& hours) {
  fet::Document document;
  for (const std::string& name : days) document.days.push_back({name, 1});
  for (const std::string& name : hours) document.hours.push_back({name, 1});
  return document;
}

/// "1 2m 3a", and "-" of a day of which nobody says it.
std::string days(const fet::Document& document, const FetOptions& options = {}) {
  std::string text;
  for (const auto& day : fet::days_of(document, options)) {
    text += text.empty() ? "" : " ";
    text += day ? std::to_string(static_cast<int>(day->weekday)) : "-";
    if (day && day->half_day) text += *day->half_day == HalfDay::morning ? "m" : "a";
  }
  return text;
}

std::string clock_text(TimeOfDay time) {
  const std::string hours = std::to_string(time.minutes / 60), minutes = std::to_string(time.minutes % 60);
  return (hours.size() < 2 ? "0" : "") + hours + ":" + (minutes.size() < 2 ? "0" : "") + minutes;
}

/// "08:00-09:00 09:00-10:00" of each hour alone.
std::string hours(const fet::Document& document, const FetOptions& options = {}, const std::vector<calendar::BellOfDay>& bells = {},
                  const std::optional<HalfDay>& half = {}) {
  const fet::Hours all(document, options, bells);
  std::string text;
  for (std::size_t i = 0; i < document.hours.size(); ++i) {
    const auto times = all.times_of(static_cast<std::int32_t>(i), 1, half);
    text += text.empty() ? "" : " ";
    text += times ? clock_text(times->begins) + "-" + clock_text(times->ends) : "-";
  }
  return text;
}

const Names half_days{"a1", "a2", "b1", "b2"};

std::vector<calendar::BellOfDay> bells() {
  std::vector<calendar::BellOfDay> found;
  for (const std::int32_t hour : {8, 9, 10, 14, 15})
    found.push_back({"b", {hour * 60}, {hour * 60 + 55}, {}, {}});
  return found;
}

fet::Document school(const std::string& years) {
  return read_fet("<fet><Students_List>" + years + "</Students_List></fet>").document;
}

/// The names of the classes.
Lines classes(const fet::Document& document, const std::optional<FetClasses>& asked = {}, const std::set<std::string>& standing = {}) {
  const fet::Sets sets(document);
  const auto marks = fet::classes_of(document, sets, asked, standing);
  Lines found;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i]) found.push_back(sets.items()[i].name);
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_times)

BOOST_AUTO_TEST_CASE(days_are_known_by_name_or_in_order) {
  BOOST_TEST(days(with({"Lundi", "Mardi", "Jeudi"}, {})) == "1 2 4");
  BOOST_TEST(days(with({"Sunday", "Monday"}, {})) == "7 1");
  BOOST_TEST(days(with({"dimanche matin", "dimanche soir", "lundi matin"}, {})) == "7m 7a 1m");
  BOOST_TEST(days(with({"monday1", "monday2", "saturday1"}, {})) == "1m 1a 6m");
  BOOST_TEST(days(with({"h", "k", "sz", "cs", "p", "szo"}, {})) == "1 2 3 4 5 6");
  BOOST_TEST(days(with({"a", "b"}, {}), {.first_weekday = Weekday::sunday}) == "7 1");
  BOOST_TEST(days(with(half_days, {}), {.half_days = true}) == "1m 1a 2m 2a");
  BOOST_TEST(days(with({"Lundi", "Lundi bis", "Lundi ter"}, {})) == "1 2 3");  // names that tell nothing: in order
  BOOST_TEST(days(with({"a", "b", "c", "d", "e", "f", "g", "h"}, {})) == "1 2 3 4 5 6 7 -");
  fet::Document halves = with(half_days, {});
  halves.half_days = true;
  BOOST_TEST(days(halves) == "1m 1a 2m 2a");
  BOOST_TEST(days(halves, {.half_days = false}) == "1 2 3 4");
}

BOOST_AUTO_TEST_CASE(a_table_of_days_wins) {
  const FetOptions options{.days = {{"Lundi", Weekday::friday, HalfDay::afternoon}}};
  BOOST_TEST(days(with({"Lundi", "Mardi"}, {}), options) == "5a -");
}

BOOST_AUTO_TEST_CASE(hours_are_read_in_their_names) {
  const auto read = [](const Names& names, const std::optional<std::int32_t>& length = {}) {
    return hours(with({}, names), {.lesson_minutes = length});
  };
  BOOST_TEST(read({"08:00-09:00", "9.30 - 11.00", "13h15 à 14h"}) == "08:00-09:00 09:30-11:00 13:15-14:00");
  BOOST_TEST(read({"8h", "9h", "10H30"}) == "08:00-09:00 09:00-10:30 10:30-11:30");
  BOOST_TEST(read({"8h", "9h", "10H30"}, 50) == "08:00-08:50 09:00-09:50 10:30-11:20");
  BOOST_TEST(read({"1ª 08:15 - FP08:15", "2ª 09:15 - FP09:15", "4ª 11:30 - FP11:45"}) == "08:15-09:15 09:15-11:30 11:30-12:30");
  BOOST_TEST(read({"09:00-10:00", "08:00-09:00"}) == "- -");         // not one behind the other
  BOOST_TEST(read({"08:00", "B"}) == "- -");                         // one says nothing
  BOOST_TEST(read({"08:00"}) == "-");                                // nobody says how long
  BOOST_TEST(read({"08:00"}, 45) == "08:00-08:45");
  BOOST_TEST(read({"22:00", "23:30"}) == "- -");                     // beyond midnight
  BOOST_TEST(read({"25:00-26:00", "1 2 3", "108:00"}) == "- - -");
}

BOOST_AUTO_TEST_CASE(an_activity_lasts_from_its_first_hour_to_its_last) {
  const fet::Hours all(with({}, {"08:00-09:00", "09:15-10:15"}), {}, {});
  const auto times = all.times_of(0, 2, {});
  BOOST_TEST(clock_text(times.value().begins) == "08:00");
  BOOST_TEST(clock_text(times.value().ends) == "10:15");
}

BOOST_AUTO_TEST_CASE(bells_are_taken_in_their_order) {
  BOOST_TEST(hours(with({}, {"1", "2"}), {}, bells()) == "08:00-08:55 09:00-09:55");
  BOOST_TEST(hours(with({}, {"1", "2", "3"}), {}, bells(), HalfDay::morning) == "08:00-08:55 09:00-09:55 10:00-10:55");
  BOOST_TEST(hours(with({}, {"1", "2", "3"}), {}, bells(), HalfDay::afternoon) == "14:00-14:55 15:00-15:55 -");
  // A time that is told of mornings alone: the bells tell of afternoons.
  BOOST_TEST(hours(with({}, {"08:30", "09:30"}), {}, bells(), HalfDay::morning) == "08:30-09:30 09:30-10:30");
  BOOST_TEST(hours(with({}, {"08:30", "09:30"}), {}, bells(), HalfDay::afternoon) == "14:00-14:55 15:00-15:55");
}

BOOST_AUTO_TEST_CASE(a_table_of_hours_wins) {
  const FetOptions options{.hours = {{"1", {480}, {530}, HalfDay::morning}, {"1", {840}, {890}, HalfDay::afternoon}, {"2", {600}, {650}, {}}}};
  BOOST_TEST(hours(with({}, {"1", "2", "3"}), options, {}, HalfDay::morning) == "08:00-08:50 10:00-10:50 -");
  BOOST_TEST(hours(with({}, {"1", "2", "3"}), options, {}, HalfDay::afternoon) == "14:00-14:50 10:00-10:50 -");
}

BOOST_AUTO_TEST_CASE(classes_are_what_the_school_says_or_what_the_file_shows) {
  const std::string six =
      "<Year><Name>6e</Name><Group><Name>6A</Name><Subgroup><Name>6A1</Name></Subgroup><Subgroup><Name>6A2</Name></Subgroup></Group>"
      "<Group><Name>6B</Name></Group></Year>";
  const std::string divided =
      "<Year><Name>5A</Name><Group><Name>esp</Name><Subgroup><Name>x</Name></Subgroup></Group><Group><Name>gr1</Name><Subgroup>"
      "<Name>x</Name></Subgroup><Subgroup><Name>y</Name></Subgroup></Group></Year>";
  BOOST_TEST(classes(school(six)) == (Lines{"6A", "6B"}), boost::test_tools::per_element());
  BOOST_TEST(classes(school(divided)) == Lines{"5A"}, boost::test_tools::per_element());
  BOOST_TEST(classes(school("<Year><Name>CP</Name></Year>")) == Lines{"CP"}, boost::test_tools::per_element());
  BOOST_TEST(classes(school(six), FetClasses::years) == Lines{"6e"}, boost::test_tools::per_element());
  BOOST_TEST(classes(school(six), FetClasses::subgroups) == (Lines{"6A1", "6A2", "6B"}), boost::test_tools::per_element());
  BOOST_TEST(classes(school(six), {}, {"6A1"}) == (Lines{"6A1", "6A2", "6B"}), boost::test_tools::per_element());
  BOOST_TEST(classes(school(six), {}, {"6e"}) == Lines{"6e"}, boost::test_tools::per_element());
  // What is known of one year tells of the others.
  BOOST_TEST(classes(school(divided + six), {}, {"6B"}) == (Lines{"esp", "gr1", "6A", "6B"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(codes_are_names_where_they_can_be) {
  std::set<std::string> taken;
  BOOST_TEST(fet::code_of("6A", taken) == "6A");
  const std::string second = fet::code_of(" 6A", taken);
  BOOST_TEST(second.starts_with("6A-"));
  BOOST_TEST(second.size() == 11u);
  BOOST_TEST(fet::is_made(" 6A", second));
  BOOST_TEST(fet::code_of("   ", taken).starts_with("fet-"));
  const std::string cut = fet::code_of("Éducation à l'environnement et au développement durable", taken);
  BOOST_TEST(cut.starts_with("Éducation à l'environnement et-"));
  std::set<std::string> other;
  BOOST_TEST(fet::code_of("Éducation à l'environnement et au développement durable", other) == cut);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
