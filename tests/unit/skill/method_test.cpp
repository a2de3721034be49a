// What levels come to: worked examples, and what the oracle can't show.
#include "skill/engine/method.hpp"

#include <boost/test/unit_test.hpp>

#include "skill/engine/presets.hpp"
#include "skill/method_rules.hpp"

namespace {

using namespace ent::skill::engine;
using ent::Decimal;

/// Levels of four, one a day, by their places; worth 0, 33, 67 and 100.
std::vector<Said> said(std::initializer_list<int> ranks) {
  const Decimal values[] = {0, 33, 67, 100};
  std::vector<Said> levels;
  for (const int rank : ranks) levels.push_back({static_cast<std::int64_t>(levels.size()), rank, 4, values[rank - 1], 0});
  return levels;
}

std::string score(std::string_view method, std::initializer_list<int> ranks) {
  const Outcome outcome = outcome_of(*preset(method), said(ranks));
  return outcome.score ? outcome.score->text() : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(skill_method)

BOOST_AUTO_TEST_CASE(nothing_said_is_no_score) {
  for (const Method& method : presets()) {
    const Outcome outcome = outcome_of(method, {});
    BOOST_TEST(!outcome.score.has_value());
    BOOST_TEST(outcome.degree == 0);
    BOOST_TEST((outcome.state == State::none));
  }
}

BOOST_AUTO_TEST_CASE(the_simple_methods) {
  BOOST_TEST(score("mean", {1, 4}) == "50");
  BOOST_TEST(score("last", {1, 4, 2}) == "33");
  BOOST_TEST(score("best", {1, 4, 2}) == "100");
  BOOST_TEST(score("best-two", {4, 1, 3}) == "167/2");
  BOOST_TEST(score("frequent", {2, 2, 4}) == "33");
  BOOST_TEST(score("frequent", {2, 4}) == "100");
}

// 0, 33, 67, 100 doubled: (0 + 66 + 268 + 800) / 15; of six the first is left out.
BOOST_AUTO_TEST_CASE(what_is_later_weighs_more) {
  BOOST_TEST(score("growing", {1, 2, 4}) == "61");
  BOOST_TEST(score("doubling", {1, 2, 3, 4}) == "378/5");
  BOOST_TEST(score("doubling", {4, 1, 1, 1, 1, 1}) == "0");
  const Outcome outcome = outcome_of(*preset("doubling"), said({4, 1, 1, 1, 1, 1}));
  const std::vector<std::int64_t> weights{0, 1, 2, 4, 8, 16};
  BOOST_TEST(outcome.weights == weights);
}

BOOST_AUTO_TEST_CASE(the_default_gives_one_level_its_own_degree) {
  for (int rank = 1; rank <= 4; ++rank) BOOST_TEST(outcome_of(*preset("mean"), said({rank})).degree == rank);
}

// Points 10, 25, 40 and 50: 45 is not above 45, 33 is in the third.
BOOST_AUTO_TEST_CASE(bounds_lie_where_they_are_said_to) {
  const Method& pronote = *preset("pronote");
  BOOST_TEST(degree_of(pronote.bounds, 45) == 3);
  BOOST_TEST(degree_of(pronote.bounds, Rational(451, 10)) == 4);
  BOOST_TEST(degree_of(pronote.bounds, 33) == 3);
  BOOST_TEST(degree_of(pronote.bounds, 18) == 2);
  BOOST_TEST(degree_of(pronote.bounds, Rational(179, 10)) == 1);
}

BOOST_AUTO_TEST_CASE(places_on_other_scales) {
  const auto places = [](std::int32_t ranks) {
    std::vector<std::int32_t> found;
    for (std::int32_t rank = 1; rank <= ranks; ++rank) found.push_back(place_of_four(rank, ranks));
    return found;
  };
  BOOST_TEST(places(2) == (std::vector<std::int32_t>{1, 4}), boost::test_tools::per_element());
  BOOST_TEST(places(3) == (std::vector<std::int32_t>{1, 3, 4}), boost::test_tools::per_element());
  BOOST_TEST(places(4) == (std::vector<std::int32_t>{1, 2, 3, 4}), boost::test_tools::per_element());
  BOOST_TEST(places(5) == (std::vector<std::int32_t>{1, 2, 3, 3, 4}), boost::test_tools::per_element());
}

// Mean of the best of each subject: 4 and 2.
BOOST_AUTO_TEST_CASE(subjects_come_first) {
  auto levels = said({1, 4, 2});
  levels[2].subject = 1;
  BOOST_TEST(outcome_of(*preset("entcore"), levels).score->text() == "3");
}

// 135 points of 250 are 10.8 of 20.
BOOST_AUTO_TEST_CASE(a_mark_of_positions) {
  const std::vector<std::int32_t> positions{1, 2, 2, 2, 4};
  BOOST_TEST(mark_of_positions(positions).text() == "11");
}

// Two thirds by the mean of scores, half by what is acquired.
BOOST_AUTO_TEST_CASE(two_totals) {
  const Method& method = *preset("mean");
  const std::vector<Part> parts{{Rational(33), 2, State::not_acquired, 1}, {Rational(100), 4, State::acquired, 1},
                                {std::nullopt, 0, State::none, 5}};
  const Total total = total_of(method, parts);
  BOOST_TEST(total.items == 3);
  BOOST_TEST(total.evaluated == 2);
  BOOST_TEST(total.score->text() == "133/2");
  BOOST_TEST(total.share->text() == "50");
  BOOST_TEST(total.degree == 3);
}

// sacoche.sesamath.net, "moyenne des scores et pourcentage d'items acquis": ten items of which four are not acquired, three in part and three
// acquired; 48.8, which is shown as 49, and 45 percent.
BOOST_AUTO_TEST_CASE(two_totals_as_sacoche_explains_them) {
  const Method& method = *preset("sacoche");
  std::vector<Part> parts;
  for (const std::int64_t score : {38, 24, 74, 91, 33, 40, 52, 22, 69, 45}) parts.push_back({Rational(score), 0, state_of(method, score), 1});
  const Total total = total_of(method, parts);
  BOOST_TEST(total.acquired == 3);
  BOOST_TEST(total.partly == 3);
  BOOST_TEST(total.score->text() == "49");
  BOOST_TEST(total.share->text() == "45");
  BOOST_TEST(total.degree == 2);
}

// 33, 67 and 67 doubled are (33 + 134 + 268) / 7 = 62.14.
BOOST_AUTO_TEST_CASE(sacoche_has_whole_percentages) {
  BOOST_TEST(score("sacoche", {2, 3, 3}) == "62");
  BOOST_TEST(score("sacoche-mean", {1, 2}) == "17");  // 16.5
  BOOST_TEST(score("sacoche-best-two", {4, 1, 3}) == "84");  // 83.5
  BOOST_TEST(score("sacoche-frequent", {2, 4}) == "100");
  BOOST_TEST(score("sacoche-frequent-lower", {2, 4}) == "33");
  BOOST_TEST(score("sacoche-growing", {4, 1, 1, 1, 1, 1, 1, 1, 1, 1}) == "0");  // the first of ten is not looked at
  // 181 / 3 = 60.33 is 60, and in part only.
  std::vector<Said> levels = said({2, 3, 3});
  levels[0].value = 47;
  BOOST_TEST((outcome_of(*preset("sacoche-mean"), levels).state == State::partly));
}

// Of the last two, 67 and 0, the better; of the last three levels by places 3, 1 and 3 the mean.
BOOST_AUTO_TEST_CASE(so_many_levels_are_looked_at) {
  const auto looking_at = [](const char* name, std::int32_t latest, std::initializer_list<int> ranks) {
    return outcome_of(*ent::skill::method_of({.method = name, .latest = latest}), said(ranks)).score->text();
  };
  BOOST_TEST(looking_at("best", 2, {4, 3, 1}) == "67");
  BOOST_TEST(looking_at("entcore-mean", 3, {4, 3, 1, 3}) == "233/100");
  BOOST_TEST(looking_at("last", 2, {4, 3, 1}) == "67/2");
}

// Places 1, 2 and 2 in one subject are 1.67 in the database, and 1 in the other: 1.335.
BOOST_AUTO_TEST_CASE(entcore_rounds_the_mean_of_a_subject) {
  auto levels = said({1, 2, 2, 1});
  levels[3].subject = 1;
  BOOST_TEST(outcome_of(*preset("entcore-mean"), levels).score->text() == "267/200");
}

BOOST_AUTO_TEST_CASE(what_weighs_nothing_makes_no_score) {
  const std::vector<Part> parts{{Rational(33), 2, State::not_acquired, 0}};
  const Total total = total_of(*preset("mean"), parts);
  BOOST_TEST(!total.score.has_value());
  BOOST_TEST(total.share->text() == "0");
  BOOST_TEST(total.degree == 0);
}

BOOST_AUTO_TEST_CASE(other_bounds_take_the_place_of_the_methods_own) {
  const auto method = ent::skill::method_of({.method = "sacoche", .bounds = {50}});
  BOOST_TEST(method->bounds.size() == 1U);
  BOOST_TEST(degree_of(method->bounds, 50) == 2);
  BOOST_TEST(!ent::skill::method_of({.method = "guess"}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
