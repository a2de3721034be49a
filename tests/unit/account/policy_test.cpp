#include <boost/test/unit_test.hpp>

#include <string>

#include "account/policy.hpp"

using namespace ent::account;
using namespace std::chrono_literals;
using ent::Profile;

BOOST_AUTO_TEST_SUITE(policy)

namespace {

const Guessable ines{{"Inès", "Bérard", "ines.berard", "Collège Marie-Curie", "Chalon"}, ent::Date{std::chrono::year{2013} / 5 / 9}};

/// The reason for which a password is refused, "" if it is not.
std::string refusal(std::string_view password, Tier tier = Tier::pupil, const Guessable& guessable = ines) {
  const auto error = check_password(password, tier, guessable, "/password");
  if (!error) return "";
  BOOST_TEST((error->code == ent::Errc::invalid_argument));
  BOOST_TEST(error->fields.at(0).path == "/password");
  BOOST_TEST(error->message.find(std::string(password)) == std::string::npos);
  return error->reason;
}

}  // namespace

BOOST_AUTO_TEST_CASE(profiles_fall_into_three_tiers_and_the_highest_counts) {
  BOOST_TEST((tier_of(Profile::pupil) == Tier::pupil));
  BOOST_TEST((tier_of(Profile::guardian) == Tier::family));
  BOOST_TEST((tier_of(Profile::guest) == Tier::family));
  for (const auto profile : {Profile::teacher, Profile::school_life, Profile::head, Profile::office, Profile::librarian,
                             Profile::health, Profile::authority, Profile::academy, Profile::local_admin}) {
    BOOST_TEST((tier_of(profile) == Tier::staff));
  }
  BOOST_TEST((tier_of(std::array{Profile::guardian, Profile::teacher}) == Tier::staff));
  BOOST_TEST((tier_of(std::array{Profile::pupil, Profile::guardian}) == Tier::family));
}

BOOST_AUTO_TEST_CASE(hashes_of_staff_cost_more_and_their_sessions_idle_less) {
  BOOST_TEST((policy_of(Tier::pupil).cost == HashCost{19'456, 2}));
  BOOST_TEST((policy_of(Tier::family).cost == HashCost{19'456, 2}));
  BOOST_TEST((policy_of(Tier::staff).cost == HashCost{65'536, 3}));
  BOOST_TEST((policy_of(Tier::pupil).idle == 2h));
  BOOST_TEST((policy_of(Tier::staff).idle == 30min));
}

BOOST_AUTO_TEST_CASE(length_is_counted_in_characters_and_bounded_in_bytes) {
  BOOST_TEST(refusal("été-àça") == "account.password_too_short");
  BOOST_TEST(refusal("été-àçaz") == "");
  BOOST_TEST(refusal("vertige-bou", Tier::family) == "account.password_too_short");
  BOOST_TEST(refusal("vertige-boue", Tier::family) == "");
  BOOST_TEST(refusal("vertige-bou", Tier::staff) == "account.password_too_short");
  std::string phrase;
  for (int word = 1; phrase.size() < 256; ++word) phrase += "tracteur " + std::to_string(word) + ';';
  phrase.resize(256);
  BOOST_TEST(refusal(phrase, Tier::staff) == "");
  BOOST_TEST(refusal(phrase + "x", Tier::staff) == "text.too_long");
  BOOST_TEST(refusal("\xFF\xFE\xFD\xFC\xFB\xFA\xF9\xF8") == "field.invalid");
}

BOOST_AUTO_TEST_CASE(nothing_is_asked_of_its_make) {
  for (const char* password : {"kwzvtbhn", "        ~", "!?!;:,%*", "grouillot", "74920683", "ЖукСидит"}) BOOST_TEST(refusal(password) == "");
}

BOOST_AUTO_TEST_CASE(well_known_passwords_are_refused_however_they_are_dressed) {
  for (const char* password : {"motdepasse", "Mot de passe 2024 !", "PASSWORD", "azertyuiop", "Soleil123456", "J't'aime99", "P@ssw0rd!",
                               "a1b2c3d4", "0102030405"}) {
    BOOST_TEST(refusal(password) == "account.password_common");
  }
}

BOOST_AUTO_TEST_CASE(sequences_and_repetitions_are_refused) {
  for (const char* password : {"12345678", "987654321", "2345678901", "abcdefghi", "zyxwvuts", "poiuytreza", "qsdfghjk", "aaaaaaaa",
                               "abababab", "xyzxyzxyz", "11111111111"}) {
    BOOST_TEST(refusal(password) == "account.password_common");
  }
  BOOST_TEST(refusal("grunegrune") == "");
}

BOOST_AUTO_TEST_CASE(what_others_know_of_the_person_is_worth_nothing) {
  for (const char* password : {"InesBerard", "berard-ines!", "ines.berard", "Bérard2013", "09052013Ines", "mariecurie!", "chalon2013", "berard12"}) {
    BOOST_TEST(refusal(password) == "account.password_guessable");
  }
  // Eight characters are left without the names: enough.
  BOOST_TEST(refusal("Ines a vu 3 ours") == "");
  BOOST_TEST(refusal("ines.berard", Tier::pupil, {{"Noé"}, {}}) == "");
}

BOOST_AUTO_TEST_CASE(short_words_of_a_name_are_let_pass) {
  BOOST_TEST(refusal("lavande7le", Tier::pupil, {{"Le Li", "De"}, {}}) == "");
}

BOOST_AUTO_TEST_CASE(the_list_knows_words_with_and_without_digits_behind) {
  BOOST_TEST(common_password("doudou"));
  BOOST_TEST(common_password("doudou2009"));
  BOOST_TEST(common_password("1q2w3e4r"));
  BOOST_TEST(!common_password("doudous"));
  BOOST_TEST(!common_password(""));
}

BOOST_AUTO_TEST_SUITE_END()
