#include "period/rules.hpp"

#include <boost/test/unit_test.hpp>

#include "base/date.hpp"

using namespace ent;
using namespace ent::period;

namespace {

Date on(const char* text) { return base::parse_date(text).value(); }

const GroupId second_a{4711}, second_b{4712};

Set trimesters() {
  return {OrgId{1}, 2026, "trimestres", {{"1er trimestre", on("2026-09-01"), on("2026-11-27")},
                                         {"2e trimestre", on("2026-11-28"), on("2027-03-12")},
                                         {"3e trimestre", on("2027-03-13"), on("2027-07-02")}}, {}, {}};
}

Set semesters() {
  return {OrgId{1}, 2026, "semestres", {{"1er semestre", on("2026-09-01"), on("2027-01-22")},
                                        {"2e semestre", on("2027-01-23"), on("2027-07-02")}}, {}, {}};
}

std::string refusals(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  if (error->fields.empty()) return error->reason;
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : "\n") + field.path + " " + field.reason;
  return text;
}

/// "trimestres 1, trimestres 2"
std::string short_of(const std::vector<View>& periods) {
  std::string text;
  for (const View& view : periods) text += (text.empty() ? "" : ", ") + view.code + " " + std::to_string(view.number);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(period_rules)

BOOST_AUTO_TEST_CASE(periods_follow_each_other) {
  BOOST_TEST(refusals(well_formed(trimesters())) == "");
  Set input = trimesters();
  input.items[0].last_day = on("2026-08-31");
  input.items[1].first_day = on("2026-11-28");
  input.items[2].first_day = on("2027-03-12");
  BOOST_TEST(refusals(well_formed(input)) == "/items/0/last_day period.empty\n/items/2/first_day period.overlap");
  input = trimesters();
  input.items[2] = {" ", on("2028-03-12"), on("2028-07-02")};
  input.code = "";
  input.levels = {""};
  BOOST_TEST(refusals(well_formed(input)) ==
             "/code text.too_short\n/items/2/name text.too_short\n/items/2/first_day period.outside_year\n"
             "/levels/0 text.too_short");
  input = trimesters();
  input.items.resize(13, input.items[0]);
  BOOST_TEST(refusals(well_formed(input)).starts_with("/items field.range\n"));
}

BOOST_AUTO_TEST_CASE(the_first_period_stays_the_first) {
  Scheme standing = scheme_of(trimesters(), {});
  BOOST_TEST(standing.periods.at(2).id.value == 0);
  for (View& view : standing.periods) view.id = PeriodId{100 + view.number};
  Set later = semesters();
  later.code = " trimestres ";
  const Scheme scheme = scheme_of(later, {scheme_of(semesters(), {}), standing});
  BOOST_TEST(scheme.code == "trimestres");
  BOOST_TEST(scheme.periods.size() == 2U);
  BOOST_TEST(scheme.periods.at(0).id.value == 101);
  BOOST_TEST(scheme.periods.at(1).id.value == 102);
  BOOST_TEST(scheme.periods.at(1).name == "2e semestre");
}

BOOST_AUTO_TEST_CASE(a_level_goes_by_one_code) {
  Set second = semesters();
  second.levels = {" 2GT", "1GT", "2GT"};
  second.division_ids = {second_a};
  const Scheme standing = scheme_of(second, {});
  BOOST_TEST((standing.levels == std::vector<std::string>{"1GT", "2GT"}));
  Set other = trimesters();
  BOOST_TEST(refusals(beside(scheme_of(other, {}), {standing})) == "");
  other.levels = {"2GT"};
  BOOST_TEST(refusals(beside(scheme_of(other, {}), {standing})) == "period.level_taken");
  other.levels = {};
  other.division_ids = {second_b, second_a};
  BOOST_TEST(refusals(beside(scheme_of(other, {}), {standing})) == "period.division_taken");
  other.items.clear();  // it is dropped
  BOOST_TEST(refusals(beside(scheme_of(other, {}), {standing})) == "");
  BOOST_TEST(refusals(beside(scheme_of(semesters(), {}), {scheme_of(trimesters(), {})})) == "period.default_taken");
  BOOST_TEST(refusals(beside(scheme_of(trimesters(), {}), {scheme_of(trimesters(), {})})) == "");
}

BOOST_AUTO_TEST_CASE(the_nearest_counts_for_a_pupil) {
  Set second = semesters();
  second.levels = {"2GT"};
  Set own = trimesters();
  own.code = "pro";
  own.division_ids = {second_a};
  const std::vector<Scheme> schemes = {scheme_of(own, {}), scheme_of(second, {}), scheme_of(trimesters(), {})};
  BOOST_TEST(short_of(periods_of(schemes, {}, {})) == "trimestres 1, trimestres 2, trimestres 3");
  BOOST_TEST(short_of(periods_of(schemes, {}, {"3"})) == "trimestres 1, trimestres 2, trimestres 3");
  BOOST_TEST(short_of(periods_of(schemes, second_b, {"2GT"})) == "semestres 1, semestres 2");
  BOOST_TEST(short_of(periods_of(schemes, second_a, {"2GT"})) == "pro 1, pro 2, pro 3");
  BOOST_TEST(short_of(periods_of({scheme_of(second, {})}, {}, {"3"})) == "");
}

BOOST_AUTO_TEST_CASE(a_division_of_several_levels_has_the_periods_of_each) {
  Set second = semesters();
  second.levels = {"CM2"};
  const std::vector<Scheme> schemes = {scheme_of(second, {}), scheme_of(trimesters(), {})};
  BOOST_TEST(short_of(periods_of(schemes, second_b, {"CM1", "CM2"})) ==
             "semestres 1, trimestres 1, trimestres 2, semestres 2, trimestres 3");
  BOOST_TEST(short_of(periods_of(schemes, second_b, {"CE2", "CM1"})) == "trimestres 1, trimestres 2, trimestres 3");
}

BOOST_AUTO_TEST_SUITE_END()
