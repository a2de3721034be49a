// How a portal begins, how a host vouches for people, and who looks in for whom.
#include <thread>

#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(doors)

inline Bootstrap first_school(const std::string& uai = "0951099D") {
  return {.uai = uai, .establishment_name = "Collège des Tilleuls", .family_name = " Petit ", .given_name = "Anne"};
}

BOOST_DATA_TEST_CASE(an_empty_portal_is_bootstrapped_once, places(), place) {
  const PortalStore fresh(place);
  const Portal portal = must(Portal::open(fresh.uri()));
  Bootstrap wrong = first_school("12");
  wrong.given_name = " ";
  BOOST_TEST(reason(portal.bootstrap(wrong)) == "text.too_short");
  BOOST_TEST(reason(portal.bootstrap(first_school("12"))) == "org.uai_malformed");

  const Bootstrapped begun = must(portal.bootstrap(first_school()));
  BOOST_TEST(begun.account.login == "anne.petit");
  BOOST_TEST(begun.account.family_name == "Petit");
  BOOST_TEST(reason(portal.bootstrap(first_school("0951098C"))) == "portal.not_empty");

  must(portal.activate({.login = "anne.petit", .code = begun.account.code, .password = good_password}));
  Session anne = must(portal.sign_in({.login = "anne.petit", .password = good_password})).session;
  BOOST_TEST((anne.profile() == Profile::local_admin));
  BOOST_TEST(must(org::get(anne, {.id = begun.establishment_id})).name == "Collège des Tilleuls");
  const auto oriol = must(person::add(anne, {.org_id = begun.establishment_id, .family_name = "Oriol", .given_name = "Claire"}));
  must(anne.step_up(good_password));
  must(person::affiliate(anne, {.org_id = begun.establishment_id, .person_id = oriol.id, .profile = Profile::teacher}));
  BOOST_TEST(must(person::get(anne, {begun.establishment_id, oriol.id})).family_name == "Oriol");
}

BOOST_DATA_TEST_CASE(a_portal_with_a_school_is_not_empty, engines(), place) {
  School school(place);
  BOOST_TEST(reason(school.portal.bootstrap(first_school("0951098C"))) == "portal.not_empty");
}

BOOST_DATA_TEST_CASE(of_two_bootstraps_at_once_one_is_done, lasting_places(), place) {
  const PortalStore fresh(place);
  const Portal portals[] = {must(Portal::open(fresh.uri())), must(Portal::open(fresh.uri()))};
  std::string reasons[4];
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < 4; ++i) {
    callers.emplace_back([&, i] { reasons[i] = reason(portals[i % 2].bootstrap(first_school("095109" + std::to_string(i) + "D"))); });
  }
  for (std::thread& caller : callers) caller.join();
  BOOST_TEST(std::count(std::begin(reasons), std::end(reasons), "") == 1);
  BOOST_TEST(std::count(std::begin(reasons), std::end(reasons), "portal.not_empty") == 3);
  Session host = portals[0].system();
  BOOST_TEST(must(org::list(host, {})).items.size() == 1U);
}

struct Support : School {
  explicit Support(Place place) : School(place) {
    claire = code_of(guest("Claire", "Oriol"));
    anne = code_of(staff("Anne", "Petit", Profile::local_admin));
  }
  Session of(const account::Activation& who, bool stepped_up = true) {
    ActAs input{.account_id = who.account_id};
    if (stepped_up) input.step_up_at = clock->now();
    return must(portal.act_as(input));
  }
  Impersonate look_in(const std::string& code) const { return {org, claire.account_id, code, Profile::guest}; }

  account::Activation claire, anne;
};

BOOST_DATA_TEST_CASE(a_host_vouches_for_people_who_need_no_password, engines(), place) {
  Support school(place);
  Session claire = must(school.portal.act_as({.person_id = school.claire.person_id}));
  BOOST_TEST((claire.account_id() == school.claire.account_id));
  BOOST_TEST((claire.profile() == Profile::guest));
  BOOST_TEST(reason(account::places(claire, {})) == "");

  const auto refusal = [&](const ActAs& input) { return reason(school.portal.act_as(input)); };
  const AccountId id = school.claire.account_id;
  BOOST_TEST(refusal({}) == "account.one_key");
  BOOST_TEST(refusal({.account_id = id, .person_id = school.claire.person_id}) == "account.one_key");
  BOOST_TEST(refusal({.account_id = AccountId{999}}) == "account.not_found");
  BOOST_TEST(refusal({.account_id = id, .profile = Profile::head}) == "account.profile_not_held");
  BOOST_TEST(refusal({.account_id = id, .step_up_at = school.clock->now() + 1us}) == "account.step_up_later");
  BOOST_TEST(reason(claire.step_up("x")) == "account.no_password");
}

BOOST_DATA_TEST_CASE(a_session_that_a_host_vouches_for_ends_as_others_do, lasting_places(), place) {
  Support school(place);
  const Portal other = school.open();
  Session anne = school.of(school.anne);
  Session claire = must(other.act_as({.account_id = school.claire.account_id}));
  must(account::revoke_sessions(anne, {school.org, school.claire.account_id}));
  BOOST_TEST(reason(account::places(claire, {})) == "session.revoked");
  BOOST_TEST(reason(claire.switch_profile(Profile::guest)) == "session.revoked");
  claire = must(other.act_as({.account_id = school.claire.account_id}));
  must(account::block(anne, {school.org, school.claire.account_id}));
  BOOST_TEST(reason(account::places(claire, {})) == "account.blocked");
  BOOST_TEST(reason(other.act_as({.account_id = school.claire.account_id})) == "account.blocked");
}

