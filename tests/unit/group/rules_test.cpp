// What makes a group well-formed.
#include "group/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::group;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

Add division() { return {.kind = Kind::division, .name = "Quatrième A", .code = "4A"}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(group_rules)

BOOST_AUTO_TEST_CASE(only_what_is_made_by_hand_needs_no_code) {
  BOOST_TEST(told(well_formed(division())).empty());
  Add group = division();
  group.code.reset();
  BOOST_TEST(told(well_formed(group)) == "/code group.code_missing");
  group.kind = Kind::group;
  BOOST_TEST(told(well_formed(group)) == "/code group.code_missing");
  group.kind = Kind::manual;
  BOOST_TEST(told(well_formed(group)).empty());
}

BOOST_AUTO_TEST_CASE(texts_have_lengths) {
  Add group = division();
  group.name = " ";
  group.code = std::string(41, 'x');
  group.levels = {"CM1", ""};
  group.school_year = 1949;
  BOOST_TEST(told(well_formed(group)) ==
             "/name text.too_short; /code text.too_long; /school_year field.range; /levels/1 text.too_short");
  group = division();
  group.levels.assign(20, "CM1");
  BOOST_TEST(told(well_formed(group)).empty());
  group.levels.emplace_back("CM2");
  BOOST_TEST(told(well_formed(group)) == "/levels field.range");
}

BOOST_AUTO_TEST_CASE(only_teaching_groups_are_drawn_out_of_divisions) {
  Add group = division();
  group.division_ids = {ent::GroupId{1}};
  BOOST_TEST(told(well_formed(group)) == "/division_ids group.divisions_unexpected");
  group.kind = Kind::group;
  BOOST_TEST(told(well_formed(group)).empty());
  BOOST_TEST(told(well_formed(Change{.division_ids = std::vector{ent::GroupId{1}}}, Kind::manual)) ==
             "/division_ids group.divisions_unexpected");
  BOOST_TEST(told(well_formed(Change{.division_ids = std::vector<ent::GroupId>{}}, Kind::manual)).empty());
}

BOOST_AUTO_TEST_CASE(pupils_are_enrolled_in_divisions_and_others_are_added) {
  Add group = division();
  group.member_ids = {ent::PersonId{1}};
  BOOST_TEST(told(well_formed(group)) == "/member_ids group.members_enrolled");
  BOOST_TEST(told(may_be_members({ent::PersonId{1}}, Kind::division)) == "/id group.members_enrolled");
  BOOST_TEST(told(may_be_members({ent::PersonId{1}}, Kind::manual)).empty());
  BOOST_TEST(told(may_be_members({}, Kind::manual)) == "/member_ids field.range");
  BOOST_TEST(told(may_be_members(std::vector(2000, ent::PersonId{1}), Kind::group)).empty());
  BOOST_TEST(told(may_be_members(std::vector(2001, ent::PersonId{1}), Kind::group)) == "/member_ids field.range");
  const Enrol enrol{.pupil_ids = {ent::PersonId{1}}, .level = "CM1"};
  BOOST_TEST(told(well_formed(enrol, Kind::division)).empty());
  BOOST_TEST(told(well_formed(enrol, Kind::group)) == "/id group.not_division");
  BOOST_TEST(told(well_formed(Enrol{.level = ""}, Kind::division)) == "/pupil_ids field.range; /level text.too_short");
}

// A group of 1 September to 5 July, asked on 10 November: days since then.
BOOST_AUTO_TEST_CASE(what_is_of_a_group_lies_within_its_days) {
  constexpr auto day = [](int year, unsigned month, unsigned of_month) {
    return ent::Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
  };
  constexpr ent::Date first = day(2026, 9, 1), end = day(2027, 7, 5), today = day(2026, 11, 10);
  View group;
  group.valid_from = first;
  group.valid_to = end;
  const auto days = [&](std::optional<ent::Date> from, std::optional<ent::Date> to) {
    const auto period = within(group, from, to, today);
    return period ? std::to_string((period->from - first).count()) + "-" + std::to_string((period->to - first).count())
                  : told(period.error());
  };
  BOOST_TEST(days({}, {}) == "70-307");                                        // 29 + 31 + 10 days; until 5 July
  BOOST_TEST(days(day(2026, 8, 25), day(2026, 12, 1)) == "0-91");              // from its first day
  BOOST_TEST(days(day(2026, 12, 1), day(2027, 9, 1)) == "91-307");             // and no longer than it stands
  BOOST_TEST(days(day(2027, 7, 4), {}) == "306-307");
  BOOST_TEST(days(end, {}) == "/valid_from group.ended");
  BOOST_TEST(days(day(2026, 8, 1), first) == "/valid_to period.empty");
  BOOST_TEST(days(day(2026, 12, 1), day(2026, 12, 1)) == "/valid_to period.empty");
  group.valid_from = day(2027, 1, 4);                                          // not begun: 125 days later
  BOOST_TEST(days({}, {}) == "125-307");
  group.valid_to.reset();
  const auto open = within(group, {}, {}, today);
  BOOST_TEST_REQUIRE(open.has_value());
  BOOST_TEST((open->to == ent::open_end));
}

BOOST_AUTO_TEST_CASE(a_subject_has_a_code_or_none) {
  BOOST_TEST(told(well_formed(AddService{})).empty());
  BOOST_TEST(told(well_formed(AddService{.subject_code = "061300"})).empty());
  BOOST_TEST(told(well_formed(AddService{.subject_code = " "})) == "/subject_code text.too_short");
}

BOOST_AUTO_TEST_SUITE_END()
