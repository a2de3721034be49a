// The same academy in its next school year. Two invented collèges; every expected row is written by hand;
// the days are told in september.hpp.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "ent/account.hpp"
#include "ent/person.hpp"
#include "september.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent::test {

using namespace september;

namespace {

void same_lines(const Lines& found, Lines expected) {
  std::ranges::sort(expected);
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(new_school_year)

BOOST_DATA_TEST_CASE(pupils_go_up_leave_arrive_and_move, engines(), place) {
  Academy academy(place);
  const PersonId lou = academy.person("501"), zoe = academy.person("503");
  const ImportReport report = academy.september();
  BOOST_TEST(report.applied);
  BOOST_TEST(report.school_year == 2026);
  BOOST_TEST(report.refusals + report.warnings == 0);
  // New: 505, 805, 904. Missing: 502, 504, 802, 804, 902. Of who stays only Zoé herself says something else: her address.
  BOOST_TEST(report.people == (ImportCounts{.created = 3, .changed = 1, .unchanged = 5, .marked = 5}));
  BOOST_TEST(report.groups == (ImportCounts{.created = 3, .marked = 3}));
  BOOST_TEST((academy.person("501") == lou && academy.person("503") == zoe));
  same_lines(academy.lines(stays),
             {"501 6A@7001 20332-20697", "501 5A@7001 20697-2147483647", "502 3A@7001 20332-20700",
              "503 6A@7001 20332-20697", "503 5B@7002 20697-2147483647", "504 6A@7001 20332-20700",
              "505 6A@7001 20697-2147483647"});
  same_lines(academy.lines(posts),
             {"501 1@7001 20332-2147483647", "502 1@7001 20332-20700", "503 1@7001 20332-20697",
              "503 1@7002 20697-2147483647", "504 1@7001 20332-20700", "505 1@7001 20697-2147483647",
              "901 3@7001 20336-2147483647", "901 3@7002 20700-2147483647", "902 3@7001 20336-20700",
              "903 3@7001 20336-20700", "903 3@7002 20336-2147483647", "904 3@7001 20700-2147483647"});
  same_lines(academy.lines(groups), {"7001 2025 3A 20301-20700", "7001 2025 6A 20301-20700", "7001 2026 5A 20666-2147483647",
                                     "7001 2026 6A 20666-2147483647", "7002 2025 6B 20301-20700",
                                     "7002 2026 5B 20666-2147483647"});
}

BOOST_DATA_TEST_CASE(teachers_and_guardians_change, engines(), place) {
  Academy academy(place);
  academy.september();
  same_lines(academy.lines(services),
             {"901 061300 3A@7001 20336-20700", "901 061300 5A@7001 20700-2147483647", "901 061300 5B@7002 20700-2147483647",
              "901 061300 6A@7001 20336-20700", "902 030201 6A@7001 20336-20700", "903 020700 5B@7002 20700-2147483647",
              "903 020700 6A@7001 20336-20700", "903 020700 6B@7002 20336-20700", "904 061300 6A@7001 20700-2147483647"});
  same_lines(academy.lines(mains), {"901 5A@7001 20700-2147483647", "901 6A@7001 20336-20700"});
  // 802 is said of nobody any more, 805 is a contact (7), and the tie of who left ends with the pupil.
  same_lines(academy.lines(links),
             {"501 801 kind 1 20336-2147483647", "501 802 kind 1 20336-20700", "501 805 kind 7 20700-2147483647",
              "502 801 kind 1 20336-20700", "503 803 kind 1 20336-2147483647", "504 804 kind 1 20336-20700",
              "505 801 kind 1 20700-2147483647"});
  same_lines(academy.lines(homes),
             {"501 2 RUE INVENTEE 20336-2147483647", "502 2 RUE INVENTEE 20336-2147483647", "503 4 RUE INVENTEE 20336-20700",
              "503 8 ALLEE DU MOULIN 20700-2147483647", "504 6 RUE INVENTEE 20336-2147483647",
              "505 9 RUE INVENTEE 20700-2147483647"});
}

BOOST_DATA_TEST_CASE(accounts_stay_and_follow_the_pupil, engines(), place) {
  Academy academy(place);
  const PersonId zoe = academy.person("503"), ael = academy.person("504");
  const auto sheets = must(account::issue_activations(
      academy.session, {.org_id = academy.school("7001"), .person_ids = {zoe, ael}})).items;
  for (const auto& sheet : sheets) {
    must(academy.portal.activate({.login = sheet.login, .code = sheet.code, .birth_date = on(2014, 2, 14),
                                  .password = good_password}));
  }
  const std::string before = academy.lines("SELECT CAST(account AS TEXT) FROM account WHERE person = " +
                                           std::to_string(zoe.value)).at(0);
  academy.september();
  BOOST_TEST(academy.lines("SELECT CAST(account AS TEXT) FROM account WHERE person = " + std::to_string(zoe.value)).at(0) == before);
  auto found = academy.lines("SELECT login FROM account WHERE person = " + std::to_string(zoe.value));
  auto moved = must(academy.portal.sign_in({.login = found.at(0), .password = good_password})).session;
  BOOST_TEST(!must(person::list(moved, {.org_id = academy.school("7002")})).items.empty());
  const auto left = person::list(moved, {.org_id = academy.school("7001")});
  BOOST_TEST((!left || left->items.empty()));
  // Who is missing keeps the account, and can do nothing with it.
  found = academy.lines("SELECT login FROM account WHERE person = " + std::to_string(ael.value));
  BOOST_TEST(reason(academy.portal.sign_in({.login = found.at(0), .password = good_password})) == "account.no_profile");
}

BOOST_DATA_TEST_CASE(who_is_missing_is_marked_and_comes_back, engines(), place) {
  Academy academy(place);
  const PersonId ael = academy.person("504"), mother = academy.person("804");
  academy.september();
  same_lines(academy.lines(marks), {"502 20700", "504 20700", "802 20700", "804 20700", "902 20700"});
  Delivery october("20261009");
  in_october(october);
  academy.clock->pass(std::chrono::hours{24 * 25});
  const ImportReport report = must(academy.go(october));
  BOOST_TEST(report.people == (ImportCounts{.changed = 2, .unchanged = 9}));
  BOOST_TEST((academy.person("504") == ael && academy.person("804") == mother));
  same_lines(academy.lines(marks), {"502 20700", "802 20700", "902 20700"});
  const Lines all = academy.lines(stays);
  BOOST_TEST((std::ranges::find(all, "504 6A@7001 20332-20700") != all.end()));
  BOOST_TEST((std::ranges::find(all, "504 5A@7001 20735-2147483647") != all.end()));
  const Lines tied = academy.lines(links);
  BOOST_TEST((std::ranges::find(tied, "504 804 kind 1 20735-2147483647") != tied.end()));
}

// The first delivery without somebody marks; one that comes more than 90 days after takes contact data and key.
BOOST_DATA_TEST_CASE(long_after_the_mark_contact_data_and_key_go, engines(), place) {
  Academy academy(place);
  academy.september();
  academy.clock->set(FrozenClock::first + std::chrono::hours{24 * 90});
  Delivery december("20261207");
  this_year(december);
  const ImportReport report = must(academy.go(december));
  BOOST_TEST(report.people.removed == 5);
  same_lines(academy.lines(marks), {});
  BOOST_TEST(academy.lines("SELECT key FROM person_reference WHERE feed = 'aaf' AND key IN ('502', '802')").empty());
  BOOST_TEST(academy.lines("SELECT CAST(c.person AS TEXT) FROM person_contact c JOIN person p ON p.person = c.person "
                           "WHERE p.family_name = 'ESSAI'").empty());
  // Names and what was stay: reports rest on them. A pupil who comes back is found by the national number.
  BOOST_TEST(academy.lines("SELECT given_name FROM person WHERE family_name = 'ESSAI'") == (Lines{"Aël", "Nora"}),
             boost::test_tools::per_element());
  const auto ael = academy.lines("SELECT CAST(person AS TEXT) FROM person WHERE given_name = 'Aël'");
  Delivery january("20270108");
  in_october(january);
  academy.clock->pass(std::chrono::hours{24 * 30});
  must(academy.go(january));
  BOOST_TEST(std::to_string(academy.person("504").value) == ael.at(0));
}

BOOST_DATA_TEST_CASE(a_delta_removes_one, engines(), place) {
  Academy academy(place);
  academy.september();
  Delivery delta("20260911", "Delta");
  delta.remove("Eleve", "505").remove("PersRelEleve", "805").remove("Eleve", "999");
  const ImportReport report = must(academy.go(delta, {.mode = ImportMode::delta}));
  BOOST_TEST(report.people == (ImportCounts{.marked = 2, .refused = 1}));
  BOOST_TEST_REQUIRE(report.notes.size() == 1U);
  BOOST_TEST(report.notes[0].reason == "import.unknown_key");
  const Lines tied = academy.lines(links);
  BOOST_TEST((std::ranges::find(tied, "501 805 kind 7 20700-20707") != tied.end()));
  BOOST_TEST((std::ranges::find(tied, "505 801 kind 1 20700-20707") != tied.end()));
  // Once more: it is so already.
  const ImportReport again = must(academy.go(delta, {.mode = ImportMode::delta}));
  BOOST_TEST(again.people == (ImportCounts{.refused = 1}));
}

BOOST_DATA_TEST_CASE(one_twice_in_a_file_counts_once, engines(), place) {
  Host host(place);
  Delivery delivery("20260904");
  this_year(delivery);
  delivery.pupil({"501", "EXEMPLE", "Lou", "7002", "5B", "01/09/2026", "999001201EE", "", "5E", {}})
      .teacher("904", "NOUVELLE", "Mia", {"7002"}, {})
      .relative("801", "EXEMPLE", "Autre");
  const ImportReport report = host.load(delivery.folder());
  BOOST_TEST(report.people == (ImportCounts{.created = 9, .refused = 3}));
  for (const ImportNote& note : report.notes) BOOST_TEST(note.reason == "import.duplicate_id");
  BOOST_TEST(report.notes.size() == 3U);
  const Lines all = host.lines(stays);
  BOOST_TEST(std::ranges::count_if(all, [](const std::string& line) { return line.starts_with("501 "); }) == 1);
}

BOOST_DATA_TEST_CASE(identifiers_that_collide_are_told, engines(), place) {
  Host host(place);
  Delivery delivery("20260904");
  this_year(delivery);
  // The national number of 501 on another pupil, and the code of 7001 on another school.
  delivery.pupil({"599", "DOUBLE", "Max", "7001", "5A", "01/09/2026", "999001201EE", "", "5E", {}});
  delivery.school("7009", "0999001W", "CLG$DU DOUBLE", {});
  const ImportReport report = host.load(delivery.folder());
  BOOST_TEST(report.people.created == 10);
  BOOST_TEST(report.units == (ImportCounts{.created = 2, .refused = 1}));
  Lines reasons;
  for (const ImportNote& note : report.notes) reasons.push_back(note.reason);
  same_lines((std::ranges::sort(reasons), reasons), {"import.duplicate_id", "import.national_number_taken"});
  BOOST_TEST(host.lines("SELECT p.given_name FROM person_reference r JOIN person p ON p.person = r.person "
                        "WHERE r.feed = 'ine' AND r.key = '999001201EE'") == Lines{"Lou"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
