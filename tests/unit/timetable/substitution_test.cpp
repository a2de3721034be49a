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
const std::vector<group::Taught> taught{{100, 40, 1, "MATHS"}, {101, 41, 1, "MATHS"}, {102, 40, 3, "MUS"}};
const Takeover takeover{{40, 41}, {1}, {2}, "MATHS", "MATHS", monday};

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

BOOST_AUTO_TEST_SUITE_END()
