// What staff does with the accounts of others, and what services learn.
#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(management)

struct Staffed : School {
  explicit Staffed(Place place) : School(place) {
    claire = account_of(guest("Claire", "Oriol"));
    head = code_of(staff("Paul", "Roux", Profile::head));
    teacher = code_of(staff("Luc", "Moreau", Profile::teacher));
  }
  Session of(const account::Activation& who) {
    return must(portal.act_as({.account_id = who.account_id, .step_up_at = clock->now()}));
  }
  account::Target over_claire() const { return {org, claire.account_id}; }

  account::Activation claire, head, teacher;
};

BOOST_DATA_TEST_CASE(an_account_is_found_by_itself_or_by_its_person, engines(), place) {
  Staffed school(place);
  Session head = school.of(school.head);
  const auto by_account = must(account::get(head, {.org_id = school.org, .account_id = school.claire.account_id}));
  const auto by_person = must(account::get(head, {.org_id = school.org, .person_id = school.claire.person_id}));
  BOOST_TEST((by_account.id == by_person.id));
  BOOST_TEST(by_account.login == "claire.oriol");
  BOOST_TEST((by_account.state == account::State::active));
  BOOST_TEST((by_account.activated_at == school.clock->now()));
  BOOST_TEST(!by_account.code_expires_at.has_value());
  BOOST_TEST(reason(account::get(head, {.org_id = school.org})) == "account.one_key");
  BOOST_TEST(reason(account::get(head, {.org_id = school.org, .account_id = AccountId{99}})) == "account.not_found");
  const auto waiting = must(account::get(head, {.org_id = school.org, .account_id = school.teacher.account_id}));
  BOOST_TEST((waiting.state == account::State::pending));
  BOOST_TEST((waiting.code_expires_at == school.clock->now() + std::chrono::days{30}));
}

BOOST_DATA_TEST_CASE(who_may_not_know_of_an_account_finds_none, engines(), place) {
  Staffed school(place);
  Session teacher = school.of(school.teacher);
  BOOST_TEST(reason(account::get(teacher, {.org_id = school.org, .account_id = school.claire.account_id})) == "account.not_found");
  BOOST_TEST(reason(account::block(teacher, school.over_claire())) == "account.not_found");
  BOOST_TEST(reason(account::reset_password(teacher, school.over_claire())) == "account.not_found");
  BOOST_TEST(reason(account::change_login(teacher, {school.org, school.claire.account_id, "x.y"})) == "account.not_found");
  BOOST_TEST(reason(account::revoke_sessions(teacher, school.over_claire())) == "account.not_found");
  BOOST_TEST(reason(account::issue_activations(teacher, {.org_id = school.org, .person_ids = {school.claire.person_id}})) != "");
  BOOST_TEST(reason(account::get(teacher, {.org_id = school.org, .account_id = school.teacher.account_id})) == "");
}

BOOST_DATA_TEST_CASE(a_reset_takes_the_password_and_gives_a_code_and_a_day_of_hold, engines(), place) {
  Staffed school(place);
  Session head = school.of(school.head);
  const SignedIn known = school.sign_in("claire.oriol");
  const auto reset = must(account::reset_password(head, school.over_claire()));
  BOOST_TEST((reset.expires_at == school.clock->now() + 72h));
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.credentials_wrong");
  school.clock->pass(48h);
  must(school.portal.activate({.login = "claire.oriol", .code = reset.code, .password = "une brouette verte 3"}));
  const SignedIn in = must(school.portal.sign_in(
      {.login = "claire.oriol", .password = "une brouette verte 3", .device_token = known.device_token}));
  BOOST_TEST(in.device_token != known.device_token);  // devices are known anew
  const auto held = [&] {
    Session now = school.of(school.head);
    return must(account::get(now, {.org_id = school.org, .account_id = school.claire.account_id})).hold_until;
  };
  BOOST_TEST((held() == school.clock->now() + 24h));
  school.clock->pass(24h);
  BOOST_TEST(!held().has_value());
}

