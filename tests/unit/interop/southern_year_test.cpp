// Files for a school in the south: what begins in February and ends in December is of one school year.
#include "delivery.hpp"
#include "ent/calendar.hpp"
#include "ent/export.hpp"
#include "ent/org.hpp"
#include "fet_school.hpp"
#include "loaded.hpp"
#include "oneroster_case.hpp"

namespace ent::test {
namespace {

OrgId academy(Session& session, const char* code, std::optional<calendar::YearTurn> turn) {
  const OrgId id = must(org::add(session, {.kind = org::Kind::academy, .code = code, .name = code, .valid_from = a_day(2020, 1, 1)})).id;
  if (turn) must(calendar::configure(session, {.org_id = id, .year_turn = turn}));
  return id;
}

const char* const groups = "SELECT code || ' ' || school_year || ' ' || valid_from FROM school_group";

/// A delivery of a Monday of March 2026 (20514 is 2 March, 20454 New Year's Day).
void in_march(Delivery& delivery) {
  delivery.school("7001", "9830001A", "CLG$DU RECIF", {"6A$SIXIEME A"})
      .pupil({.key = "501", .family = "EXEMPLE", .given = "Lou", .school = "7001", .division = "6A", .entered = "16/02/2026",
              .national = "999001201EE", .address = "2 RUE INVENTEE", .level = "6E"});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(southern_year)

BOOST_DATA_TEST_CASE(a_directory_of_march_is_of_the_year_that_began, engines(), place) {
  Host host(place);
  const OrgId south = academy(host.session, "91", calendar::YearTurn::january);
  const OrgId north = academy(host.session, "90", std::nullopt);
  Delivery delivery("20260302");
  in_march(delivery);
  // Of the whole portal nobody says what its years are, whichever year is named.
  const auto whole = import_aaf(host.session, delivery.folder(), {});
  BOOST_TEST(reason(whole) == "calendar.turns_differ");
  BOOST_TEST(whole.error().fields.front().path == "/org_id");
  BOOST_TEST(reason(import_aaf(host.session, delivery.folder(), {.school_year = 2026})) == "calendar.turns_differ");
  BOOST_TEST(must(import_aaf(host.session, delivery.folder(), {.org_id = north, .dry_run = true})).school_year == 2025);
  BOOST_TEST(must(import_aaf(host.session, delivery.folder(), {.org_id = south})).school_year == 2026);
  BOOST_TEST(host.lines(groups) == Lines{"6A 2026 20454"}, boost::test_tools::per_element());
}

// By OneRoster a school year is named by the civil year in which it ends: that of 2026 in Nouméa is 2026, and 2025-2026 in Paris is so too.
BOOST_DATA_TEST_CASE(one_roster_names_a_year_by_its_end, engines(), place) {
  RosterHost host(place);
  const OrgId south = academy(host.session, "91", calendar::YearTurn::january);
  const Copy copy(oneroster_college);
  copy.replace("academicSessions.csv", "y2025,,,2025-2026,schoolYear,2025-09-01,2026-07-04,,2026",
               "y2025,,,2026,schoolYear,2026-02-16,2026-12-12,,2026");
  const ImportReport report = host.load(copy.path(), {.date = a_day(2026, 3, 2), .org_id = south});
  BOOST_TEST(report.applied);
  BOOST_TEST(report.school_year == 2026);
  BOOST_TEST(host.lines("SELECT DISTINCT school_year || '' FROM school_group") == Lines{"2026"}, boost::test_tools::per_element());

  FreshFolder parent;
  const std::string folder = parent.file("out");
  Session then = host.session.at(a_day(2026, 5, 4));
  must(export_oneroster(then, folder, {.org_id = south}));
  BOOST_TEST(content_of(folder + "/academicSessions.csv").find("ent-y2026,,,2026,schoolYear,2026-01-01,2027-01-01,,2026") != std::string::npos,
             content_of(folder + "/academicSessions.csv"));
  RosterHost other(place);
  const OrgId there = academy(other.session, "91", calendar::YearTurn::january);
  BOOST_TEST(other.load(folder, {.date = a_day(2026, 5, 4), .org_id = there}).school_year == 2026);
}

BOOST_AUTO_TEST_CASE(schools_of_both_kinds_go_out_apart) {
  RosterHost host(Place::memory);
  const OrgId south = academy(host.session, "91", calendar::YearTurn::january);
  for (const auto& [code, above] : {std::pair("9830001A", south), std::pair("0951099D", academy(host.session, "90", std::nullopt))})
    must(org::add(host.session, {.kind = org::Kind::establishment, .code = code, .name = code, .degree = org::Degree::second, .part_of = above}));
  FreshFolder parent;
  const auto whole = export_oneroster(host.session, parent.file("all"), {});
  BOOST_TEST_REQUIRE(!whole);
  BOOST_TEST(whole.error().fields.front().reason == "calendar.turns_differ");
  BOOST_TEST(export_oneroster(host.session, parent.file("south"), {.org_id = south}).has_value());
}

// The file of February holds until the year ends; that of August finds its slots, and moves one from then on.
BOOST_DATA_TEST_CASE(a_timetable_of_february_goes_on_in_august, engines(), place) {
  FetSchool school(place);
  must(calendar::configure(school.host, {.org_id = school.org, .year_turn = calendar::YearTurn::january}));
  school.hire();
  FetOptions options = school.options();
  options.date = a_day(2026, 2, 16);
  const FetReport first = school.load(fet_college, options);
  BOOST_TEST(first.school_year == 2026);
  BOOST_TEST(told(first.slots) == "6 created");
  BOOST_TEST(school.lines("SELECT DISTINCT school_year || ' ' || valid_to FROM slot") == Lines{"2026 20819"}, boost::test_tools::per_element());
  BOOST_TEST(school.lines("SELECT DISTINCT school_year || ' ' || valid_from FROM school_group") == Lines{"2026 20454"},
             boost::test_tools::per_element());
  BOOST_TEST(school.slots(a_day(2026, 9, 14)).size() == 6U);
  BOOST_TEST(school.slots(a_day(2026, 11, 9)) == school.slots(a_day(2026, 9, 14)), boost::test_tools::per_element());
  options.date = a_day(2026, 8, 3);
  BOOST_TEST(told(school.load(fet_college, options).slots) == "6 unchanged");
  BOOST_TEST(school.lines("SELECT DISTINCT '' || grp FROM school_group").size() == 5U);
  // Where the calendar says the last day of the year, it ends there.
  must(calendar::set_year(school.host, {.org_id = school.org, .school_year = 2026, .first_day = a_day(2026, 2, 16), .last_day = a_day(2026, 12, 11)}));
  options.feed = "other";
  options.date = a_day(2026, 8, 10);
  school.load(fet_college, options);
  BOOST_TEST(school.lines("SELECT DISTINCT '' || valid_to FROM slot WHERE valid_from = 20675") == Lines{"20799"}, boost::test_tools::per_element());
  options.valid_to = a_day(2027, 1, 2);
  const auto refused = import_fet(school.host, fet_college, options);
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().fields.front().reason == "timetable.several_years");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
