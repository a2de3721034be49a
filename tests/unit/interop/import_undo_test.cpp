// The last import of a feed, taken back: after a first load nothing is left of it, after a September all is as it was in
// June, and what somebody has done in between stays.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "delivery.hpp"
#include "ent/account.hpp"
#include "ent/person.hpp"
#include "september.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

/// All that a directory says, but for revisions, which never go back.
Lines directory(const Host& host) {
  Lines all;
  for (const char* sql : {september::stays, september::posts, september::services, september::mains, september::groups,
                          september::links, september::homes, september::marks, september::people, september::keys,
                          september::contacts, september::units}) {
    const Lines lines = host.lines(sql);
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

std::int64_t total(const ImportUndo& undo) {
  std::int64_t sum = 0;
  for (const UndoCounts& counts : {undo.units, undo.groups, undo.people, undo.affiliations, undo.memberships, undo.roles,
                                   undo.services, undo.guardianships})
    sum += counts.restored + counts.removed + counts.kept;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import_undo)

BOOST_DATA_TEST_CASE(of_a_first_load_nothing_is_left, engines(), place) {
  Host host(place);
  Delivery delivery("20250905");
  september::last_year(delivery);
  const ImportReport report = host.load(delivery.folder());
  const ImportUndo undo = must(undo_import(host.session, "aaf"));
  BOOST_TEST(undo.applied);
  BOOST_TEST(undo.run == report.run);
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST((undo.people == UndoCounts{.removed = 11}));
  BOOST_TEST((undo.units == UndoCounts{.removed = 2}));
  BOOST_TEST((undo.groups == UndoCounts{.removed = 3}));
  for (const char* table : {"person", "person_reference", "person_contact", "household", "residence", "member", "member_word",
                            "affiliation", "group_member", "group_role", "service", "guardianship", "school_group",
                            "group_level", "org_unit", "org_reference", "org_link", "import_image"}) {
    BOOST_TEST_CONTEXT(table) {
      BOOST_TEST(host.lines(std::string("SELECT CAST(count(*) AS TEXT) FROM ") + table).at(0) == "0");
    }
  }
  // The feed may begin anew, with an older day.
  Delivery again("20250904");
  september::last_year(again);
  BOOST_TEST(host.load(again.folder()).people.created == 11);
}

BOOST_DATA_TEST_CASE(after_a_september_all_is_as_in_june, engines(), place) {
  september::Academy academy(place);
  const Lines june = directory(academy);
  const ImportReport first = academy.september();
  const Lines after = directory(academy);
  const ImportUndo undo = must(undo_import(academy.session, "aaf"));
  BOOST_TEST(undo.applied);
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST((undo.people == UndoCounts{.removed = 3}));
  BOOST_TEST((undo.groups == UndoCounts{.restored = 3, .removed = 3}));
  BOOST_TEST(directory(academy) == june, boost::test_tools::per_element());
  // And the same delivery once more does what it did at first.
  const ImportReport second = academy.september();
  BOOST_TEST(second.people == first.people);
  BOOST_TEST(second.memberships == first.memberships);
  BOOST_TEST(second.guardianships == first.guardianships);
  BOOST_TEST(second.affiliations == first.affiliations);
  BOOST_TEST(second.services == first.services);
  BOOST_TEST(directory(academy) == after, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(it_is_done_once_and_of_the_last_run_only, engines(), place) {
  september::Academy academy(place);
  const std::int64_t first = std::stoll(academy.lines("SELECT CAST(run AS TEXT) FROM import_run").at(0));
  const ImportReport report = academy.september();
  BOOST_TEST(reason(undo_import(academy.session, "aaf", {.run = first})) == "import.run_not_last");
  BOOST_TEST(reason(undo_import(academy.session, "other")) == "import.run_not_found");
  const Lines before = directory(academy);
  const ImportUndo dry = must(undo_import(academy.session, "aaf", {.dry_run = true}));
  BOOST_TEST(!dry.applied);
  BOOST_TEST(total(dry) > 0);
  BOOST_TEST(directory(academy) == before, boost::test_tools::per_element());
  const ImportUndo wet = must(undo_import(academy.session, "aaf", {.run = report.run}));
  BOOST_TEST(total(wet) == total(dry));
  const Lines undone = directory(academy);
  const ImportUndo again = must(undo_import(academy.session, "aaf", {.run = report.run}));
  BOOST_TEST((again.was_undone && !again.applied && total(again) == 0));
  BOOST_TEST(directory(academy) == undone, boost::test_tools::per_element());
  BOOST_TEST(reason(undo_import(academy.session, "aaf", {.run = first})) == "import.run_not_last");
  BOOST_TEST(academy.lines("SELECT CAST(count(*) AS TEXT) FROM import_image").at(0) == "0");
}

BOOST_DATA_TEST_CASE(what_somebody_has_done_since_stays, engines(), place) {
  september::Academy academy(place);
  academy.september();
  const PersonId tom = academy.person("505");
  must(account::issue_activations(academy.session, {.org_id = academy.school("7001"), .person_ids = {tom}}));
  {
    auto lease = academy.portal.state().database->connect_writer();
    lease->begin_write();
    lease->exec(store::Sql::of_text("UPDATE affiliation SET valid_to = 20703 WHERE valid_to = 20700 AND profile = 3 AND org = $1 "
                                    "AND member = (SELECT m.member FROM member m WHERE m.org = $1 AND m.person = $2)"),
                std::initializer_list<store::Arg>{academy.school("7001").value, academy.person("903").value});
    lease->commit();
  }
  const ImportUndo undo = must(undo_import(academy.session, "aaf"));
  BOOST_TEST((undo.people == UndoCounts{.removed = 2, .kept = 1}));
  const std::vector<UndoConflict> expected{
      {"affiliation", academy.school("7001"), academy.person("903"), "import.changed_since"},
      {"person", {}, tom, "import.used_since"},
      {"group", academy.school("7001"), {}, "import.used_since"}};
  BOOST_TEST_REQUIRE(undo.kept.size() == expected.size());
  for (const UndoConflict& conflict : expected)
    BOOST_TEST((std::ranges::find(undo.kept, conflict) != undo.kept.end()), conflict.fact);
  BOOST_TEST(undo.conflicts == 3);
  const Lines stays = academy.lines(september::stays);
  BOOST_TEST((std::ranges::find(stays, "505 6A@7001 20697-2147483647") != stays.end()));
  BOOST_TEST((std::ranges::find(stays, "501 6A@7001 20332-2147483647") != stays.end()));
}

BOOST_DATA_TEST_CASE(who_may_not_import_takes_nothing_back, engines(), place) {
  september::Academy academy(place);
  academy.september();
  Session teacher = acting(academy.portal, academy.person("901"), Profile::teacher);
  const Lines before = directory(academy);
  const auto refused = undo_import(teacher, "aaf");
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST((refused.error().code == Errc::permission_denied || refused.error().code == Errc::not_found));
  BOOST_TEST(directory(academy) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
