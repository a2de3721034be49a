// What levels come to over a referential.
#include "skill/balance_rules.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

#include "skill/engine/presets.hpp"

namespace {

using namespace ent;
using namespace ent::skill;

Date day(int year, unsigned month, unsigned of_month) {
  return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

NodeView node(const char* code, std::optional<std::string> parent, NodeKind kind, std::int32_t depth, Decimal coefficient = 1) {
  return {{}, code, code, std::move(parent), kind, depth, coefficient, {}, {}};
}

const std::vector<NodeView> socle{node("D1", {}, NodeKind::domain, 1), node("FRA", "D1", NodeKind::item, 2),
                                  node("SCI", "D1", NodeKind::item, 2)};

DatedLevel level(Date date, std::int32_t rank) {
  const Decimal values[] = {0, 33, 67, 100};
  return {date, rank, 4, values[rank - 1], ""};
}

Computed by_mean(const Facts& facts) { return computed(*engine::preset("mean"), "SOCLE", socle, facts); }

}  // namespace

BOOST_AUTO_TEST_SUITE(skill_balance)

BOOST_AUTO_TEST_CASE(items_of_others_count_for_a_component) {
  const Facts facts{{{"MATHS", "N1"}, {3, {"SCI"}, {level(day(2026, 9, 10), 4)}}},
                    {{"MATHS", "N2"}, {1, {"SCI", "FRA"}, {level(day(2026, 9, 10), 1)}}},
                    {{"MATHS", "N3"}, {1, {}, {level(day(2026, 9, 10), 1)}}}};
  const Computed found = by_mean(facts);
  BOOST_TEST(found.lines[1].score->text() == "0");
  BOOST_TEST(found.lines[2].score->text() == "75");
  BOOST_TEST(found.lines[2].items == 2);
  // Counted for two components, it counts once in their domain.
  BOOST_TEST(found.lines[0].items == 2);
  BOOST_TEST(found.lines[0].score->text() == "75");
  BOOST_TEST(found.total.evaluated == 2);
}

BOOST_AUTO_TEST_CASE(what_is_said_of_the_component_itself_counts_beside_them) {
  const Facts facts{{{"SOCLE", "SCI"}, {1, {}, {level(day(2026, 9, 10), 4)}}},
                    {{"MATHS", "N1"}, {1, {"SCI"}, {level(day(2026, 9, 10), 1)}}}};
  const Computed found = by_mean(facts);
  BOOST_TEST(found.lines[2].score->text() == "50");
  BOOST_TEST(found.lines[1].evaluated == 0);
  BOOST_TEST(!found.lines[1].degree.has_value());
}

/// By entcore FRA has the place 1 and SCI 4: (1 + 4) / 2 = 2.5, degree 3. A final level 4 of FRA: (4 + 4) / 2 = 4. By the mean nothing moves:
/// 0 and 100 are 50.
BOOST_AUTO_TEST_CASE(a_degree_that_is_decided_for_an_item_moves_its_domain_by_entcore_alone) {
  const Facts facts{{{"SOCLE", "FRA"}, {1, {}, {level(day(2026, 9, 10), 1)}}}, {{"SOCLE", "SCI"}, {1, {}, {level(day(2026, 9, 10), 4)}}}};
  const std::map<ItemKey, std::int32_t> decided{{{"SOCLE", "FRA"}, 4}};
  const auto with = [&](const char* method, const std::map<ItemKey, std::int32_t>& of) {
    return computed(*engine::preset(method), "SOCLE", socle, facts, of);
  };
  BOOST_TEST(*with("entcore", {}).lines[0].degree == 3);
  BOOST_TEST(*with("entcore", decided).lines[0].degree == 4);
  BOOST_TEST(with("entcore", decided).lines[0].share->text() == "100");
  BOOST_TEST(*with("entcore", decided).lines[1].degree == 1);  // what was worked out stays on the item's own line
  BOOST_TEST(*with("entcore", decided).total.degree == 4);
  BOOST_TEST(*with("entcore-mean", decided).lines[0].degree == 4);
  BOOST_TEST(with("mean", decided).lines[0].score->text() == "50");
  BOOST_TEST(*with("entcore", {{{"SOCLE", "D1"}, 4}}).lines[0].degree == 3);
}

/// SCI is made of N1 (1) and N2 (2), FRA has nothing: (1 + 2) / 2 = 1.5, degree 2. Decided are 4 for SCI as a whole; 4 for N2 alone, (1 + 4) / 2 = 2.5;
/// and 3 for FRA, of which nothing was said: (1 + 2 + 3) / 3 = 2.
BOOST_AUTO_TEST_CASE(what_is_decided_stands_for_the_items_behind_it) {
  const Facts facts{{{"MATHS", "N1"}, {1, {"SCI"}, {level(day(2026, 9, 10), 1)}}}, {{"MATHS", "N2"}, {1, {"SCI"}, {level(day(2026, 9, 10), 2)}}}};
  const auto domain = [&](const std::map<ItemKey, std::int32_t>& decided) {
    return computed(*engine::preset("entcore"), "SOCLE", socle, facts, decided).lines[0];
  };
  BOOST_TEST(*domain({}).degree == 2);
  BOOST_TEST(*domain({{{"SOCLE", "SCI"}, 4}}).degree == 4);
  BOOST_TEST(domain({{{"SOCLE", "SCI"}, 4}}).evaluated == 1);
  BOOST_TEST(*domain({{{"MATHS", "N2"}, 4}}).degree == 3);
  BOOST_TEST(*domain({{{"SOCLE", "FRA"}, 3}}).degree == 2);
  BOOST_TEST(domain({{{"SOCLE", "FRA"}, 3}}).evaluated == 3);
  BOOST_TEST(*domain({{{"MATHS", "N9"}, 4}}).degree == 2);  // counts for nothing here
}

/// Of a span the last decision of a node stands, unless it takes the one before back; what was decided outside it is no matter.
BOOST_AUTO_TEST_CASE(the_last_decision_of_the_days_stands) {
  const auto on = [](Date date, std::optional<std::int32_t> degree) { return Decision{0, date, degree, {}, 1}; };
  const Decisions decisions{{{"SOCLE", "FRA"}, {on(day(2026, 6, 30), 1), on(day(2026, 9, 10), 2), on(day(2026, 9, 10), 3)}},
                            {{"SOCLE", "SCI"}, {on(day(2026, 9, 10), 4), on(day(2026, 9, 11), {})}}};
  const auto of_year = standing(decisions, {day(2026, 8, 1), day(2027, 7, 31)});
  BOOST_TEST(of_year.size() == 1U);
  BOOST_TEST(*of_year.at({"SOCLE", "FRA"}).degree == 3);
  BOOST_TEST(*standing(decisions, {day(2025, 8, 1), day(2026, 7, 31)}).at({"SOCLE", "FRA"}).degree == 1);
  BOOST_TEST(*standing(decisions, {day(2026, 9, 1), day(2026, 9, 10)}).at({"SOCLE", "SCI"}).degree == 4);
}

/// A degree stands for the score in the middle of those that make it. By the mean: 8.25, 33.25, 66.75, 91.75, of which those above 60 are acquired. By
/// sacoche 17.5, 47.5, 70.5, 90.5; by pronote, where 33 is enough, 9, 25.5, 39, 47.5; by entcore the place itself, above 2.
BOOST_AUTO_TEST_CASE(a_degree_that_is_decided_is_acquired_or_not) {
  using engine::State;
  const auto state = [](const char* method, std::int32_t degree) { return engine::outcome_of_decided(*engine::preset(method), degree).state; };
  const State not_yet = State::not_acquired, partly = State::partly, acquired = State::acquired;
  const std::map<const char*, std::array<State, 4>> expected{{"mean", {not_yet, not_yet, acquired, acquired}},
                                                             {"sacoche", {not_yet, partly, acquired, acquired}},
                                                             {"pronote", {not_yet, not_yet, acquired, acquired}},
                                                             {"entcore", {not_yet, not_yet, acquired, acquired}}};
  for (const auto& [method, states] : expected) {
    for (std::int32_t degree = 1; degree <= 4; ++degree)
      BOOST_TEST((state(method, degree) == states.at(static_cast<std::size_t>(degree) - 1)), method << " " << degree);
  }
  BOOST_TEST(engine::outcome_of_decided(*engine::preset("mean"), 2).score->text() == "133/4");
  BOOST_TEST((state("mean", 5) == acquired));  // decided when another method had five
}

BOOST_AUTO_TEST_CASE(what_becomes_of_what_was_said_before) {
  const Date first = day(2026, 11, 1);
  const ItemFacts item{1, {}, {level(day(2026, 3, 1), 1), level(day(2026, 9, 10), 2), level(day(2026, 11, 10), 4)}};
  const ItemFacts old{1, {}, {level(day(2026, 3, 1), 1)}};
  const Facts facts{{{"SOCLE", "FRA"}, item}, {{"SOCLE", "SCI"}, old}};
  const auto left = [&](Earlier earlier, const char* code) {
    return counting(facts, first, earlier, base::years_from_august).at({"SOCLE", code}).levels.size();
  };
  BOOST_TEST(left(Earlier::left_out, "FRA") == 1U);
  BOOST_TEST(left(Earlier::counted, "FRA") == 3U);
  BOOST_TEST(left(Earlier::same_year, "FRA") == 2U);
  BOOST_TEST(left(Earlier::if_nothing, "FRA") == 1U);
  BOOST_TEST(left(Earlier::left_out, "SCI") == 0U);
  BOOST_TEST(left(Earlier::if_nothing, "SCI") == 1U);
  BOOST_TEST(left(Earlier::same_year, "SCI") == 0U);
}

// By the southern year March 2026 is of the same year as November.
BOOST_AUTO_TEST_CASE(what_is_of_the_same_year_goes_by_the_turn_of_the_school) {
  const ItemFacts item{1, {}, {level(day(2025, 12, 1), 1), level(day(2026, 3, 1), 1), level(day(2026, 9, 10), 2), level(day(2026, 11, 10), 4)}};
  const Facts facts{{{"SOCLE", "FRA"}, item}};
  const auto left = [&](const base::SchoolYears& years) {
    return counting(facts, day(2026, 11, 1), Earlier::same_year, years).at({"SOCLE", "FRA"}).levels.size();
  };
  BOOST_TEST(left(base::years_from_august) == 2U);
  BOOST_TEST(left(base::years_from_january) == 3U);
}

// School 1 is in the south, school 2 in the north: of March and September 2026 the first says one year and the second two. An item of which
// nothing was said in a year is there all the same, as it counts among all.
BOOST_AUTO_TEST_CASE(a_level_is_of_the_school_year_of_who_said_it) {
  const auto said = [](Date date, std::int64_t org) {
    DatedLevel one = level(date, 2);
    one.org = org;
    return one;
  };
  const ItemFacts item{1, {}, {said(day(2026, 3, 1), 1), said(day(2026, 3, 1), 2), said(day(2026, 9, 10), 1), said(day(2026, 9, 10), 2)}};
  const ItemFacts other{1, {}, {said(day(2026, 9, 10), 2)}};
  const Facts facts{{{"SOCLE", "FRA"}, item}, {{"SOCLE", "SCI"}, other}};
  const Decisions decisions{{{"SOCLE", "SCI"}, {{1, day(2026, 6, 1), 2, {}, 1}, {2, day(2026, 6, 1), 3, {}, 2}}}};
  const auto years = by_school_year({facts, decisions}, {{1, base::years_from_january}, {2, base::years_from_august}});
  BOOST_TEST(years.size() == 2U);
  BOOST_TEST(years.at(2025).facts.at({"SOCLE", "FRA"}).levels.size() == 1U);
  BOOST_TEST(years.at(2025).facts.at({"SOCLE", "SCI"}).levels.empty());
  BOOST_TEST(years.at(2026).facts.at({"SOCLE", "FRA"}).levels.size() == 3U);
  BOOST_TEST(years.at(2026).facts.at({"SOCLE", "SCI"}).levels.size() == 1U);
  BOOST_TEST(*years.at(2025).decisions.at({"SOCLE", "SCI"}).front().degree == 3);
  BOOST_TEST(*years.at(2026).decisions.at({"SOCLE", "SCI"}).front().degree == 2);
}

BOOST_AUTO_TEST_CASE(attested_is_what_is_acquired_of_all_and_of_each_domain) {
  Computed balance;
  balance.total.items = 5;
  balance.total.acquired = 4;
  BalanceLine domain;
  domain.depth = 1;
  domain.items = 3;
  domain.acquired = 2;
  balance.lines = {domain};
  BOOST_TEST(reaches(balance, 80, 50));
  BOOST_TEST(!reaches(balance, 81, 50));
  BOOST_TEST(!reaches(balance, 80, 67));
}

BOOST_AUTO_TEST_SUITE_END()
