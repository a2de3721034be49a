// An invented collège as OneRoster; the expected rows are written by hand from the files in tests/data.
#include <boost/test/data/test_case.hpp>
#include <sstream>

#include "oneroster_case.hpp"

namespace ent {

std::ostream& operator<<(std::ostream& out, const ImportCounts& counts);

namespace test {
namespace {

using Lines = std::vector<std::string>;

const char* const feed = "oneroster:essai";
const std::string reference = " JOIN person_reference r ON r.feed = 'oneroster:essai' AND r.person = ";
const std::string people = "SELECT r.key || ' ' || p.family_name || ' ' || p.given_name || ' ' || "
                           "COALESCE(p.other_given_names, '') || ' ' || COALESCE(p.birth_date, 0) || ' ' || "
                           "COALESCE(p.sex, 0) FROM person p" + reference + "p.person";
const std::string stays = "SELECT r.key || ' ' || g.code || ' ' || s.valid_from || '-' || s.valid_to || ' ' || "
                          "COALESCE(s.level, '') FROM group_member s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
                          "JOIN member m ON m.org = s.org AND m.member = s.member" + reference + "m.person";
const std::string links = "SELECT p.key || ' ' || r.key || ' kind ' || g.kind || ' tie ' || g.relationship || ' call ' || "
                          "g.priority FROM guardianship g JOIN person_reference p ON p.feed = 'oneroster:essai' AND "
                          "p.person = g.pupil" + reference + "g.adult WHERE g.valid_to = 2147483647";
const std::string teaching = "SELECT r.key || ' ' || g.code || ' ' || s.subject FROM service s JOIN school_group g "
                             "ON g.org = s.org AND g.grp = s.grp JOIN member m ON m.org = s.org AND m.member = s.member" +
                             reference + "m.person";
const std::string posts = "SELECT r.key || ' profile ' || a.profile || ' function ' || a.function || ' from ' || a.valid_from "
                          "FROM affiliation a JOIN member m ON m.org = a.org AND m.member = a.member" + reference + "m.person";

class Stop final : public ImportWatch {
 public:
  explicit Stop(int after) : left_(after) {}
  bool go_on(const ImportProgress& progress) override {
    BOOST_TEST(progress.bytes_done <= progress.bytes_total);
    return left_-- > 0;
  }

