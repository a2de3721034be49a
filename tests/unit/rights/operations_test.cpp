// Rights explained, switched and handed on, as the head and the staff of one school live them.
#include <boost/test/unit_test.hpp>

#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/rights.hpp"
#include "support/acting.hpp"
#include "support/ports.hpp"

namespace {

using ent::Errc;
using ent::Profile;
namespace rights = ent::rights;

struct School {
  std::shared_ptr<ent::test::FrozenClock> clock = std::make_shared<ent::test::FrozenClock>();
  ent::Portal portal = ent::Portal::open(":memory:", {.clock = clock}).value();
  ent::Session host = portal.system();
  ent::OrgId school = ent::org::add(host, {.kind = ent::org::Kind::establishment,
                                           .code = "0951099D",
                                           .name = "Collège des Tilleuls",
                                           .degree = ent::org::Degree::second,
                                           .valid_from = ent::Date{std::chrono::days{20'000}}})
                          .value()
                          .id;
  ent::PersonId head = staff("Durand", Profile::head);
  ent::PersonId office = staff("Petit", Profile::office);
  ent::PersonId teacher = staff("Moreau", Profile::teacher);
  ent::Session as_head = ent::test::acting(portal, head, Profile::head);
  ent::Session as_office = ent::test::acting(portal, office, Profile::office);
  ent::Session as_teacher = ent::test::acting(portal, teacher, Profile::teacher);

  ent::PersonId staff(const char* name, Profile profile) {
    const auto person = ent::person::add(host, {.org_id = school, .family_name = name, .given_name = "Camille"}).value().id;
    BOOST_REQUIRE(ent::person::affiliate(host, {.org_id = school, .person_id = person, .profile = profile}));
    return person;
  }

  std::string reason_of(ent::Session& session, ent::PersonId actor, const char* permission) {
    const auto told = rights::explain(session, {.permission = permission, .org_id = school, .actor_id = actor,
                                                .profile = actor == office ? Profile::office : Profile::teacher});
    return told ? told->reason : told.error().reason;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rights_operations, School)

BOOST_AUTO_TEST_CASE(everybody_may_ask_about_their_own_rights) {
  const auto told = rights::explain(as_teacher, {.permission = "org.read", .org_id = school}).value();
  BOOST_TEST(told.allowed);
  BOOST_TEST(told.reason == "granted_by_profile");
  BOOST_TEST(told.scope.value() == "estab");
  BOOST_TEST(told.french == "Le profil donne ce droit.");
}

BOOST_AUTO_TEST_CASE(only_the_head_may_ask_about_those_of_others) {
  BOOST_TEST(reason_of(as_head, teacher, "org.read") == "granted_by_profile");
  const auto refused = rights::explain(as_teacher, {.permission = "org.read", .org_id = school, .actor_id = head});
  BOOST_TEST_REQUIRE(!refused.has_value());
  BOOST_TEST((refused.error().code == Errc::permission_denied));  // a teacher knows the head's name
}

BOOST_AUTO_TEST_CASE(who_can_names_the_holders_and_why) {
  const auto holders = rights::who_can(as_head, {.permission = "person.manage", .org_id = school}).value();
  BOOST_TEST_REQUIRE(holders.items.size() == 2U);  // head and office, by the matrix
  BOOST_TEST((holders.items[0].person_id == head));
  BOOST_TEST((holders.items[1].person_id == office));
  BOOST_TEST(holders.items[1].scope == "estab");
}

BOOST_AUTO_TEST_CASE(a_right_is_switched_on_within_its_ceiling_and_gone_at_the_next_call) {
  // import.run of the office is `estab?`: off, may be switched on.
  BOOST_TEST(reason_of(as_head, office, "import.run") == "switched_off");
  const auto set = rights::override_set(as_head, {.org_id = school,
                                                  .profile = Profile::office,
                                                  .permission = "import.run",
                                                  .scope = "estab",
                                                  .effect = rights::Switch::widen,
                                                  .reason = "La secrétaire charge les élèves"})
                       .value();
  BOOST_TEST(reason_of(as_head, office, "import.run") == "granted_by_override");
  BOOST_TEST(rights::override_end(as_head, {.id = set.id}).has_value());
  BOOST_TEST(reason_of(as_head, office, "import.run") == "switched_off");
  BOOST_TEST(rights::overrides(as_head, {.org_id = school}).value().items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_passes_the_ceiling) {
  // The teacher's cell of person.manage is empty.
  const auto refused = rights::override_set(as_head, {.org_id = school,
                                                      .profile = Profile::teacher,
                                                      .permission = "person.manage",
                                                      .scope = "estab",
                                                      .effect = rights::Switch::widen,
                                                      .reason = "essai"});
  BOOST_TEST_REQUIRE(!refused.has_value());
  BOOST_TEST(refused.error().reason == "rights.beyond_ceiling");
  BOOST_TEST(refused.error().fields.at(0).path == "/scope");
}

BOOST_AUTO_TEST_CASE(a_school_can_not_lock) {
  const auto refused = rights::override_set(as_head, {.org_id = school,
                                                      .profile = Profile::office,
                                                      .permission = "import.run",
                                                      .scope = "estab",
                                                      .effect = rights::Switch::widen,
                                                      .reason = "essai",
                                                      .locked = true});
  BOOST_TEST_REQUIRE(!refused.has_value());
  BOOST_TEST(refused.error().reason == "rights.lock_in_establishment");
}

BOOST_AUTO_TEST_CASE(a_right_handed_on_dies_with_that_of_its_grantor) {
  // account.block is the head's; the teacher's cell is empty.
  BOOST_TEST(reason_of(as_head, teacher, "account.block") == "not_for_profile");
  const ent::Date today{std::chrono::sys_days{std::chrono::year{2026} / 9 / 14}};
  const auto given = rights::delegate(as_head, {.org_id = school,
                                                .delegate_id = teacher,
                                                .permission = "account.block",
                                                .scope = "estab",
                                                .valid_to = today + std::chrono::days{30},
                                                .reason = "Référent numérique"});
  BOOST_TEST_REQUIRE(given.has_value());
  BOOST_TEST(reason_of(as_head, teacher, "account.block") == "granted_by_delegation");
  clock->pass(std::chrono::hours{24 * 31});
  as_head = ent::test::acting(portal, head, Profile::head);
  BOOST_TEST(reason_of(as_head, teacher, "account.block") == "not_for_profile");
}

BOOST_AUTO_TEST_CASE(only_what_one_holds_can_be_handed_on) {
  const ent::Date today{std::chrono::sys_days{std::chrono::year{2026} / 9 / 14}};
  const auto refused = rights::delegate(as_head, {.org_id = school,
                                                  .delegate_id = teacher,
                                                  .permission = "mark.write",
                                                  .scope = "taught",
                                                  .valid_to = today + std::chrono::days{30},
                                                  .reason = "essai"});
  BOOST_TEST_REQUIRE(!refused.has_value());
  BOOST_TEST(refused.error().reason == "rights.not_held");
}

BOOST_AUTO_TEST_SUITE_END()
