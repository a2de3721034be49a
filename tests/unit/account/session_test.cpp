// What becomes of a session: idle, resumed, copied, revoked, in every process at its next call.
#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(sessions)

/// Any call of a session: '' or the reason why it was refused.
inline std::string call(Session& session) { return reason(account::places(session, {})); }

struct Office : School {
  explicit Office(Place place) : School(place) {
    anne = account_of(staff("Anne", "Petit", Profile::local_admin));
    claire = account_of(guest("Claire", "Oriol"));
  }
  Session admin() { return must(portal.act_as({.account_id = anne.account_id, .step_up_at = clock->now()})); }
  account::Target over_claire() const { return {org, claire.account_id}; }

  account::Activation anne, claire;
};

BOOST_DATA_TEST_CASE(a_session_idles_out_and_is_kept_up_by_resuming, engines(), place) {
  Office school(place);
  SignedIn in = school.sign_in("claire.oriol");
  school.clock->pass(2h - 1us);
  BOOST_TEST(call(in.session) == "");
  Resumed again = must(school.portal.resume(in.token));
  BOOST_TEST(again.token == in.token);
  school.clock->pass(2h - 1us);
  BOOST_TEST(call(again.session) == "");
  BOOST_TEST(call(in.session) == "");
  school.clock->pass(1us);
  BOOST_TEST(call(again.session) == "session.idle");
  BOOST_TEST(reason(school.portal.resume(in.token)) == "session.idle");
}

BOOST_DATA_TEST_CASE(staff_idle_out_after_half_an_hour, engines(), place) {
  Office school(place);
  SignedIn in = school.sign_in("anne.petit");
  school.clock->pass(30min - 1us);
  BOOST_TEST(call(in.session) == "");
  school.clock->pass(1us);
  BOOST_TEST(call(in.session) == "session.idle");
}

BOOST_DATA_TEST_CASE(no_session_in_a_browser_lasts_longer_than_twelve_hours, engines(), place) {
  Office school(place);
  SignedIn in = school.sign_in("claire.oriol");
  for (int i = 0; i < 11; ++i) {
    school.clock->pass(1h);
    must(school.portal.resume(in.token));
  }
  school.clock->pass(1h - 1us);
  BOOST_TEST(call(in.session) == "");
  school.clock->pass(1us);
  BOOST_TEST(call(in.session) == "session.ended");
}

BOOST_DATA_TEST_CASE(resuming_writes_at_most_every_five_minutes, engines(), place) {
  Office school(place);
  const SignedIn in = school.sign_in("claire.oriol");
  const std::int64_t seen = school.count({"SELECT max(seen_at) FROM account_session"});
  school.clock->pass(5min - 1us);
  must(school.portal.resume(in.token));
  BOOST_TEST(school.count({"SELECT max(seen_at) FROM account_session"}) == seen);
  school.clock->pass(1us);
  must(school.portal.resume(in.token));
  BOOST_TEST(school.count({"SELECT max(seen_at) FROM account_session"}) == seen + 300'000'000);
  BOOST_TEST(school.count({"SELECT count(*) FROM audit_entry WHERE operation IN ('account.resume', 'account.look_up')"}) == 0);
}

BOOST_DATA_TEST_CASE(a_mobile_has_a_new_token_after_each_use_and_a_copied_one_ends_it, engines(), place) {
  Office school(place);
  const SignedIn in = must(school.portal.sign_in({.login = "claire.oriol", .password = good_password, .mobile = true}));
  BOOST_TEST((in.ends_at == school.clock->now() + std::chrono::days{30}));
  school.clock->pass(20 * 24h);
  Resumed second = must(school.portal.resume(in.token));
  BOOST_TEST(second.token != in.token);
  Resumed third = must(school.portal.resume(second.token));
  BOOST_TEST(call(third.session) == "");
  BOOST_TEST(reason(school.portal.resume(in.token)) == "account.token_reused");
  BOOST_TEST(call(third.session) == "session.ended");
  BOOST_TEST(reason(school.portal.resume(third.token)) == "session.ended");
  BOOST_TEST(school.count({"SELECT count(*) FROM audit_entry WHERE reason = 'account.token_reused'"}) == 1);
}

BOOST_DATA_TEST_CASE(a_mobile_ends_after_thirty_days_whatever_its_use, engines(), place) {
  Office school(place);
  const SignedIn in = must(school.portal.sign_in({.login = "claire.oriol", .password = good_password, .mobile = true}));
  std::string token = in.token;
  for (int day = 0; day < 29; ++day) {
    school.clock->pass(24h);
    token = must(school.portal.resume(token)).token;
  }
  school.clock->pass(24h);
  BOOST_TEST(reason(school.portal.resume(token)) == "session.ended");
}

