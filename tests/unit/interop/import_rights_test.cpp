// Who may load a directory, and into what.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "delivery.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "loaded.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

const std::vector<Profile> not_entitled{Profile::pupil,     Profile::guardian, Profile::teacher, Profile::school_life,
                                        Profile::head,      Profile::office,   Profile::librarian, Profile::health,
                                        Profile::authority, Profile::guest};

void two_schools(Delivery& delivery) {
  delivery.school("7001", "0951099D", "CLG$DES TILLEULS", {"6A$SIXIEME A"})
      .school("7002", "0999002X", "CLG$DU MOULIN", {"6B$SIXIEME B"})
      .pupil({"501", "EXEMPLE", "Lou", "7001", "6A", "01/09/2026", "999001201EE", "", "6E", {}})
      .pupil({"503", "MODELE", "Zoé", "7002", "6B", "01/09/2026", "999001203EG", "", "6E", {}});
}

/// What stands of a directory; refusals leave audit entries only.
std::vector<Lines> directory(School& school) {
  std::vector<Lines> all;
  auto lease = school.portal.state().readers->take();
  lease->begin_read();
  for (const char* sql : {"SELECT CAST(person AS TEXT) FROM person ORDER BY 1", "SELECT key FROM person_reference ORDER BY 1",
                          "SELECT CAST(org AS TEXT) || ' ' || name FROM org_unit ORDER BY 1", "SELECT code FROM school_group ORDER BY 1",
                          "SELECT feed FROM import_run ORDER BY 1"}) {
    store::Rows rows = lease->query(store::Sql::of_text(sql), {});
    all.emplace_back();
    while (rows.next()) all.back().push_back(rows.string(0));
  }
  lease->rollback();
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import_rights)

BOOST_DATA_TEST_CASE(of_nobody_else_is_anything_read_or_written, engines(), place) {
  School school(place);
  Delivery delivery("20260904");
  two_schools(delivery);
  const std::string folder = delivery.folder();
  for (const Profile profile : not_entitled) {
    BOOST_TEST_CONTEXT("profile " << static_cast<int>(profile)) {
      const PersonId person = school.person("Quelqu'un", "Numéro " + std::to_string(static_cast<int>(profile)));
      school.run({"INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
                  "SELECT m.org, m.member, $1, 0, 0, 2147483647, '' FROM member m WHERE m.org = $2 AND m.person = $3"},
                 {static_cast<std::int32_t>(profile), school.org.value, person.value});
      Session session = acting(school.portal, person, profile);
      const auto before = directory(school);
      for (const std::optional<OrgId> org : {std::optional<OrgId>{}, std::optional{school.org}}) {
        const auto refused = import_aaf(session, folder, {.org_id = org});
        BOOST_TEST_REQUIRE(!refused);
        BOOST_TEST((refused.error().code == Errc::permission_denied || refused.error().code == Errc::not_found));
        // The folder is not even looked at: one that is not there gives the same answer.
        const auto blind = import_aaf(session, folder + "/nothing", {.org_id = org});
        BOOST_TEST(blind.error().reason == refused.error().reason);
      }
      BOOST_TEST((directory(school) == before));
    }
  }
}

BOOST_DATA_TEST_CASE(an_administrator_loads_one_school_and_no_other, engines(), place) {
  School school(place);
  Delivery delivery("20260904");
  two_schools(delivery);
  Session session = acting(school.portal, school.staff("Alix", "Roche", Profile::local_admin), Profile::local_admin);
  const auto everywhere = import_aaf(session, delivery.folder());
  BOOST_TEST(!everywhere);
  const ImportReport report = must(import_aaf(session, delivery.folder(), {.org_id = school.org}));
  BOOST_TEST(report.applied);
  // The other school is not there, and an establishment holds no other: it is left out, with its pupil's places.
  BOOST_TEST(report.units == (ImportCounts{.unchanged = 1, .refused = 1}));
  BOOST_TEST(report.memberships == (ImportCounts{.created = 1, .refused = 1}));
  BOOST_TEST(school.count({"SELECT CAST(count(*) AS BIGINT) FROM org_unit"}) == 1);
}

BOOST_DATA_TEST_CASE(a_school_of_somebody_else_refuses_the_whole, engines(), place) {
  School school(place);
  must(org::add(school.host, {.kind = org::Kind::establishment, .code = "0999002X", .name = "Collège du Moulin", .degree = org::Degree::second}));
  Delivery delivery("20260904");
  two_schools(delivery);
  Session session = acting(school.portal, school.staff("Alix", "Roche", Profile::local_admin), Profile::local_admin);
  const auto before = directory(school);
  const auto refused = import_aaf(session, delivery.folder(), {.org_id = school.org});
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST((refused.error().code == Errc::permission_denied || refused.error().code == Errc::not_found));
  BOOST_TEST((directory(school) == before));
  // Nor by a feed that the host has loaded before, when the files themselves name one school only.
  must(import_aaf(school.host, delivery.folder()));
  Delivery one("20260905");
  one.school("7001", "0951099D", "CLG$DES TILLEULS", {"6A$SIXIEME A"});
  BOOST_TEST(!import_aaf(session, one.folder(), {.org_id = school.org}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