BOOST_DATA_TEST_CASE(a_reset_code_lasts_three_days, engines(), place) {
  Staffed school(place);
  Session head = school.of(school.head);
  const auto reset = must(account::reset_password(head, school.over_claire()));
  school.clock->pass(72h);
  BOOST_TEST(reason(school.portal.activate({.login = "claire.oriol", .code = reset.code, .password = good_password})) == "account.code_wrong");
}

BOOST_DATA_TEST_CASE(blocking_is_told_from_its_reverse_and_keeps_the_password, engines(), place) {
  Staffed school(place);
  Session head = school.of(school.head);
  BOOST_TEST(reason(account::unblock(head, school.over_claire())) == "account.not_blocked");
  const auto blocked = must(account::block(head, school.over_claire()));
  BOOST_TEST((blocked.state == account::State::blocked));
  BOOST_TEST(reason(account::block(head, school.over_claire())) == "account.blocked");
  BOOST_TEST(reason(account::reset_password(head, school.over_claire())) == "account.blocked");
  BOOST_TEST(reason(account::unblock(head, school.over_claire(), {.if_revision = blocked.revision - 1})) == "call.stale_revision");
  BOOST_TEST((must(account::unblock(head, school.over_claire(), {.if_revision = blocked.revision})).state == account::State::active));
  school.sign_in("claire.oriol");
  const account::Target over_teacher{school.org, school.teacher.account_id};
  must(account::block(head, over_teacher));
  BOOST_TEST((must(account::unblock(head, over_teacher)).state == account::State::pending));
}

BOOST_DATA_TEST_CASE(a_login_is_changed_and_the_old_one_is_free, engines(), place) {
  Staffed school(place);
  Session head = school.of(school.head);
  const auto change = [&](const std::string& login) {
    return account::change_login(head, {school.org, school.claire.account_id, login});
  };
  BOOST_TEST(reason(change("no good")) == "account.login_malformed");
  BOOST_TEST(reason(change("paul.roux")) == "account.login_taken");
  BOOST_TEST(must(change(" Claire.O ")).login == "claire.o");
  BOOST_TEST(must(change("claire.o")).login == "claire.o");
  school.sign_in("claire.o");
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.credentials_wrong");
  BOOST_TEST(school.code_of(school.guest("Claire", "Oriol-Blanc")).login == "claire.oriol-blanc");
  const PersonId namesake = must(person::add(school.host, {.org_id = school.org, .family_name = "Oriol", .given_name = "Claire",
                                                           .on_match = person::OnMatch::add})).id;
  school.post(namesake, Profile::guest);
  BOOST_TEST(school.code_of(namesake).login == "claire.oriol");
}

BOOST_DATA_TEST_CASE(ones_own_sessions_are_revoked_but_for_the_one_that_asks, engines(), place) {
  Staffed school(place);
  SignedIn here = school.sign_in("claire.oriol");
  SignedIn there = school.sign_in("claire.oriol");
  must(account::revoke_sessions(here.session, school.over_claire()));
  BOOST_TEST(reason(account::places(here.session, {})) == "");
  BOOST_TEST(reason(account::places(there.session, {})) == "session.revoked");
}

BOOST_DATA_TEST_CASE(identities_are_listed_for_who_manages_them, engines(), place) {
  Staffed school(place);
  const account::Link link{school.org, school.claire.account_id, "https://idp.example", "c-oriol"};
  must(account::link_identity(school.host, link));
  const auto list = must(account::identities(school.host, school.over_claire())).items;
  BOOST_TEST_REQUIRE(list.size() == 1U);
  BOOST_TEST(list[0].subject == "c-oriol");
  Session head = school.of(school.head);
  BOOST_TEST(reason(account::identities(head, school.over_claire())) == "access.denied");
  BOOST_TEST(reason(account::unlink_identity(school.host, {school.org, school.teacher.account_id, link.issuer, link.subject})) ==
             "account.identity_not_found");
  BOOST_TEST(reason(account::link_identity(school.host, {school.org, school.claire.account_id, "", "x"})) == "text.too_short");
}