BOOST_DATA_TEST_CASE(a_token_that_nobody_gave_opens_nothing, engines(), place) {
  Office school(place);
  const SignedIn in = school.sign_in("claire.oriol");
  std::string forged = in.token;
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  for (const std::string& token : {std::string(), std::string("x"), std::string(64, 'A'), forged}) {
    BOOST_TEST(reason(school.portal.resume(token)) == "session.ended");
  }
  must(school.portal.resume(in.token));
}

BOOST_DATA_TEST_CASE(what_ends_a_session_ends_it_in_every_process_at_its_next_call, lasting_places(), place) {
  Office school(place);
  const Portal other = school.open();
  const auto fresh = [&] { return must(other.resume(school.sign_in("claire.oriol").token)).session; };
  Session admin = school.admin();

  Session revoked = fresh();
  BOOST_TEST(call(revoked) == "");
  must(account::revoke_sessions(admin, school.over_claire()));
  BOOST_TEST(call(revoked) == "session.revoked");

  Session blocked = fresh();
  must(account::block(admin, school.over_claire()));
  BOOST_TEST(call(blocked) == "account.blocked");
  BOOST_TEST(reason(school.try_in(other, "claire.oriol")) == "account.blocked");
  must(account::unblock(admin, school.over_claire()));
  BOOST_TEST(call(blocked) == "session.revoked");

  SignedIn in = school.sign_in("claire.oriol");
  Session left = must(other.resume(in.token)).session;
  must(school.portal.sign_out(in.session));
  must(school.portal.sign_out(in.session));
  BOOST_TEST(call(left) == "session.ended");

  Session reset = fresh();
  must(account::reset_password(admin, school.over_claire()));
  BOOST_TEST(call(reset) == "session.revoked");
}

BOOST_DATA_TEST_CASE(one_ends_ones_own_sessions_one_by_one, engines(), place) {
  Office school(place);
  SignedIn here = school.sign_in("claire.oriol");
  school.clock->pass(1min);
  SignedIn there = must(school.portal.sign_in({.login = "claire.oriol", .password = good_password, .device_name = "Téléphone", .mobile = true}));
  const auto list = must(account::sessions(here.session, {})).items;
  BOOST_TEST_REQUIRE(list.size() == 2U);
  BOOST_TEST(list[0].device_name == "Téléphone");
  BOOST_TEST((list[0].kind == account::SessionKind::mobile && list[1].kind == account::SessionKind::browser));
  BOOST_TEST((!list[0].current && list[1].current));
  must(account::end_session(here.session, {list[0].id}));
  BOOST_TEST(call(there.session) == "session.ended");
  BOOST_TEST(must(account::sessions(here.session, {})).items.size() == 1U);
  BOOST_TEST(reason(account::end_session(here.session, {{1}})) == "account.session_not_found");

  SignedIn anne = school.sign_in("anne.petit");
  BOOST_TEST(reason(account::end_session(anne.session, {list[1].id})) == "account.session_not_found");
}

BOOST_DATA_TEST_CASE(a_forgotten_device_takes_its_sessions_with_it, engines(), place) {
  Office school(place);
  SignedIn phone = school.sign_in("claire.oriol");
  school.clock->pass(1min);
  SignedIn desk = school.sign_in("claire.oriol");
  const auto known = must(account::devices(desk.session, {})).items;
  BOOST_TEST_REQUIRE(known.size() == 2U);
  must(account::forget_device(desk.session, {known[1].id}));
  BOOST_TEST(call(phone.session) == "session.ended");
  BOOST_TEST(call(desk.session) == "");
  BOOST_TEST(must(account::devices(desk.session, {})).items.size() == 1U);
  BOOST_TEST(reason(account::forget_device(desk.session, {known[1].id})) == "account.device_not_found");
}

BOOST_DATA_TEST_CASE(an_account_remembers_twenty_devices, engines(), place) {
  Office school(place);
  std::vector<SignedIn> in;
  for (int i = 0; i < 21; ++i) {
    in.push_back(school.sign_in("claire.oriol"));
    school.clock->pass(1s);
  }
  const auto known = must(account::devices(in.back().session, {})).items;
  BOOST_TEST(known.size() == 20U);
  BOOST_TEST((known.front().seen_at == FrozenClock::first + 20s));
  BOOST_TEST((known.back().seen_at == FrozenClock::first + 1s));
}

