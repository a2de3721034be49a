#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(sign_in)

BOOST_DATA_TEST_CASE(who_has_a_password_comes_in_under_a_profile, engines(), place) {
  School school(place);
  const auto oriol = school.account_of(school.guest("Claire", "Oriol"));
  BOOST_TEST(oriol.login == "claire.oriol");
  const SignedIn in = school.sign_in(" Claire.Oriol ");
  BOOST_TEST((in.session.profile() == Profile::guest));
  BOOST_TEST((in.session.person_id() == oriol.person_id));
  BOOST_TEST((in.session.account_id() == oriol.account_id));
  BOOST_TEST((in.ends_at == school.clock->now() + 12h));
  BOOST_TEST(in.token.size() == 64U);
  BOOST_TEST(in.device_token.size() == 43U);
}

BOOST_DATA_TEST_CASE(all_that_is_wrong_looks_the_same, engines(), place) {
  School school(place);
  school.account_of(school.guest("Claire", "Oriol"));
  const auto waiting = school.code_of(school.guest("Paul", "Roux"));
  for (const auto& refused :
       {school.try_in(school.portal, "claire.oriol", "un tracteur vert 7"), school.try_in(school.portal, "nobody.here"),
        school.try_in(school.portal, waiting.login), school.try_in(school.portal, waiting.login, waiting.code),
        school.try_in(school.portal, "claire.oriol", std::string(1000, 'x')), school.try_in(school.portal, "", "")}) {
    BOOST_TEST((code(refused) == Errc::unauthenticated));
    BOOST_TEST(reason(refused) == "account.credentials_wrong");
  }
}

BOOST_DATA_TEST_CASE(a_profile_can_be_asked_for_and_must_be_held, engines(), place) {
  School school(place);
  const PersonId oriol = school.staff("Claire", "Oriol", Profile::local_admin);
  school.account_of(oriol);
  school.post(oriol, Profile::teacher);
  BOOST_TEST((school.sign_in("claire.oriol").session.profile() == Profile::teacher));
  const auto in = [&](Profile profile) {
    return school.portal.sign_in({.login = "claire.oriol", .password = good_password, .profile = profile});
  };
  BOOST_TEST((must(in(Profile::local_admin)).session.profile() == Profile::local_admin));
  BOOST_TEST(reason(in(Profile::head)) == "account.profile_not_held");
}

BOOST_DATA_TEST_CASE(who_is_nothing_today_does_not_come_in, engines(), place) {
  School school(place);
  const PersonId oriol = school.guest("Claire", "Oriol");
  school.account_of(oriol);
  school.clock->pass(240h);
  must(person::end_affiliation(school.host, {.org_id = school.org, .person_id = oriol, .profile = Profile::guest}));
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.no_profile");
}

BOOST_DATA_TEST_CASE(a_hash_of_too_low_a_cost_is_replaced_when_the_password_is_at_hand, engines(), place) {
  School school(place);
  const PersonId oriol = school.person("Claire", "Oriol");
  school.post(oriol, Profile::guest);
  school.account_of(oriol);
  constexpr store::Sql strong{"SELECT count(*) FROM account WHERE password LIKE '$argon2id$v=19$m=65536,t=3,p=1$%'"};
  BOOST_TEST(school.count(strong) == 0);
  school.post(oriol, Profile::teacher);
  school.sign_in("claire.oriol");
  BOOST_TEST(school.count(strong) == 1);
  school.sign_in("claire.oriol");
}

BOOST_DATA_TEST_CASE(no_secret_is_in_the_store_in_the_log_or_in_an_error, engines(), place) {
  School school(place);
  const auto oriol = school.account_of(school.guest("Claire", "Oriol"));
  const SignedIn in = school.sign_in("claire.oriol");
  const auto refused = school.try_in(school.portal, "claire.oriol", "un tracteur vert 7");
  BOOST_TEST(refused.error().message.find("tracteur") == std::string::npos);
  BOOST_TEST(refused.error().message.find("oriol") == std::string::npos);
  for (const std::string& line : school.log->lines()) BOOST_TEST(line.find("tracteur") == std::string::npos);
  constexpr store::Sql audit{"SELECT count(*) FROM audit_entry WHERE operation LIKE '%oriol%' OR reason LIKE '%tracteur%'"};
  BOOST_TEST(school.count(audit) == 0);
  BOOST_TEST(school.count({"SELECT count(*) FROM idempotency_key"}) == 0);
}

