// What is well-formed, and who may be what where.
#include "person/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::person;
using ent::Function;
using ent::Profile;
using Kind = ent::org::Kind;

constexpr ent::Date today{std::chrono::year{2026} / 9 / 14};

/// The reasons by which the fields were refused, "/family_name text.too_short; ...".
std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

Add somebody() { return {.family_name = "Lefèvre", .given_name = "Élodie"}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(person_rules)

BOOST_AUTO_TEST_CASE(a_person_has_two_names) {
  BOOST_TEST(told(well_formed(somebody(), today)).empty());
  Add nobody{.family_name = " \t", .given_name = ""};
  BOOST_TEST(told(well_formed(nobody, today)) == "/family_name text.too_short; /given_name text.too_short");
  Add longest = somebody();
  longest.family_name = std::string(100, 'a');
  BOOST_TEST(told(well_formed(longest, today)).empty());
  longest.family_name += 'a';
  BOOST_TEST(told(well_formed(longest, today)) == "/family_name text.too_long");
}

BOOST_AUTO_TEST_CASE(nobody_is_born_tomorrow_or_in_another_age) {
  Add person = somebody();
  person.birth_date = today;
  BOOST_TEST(told(well_formed(person, today)).empty());
  person.birth_date = today + std::chrono::days{1};
  BOOST_TEST(told(well_formed(person, today)) == "/birth_date person.birth_date_range");
  person.birth_date = ent::Date{std::chrono::year{1900} / 1 / 1};
  BOOST_TEST(told(well_formed(person, today)).empty());
  person.birth_date = ent::Date{std::chrono::year{1899} / 12 / 31};
  BOOST_TEST(told(well_formed(person, today)) == "/birth_date person.birth_date_range");
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_refused) {
  BOOST_TEST(is_email("lea@example.org"));
  BOOST_TEST(is_email("léa.o'brien+ecole@exämple.org"));
  for (const char* wrong : {"", "lea", "@example.org", "lea@", "lea@example@org", "lea @example.org", "lea@example.org\n"}) {
    BOOST_TEST(!is_email(wrong), wrong);
  }
  BOOST_TEST(is_email(std::string(242, 'a') + "@example.org"));
  BOOST_TEST(!is_email(std::string(243, 'a') + "@example.org"));
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused) {
  for (const char* right : {"06 12 34 56 78", "+33 6 12 34 56 78", "(0)612.34-56", "3919"}) BOOST_TEST(is_phone(right), right);
  for (const char* wrong : {"", "112", "06 12 34 56 78 90 12 34", "06/12/34/56", "zéro six", "+-.()"}) {
    BOOST_TEST(!is_phone(wrong), wrong);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_text_takes_a_contact_away) {
  SetContact input{.email = "", .mobile = ""};
  BOOST_TEST(told(well_formed(input)).empty());
  input.mobile = "12";
  BOOST_TEST(told(well_formed(input)) == "/mobile person.phone_malformed");
}

BOOST_AUTO_TEST_CASE(who_moves_goes_to_one_place) {
  const Address address{.lines = {"1 rue des Lilas"}, .postal_code = "99001", .town = "Montfleury"};
  BOOST_TEST(told(well_formed(Move{.address = address})).empty());
  BOOST_TEST(told(well_formed(Move{.to_person_id = ent::PersonId{1}})).empty());
  BOOST_TEST(told(well_formed(Move{})) == "/address person.one_address");
  BOOST_TEST(told(well_formed(Move{.address = address, .to_person_id = ent::PersonId{1}})) == "/address person.one_address");
  Address wrong{.lines = {"1 rue des Lilas", ""}, .postal_code = "", .town = "Montfleury", .country = "fr"};
  BOOST_TEST(told(well_formed(Move{.address = wrong})) ==
             "/address/lines/1 text.too_short; /address/postal_code text.too_short; "
             "/address/country person.country_malformed");
  wrong = address;
  wrong.lines.clear();
  BOOST_TEST(told(well_formed(Move{.address = wrong})) == "/address/lines field.range");
}

BOOST_AUTO_TEST_CASE(feeds_have_plain_names) {
  BOOST_TEST(told(well_formed(Refer{.feed = "aaf:90", .key = "12"})).empty());
  BOOST_TEST(told(well_formed(Refer{.feed = "AAF", .key = ""})) == "/feed person.feed_malformed; /key text.too_short");
}

BOOST_AUTO_TEST_CASE(schools_have_teachers_and_academies_have_inspectors) {
  BOOST_TEST(profile_fits(Kind::establishment, Profile::teacher));
  BOOST_TEST(!profile_fits(Kind::academy, Profile::teacher));
  BOOST_TEST(profile_fits(Kind::circonscription, Profile::academy));
  BOOST_TEST(!profile_fits(Kind::establishment, Profile::academy));
  BOOST_TEST(profile_fits(Kind::department, Profile::academy));
  BOOST_TEST(profile_fits(Kind::department, Profile::authority));
  BOOST_TEST(!profile_fits(Kind::circonscription, Profile::authority));
  BOOST_TEST(profile_fits(Kind::municipality, Profile::authority));
  BOOST_TEST(profile_fits(Kind::municipality, Profile::local_admin));
  for (const Kind kind : {Kind::academy, Kind::establishment}) BOOST_TEST(!profile_fits(kind, Profile::system));
}

BOOST_AUTO_TEST_CASE(a_function_belongs_to_its_profile) {
  BOOST_TEST(function_fits(Function::cpe, Profile::school_life));
  BOOST_TEST(!function_fits(Function::cpe, Profile::teacher));
  BOOST_TEST(function_fits(Function::harassment_referent, Profile::teacher));
  BOOST_TEST(!function_fits(Function::nurse, Profile::system));
}

BOOST_AUTO_TEST_CASE(pupils_and_guardians_follow_from_other_facts) {
  BOOST_TEST(profile_derived(Profile::pupil, {}));
  BOOST_TEST(profile_derived(Profile::guardian, {}));
  BOOST_TEST(!profile_derived(Profile::pupil, Function::pupil_delegate));
  BOOST_TEST(!profile_derived(Profile::teacher, {}));
}

BOOST_AUTO_TEST_CASE(names_sort_family_by_family) {
  BOOST_TEST(sort_key("Le", "Zoé") < sort_key("Le Bihan", "Anne"));
  BOOST_TEST(sort_key("LEFÈVRE", "Léa") == "lefevre\tlea");
}

BOOST_AUTO_TEST_CASE(each_word_of_a_name_finds_a_person_once) {
  const std::vector<std::string> expected{"bihan", "jean", "le", "marie", "o"};
  BOOST_TEST(search_words("Le Bihan", "Jean-Marie", "O’Le") == expected, boost::test_tools::per_element());
  BOOST_TEST(search_words("---", "", "").empty());
}

BOOST_AUTO_TEST_SUITE_END()