BOOST_DATA_TEST_CASE(changing_the_password_ends_the_other_sessions, engines(), place) {
  Office school(place);
  SignedIn here = school.sign_in("claire.oriol");
  SignedIn there = school.sign_in("claire.oriol");
  const auto change = [&](const std::string& current, const std::string& next) {
    return reason(account::change_password(here.session, {current, next}));
  };
  BOOST_TEST(change("wrong", "une brouette verte 3") == "account.password_wrong");
  BOOST_TEST(change(good_password, "court") == "account.password_too_short");
  BOOST_TEST(change(good_password, "oriol claire 12") == "account.password_guessable");
  BOOST_TEST(change(good_password, std::string(257, 'x')) == "text.too_long");
  BOOST_TEST(call(there.session) == "");
  BOOST_TEST(change(good_password, "une brouette verte 3") == "");
  BOOST_TEST(call(here.session) == "");
  BOOST_TEST(call(there.session) == "session.revoked");
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.credentials_wrong");
  school.sign_in("claire.oriol", "une brouette verte 3");
  BOOST_TEST(school.count({"SELECT count(*) FROM idempotency_key"}) == 0);
  const auto keyed = account::change_password(here.session, {"a", "b"}, {.idempotency_key = "k"});
  BOOST_TEST(reason(keyed) == "call.key_unfit");
}

BOOST_DATA_TEST_CASE(who_holds_a_session_can_not_guess_its_password_fast, engines(), place) {
  Office school(place);
  SignedIn in = school.sign_in("claire.oriol");
  for (int i = 0; i < 3; ++i) BOOST_TEST(reason(in.session.step_up("wrong")) == "account.credentials_wrong");
  for (int i = 0; i < 2; ++i) {
    BOOST_TEST(reason(account::change_password(in.session, {"wrong", "une brouette verte 3"})) == "account.password_wrong");
  }
  BOOST_TEST(reason(in.session.step_up(good_password)) == "account.try_later");
  BOOST_TEST(reason(account::change_password(in.session, {good_password, "une brouette verte 3"})) == "account.try_later");
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "");  // the front door is counted by itself
  school.clock->pass(1s);
  BOOST_TEST(reason(in.session.step_up(good_password)) == "");
}

BOOST_DATA_TEST_CASE(a_second_proof_is_recent_for_ten_minutes, engines(), place) {
  Office school(place);
  SignedIn in = school.sign_in("anne.petit");
  const auto block = [&](Session& session) { return reason(account::block(session, school.over_claire())); };
  BOOST_TEST(block(in.session) == "access.step_up_needed");
  must(in.session.step_up(good_password));
  BOOST_TEST(block(in.session) == "");
  school.clock->pass(10min - 1us);
  Session resumed = must(school.portal.resume(in.token)).session;  // the session keeps it, not the handle
  BOOST_TEST(reason(account::unblock(resumed, school.over_claire())) == "");
  school.clock->pass(1us);
  BOOST_TEST(block(in.session) == "access.step_up_needed");
  BOOST_TEST(block(resumed) == "access.step_up_needed");
}

BOOST_DATA_TEST_CASE(one_switches_profile_without_signing_in_again, engines(), place) {
  Office school(place);
  const PersonId child = school.pupil("Lou", "Petit", Date{std::chrono::year{2014} / 3 / 2});
  school.link(school.anne.person_id, child, 1, 63);
  SignedIn in = school.sign_in("anne.petit");
  const auto places = must(account::places(in.session, {})).items;
  BOOST_TEST_REQUIRE(places.size() == 2U);
  BOOST_TEST((places[0].profile == Profile::local_admin && places[1].profile == Profile::guardian));
  Session parent = must(in.session.switch_profile(Profile::guardian));
  BOOST_TEST((parent.profile() == Profile::guardian));
  BOOST_TEST((in.session.profile() == Profile::local_admin));
  BOOST_TEST(reason(account::get(parent, {.org_id = school.org, .account_id = school.claire.account_id})) == "account.not_found");
  BOOST_TEST((must(school.portal.resume(in.token)).session.profile() == Profile::guardian));
  school.clock->pass(1h);  // as a guardian it idles out after two
  BOOST_TEST(call(parent) == "");
  BOOST_TEST(reason(parent.switch_profile(Profile::head)) == "account.profile_not_held");
  BOOST_TEST(reason(school.host.switch_profile(Profile::head)) == "account.profile_not_held");
  must(school.portal.sign_out(parent));
  BOOST_TEST(reason(parent.switch_profile(Profile::guardian)) == "session.ended");
}

BOOST_AUTO_TEST_SUITE_END()
