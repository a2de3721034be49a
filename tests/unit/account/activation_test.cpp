#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(activation)

namespace {

constexpr Date ines_birthday{std::chrono::year{2013} / 5 / 9};

Activate use(const account::Activation& sheet, const std::string& password = good_password) {
  return {.login = sheet.login, .code = sheet.code, .password = password};
}

/// A code of the right form that is not this one.
std::string other_code(const account::Activation& sheet) {
  std::string code = sheet.code;
  code.back() = code.back() == '0' ? '1' : '0';
  return code;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_code_is_used_once_to_choose_a_password, engines(), place) {
  School school(place);
  const auto sheet = school.code_of(school.guest("Claire", "Oriol"));
  BOOST_TEST(sheet.code.size() == 11U);
  BOOST_TEST((sheet.expires_at == school.clock->now() + std::chrono::days{30}));
  const Activated done = must(school.portal.activate(use(sheet)));
  BOOST_TEST((done.account_id == sheet.account_id));
  BOOST_TEST(done.login == "claire.oriol");
  school.sign_in("claire.oriol");
  BOOST_TEST(reason(school.portal.activate(use(sheet, "une autre phrase 9"))) == "account.code_wrong");
}

BOOST_DATA_TEST_CASE(a_code_is_never_kept_as_it_is, engines(), place) {
  School school(place);
  school.code_of(school.guest("Claire", "Oriol"));
  BOOST_TEST(school.count({"SELECT count(*) FROM account_code WHERE hash LIKE '$argon2id$v=19$m=8192,t=2,p=1$%'"}) == 1);
}

BOOST_DATA_TEST_CASE(another_login_may_be_chosen_if_nobody_has_it, engines(), place) {
  School school(place);
  school.code_of(school.guest("Anne", "Petit"));
  const auto sheet = school.code_of(school.guest("Claire", "Oriol"));
  Activate input = use(sheet);
  for (const auto& [wish, refusal] : {std::pair("anne.petit", "account.login_taken"), std::pair("C!", "account.login_malformed")}) {
    input.new_login = wish;
    BOOST_TEST(reason(school.portal.activate(input)) == refusal);
  }
  input.new_login = "C.Oriol";
  BOOST_TEST(must(school.portal.activate(input)).login == "c.oriol");
  school.sign_in("c.oriol");
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.credentials_wrong");
}

BOOST_DATA_TEST_CASE(a_code_is_dead_after_five_wrong_tries, engines(), place) {
  School school(place);
  const auto sheet = school.code_of(school.guest("Claire", "Oriol"));
  Activate wrong = use(sheet);
  wrong.code = other_code(sheet);
  for (int i = 0; i < 5; ++i) BOOST_TEST(reason(school.portal.activate(wrong)) == "account.code_wrong");
  school.clock->pass(1h);
  BOOST_TEST(reason(school.portal.activate(use(sheet))) == "account.code_wrong");
  const auto next = school.code_of(sheet.person_id);
  school.clock->pass(1min);
  must(school.portal.activate(use(next)));
}

BOOST_DATA_TEST_CASE(a_refused_password_costs_no_try, engines(), place) {
  School school(place);
  const auto sheet = school.code_of(school.guest("Claire", "Oriol"));
  for (int i = 0; i < 7; ++i) BOOST_TEST(reason(school.portal.activate(use(sheet, "motdepasse2026"))) == "account.password_common");
  BOOST_TEST(reason(school.portal.activate(use(sheet, "claire.oriol99"))) == "account.password_guessable");
  must(school.portal.activate(use(sheet)));
}

BOOST_DATA_TEST_CASE(a_known_birth_date_is_asked_for_and_guards_the_code, engines(), place) {
  School school(place);
  const auto sheet = school.code_of(school.pupil("Inès", "Bérard", ines_birthday));
  Activate input = use(sheet, "vertige4");
  for (int i = 0; i < 5; ++i) BOOST_TEST(reason(school.portal.activate(input)) == "account.code_wrong");
  school.clock->pass(2s);  // no try of the code was used up, but those of the login slow down
  input.birth_date = ines_birthday + std::chrono::days{1};
  BOOST_TEST(reason(school.portal.activate(input)) == "account.code_wrong");
  school.clock->pass(15min);
  input.birth_date = ines_birthday;
  BOOST_TEST(must(school.portal.activate(input)).login == "ines.berard");
  school.sign_in("ines.berard", "vertige4");
}

BOOST_DATA_TEST_CASE(a_wave_opens_on_its_day_and_closes_after_thirty, engines(), place) {
  School school(place);
  const PersonId oriol = school.guest("Claire", "Oriol");
  const Date opening{std::chrono::year{2026} / 9 / 21};
  const auto sheet =
      must(account::issue_activations(school.host, {.org_id = school.org, .person_ids = {oriol}, .opens_on = opening})).items.at(0);
  BOOST_TEST((sheet.opens_at == Instant{opening} - 2h));  // midnight in Paris, in summer
  school.clock->set(sheet.opens_at - 1us);
  BOOST_TEST(reason(school.portal.activate(use(sheet))) == "account.code_wrong");
  school.clock->set(sheet.expires_at);
  BOOST_TEST(reason(school.portal.activate(use(sheet))) == "account.code_wrong");
  school.clock->set(sheet.expires_at - 1us);
  must(school.portal.activate(use(sheet)));
}

BOOST_DATA_TEST_CASE(a_sheet_is_of_those_who_wait, engines(), place) {
  School school(place);
  const auto zoe = school.guest("Zoé", "Martin");
  const auto adam = school.guest("Adam", "Martin");
  const auto adam_too = school.guest("Adam", "Martin-Roux");
  const auto sheet = [&](bool renew, std::int32_t limit = 100) {
    return must(account::issue_activations(
        school.host, {.org_id = school.org, .profile = Profile::guest, .renew = renew, .limit = limit}));
  };
  const auto first = sheet(false, 2);
  BOOST_TEST_REQUIRE(first.items.size() == 2U);
  BOOST_TEST(first.more);
  BOOST_TEST((first.items[0].person_id == adam && first.items[1].person_id == zoe));
  const auto second = sheet(false, 2);
  BOOST_TEST_REQUIRE(second.items.size() == 1U);
  BOOST_TEST(!second.more);
  BOOST_TEST((second.items[0].person_id == adam_too));
  must(school.portal.activate(use(first.items[0])));
  BOOST_TEST(sheet(false).items.empty());
  BOOST_TEST(sheet(true).items.size() == 2U);
  BOOST_TEST(reason(school.portal.activate(use(first.items[1]))) == "account.code_wrong");  // another one was given
}

BOOST_DATA_TEST_CASE(homonyms_get_numbers, engines(), place) {
  School school(place);
  std::vector<PersonId> people;
  for (int i = 0; i < 10; ++i) {
    people.push_back(must(person::add(school.host, {.org_id = school.org, .family_name = "Martin", .given_name = "Jean",
                                                    .on_match = person::OnMatch::add})).id);
    school.post(people.back(), Profile::guest);
  }
  const auto sheet = must(account::issue_activations(school.host, {.org_id = school.org, .person_ids = people}));
  std::vector<std::string> logins;
  for (const auto& line : sheet.items) logins.push_back(line.login);
  const std::vector<std::string> expected{"jean.martin",  "jean.martin2", "jean.martin3", "jean.martin4", "jean.martin5",
                                          "jean.martin6", "jean.martin7", "jean.martin8", "jean.martin9", "jean.martin10"};
  BOOST_TEST(logins == expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(guardians_have_a_sheet_of_their_own_but_not_those_without_any_right, engines(), place) {
  School school(place);
  const PersonId ines = school.pupil("Inès", "Bérard", ines_birthday);
  const PersonId mother = school.person("Marie", "Bérard");
  const PersonId neighbour = school.person("Luc", "Moreau");
  school.link(mother, ines, 1, 63);
  school.link(neighbour, ines, 7, 0);
  const auto sheet = must(account::issue_activations(school.host, {.org_id = school.org, .profile = Profile::guardian}));
  BOOST_TEST_REQUIRE(sheet.items.size() == 1U);
  BOOST_TEST((sheet.items[0].person_id == mother));
  must(school.portal.activate(use(sheet.items[0])));
  BOOST_TEST((school.sign_in("marie.berard").session.profile() == Profile::guardian));
}

BOOST_DATA_TEST_CASE(a_request_for_codes_names_whom_it_is_for, engines(), place) {
  School school(place);
  const PersonId oriol = school.guest("Claire", "Oriol");
  const auto refusal = [&](const account::IssueActivations& input, const CallOptions& options = {}) {
    return reason(account::issue_activations(school.host, input, options));
  };
  BOOST_TEST(refusal({.org_id = school.org}) == "account.nobody_named");
  BOOST_TEST(refusal({.org_id = school.org, .person_ids = {oriol}, .limit = 0}) == "field.range");
  BOOST_TEST(refusal({.org_id = school.org, .person_ids = {{999}}}) == "person.not_found");
  BOOST_TEST(refusal({.org_id = school.org, .person_ids = {oriol}}, {.idempotency_key = "sheet"}) == "call.key_unfit");
  BOOST_TEST(school.count({"SELECT count(*) FROM account"}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
