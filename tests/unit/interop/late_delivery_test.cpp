// A delivery of the year before, once the next one was opened. The expected rows are written by hand. 20700 is 4 September 2026, the day of
// the first delivery, 20666 the 1 August before; 21019 is 20 July 2027, 21062 1 September 2027, on which 2027-2028 begins.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "delivery.hpp"
#include "ent/group.hpp"
#include "ent/school_year.hpp"
#include "loaded.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

const char* const groups =
    "SELECT g.school_year || ' ' || g.code || ' ' || g.valid_from || '-' || g.valid_to FROM school_group g";
const char* const stays =
    "SELECT r.key || ' ' || g.school_year || ' ' || g.code || ' ' || s.valid_from || '-' || s.valid_to FROM group_member s "
    "JOIN school_group g ON g.org = s.org AND g.grp = s.grp JOIN member m ON m.org = s.org AND m.member = s.member "
    "JOIN person_reference r ON r.person = m.person";
const char* const teaching =
    "SELECT r.key || ' service ' || s.valid_from || '-' || s.valid_to FROM service s JOIN member m ON m.org = s.org AND m.member = s.member "
    "JOIN person_reference r ON r.person = m.person UNION ALL "
    "SELECT r.key || ' role ' || s.valid_from || '-' || s.valid_to FROM group_role s JOIN member m ON m.org = s.org AND m.member = s.member "
    "JOIN person_reference r ON r.person = m.person";

/// A collège of one class, with what is delivered beside that.
struct Year {
  explicit Year(const std::string& day) : delivery(day) {
    delivery.school("7001", "0999001W", "COLLEGE FICTIF", {"6A$SIXIEME A"});
    pupil("501", "04/09/2026");
    delivery.teacher("701", "MODELE", "Ada", {"7001"}, {"7001$6A$061300"});
  }
  void pupil(const std::string& key, const std::string& entered) {
    delivery.pupil({.key = key, .family = "EXEMPLE", .given = "Lou" + key, .school = "7001", .division = "6A", .entered = entered});
  }
  Delivery delivery;
};

OrgId school_of(const Host& host) { return {std::stoll(host.lines("SELECT CAST(org AS TEXT) FROM org_unit WHERE code = '0999001W'").at(0))}; }

/// 2027-2028, into whose 5A the 6A goes on.
void open_next(Host& host) {
  const OrgId school = school_of(host);
  const GroupId six = must(group::list(host.session, {.org_id = school})).items.at(0).id;
  must(school_year::open(host.session, {.org_id = school, .school_year = 2027, .divisions = {{"5A", "5A", {}, {six}}}}));
}

BOOST_AUTO_TEST_SUITE(late_delivery)

BOOST_DATA_TEST_CASE(who_comes_before_the_year_has_ended_stays_until_then, engines(), place) {
  Host host(place);
  host.load(Year("20260904").delivery.folder());
  open_next(host);
  Year late("20270720");
  late.pupil("502", "20/07/2027");
  late.delivery.teacher("702", "FACTICE", "Yann", {"7001"}, {"7001$6A$061300"}, {"7001$6A"});
  const ImportReport report = host.load(late.delivery.folder());
  BOOST_TEST(report.school_year == 2026);
  BOOST_TEST(host.lines(groups) == (Lines{"2026 6A 20666-21062", "2027 5A 21062-2147483647"}), boost::test_tools::per_element());
  BOOST_TEST(host.lines(stays) == (Lines{"501 2026 6A 20700-21062", "501 2027 5A 21062-2147483647", "502 2026 6A 21019-21062"}),
             boost::test_tools::per_element());
  BOOST_TEST(host.lines(teaching) == (Lines{"701 service 20700-21062", "702 role 21019-21062", "702 service 21019-21062"}),
             boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_has_ended_is_not_brought_back, engines(), place) {
  Host host(place);
  host.load(Year("20260904").delivery.folder());
  open_next(host);
  const Lines groups_before = host.lines(groups), stays_before = host.lines(stays), teaching_before = host.lines(teaching);
  Year late("20270902");
  late.pupil("502", "02/09/2027");
  const ImportReport report = host.load(late.delivery.folder(), {.school_year = 2026});
  BOOST_TEST(report.applied);
  BOOST_TEST(host.lines(groups) == groups_before, boost::test_tools::per_element());
  BOOST_TEST(host.lines(stays) == stays_before, boost::test_tools::per_element());
  BOOST_TEST(host.lines(teaching) == teaching_before, boost::test_tools::per_element());
  BOOST_REQUIRE(report.notes.size() == 1U);
  BOOST_TEST(report.notes.front().reason == "group.ended");
}

/// The opening is taken back: what would have no end without it has none, and what the delivery says to end in between does.
BOOST_DATA_TEST_CASE(what_came_late_goes_on_once_the_opening_is_taken_back, engines(), place) {
  Host host(place);
  host.load(Year("20260904").delivery.folder());
  open_next(host);
  Year late("20270720");
  late.delivery.school("7002", "0999002X", "LYCEE FICTIF", {"2A$SECONDE A"});
  late.delivery.pupil({.key = "503", .family = "EXEMPLE", .given = "Mia", .school = "7001", .division = "6B", .entered = "20/07/2027"});
  late.delivery.teacher("702", "FACTICE", "Yann", {"7001"}, {"7001$6B$061300"}, {"7001$6B"});
  late.delivery.pupil({.key = "504", .family = "EXEMPLE", .given = "Noa", .school = "7002", .division = "2A", .entered = "20/07/2027"});
  host.load(late.delivery.folder());
  BOOST_TEST(host.lines(groups) == (Lines{"2026 2A 20666-2147483647", "2026 6A 20666-21062", "2026 6B 21019-21062", "2027 5A 21062-2147483647"}),
             boost::test_tools::per_element());
  must(school_year::undo(host.session, {.org_id = school_of(host)}));
  BOOST_TEST(host.lines(groups) == (Lines{"2026 2A 20666-2147483647", "2026 6A 20666-2147483647", "2026 6B 21019-2147483647"}),
             boost::test_tools::per_element());
  BOOST_TEST(host.lines(stays) == (Lines{"501 2026 6A 20700-2147483647", "503 2026 6B 21019-2147483647", "504 2026 2A 21019-2147483647"}),
             boost::test_tools::per_element());
  BOOST_TEST(host.lines(teaching) == (Lines{"701 service 20700-2147483647", "702 role 21019-2147483647", "702 service 21019-2147483647"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace ent::test
