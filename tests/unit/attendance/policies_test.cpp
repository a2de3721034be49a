// Which policies a unit may say, and whose one goes by.
#include "attendance/policies.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <utility>

#include "attendance/rules.hpp"

namespace {

using namespace ent::attendance;

Counting usual() { return {{12 * 60}, 105, 30, {{.half_days = 4}}}; }

/// The paths that are refused, with their reasons.
std::string refused(const Counting& counting) {
  const auto error = well_formed(counting);
  std::string text;
  if (!error) return text;
  for (const ent::FieldError& field : error->fields) text += field.path + " " + field.reason + ";";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_policies)

BOOST_AUTO_TEST_CASE(figures_have_bounds) {
  Counting counting = usual();
  counting.alerts.assign(10, {.half_days = 124, .window = Window::rolling_days, .days = 62});
  for (const auto& [midday, minutes] : {std::pair(10 * 60, 0), std::pair(15 * 60, 300)}) {
    counting.midday = {midday};
    counting.tolerance = counting.lateness_below = minutes;
    BOOST_TEST(refused(counting) == "");
  }
  counting = {{15 * 60 + 1}, 301, -1, std::vector<AlertRule>(11, {.half_days = 1})};
  BOOST_TEST(refused(counting) == "/counting/midday field.range;/counting/tolerance field.range;/counting/lateness_below field.range;"
                                  "/counting/alerts field.range;");
  counting = usual();
  counting.alerts = {{.half_days = 1, .window = Window::rolling_days, .days = 0}};
  BOOST_TEST(refused(counting) == "/counting/alerts/0/days field.range;");
}

BOOST_AUTO_TEST_CASE(the_nearest_unit_that_says_anything_says_all) {
  constexpr std::int64_t school = 7, district = 5, academy = 3;
  const std::array line{school, district, academy};
  Counting of_academy = usual(), of_district = usual();
  of_academy.lateness_below = 10;
  of_district.alerts.clear();
  const auto own = policy_of({{academy, of_academy}, {district, of_district}}, line);
  BOOST_TEST((own.org_id == ent::OrgId{district}));
  BOOST_TEST(own.counting.lateness_below == 30);
  BOOST_TEST(own.counting.alerts.empty());
  BOOST_TEST((policy_of({{academy, of_academy}}, line).org_id == ent::OrgId{academy}));
  BOOST_TEST(!policy_of({}, line).org_id);
}

BOOST_AUTO_TEST_CASE(the_library_counts_by_its_engine_and_alerts_as_the_law_does) {
  const Policy library = policy_of({}, {});
  BOOST_TEST((count_policy(library.counting) == CountPolicy{}));
  BOOST_TEST((library.counting.alerts == std::vector<AlertRule>{{.half_days = 4}}));
  const CountPolicy own = count_policy({{13 * 60}, 20, 5, {}, true});
  BOOST_TEST((own == CountPolicy{.midday = 780, .tolerance = 20, .lateness_below = 5, .half_justified_by_part = true}));
}

BOOST_AUTO_TEST_SUITE_END()
