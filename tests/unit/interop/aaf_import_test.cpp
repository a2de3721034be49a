// Directories of an invented collège and an invented école, loaded as files. The expected rows are written by hand
// from the XML in tests/data.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "ent/guardian.hpp"
#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "loaded.hpp"

namespace ent::test {
namespace {

const std::string college = ENT_TEST_DATA "/aaf2d";
const std::string ecole = ENT_TEST_DATA "/aaf1d";

const char* const people =
    "SELECT p.family_name || ' ' || p.given_name || ' ' || r.key FROM person p JOIN person_reference r "
    "ON r.person = p.person WHERE r.feed = 'aaf'";
const char* const stays =
    "SELECT r.key || ' ' || g.code || ' ' || s.valid_from || '-' || s.valid_to || ' ' || COALESCE(s.level, '') "
    "FROM group_member s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "JOIN member m ON m.org = s.org AND m.member = s.member JOIN person_reference r ON r.person = m.person "
    "WHERE r.kind IS NOT NULL";
const char* const links =
    "SELECT p.key || ' ' || a.key || ' kind ' || g.kind || ' rights ' || g.rights || ' tie ' || g.relationship || ' to ' "
    "|| g.valid_to FROM guardianship g JOIN person_reference p ON p.person = g.pupil AND p.feed = 'aaf' "
    "JOIN person_reference a ON a.person = g.adult AND a.feed = 'aaf'";
const char* const teaching =
    "SELECT r.key || ' ' || g.code || ' ' || s.subject FROM service s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "JOIN member m ON m.org = s.org AND m.member = s.member JOIN person_reference r ON r.person = m.person "
    "WHERE r.kind IS NOT NULL";
const char* const posts =
    "SELECT r.key || ' profile ' || a.profile || ' from ' || a.valid_from || ' to ' || a.valid_to FROM affiliation a "
    "JOIN member m ON m.org = a.org AND m.member = a.member JOIN person_reference r ON r.person = m.person "
    "WHERE r.feed = 'aaf'";

}  // namespace

BOOST_AUTO_TEST_SUITE(aaf_import)

// 20332 is 1 September 2025, on which the pupils came into their classes; 20336 the 5th, the day of the feed.
BOOST_DATA_TEST_CASE(a_college_is_loaded, places(), place) {
  Host host(place);
  const ImportReport report = host.load(college);
  BOOST_TEST(report.applied);
  BOOST_TEST(report.feed == "aaf");
  BOOST_TEST(report.school_year == 2025);
  BOOST_TEST(report.records == 14);
  BOOST_TEST(report.refusals + report.warnings == 0);
  BOOST_TEST(report.people == (ImportCounts{.created = 13}));
  BOOST_TEST(report.guardianships == (ImportCounts{.created = 8}));
  BOOST_TEST(host.lines(people) == (Lines{"D'ESSAI Aël 504", "D'ESSAI Nora 805", "DIRIGE Noé 903", "EXEMPLE Ana 801",
                                          "EXEMPLE Lou 501", "EXEMPLE Sacha 502", "EXEMPLE-FICTIF Paul 802",
                                          "FACTICE Yann 902", "INVENTÉ Hugo 806", "MODELE Ada 901", "MODÈLE-TEST Zoé 503",
                                          "TUTRICE Inès 803", "VOISIN Marc 804"}),
             boost::test_tools::per_element());
  const Lines in_groups{"501 6A 20332-2147483647 10010012110", "502 4A 20332-2147483647 10210001110",
                        "503 4A 20332-2147483647 10210001110", "503 4LATIN 20336-2147483647 ",
                        "504 6A 20332-2147483647 10010012110"};
  BOOST_TEST(host.lines(stays) == in_groups, boost::test_tools::per_element());
  // Who pays may pay (64), a contact carries nothing unless it is said, a tutor does not decide on what matters (8).
  const Lines answering{"501 801 kind 1 rights 127 tie 1 to 2147483647", "501 802 kind 1 rights 63 tie 2 to 2147483647",
                        "502 801 kind 1 rights 127 tie 1 to 2147483647", "502 802 kind 1 rights 63 tie 2 to 2147483647",
                        "503 803 kind 5 rights 119 tie 8 to 2147483647", "503 804 kind 7 rights 0 tie 11 to 2147483647",
                        "504 805 kind 1 rights 63 tie 1 to 2147483647", "504 806 kind 7 rights 0 tie 2 to 2147483647"};
  BOOST_TEST(host.lines(links) == answering, boost::test_tools::per_element());
  const Lines taught{"901 4A 061300", "901 6A 061300", "902 4A 030201", "902 6A 030201"};
  BOOST_TEST(host.lines(teaching) == taught, boost::test_tools::per_element());
  const Lines standing{"501 profile 1 from 20332 to 2147483647", "502 profile 1 from 20332 to 2147483647",
                       "503 profile 1 from 20332 to 2147483647", "504 profile 1 from 20332 to 2147483647",
                       "901 profile 3 from 20336 to 2147483647", "902 profile 3 from 20336 to 2147483647",
                       "903 profile 5 from 20336 to 2147483647"};
  BOOST_TEST(host.lines(posts) == standing, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(the_same_files_change_nothing, places(), place) {
  Host host(place);
  const ImportReport first = host.load(college);
  const std::vector<std::string> left_out{"import_run", "import_image", "id_block", "audit_entry"};
  const std::string before = place == Place::file ? everything(host.fresh.uri(), left_out) : std::string();
  const ImportReport second = host.load(college);
  for (const auto& [a, b] : {std::pair(&first.people, &second.people), std::pair(&first.groups, &second.groups),
                             std::pair(&first.memberships, &second.memberships), std::pair(&first.roles, &second.roles),
                             std::pair(&first.services, &second.services), std::pair(&first.units, &second.units),
                             std::pair(&first.affiliations, &second.affiliations),
                             std::pair(&first.guardianships, &second.guardianships)})
    BOOST_TEST(*b == (ImportCounts{.unchanged = a->created}));
  if (place == Place::file) BOOST_TEST(everything(host.fresh.uri(), left_out) == before);
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_all_and_keeps_nothing) {
  Host host(Place::file);
  const std::string before = everything(host.fresh.uri(), {"audit_entry"});
  ImportReport dry = host.load(college, {.dry_run = true});
  BOOST_TEST(everything(host.fresh.uri(), {"audit_entry"}) == before);
  BOOST_TEST(!dry.applied);
  const ImportReport wet = host.load(college);
  BOOST_TEST(dry.people == wet.people);
  BOOST_TEST(dry.guardianships == wet.guardianships);
  BOOST_TEST(dry.memberships == wet.memberships);
}

// 20343 is 12 September 2025.
BOOST_DATA_TEST_CASE(a_delta_moves_one_and_ends_another, places(), place) {
  Host host(place);
  host.load(college);
  const ImportReport report = host.load(college, {.mode = ImportMode::delta});
  BOOST_TEST(report.people == (ImportCounts{.unchanged = 1, .marked = 1}));
  BOOST_TEST(report.memberships == (ImportCounts{.created = 1, .changed = 1, .marked = 1}));
  BOOST_TEST(report.guardianships == (ImportCounts{.marked = 2}));
  const Lines in_groups{"501 6A 20332-2147483647 10010012110", "502 4A 20332-20343 10210001110",
                        "503 4A 20332-2147483647 10210001110", "503 4LATIN 20336-2147483647 ",
                        "504 4A 20343-2147483647 10210001110", "504 6A 20332-20343 10010012110"};
  BOOST_TEST(host.lines(stays) == in_groups, boost::test_tools::per_element());
  const auto older = import_aaf(host.session, college);
  BOOST_TEST_REQUIRE(!older);
  BOOST_TEST(older.error().reason == "import.feed_older");
}

BOOST_DATA_TEST_CASE(an_ecole_is_loaded, places(), place) {
  Host host(place);
  const ImportReport report = host.load(ecole);
  BOOST_TEST(report.feed == "aaf1d");
  BOOST_TEST(report.refusals + report.warnings == 0);
  const Lines in_class{"601 42 20336-2147483647 CE2", "602 42 20336-2147483647 CE1"};
  BOOST_TEST(host.lines(stays) == in_class, boost::test_tools::per_element());
  BOOST_TEST(host.lines("SELECT name FROM school_group") == Lines{"CE1-CE2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(it_can_be_stopped_between_chunks) {
  Host host(Place::file);
  const std::string before = everything(host.fresh.uri(), {});
  for (int after = 0; after < 4; ++after) {
    Stop stop(after);
    const auto stopped = import_aaf(host.session, college, {.watch = &stop});
    BOOST_TEST_REQUIRE(!stopped);
    BOOST_TEST((stopped.error().code == Errc::cancelled));
    BOOST_TEST(everything(host.fresh.uri(), {}) == before);
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_ends_early_leaves_nothing) {
  Host host(Place::file);
  const FreshFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(college))
    std::filesystem::copy(entry.path(), folder.file(entry.path().filename().string()));
  const std::string last = folder.file("ENT_Complet_20250905_PersEducNat_0000.xml");
  std::filesystem::permissions(last, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  std::filesystem::resize_file(last, 1000);
  const std::string before = everything(host.fresh.uri(), {"audit_entry"});
  const ImportReport report = host.load(std::filesystem::path(last).parent_path().string());
  BOOST_TEST(!report.applied);
  BOOST_TEST_REQUIRE(report.notes.size() == 1U);
  BOOST_TEST(report.notes[0].reason == "import.malformed_xml");
  BOOST_TEST(report.notes[0].file == "ENT_Complet_20250905_PersEducNat_0000.xml");
  BOOST_TEST(everything(host.fresh.uri(), {"audit_entry"}) == before);
}

BOOST_AUTO_TEST_CASE(a_restriction_and_what_a_hand_made_stay) {
  Host host(Place::file);
  host.load(college);
  const auto id = [&](const char* sql) { return PersonId{std::stoll(host.lines(sql).at(0))}; };
  const PersonId pupil = id("SELECT CAST(person AS TEXT) FROM person_reference WHERE key = '501'");
  const PersonId father = id("SELECT CAST(person AS TEXT) FROM person_reference WHERE key = '802'");
  {
    auto lease = host.portal.state().database->connect_writer();
    const store::Arg args[] = {pupil.value, father.value};
    lease->begin_write();
    lease->exec(store::Sql::of_text("UPDATE guardianship SET valid_to = 20340 WHERE pupil = $1 AND adult = $2"), args);
    lease->exec(store::Sql::of_text("INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, "
                                    "priority, court_ref, source, revision) VALUES ($1, $2, 20340, 2147483647, 4, 0, 2, 1, "
                                    "'JAF 25/1', '', 1)"),
                args);
    lease->exec(store::Sql::of_text("UPDATE person_reference SET said = 0"), {});
    lease->commit();
  }
  const Lines before = host.lines(links);
  host.load(college);
  BOOST_TEST(host.lines(links) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
