// Whether two records are one person. The expected points are those of the comment in similarity.cpp, added up by hand.
#include "person/similarity.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::person;

constexpr ent::Date born{std::chrono::year{2014} / 2 / 14};
constexpr ent::Date born_later{std::chrono::year{2014} / 2 / 15};

Identity record(std::string family, std::string given, std::optional<ent::Date> birth = {}) {
  return {std::move(family), std::move(given), "", birth, {}, "", {}};
}

void expect(const Identity& a, const Identity& b, std::int32_t score, std::vector<Evidence> evidence) {
  for (const Likeness& likeness : {compare(a, b), compare(b, a)}) {
    BOOST_TEST(likeness.score == score);
    BOOST_TEST((likeness.evidence == evidence));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(person_similarity)

BOOST_AUTO_TEST_CASE(names_and_birthday_make_one_person) {
  expect(record("martin", "lea", born), record("martin", "lea", born), 95,
         {Evidence::same_names, Evidence::same_birth_date});
}

BOOST_AUTO_TEST_CASE(names_alone_do_not) { expect(record("martin", "lea"), record("martin", "lea", born), 55, {Evidence::same_names}); }

BOOST_AUTO_TEST_CASE(another_birthday_speaks_against) {
  expect(record("martin", "lea", born), record("martin", "lea", born_later), 15,
         {Evidence::same_names, Evidence::other_birth_date});
}

BOOST_AUTO_TEST_CASE(twins_are_two) {
  expect(record("martin", "lea", born), record("martin", "noe", born), 55,
         {Evidence::same_family_name, Evidence::same_birth_date});
}

BOOST_AUTO_TEST_CASE(a_letter_more_or_less_is_a_slip) {
  expect(record("martin", "lea", born), record("martins", "lea", born), 85,
         {Evidence::same_given_name, Evidence::similar_family_name, Evidence::same_birth_date});
  expect(record("martin", "elodie", born), record("martin", "eloide", born), 70,
         {Evidence::same_family_name, Evidence::similar_given_name, Evidence::same_birth_date});
  expect(record("martin", "marie", born), record("martin", "marie claire", born), 70,
         {Evidence::same_family_name, Evidence::similar_given_name, Evidence::same_birth_date});
}

BOOST_AUTO_TEST_CASE(names_may_have_been_swapped) {
  expect(record("martin", "lea", born), record("lea", "martin", born), 85,
         {Evidence::swapped_names, Evidence::same_birth_date});
}

BOOST_AUTO_TEST_CASE(a_birth_name_counts_as_a_family_name) {
  Identity married = record("durand", "lea", born);
  married.birth_name = "martin";
  expect(married, record("martin", "lea", born), 95, {Evidence::same_names, Evidence::same_birth_date});
  Identity married_again = record("petit", "lea", born);
  married_again.birth_name = "martin";
  expect(married, married_again, 95, {Evidence::same_names, Evidence::same_birth_date});
}

BOOST_AUTO_TEST_CASE(what_is_known_of_both_and_differs_speaks_against) {
  Identity a = record("martin", "camille", born), b = a;
  a.sex = Sex::female;
  b.sex = Sex::male;
  a.national_number = "120890177FA";
  expect(a, b, 75, {Evidence::same_names, Evidence::same_birth_date, Evidence::other_sex});
  b.national_number = "120890177FB";
  expect(a, b, 25,
         {Evidence::same_names, Evidence::same_birth_date, Evidence::other_sex, Evidence::other_national_number});
}

BOOST_AUTO_TEST_CASE(one_feed_that_has_two_keys_knows_two_people) {
  Identity a = record("martin", "lea", born), b = a;
  a.feeds = {"aaf:90", "oneroster:x"};
  b.feeds = {"aaf:91"};
  expect(a, b, 95, {Evidence::same_names, Evidence::same_birth_date});
  b.feeds = {"aaf:90"};
  expect(a, b, 85, {Evidence::same_names, Evidence::same_birth_date, Evidence::same_feed});
}

BOOST_AUTO_TEST_CASE(strangers_have_nothing_in_common) {
  expect(record("martin", "lea", born), record("durand", "noe", born_later), 0, {Evidence::other_birth_date});
  expect(record("martin", "lea"), record("durand", "noe"), 0, {});
}

BOOST_AUTO_TEST_CASE(one_letter_is_one_letter) {
  for (const auto& [a, b] : {std::pair("lea", "leas"), {"lea", "lena"}, {"lea", "leo"}, {"elodie", "eloide"}, {"xlea", "lea"}}) {
    BOOST_TEST(one_letter_apart(a, b), a << " " << b);
    BOOST_TEST(one_letter_apart(b, a), b << " " << a);
  }
  for (const auto& [a, b] : {std::pair("lea", "lea"), {"lea", "leass"}, {"le", "la"}, {"lea", "noe"}, {"elodie", "eloeid"}}) {
    BOOST_TEST(!one_letter_apart(a, b), a << " " << b);
    BOOST_TEST(!one_letter_apart(b, a), b << " " << a);
  }
}

BOOST_AUTO_TEST_SUITE_END()