BOOST_DATA_TEST_CASE(the_hosts_second_proof_counts_for_ten_minutes, engines(), place) {
  Support school(place);
  const account::Target over_claire{school.org, school.claire.account_id};
  Session late = must(school.portal.act_as({.account_id = school.anne.account_id, .step_up_at = school.clock->now() - 10min}));
  BOOST_TEST(reason(account::block(late, over_claire)) == "access.step_up_needed");
  Session fresh = must(school.portal.act_as({.account_id = school.anne.account_id, .step_up_at = school.clock->now() - 10min + 1us}));
  BOOST_TEST(reason(account::block(fresh, over_claire)) == "");
}

BOOST_DATA_TEST_CASE(who_is_let_in_reads_for_half_an_hour_and_is_seen, engines(), place) {
  Support school(place);
  Session claire = school.of(school.claire);
  Session anne = school.of(school.anne);
  const std::string code = must(account::allow_impersonation(claire, {})).code;
  Session reader = must(school.portal.impersonate(anne, school.look_in(code)));
  BOOST_TEST((reader.person_id() == school.claire.person_id));
  BOOST_TEST(must(account::places(reader, {})).items.size() == 1U);
  BOOST_TEST(reason(account::allow_impersonation(reader, {})) == "session.impersonated");
  BOOST_TEST(reason(reader.switch_profile(Profile::guest)) == "session.impersonated");
  BOOST_TEST(reason(reader.step_up("x")) == "session.impersonated");

  constexpr store::Sql both{
      "SELECT count(*) FROM audit_entry e JOIN account a ON a.person = e.impersonator JOIN account b ON b.person = e.person "
      "WHERE a.login = 'anne.petit' AND b.login = 'claire.oriol' AND e.operation = 'account.places'"};
  BOOST_TEST(school.count(both) == 1);
  const auto seen = must(account::sessions(claire, {})).items;
  BOOST_TEST_REQUIRE(seen.size() == 1U);
  BOOST_TEST((seen[0].kind == account::SessionKind::impersonation));
  BOOST_TEST((seen[0].reader_id == school.anne.person_id));

  school.clock->pass(30min - 1us);
  BOOST_TEST(reason(account::places(reader, {})) == "");
  school.clock->pass(1us);
  BOOST_TEST(reason(account::places(reader, {})) == "session.ended");
  BOOST_TEST(must(account::sessions(claire, {})).items.size() == 1U);  // still told
}

BOOST_DATA_TEST_CASE(consent_is_one_code_used_once_and_can_be_taken_back, engines(), place) {
  Support school(place);
  Session claire = school.of(school.claire);
  Session anne = school.of(school.anne);
  const auto refusal = [&](const std::string& code) { return reason(school.portal.impersonate(anne, school.look_in(code))); };
  BOOST_TEST(refusal("00000-00000") == "account.code_wrong");
  std::string code = must(account::allow_impersonation(claire, {})).code;
  BOOST_TEST(refusal("00000-00000") == "account.code_wrong");
  Session reader = must(school.portal.impersonate(anne, school.look_in(code)));
  BOOST_TEST(refusal(code) == "account.code_wrong");

  must(account::end_session(claire, {must(account::sessions(claire, {})).items.at(0).id}));
  BOOST_TEST(reason(account::places(reader, {})) == "session.ended");

  code = must(account::allow_impersonation(claire, {})).code;
  school.clock->pass(15min);
  anne = school.of(school.anne);
  BOOST_TEST(refusal(code) == "account.code_wrong");

  code = must(account::allow_impersonation(claire, {})).code;
  for (int i = 0; i < 5; ++i) BOOST_TEST(refusal("00000-00000") == "account.code_wrong");
  BOOST_TEST(refusal(code) == "account.code_wrong");
}

BOOST_DATA_TEST_CASE(only_who_has_the_right_and_a_second_proof_looks_in, engines(), place) {
  Support school(place);
  Session claire = school.of(school.claire);
  const std::string code = must(account::allow_impersonation(claire, {})).code;
  const auto head = school.code_of(school.staff("Paul", "Roux", Profile::head));
  Session principal = school.of(head);
  Session unproved = school.of(school.anne, false);
  for (int i = 0; i < 6; ++i) BOOST_TEST(reason(school.portal.impersonate(principal, school.look_in("00000-00000"))) == "access.denied");
  BOOST_TEST(reason(school.portal.impersonate(unproved, school.look_in(code))) == "access.step_up_needed");
  BOOST_TEST(reason(school.portal.impersonate(school.host, school.look_in(code))) == "access.denied");
  Session anne = school.of(school.anne);
  Session reader = must(school.portal.impersonate(anne, school.look_in(code)));  // no try was used up by the others
  must(account::block(principal, {school.org, school.anne.account_id}));
  BOOST_TEST(reason(account::places(reader, {})) == "session.revoked");

  const School elsewhere(place);
  BOOST_TEST(reason(elsewhere.portal.impersonate(anne, school.look_in(code))) == "session.other_portal");
}

BOOST_AUTO_TEST_SUITE_END()
