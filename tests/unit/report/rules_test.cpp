// What makes entries well-formed, and what of them is new.
#include "report/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::report;
using rows::Entry;
using Kind = rows::Kind;

std::string told(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text.empty() ? error->reason : text;
}

Comment comment(std::vector<CommentItem> items) {
  Comment made;
  made.items = std::move(items);
  return made;
}

Sitting sitting(std::int64_t member, bool locked = false, bool goes = true) {
  Sitting made;
  made.pupil.member = member;
  made.pupil.card.id = PersonId{100 + member};
  made.goes_by_period = goes;
  made.locked = locked;
  return made;
}

const std::vector<Entry> standing{{1, Kind::subject_comment, "MATHS", 0, "Bien", 3, true},
                                  {2, Kind::subject_comment, "MATHS", 0, "", 2, false}};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_rules)

BOOST_AUTO_TEST_CASE(a_comment_has_600_characters_and_not_more) {
  std::string accents;
  for (int i = 0; i < 600; ++i) accents += "é";
  BOOST_TEST(told(well_formed(comment({{PersonId{1}, accents, {}}}))) == "");
  BOOST_TEST(told(well_formed(comment({{PersonId{1}, accents + "é", {}}}))) == "/items/0/text text.too_long");
}

BOOST_AUTO_TEST_CASE(a_general_comment_has_1000) {
  CommentGeneral input;
  input.items = {{PersonId{1}, std::string(1'000, 'a')}, {PersonId{2}, std::string(1'001, 'a')}};
  BOOST_TEST(told(well_formed(input)) == "/items/1/text text.too_long");
}

BOOST_AUTO_TEST_CASE(a_pupil_stands_once_in_a_call_and_degrees_are_four) {
  BOOST_TEST(told(well_formed(comment({{PersonId{1}, {}, 4}, {PersonId{1}, {}, 5}}))) ==
             "/items/1/pupil_id field.repeated; /items/1/positioning field.range");
}

BOOST_AUTO_TEST_CASE(typed_figures_come_with_a_reason) {
  RecordSchoolLife input;
  input.items = {{.pupil_id = PersonId{1}, .latenesses = 3}, {.pupil_id = PersonId{2}, .justified_half_days = 1'000, .reason = "Papier"}};
  BOOST_TEST(told(well_formed(input)) == "/items/0/reason report.reason_missing; /items/1/justified_half_days field.range");
}

BOOST_AUTO_TEST_CASE(who_does_not_sit_there_is_refused_by_place) {
  const std::vector<Sitting> all{sitting(1), sitting(2, false, false)};
  BOOST_TEST(told(members_of({PersonId{101}, PersonId{102}, PersonId{103}}, all).error()) ==
             "/items/1/pupil_id gradebook.other_period; /items/2/pupil_id group.no_member");
  BOOST_TEST((members_of({PersonId{101}}, all).value() == std::vector<std::int64_t>{1}));
}

BOOST_AUTO_TEST_CASE(what_stands_already_is_no_change) {
  Changes changes(standing);
  BOOST_TEST(changes.revision_before() == 5);
  changes.say_text(1, Kind::subject_comment, "MATHS", "Bien");
  changes.say_text(2, Kind::subject_comment, "MATHS", "");
  changes.say_text(3, Kind::subject_comment, "MATHS", "");
  BOOST_TEST(changes.unchanged() == 3);
  BOOST_TEST(changes.made().empty());
}

BOOST_AUTO_TEST_CASE(a_change_is_one_version_more) {
  Changes changes(standing);
  changes.say_text(1, Kind::subject_comment, "MATHS", "Très bien");
  changes.say_text(2, Kind::subject_comment, "MATHS", "");
  changes.say_text(2, Kind::subject_comment, "HIST", "Bien");
  changes.take_back(1, Kind::subject_comment, "HIST");
  BOOST_REQUIRE_EQUAL(changes.made().size(), 2U);
  BOOST_TEST(changes.made()[0].version == 4);
  BOOST_TEST(changes.made()[1].version == 1);
  BOOST_TEST(changes.revision_after() == 7);
}

BOOST_AUTO_TEST_CASE(what_was_taken_back_may_be_said_again) {
  Changes changes(standing);
  changes.say_text(2, Kind::subject_comment, "MATHS", "Bien");
  BOOST_REQUIRE_EQUAL(changes.made().size(), 1U);
  BOOST_TEST(changes.made()[0].version == 3);
  BOOST_TEST(changes.made()[0].given);
}

BOOST_AUTO_TEST_CASE(of_who_is_locked_nothing_changes) {
  Changes changes(standing);
  const std::vector<Sitting> all{sitting(1), sitting(2, true)};
  changes.say_text(2, Kind::subject_comment, "MATHS", "");
  changes.say_text(1, Kind::subject_comment, "MATHS", "Mieux");
  BOOST_TEST(told(changes.expect_unlocked(all)) == "");
  changes.say_text(2, Kind::subject_comment, "MATHS", "Mieux");
  BOOST_TEST(told(changes.expect_unlocked(all)) == "report.locked");
}

BOOST_AUTO_TEST_SUITE_END()
