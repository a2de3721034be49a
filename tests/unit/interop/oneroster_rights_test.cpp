// Who may load files into a school, and who may take them out.
#include "ent/export.hpp"
#include "oneroster_case.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent {
std::ostream& operator<<(std::ostream& out, const ImportCounts& counts);
}

namespace ent::test {
namespace {

using Lines = std::vector<std::string>;

/// The delivery of the tests, for the school of `School`.
struct Delivery : Copy {
  Delivery() : Copy(oneroster_college) { replace("orgs.csv", "0999007C", "0951099D"); }
};

ImportOptions into(OrgId org) { return {.org_id = org}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(oneroster_rights)

BOOST_AUTO_TEST_CASE(a_school_is_loaded_by_those_who_keep_its_accounts) {
  School school(Place::file);
  const Delivery delivery;
  const PersonId keeper = school.staff("Noé", "Garde", Profile::local_admin);
  Session session = acting(school.portal, keeper, Profile::local_admin);
  const ImportReport report = must(import_oneroster(session, delivery.path(), into(school.org)));
  BOOST_TEST(report.applied);
  BOOST_TEST(report.people.created == 9);
  BOOST_TEST(report.units == (ImportCounts{.unchanged = 1, .refused = 1}));
  // The académie above it is not theirs to make.
  BOOST_TEST(notes_of(report, true) == Lines{"orgs.csv 2 type import.unit_outside"}, boost::test_tools::per_element());
  BOOST_TEST(must(import_oneroster(session, delivery.path(), into(school.org))).people.unchanged == 9);
  BOOST_TEST(!import_oneroster(session, delivery.path()));
}

BOOST_AUTO_TEST_CASE(others_are_refused_and_nothing_is_written) {
  School school(Place::file);
  const Delivery delivery;
  const FreshFolder folder;
  for (const auto& [name, profile] : {std::pair("Ada", Profile::teacher), std::pair("Noé", Profile::head), std::pair("Zoé", Profile::librarian)}) {
    Session session = acting(school.portal, school.staff(name, "Essai", profile), profile);
    BOOST_TEST((code(import_oneroster(session, delivery.path(), into(school.org))) == Errc::permission_denied));
    BOOST_TEST(!import_oneroster(session, delivery.path()));
  }
  BOOST_TEST(school.count("SELECT count(*) FROM import_run") == 0);
  Session teacher = acting(school.portal, school.staff("Yann", "Essai", Profile::teacher), Profile::teacher);
  BOOST_TEST((code(export_oneroster(teacher, folder.file("out"), {.org_id = school.org})) == Errc::permission_denied));
  BOOST_TEST(std::filesystem::is_empty(folder.file("out")));
}

BOOST_AUTO_TEST_CASE(the_head_takes_out_the_own_school_alone) {
  School school(Place::file);
  const Delivery delivery;
  must(import_oneroster(school.host, delivery.path(), into(school.org)));
  must(import_oneroster(school.host, oneroster_college, {.feed = "oneroster:other"}));
  const FreshFolder folder;
  Session head = acting(school.portal, school.staff("Inès", "Dirige", Profile::head), Profile::head);
  const ExportReport report = must(export_oneroster(head, folder.file("out"), {.org_id = school.org, .school_year = 2025}));
  BOOST_TEST(report.people == 9 + 1);
  BOOST_TEST(report.groups == 3);
  BOOST_TEST(!export_oneroster(head, folder.file("all")));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
