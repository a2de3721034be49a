// Who stands as the teacher of a subject, by hand: a trimester from 1 September to 27 November.
#include "report/teaching.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::report;
using std::chrono::month;

constexpr Date day(unsigned in, unsigned number) { return Date{std::chrono::year{2026} / month{in} / std::chrono::day{number}}; }

constexpr Date last = day(11, 27);
constexpr std::int64_t group_id = 7;

/// A pupil's stay in the group, and a service to it: the days on which they begin, and those on which they are over.
std::optional<Service> of(unit::Period stay, unit::Period service, std::int64_t teacher = 1, std::string subject = "MATHS") {
  return service_to({group_id, 3, stay}, {1, group_id, teacher, std::move(subject), {}, service}, last);
}

std::vector<std::int64_t> standing(const std::vector<std::optional<Service>>& all, const std::string& subject, bool is_domain = false) {
  std::vector<Service> services;
  for (const auto& one : all) {
    if (one) services.push_back(*one);
  }
  std::vector<std::int64_t> teachers;
  for (const Service& service : standing_for(services, subject, is_domain)) teachers.push_back(service.teacher);
  return teachers;
}

using Teachers = std::vector<std::int64_t>;
const unit::Period all_year{day(9, 1)};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_teaching)

BOOST_AUTO_TEST_CASE(a_service_is_had_until_pupil_service_or_period_end) {
  BOOST_TEST((of(all_year, all_year)->until == last));
  BOOST_TEST((of({day(9, 1), day(10, 12)}, all_year)->until == day(10, 11)));
  BOOST_TEST((of(all_year, {day(9, 1), day(11, 2)})->until == day(11, 1)));
  BOOST_TEST((of(all_year, {day(9, 1), day(11, 28)})->until == last));
}

BOOST_AUTO_TEST_CASE(who_had_left_before_it_began_had_none_of_it) {
  BOOST_TEST(!of({day(9, 1), day(10, 12)}, {day(10, 12)}));
}

BOOST_AUTO_TEST_CASE(a_service_that_ended_before_the_pupil_came_was_had_by_the_group_alone) {
  const auto service = of({day(11, 2)}, {day(9, 1), day(11, 2)});
  BOOST_TEST((!service->met && service->until == day(11, 1)));
}

BOOST_AUTO_TEST_CASE(those_of_the_last_day_stand_alone) {
  const auto before = of(all_year, {day(9, 1), day(11, 27)}, 1);
  BOOST_TEST((standing({before, of(all_year, {day(11, 27)}, 2), of(all_year, all_year, 4)}, "MATHS") == Teachers{2, 4}));
}

BOOST_AUTO_TEST_CASE(where_nobody_teaches_it_on_the_last_day_who_did_last_stands) {
  const auto first = of(all_year, {day(9, 1), day(10, 1)}, 1), then = of(all_year, {day(9, 1), day(11, 2)}, 2);
  BOOST_TEST((standing({first, then}, "MATHS") == Teachers{2}));
  BOOST_TEST((standing({then, first}, "MATHS") == Teachers{2}));
  BOOST_TEST((standing({then, first}, "HIST") == Teachers{}));
}

/// The one who left on 1 October was met; the one who taught another of the pupil's groups until November was not.
BOOST_AUTO_TEST_CASE(who_was_met_stands_before_who_was_not) {
  const auto met = of({day(9, 1), day(10, 12)}, {day(9, 1), day(10, 1)}, 1);
  const auto not_met = of({day(11, 2)}, {day(9, 1), day(11, 2)}, 2);
  BOOST_TEST((standing({not_met, met}, "MATHS") == Teachers{1}));
  BOOST_TEST((standing({not_met}, "MATHS") == Teachers{2}));
}

BOOST_AUTO_TEST_CASE(in_a_domain_stands_who_teaches_all) {
  const auto all = of(all_year, all_year, 1, ""), music = of(all_year, all_year, 2, "CYC3-ART");
  const auto swimming = of(all_year, {day(9, 1), day(10, 1)}, 4, "CYC3-EPS");
  BOOST_TEST((standing({all, music, swimming}, "CYC3-ART", true) == Teachers{1, 2}));
  BOOST_TEST((standing({all, music, swimming}, "CYC3-EPS", true) == Teachers{1}));
  BOOST_TEST((standing({all, music, swimming}, "CYC3-EPS", false) == Teachers{4}));
}

BOOST_AUTO_TEST_SUITE_END()