BOOST_DATA_TEST_CASE(each_try_leaves_one_audit_entry_about_the_person, engines(), place) {
  School school(place);
  const auto oriol = school.account_of(school.guest("Claire", "Oriol"));
  constexpr store::Sql entries{
      "SELECT count(*) FROM audit_entry e JOIN account a ON a.person = e.subject "
      "WHERE e.operation = 'account.sign_in' AND e.outcome = 0"};
  constexpr store::Sql failures{
      "SELECT count(*) FROM audit_entry e JOIN account a ON a.person = e.subject "
      "WHERE e.operation = 'account.sign_in' AND e.outcome = 2 AND e.reason = 'account.credentials_wrong'"};
  school.sign_in("claire.oriol");
  for (const char* wrong : {"x", "y"}) BOOST_TEST(!school.try_in(school.portal, "claire.oriol", wrong));
  BOOST_TEST(school.count(entries) == 1);
  BOOST_TEST(school.count(failures) == 2);
  BOOST_TEST(school.count({"SELECT count(*) FROM audit_entry WHERE operation = 'account.take_try'"}) == 0);
}

BOOST_DATA_TEST_CASE(an_account_has_five_live_sessions_and_one_who_administers_has_one, engines(), place) {
  School school(place);
  const auto oriol = school.account_of(school.guest("Claire", "Oriol"));
  std::vector<SignedIn> in;
  for (int i = 0; i < 6; ++i) {
    in.push_back(school.sign_in("claire.oriol"));
    school.clock->pass(1min);
  }
  BOOST_TEST(reason(school.portal.resume(in[0].token)) == "session.ended");
  for (std::size_t i = 1; i < 6; ++i) BOOST_TEST(reason(school.portal.resume(in[i].token)) == "");

  school.account_of(school.staff("Anne", "Petit", Profile::local_admin));
  const SignedIn first = school.sign_in("anne.petit");
  const SignedIn second = school.sign_in("anne.petit");
  BOOST_TEST(reason(school.portal.resume(first.token)) == "session.ended");
  BOOST_TEST(reason(school.portal.resume(second.token)) == "");
}

BOOST_DATA_TEST_CASE(an_identity_elsewhere_opens_the_account_it_is_linked_to, engines(), place) {
  School school(place);
  const auto oriol = school.code_of(school.guest("Claire", "Oriol"));
  const account::Link link{school.org, oriol.account_id, "https://idp.example", "c-oriol"};
  must(account::link_identity(school.host, link));
  const auto in = [&](Instant asserted_at, const std::string& subject = "c-oriol") {
    return school.portal.sign_in_external({.issuer = "https://idp.example", .subject = subject, .asserted_at = asserted_at});
  };
  const Instant now = school.clock->now();
  BOOST_TEST((must(in(now)).session.account_id() == oriol.account_id));
  BOOST_TEST((must(in(now - 5min)).session.account_id() == oriol.account_id));
  BOOST_TEST(reason(in(now - 5min - 1us)) == "account.assertion_stale");
  BOOST_TEST(reason(in(now + 61s)) == "account.assertion_stale");
  BOOST_TEST(reason(in(now, "another")) == "account.identity_unknown");

  BOOST_TEST(reason(account::link_identity(school.host, link)) == "account.identity_taken");
  const SignedIn held = must(in(now));
  must(account::unlink_identity(school.host, link));
  BOOST_TEST(reason(in(now)) == "account.identity_unknown");
  BOOST_TEST(reason(school.portal.resume(held.token)) == "session.revoked");
}

BOOST_DATA_TEST_CASE(a_closed_portal_lets_nobody_in, engines(), place) {
  School school(place);
  school.portal.close();
  BOOST_TEST(reason(school.try_in(school.portal, "a", "b")) == "closed");
  BOOST_TEST(reason(school.portal.resume("")) == "closed");
  BOOST_TEST(reason(school.portal.activate({})) == "closed");
  BOOST_TEST(reason(school.portal.bootstrap({})) == "closed");
  BOOST_TEST(reason(school.portal.act_as({})) == "closed");
}

BOOST_AUTO_TEST_SUITE_END()
