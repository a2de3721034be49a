// What a link may carry. Expected bits are those of guardian-kinds.csv, written out by hand.
#include "guardian/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::guardian;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

ent::Date day(int year, unsigned month, unsigned day) {
  return ent::Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

Link link(Kind kind, std::optional<std::vector<Right>> rights = {}) {
  return {.pupil_id = {1}, .adult_id = {2}, .kind = kind, .rights = std::move(rights)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(guardian_rules)

BOOST_AUTO_TEST_CASE(kinds_give_what_the_table_says) {
  BOOST_TEST(given_by(Kind::legal) == 1 + 2 + 4 + 8 + 16 + 32);
  BOOST_TEST(ceiling_of(Kind::legal) == 127);
  BOOST_TEST(given_by(Kind::surveillance) == 1);
  BOOST_TEST(ceiling_of(Kind::surveillance) == 1 + 64);
  BOOST_TEST(given_by(Kind::withdrawn) == 0);
  BOOST_TEST(ceiling_of(Kind::withdrawn) == 0);
  BOOST_TEST(given_by(Kind::delegated) == 1 + 2 + 4 + 16 + 32);
  BOOST_TEST(given_by(Kind::in_charge) == 2 + 16 + 32);
  BOOST_TEST((ceiling_of(Kind::in_charge) & 1) == 0);
  BOOST_TEST(given_by(Kind::contact) == 0);
  BOOST_TEST(ceiling_of(Kind::contact) == 32);
}

BOOST_AUTO_TEST_CASE(bits_and_rights_are_the_same_thing) {
  BOOST_TEST(bits_of({Right::pickup, Right::inform_main, Right::pickup}) == 33);
  BOOST_TEST((rights_of(33) == std::vector{Right::inform_main, Right::pickup}));
  BOOST_TEST(rights_of(127).size() == 7U);
  BOOST_TEST(rights_of(0).empty());
}

BOOST_AUTO_TEST_CASE(a_link_stays_within_its_kind) {
  BOOST_TEST(told(well_formed(link(Kind::legal))).empty());
  BOOST_TEST(told(well_formed(link(Kind::legal, std::vector<Right>{}))).empty());
  BOOST_TEST(told(well_formed(link(Kind::in_charge, std::vector{Right::inform_main}))) ==
             "/rights guardian.rights_beyond_kind");
  BOOST_TEST(told(well_formed(link(Kind::contact, std::vector{Right::pickup}))).empty());
}

BOOST_AUTO_TEST_CASE(a_restriction_is_no_link_like_others) {
  BOOST_TEST(told(well_formed(link(Kind::withdrawn))) == "/kind guardian.kind_restricted");
  BOOST_TEST(told(well_formed(Change{.kind = Kind::withdrawn}, Kind::withdrawn)) == "/kind guardian.kind_restricted");
  BOOST_TEST(told(well_formed(Restrict{.pupil_id = {1}, .adult_id = {2}, .court_ref = " "})) == "/court_ref text.too_short");
  BOOST_TEST(told(well_formed(Restrict{.pupil_id = {1}, .adult_id = {1}, .court_ref = "JAF 26/123"})) ==
             "/adult_id guardian.oneself");
  BOOST_TEST(told(well_formed(End{}, true)) == "/court_ref guardian.court_ref_missing");
  BOOST_TEST(told(well_formed(End{}, false)).empty());
  BOOST_TEST(told(well_formed(End{.court_ref = "JAF 27/4"}, true)).empty());
}

BOOST_AUTO_TEST_CASE(priorities_have_two_digits) {
  Link input = link(Kind::legal);
  input.priority = 99;
  BOOST_TEST(told(well_formed(input)).empty());
  input.priority = 100;
  BOOST_TEST(told(well_formed(input)) == "/priority field.range");
  input.priority = 0;
  BOOST_TEST(told(well_formed(input)) == "/priority field.range");
}

BOOST_AUTO_TEST_CASE(who_is_alone_is_alone) {
  BOOST_TEST(excludes(Kind::legal_sole, Kind::legal));
  BOOST_TEST(excludes(Kind::legal, Kind::legal_sole));
  BOOST_TEST(excludes(Kind::legal_sole, Kind::legal_sole));
  BOOST_TEST(!excludes(Kind::legal, Kind::legal));
  BOOST_TEST(!excludes(Kind::legal_sole, Kind::in_charge));
  BOOST_TEST(!excludes(Kind::surveillance, Kind::legal_sole));
}

BOOST_AUTO_TEST_CASE(one_comes_of_age_on_a_birthday) {
  BOOST_TEST((comes_of_age(day(2008, 9, 14)) == day(2026, 9, 14)));
  BOOST_TEST((comes_of_age(day(2008, 2, 29)) == day(2026, 3, 1)));
  BOOST_TEST((comes_of_age(day(2000, 2, 29)) == day(2018, 3, 1)));
}

BOOST_AUTO_TEST_SUITE_END()