BOOST_DATA_TEST_CASE(a_service_learns_what_was_declared_for_it_and_no_more, engines(), place) {
  Staffed school(place);
  const auto admin = school.code_of(school.staff("Anne", "Petit", Profile::local_admin));
  Session anne = school.of(admin);
  using account::Attribute;
  must(account::declare_service(anne, {school.org, "maps", "Cartes", {Attribute::given_name, Attribute::establishment},
                                       {Profile::guest, Profile::teacher}}));
  must(account::declare_service(anne, {school.org, "all", "Tout",
                                       {Attribute::login, Attribute::given_name, Attribute::family_name, Attribute::birth_date,
                                        Attribute::profile, Attribute::establishment, Attribute::person_id},
                                       {Profile::guest}}));
  Session claire = school.of(school.claire);
  const auto maps = must(account::attributes(claire, {school.org, "maps"}));
  BOOST_TEST(maps.given_name.value() == "Claire");
  BOOST_TEST(maps.establishment.value() == "0951099D");
  BOOST_TEST((!maps.login && !maps.family_name && !maps.birth_date && !maps.profile && !maps.person_id));
  BOOST_TEST(maps.subject.size() == 43U);

  const auto all = must(account::attributes(claire, {school.org, "all"}));
  BOOST_TEST(all.login.value() == "claire.oriol");
  BOOST_TEST(all.family_name.value() == "Oriol");
  BOOST_TEST((all.profile == Profile::guest));
  BOOST_TEST((all.person_id == school.claire.person_id));
  BOOST_TEST(!all.birth_date.has_value());  // not known
  BOOST_TEST(all.subject != maps.subject);  // no service can compare notes with another
  BOOST_TEST(must(account::attributes(claire, {school.org, "maps"})).subject == maps.subject);
  Session teacher = school.of(school.teacher);
  BOOST_TEST(must(account::attributes(teacher, {school.org, "maps"})).subject != maps.subject);
  BOOST_TEST(reason(account::attributes(teacher, {school.org, "all"})) == "account.service_not_found");

  must(account::declare_service(anne, {school.org, "maps", "Cartes", {}, {Profile::guest}}));
  BOOST_TEST(!must(account::attributes(claire, {school.org, "maps"})).given_name.has_value());
  const auto declared = must(account::services(anne, {school.org})).items;
  BOOST_TEST_REQUIRE(declared.size() == 2U);
  BOOST_TEST(declared[0].code == "all");
  BOOST_TEST(declared[0].attributes.size() == 7U);
  must(account::withdraw_service(anne, {school.org, "maps"}));
  BOOST_TEST(reason(account::withdraw_service(anne, {school.org, "maps"})) == "account.service_not_found");
  BOOST_TEST(reason(account::attributes(claire, {school.org, "maps"})) == "account.service_not_found");
}

BOOST_DATA_TEST_CASE(a_service_is_declared_well_and_by_who_may, engines(), place) {
  Staffed school(place);
  const auto admin = school.code_of(school.staff("Anne", "Petit", Profile::local_admin));
  Session anne = school.of(admin);
  for (const char* code : {"", "Maps", "a b", "12345678901234567890123456789012345678901"}) {
    BOOST_TEST(reason(account::declare_service(anne, {school.org, code, "Cartes", {}, {Profile::guest}})) == "account.service_code_malformed");
  }
  BOOST_TEST(reason(account::declare_service(anne, {school.org, "maps", "", {}, {Profile::guest}})) == "text.too_short");
  BOOST_TEST(reason(account::declare_service(anne, {school.org, "maps", "Cartes", {}, {}})) == "account.nobody_named");
  Session head = school.of(school.head);
  BOOST_TEST(reason(account::declare_service(head, {school.org, "maps", "Cartes", {}, {Profile::guest}})) == "access.denied");
}

BOOST_AUTO_TEST_SUITE_END()
