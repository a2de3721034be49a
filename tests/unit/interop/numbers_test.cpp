// The numbers that the livret scolaire unique needs come with the AAF: ENTEleveStructRattachId and ENTPersonSTSId. Expected values are
// read from the XML in tests/data/aaf2d by hand.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "delivery.hpp"
#include "ent/gradebook.hpp"
#include "ent/lsu.hpp"
#include "ent/period.hpp"
#include "loaded.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

const std::string college = ENT_TEST_DATA "/aaf2d";
const char* const numbers =
    "SELECT r.feed || ' ' || r.key || ' ' || p.given_name FROM person_reference r JOIN person p ON p.person = r.person "
    "WHERE r.feed LIKE 'siecle:%' OR r.feed LIKE 'sts:%'";
const Lines of_college{"siecle:0999001w 9001 Lou", "siecle:0999001w 9002 Sacha", "siecle:0999001w 9003 Zoé",
                       "siecle:0999001w 9004 Aël", "sts:0999001w 314 Ada", "sts:0999001w 315 Yann"};

/// A pupil record of a delta, or of a later delivery, with a number.
Attributes number(const std::string& text) { return {{"ENTEleveStructRattachId", {text}}}; }

Delivery delta(const std::string& day) { return Delivery(day, "Delta"); }

PersonId known_as(const Host& host, const std::string& feed, const std::string& key) {
  const Lines found = host.lines("SELECT CAST(person AS TEXT) FROM person_reference WHERE feed = '" + feed + "' AND key = '" + key + "'");
  BOOST_TEST_REQUIRE(found.size() == 1U);
  return PersonId{std::stoll(found.front())};
}

OrgId school_of(const Host& host) { return OrgId{std::stoll(host.lines("SELECT CAST(org AS TEXT) FROM org_reference").front())}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers_of_schools)

BOOST_DATA_TEST_CASE(they_are_kept_by_school, places(), place) {
  Host host(place);
  host.load(college);
  BOOST_TEST(host.lines(numbers) == of_college, boost::test_tools::per_element());
  host.load(college);
  BOOST_TEST(host.lines(numbers) == of_college, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_delta_changes_them_and_takes_them_away, places(), place) {
  Host host(place);
  host.load(college);
  Delivery later = delta("20250912");
  later.change("Eleve", "501", number("9501")).change("Eleve", "502", number("")).change("Eleve", "503", {{"ENTEleveMEF", {"10310019110"}}});
  const ImportReport report = host.load(later.folder(), {.mode = ImportMode::delta});
  BOOST_TEST(report.warnings + report.refusals == 0);
  const Lines after{"siecle:0999001w 9003 Zoé", "siecle:0999001w 9004 Aël", "siecle:0999001w 9501 Lou", "sts:0999001w 314 Ada",
                    "sts:0999001w 315 Yann"};
  BOOST_TEST(host.lines(numbers) == after, boost::test_tools::per_element());
  must(undo_import(host.session, "aaf"));
  BOOST_TEST(host.lines(numbers) == of_college, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_a_hand_gave_stays_and_one_that_is_taken_is_told, places(), place) {
  Host host(place);
  host.load(college);
  const OrgId school = school_of(host);
  const PersonId sacha = known_as(host, "aaf", "502");
  Delivery away = delta("20250910");
  host.load(away.change("Eleve", "502", number("")).folder(), {.mode = ImportMode::delta});
  must(person::refer(host.session, {.org_id = school, .person_id = sacha, .feed = "siecle:0999001w", .key = "7"}));
  Delivery later = delta("20250912");
  later.change("Eleve", "502", number("9502")).change("Eleve", "501", number("9003"));
  const ImportReport report = host.load(later.folder(), {.mode = ImportMode::delta});
  BOOST_TEST_REQUIRE(report.notes.size() == 1U);
  BOOST_TEST(report.notes[0].reason == "import.number_taken");
  const Lines after{"siecle:0999001w 7 Sacha", "siecle:0999001w 9003 Zoé", "siecle:0999001w 9004 Aël", "sts:0999001w 314 Ada",
                    "sts:0999001w 315 Yann"};
  BOOST_TEST(host.lines(numbers) == after, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(of_a_first_load_none_is_left, places(), place) {
  Host host(place);
  host.load(college);
  const ImportUndo undo = must(undo_import(host.session, "aaf"));
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST(host.lines(numbers).empty());
  BOOST_TEST(host.lines("SELECT family_name FROM person").empty());
}

BOOST_DATA_TEST_CASE(an_imported_class_lacks_no_number, places(), place) {
  Host host(place);
  host.clock->set(Instant{std::chrono::sys_days{std::chrono::year{2025} / 10 / 1}});
  host.load(college);
  const OrgId school = school_of(host);
  const auto division = make_id<GroupId>(school.value, std::stoll(host.lines("SELECT CAST(grp AS TEXT) FROM school_group WHERE code = '6A'").front()));
  const auto day = [](int number) { return Date{std::chrono::days{number}}; };
  const auto scheme = must(period::set(host.session, {.org_id = school, .school_year = 2025, .code = "annee",
                                                      .items = {{"Année", day(20336), day(20600)}}}));
  Session head = acting(host.portal, known_as(host, "aaf", "903"), Profile::head);
  const lsu::Checked checked = must(lsu::check(head, {.period_id = scheme.periods.front().id, .division_ids = {division}, .draft = true}));
  BOOST_TEST_REQUIRE(checked.items.size() == 2U);
  for (const lsu::PupilLine& line : checked.items) {
    BOOST_TEST(!line.obstacles.empty());
    for (const lsu::Obstacle& one : line.obstacles) BOOST_TEST(one.reason.find("number") == std::string::npos, one.reason);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
