// Which services a substitution opens.
#include "timetable/substitution.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::timetable;

const Date monday{std::chrono::year{2026} / std::chrono::September / 14};

std::string told(const std::vector<group::ServiceRow>& services) {
  std::string text;
  for (const auto& service : services) {
    text += std::to_string(service.group) + ":" + std::to_string(service.member) + " " + service.subject + " for " +
            std::to_string(service.replaces) + "; ";
    BOOST_TEST((service.period.from == monday));
    BOOST_TEST((service.period.to == monday + std::chrono::days{1}));
  }
  return text;
}

/// Member 1 teaches maths to the groups 40 and 41; 2 gives the lesson instead.
const unit::Period year{monday, monday + std::chrono::days{290}};
const std::vector<group::Taught> taught{{100, 40, 1, "MATHS", "", year}, {101, 41, 1, "MATHS", "", year}, {102, 40, 3, "MUS", "", year}};
const Takeover takeover{{40, 41}, {1}, {2}, "MATHS", "MATHS", monday};

/// The places of the takeovers for which something is opened, and what is taken back.
std::string told(const Renewal& renewal) {
  std::string text;
  for (const auto& opening : renewal.fresh) text += std::to_string(opening.service.group) + " by " + std::to_string(opening.takeover) + "; ";
  for (const std::int64_t service : renewal.gone) text += "not " + std::to_string(service) + "; ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(timetable_substitution)

BOOST_AUTO_TEST_CASE(each_group_is_taken_over) {
  BOOST_TEST(told(substitutions(takeover, taught)) == "40:2 MATHS for 100; 41:2 MATHS for 101; ");
}

BOOST_AUTO_TEST_CASE(who_teaches_the_group_anyway_needs_nothing) {
  Takeover by_music = takeover;
  by_music.groups = {40};
  by_music.present = {3};
  by_music.subject = "MUS";
  BOOST_TEST(told(substitutions(by_music, taught)).empty());
  by_music.subject = "MATHS";
  BOOST_TEST(told(substitutions(by_music, taught)) == "40:3 MATHS for 100; ");
}

BOOST_AUTO_TEST_CASE(without_a_service_to_replace_one_is_opened_for_the_day) {
  Takeover unknown = takeover;
  unknown.groups = {42};
  BOOST_TEST(told(substitutions(unknown, taught)) == "42:2 MATHS for 0; ");
  // In the first degree a service is for all subjects.
  BOOST_TEST(told(substitutions(unknown, std::vector<group::Taught>{{103, 42, 1, ""}})) == "42:2 MATHS for 103; ");
}

BOOST_AUTO_TEST_CASE(lessons_of_one_day_share_a_service_that_stays_as_long_as_one_needs_it) {
  Takeover of_class = takeover, tomorrow = takeover;
  of_class.groups = {40};
  tomorrow.day = monday + std::chrono::days{1};
  const unit::Period today{monday, tomorrow.day};
  const std::vector<group::Taught> opened{{200, 40, 2, "MATHS", "", today}, {201, 41, 2, "MATHS", "", today}};
  BOOST_TEST(told(renewal(std::vector{of_class, takeover}, taught, {})) == "40 by 0; 41 by 1; ");
  BOOST_TEST(told(renewal(std::vector{of_class, takeover}, taught, opened)).empty());
  BOOST_TEST(told(renewal(std::vector{of_class}, taught, opened)) == "not 201; ");
  BOOST_TEST(told(renewal({}, taught, opened)) == "not 200; not 201; ");
  BOOST_TEST(told(renewal(std::vector{tomorrow}, taught, opened)) == "40 by 0; 41 by 0; not 200; not 201; ");
  // Once they teach it regularly nothing is opened for them, and what was is taken back.
  auto regular = taught;
  regular.push_back({103, 40, 2, "MATHS", "", year});
  BOOST_TEST(told(renewal(std::vector{of_class}, regular, opened)) == "not 200; not 201; ");
}

BOOST_AUTO_TEST_SUITE_END()