 private:
  int left_;
};


}  // namespace

BOOST_AUTO_TEST_SUITE(oneroster_import)

// 20332 is 1 September 2025, 20336 the 5th, the day of the feed; 20367 is 6 October, 20605 1 June 2026.
BOOST_DATA_TEST_CASE(a_college_is_loaded, places(), place) {
  RosterHost host(place);
  const ImportReport report = host.load(oneroster_college);
  BOOST_TEST(report.applied);
  BOOST_TEST(report.feed == feed);
  BOOST_TEST(report.school_year == 2025);
  BOOST_TEST(notes_of(report, true) == Lines{}, boost::test_tools::per_element());
  BOOST_TEST(report.units == (ImportCounts{.created = 2}));
  BOOST_TEST(report.groups == (ImportCounts{.created = 3}));
  BOOST_TEST(report.people == (ImportCounts{.created = 9}));
  BOOST_TEST(report.memberships == (ImportCounts{.created = 9}));
  BOOST_TEST(report.guardianships == (ImportCounts{.created = 5}));
  BOOST_TEST(report.records == 2 + 1 + 3 + 3 + 9 + 3 + 12);
  const Lines who{"a1 Dirige Noé  0 0", "p1 Exemple Ana  0 0", "p2 Exemple-Fictif Paul  0 0",
                  "p3 D'Essai, dite \"Nès\" Inès  0 0", "s1 Exemple Lou Anne, Marie 16144 1", "s2 Exemple Sacha  16144 2",
                  "s3 Modèle-Test Zoé  16070 0", "t1 Modele Ada  0 0", "t2 Factice Yann  0 0"};
  BOOST_TEST(host.lines(people) == who, boost::test_tools::per_element());
  const Lines in_groups{"s1 6A 20332-2147483647 06", "s1 6A-FRA 20332-2147483647 ", "s1 6A-MAT 20332-2147483647 ",
                        "s2 6A 20332-2147483647 06", "s2 6A-FRA 20332-2147483647 ", "s2 6A-MAT 20332-20605 ",
                        "s3 6A 20367-2147483647 06", "s3 6A-FRA 20367-2147483647 ", "s3 6A-MAT 20367-2147483647 "};
  BOOST_TEST(host.lines(stays) == in_groups, boost::test_tools::per_element());
  const Lines answering{"s1 p1 kind 6 tie 0 call 1", "s1 p2 kind 6 tie 0 call 2", "s2 p1 kind 6 tie 0 call 2",
                        "s2 p2 kind 6 tie 0 call 1", "s3 p3 kind 7 tie 5 call 1"};
  BOOST_TEST(host.lines(links) == answering, boost::test_tools::per_element());
  const Lines taught{"t1 6A-FRA FRA", "t2 6A-MAT MAT"};
  BOOST_TEST(host.lines(teaching) == taught, boost::test_tools::per_element());
  const Lines standing{"a1 profile 6 function 30 from 20336", "s1 profile 1 function 0 from 20332",
                       "s2 profile 1 function 0 from 20332",  "s3 profile 1 function 0 from 20367",
                       "t1 profile 3 function 0 from 20336",  "t2 profile 3 function 0 from 20336"};
  BOOST_TEST(host.lines(posts) == standing, boost::test_tools::per_element());
  const Lines reached{"p1 ana@exemple.invalid 01 00 00 00 01  06 00 00 00 01", "t1 ada.modele@exemple.invalid  01 00 00 00 02 "};
  BOOST_TEST(host.lines("SELECT r.key || ' ' || COALESCE(c.email, '') || ' ' || COALESCE(c.home_phone, '') || ' ' || "
                        "COALESCE(c.work_phone, '') || ' ' || COALESCE(c.mobile, '') FROM person_contact c" + reference +
                        "c.person WHERE r.key <> 'a1'") == reached, boost::test_tools::per_element());
  BOOST_TEST(host.lines("SELECT code || ' ' || kind || ' ' || COALESCE(degree, 0) FROM org_unit") ==
             (Lines{"0999007C 7 2", "99 1 0"}), boost::test_tools::per_element());
  BOOST_TEST(host.lines("SELECT r.key FROM group_role g JOIN member m ON m.org = g.org AND m.member = g.member" + reference +
                        "m.person") == Lines{"t1"}, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(the_same_files_change_nothing, places(), place) {
  RosterHost host(place);
  const ImportReport first = host.load(oneroster_college);
  const auto before = [&] { return std::tuple(host.lines(people), host.lines(stays), host.lines(links), host.lines(posts)); };
  const auto stands = before();
  const ImportReport second = host.load(oneroster_college);
  for (const auto& [a, b] : {std::pair(&first.people, &second.people), std::pair(&first.groups, &second.groups),
                             std::pair(&first.memberships, &second.memberships), std::pair(&first.roles, &second.roles),
                             std::pair(&first.services, &second.services), std::pair(&first.units, &second.units),
                             std::pair(&first.affiliations, &second.affiliations),
                             std::pair(&first.guardianships, &second.guardianships)})
    BOOST_TEST(*b == (ImportCounts{.unchanged = a->created}));
  BOOST_TEST((before() == stands));
}

BOOST_AUTO_TEST_CASE(order_of_columns_and_rows_line_ends_and_a_mark_mean_nothing) {
  RosterHost one(Place::file), other(Place::file);
  one.load(oneroster_college);
  const Copy copy(oneroster_college);
  for (const auto& entry : std::filesystem::directory_iterator(copy.path())) {
    // Columns from last to first, rows too, and other line ends: no cell of these files holds a quote but one.
    const std::string name = entry.path().filename().string();
    if (name == "users.csv" || name == "manifest.csv") continue;
    std::vector<std::vector<std::string>> rows;
    std::string line;
    for (std::istringstream text(content_of(entry.path().string())); std::getline(text, line);) {
      auto& cells = rows.emplace_back();
      std::istringstream in(line + ',');
      for (std::string cell; std::getline(in, cell, ',');) cells.insert(cells.begin(), cell);
    }
    std::reverse(rows.begin() + 1, rows.end());
    std::string text = "\xEF\xBB\xBF";
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + row[i];
      text += "\r\n";
    }
    copy.write(name, text);
  }
  BOOST_TEST(notes_of(other.load(copy.path()), true) == Lines{}, boost::test_tools::per_element());
  for (const std::string& sql : {people, stays, links, teaching, posts})
    BOOST_TEST(other.lines(sql) == one.lines(sql), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_dry_run_and_a_broken_file_keep_nothing) {
  RosterHost host(Place::file);
  const ImportReport dry = host.load(oneroster_college, {.dry_run = true});
  BOOST_TEST(!dry.applied);
  BOOST_TEST(dry.people == (ImportCounts{.created = 9}));
  const Copy copy(oneroster_college);
  copy.replace("enrollments.csv", "", "\"");
  const ImportReport broken = host.load(copy.path());
  BOOST_TEST(!broken.applied);
  BOOST_TEST(notes_of(broken, true) == Lines{"enrollments.csv 14  import.csv_syntax"}, boost::test_tools::per_element());
  for (const char* table : {"person", "member", "org_unit", "school_group", "import_run", "person_reference"})
    BOOST_TEST(host.lines(std::string("SELECT '1' FROM ") + table).empty(), table);
}

BOOST_AUTO_TEST_CASE(it_can_be_stopped_anywhere) {
  RosterHost host(Place::file);
  int calls = 0;
  for (bool stopped = true; stopped; ++calls) {
    Stop stop(calls);
    const auto answer = import_oneroster(host.session, oneroster_college, {.date = oneroster_day, .watch = &stop});
    stopped = !answer;
    if (!stopped) break;
    BOOST_TEST((answer.error().code == Errc::cancelled));
    BOOST_TEST(host.lines("SELECT '1' FROM person").empty());
  }
  BOOST_TEST(calls > 10);
}

BOOST_AUTO_TEST_CASE(parents_are_legal_where_the_host_says_so) {
  RosterHost host(Place::file);
  host.load(oneroster_college, {.parents_are_legal = true});
  const Lines answering{"s1 p1 kind 1 tie 0 call 1", "s1 p2 kind 1 tie 0 call 2", "s2 p1 kind 1 tie 0 call 2",
                        "s2 p2 kind 1 tie 0 call 1", "s3 p3 kind 7 tie 5 call 1"};
  BOOST_TEST(host.lines(links) == answering, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_is_no_longer_named_is_marked) {
  RosterHost host(Place::file);
  host.load(oneroster_college);
  const Copy copy(oneroster_college);
  copy.replace("users.csv", "t2,,,true,college,teacher,t2,,Yann,Factice,,,,,,,,\n", "");
  copy.replace("enrollments.csv", "e12,,,6a-mat,college,t2,teacher,true,,\n", "");
  copy.replace("enrollments.csv", "e10,,,6a-mat,college,s3,student,,2025-10-06,\n", "");
  copy.replace("users.csv", "Zoé,Modèle-Test", "Zoé,Modèle");
  const ImportReport report = host.load(copy.path(), {.date = oneroster_day + std::chrono::days{7}});
  BOOST_TEST(report.people == (ImportCounts{.changed = 1, .unchanged = 7, .marked = 1}));
  BOOST_TEST(report.services == (ImportCounts{.unchanged = 1, .marked = 1}));
  BOOST_TEST(report.memberships == (ImportCounts{.changed = 1, .unchanged = 8}));
  BOOST_TEST(notes_of(report, true) == Lines{}, boost::test_tools::per_element());
  const auto older = import_oneroster(host.session, oneroster_college, {.date = oneroster_day});
  BOOST_TEST_REQUIRE(!older);
  BOOST_TEST(older.error().reason == "import.feed_older");
}

BOOST_AUTO_TEST_CASE(deltas_are_refused_by_name) {
  RosterHost host(Place::file);
  const auto asked = import_oneroster(host.session, oneroster_college, {.mode = ImportMode::delta});
  BOOST_TEST_REQUIRE(!asked);
  BOOST_TEST(asked.error().reason == "import.delta_unread");
  const auto nothing = import_oneroster(host.session, ENT_TEST_DATA "/aaf2d");
  BOOST_TEST_REQUIRE(!nothing);
  BOOST_TEST(nothing.error().reason == "import.no_files");
  const auto outside = import_oneroster(host.session, oneroster_college, {.org_id = OrgId{4711}});
  BOOST_TEST_REQUIRE(!outside);
  BOOST_TEST(outside.error().reason == "org.not_found");
  const auto nowhere = import_oneroster(host.session, ENT_TEST_DATA "/nowhere");
  BOOST_TEST_REQUIRE(!nowhere);
  BOOST_TEST(nowhere.error().reason == "import.unreadable");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace test
}  // namespace ent
