// A merge takes along every row that names a person: the schema says which columns there are.
#include <boost/test/unit_test.hpp>

#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "person/merge_rows.hpp"
#include "portal/migrations.hpp"

namespace {

using Column = std::pair<std::string, std::string>;  // table, column

/// Columns that name somebody and are not rewritten, each for its reason.
const std::map<Column, std::string> stays = {
    {{"person", "person"}, "the record itself"},
    {{"person_reference", "person"}, "the key of a merged record leads to the kept one"},
    {{"member", "member"}, "a merge writes it by statements of its own"},
    {{"member", "person"}, "a merge writes it by statements of its own"},
    {{"member_word", "member"}, "goes with the member number"},
    {{"person_merge_member", "member"}, "the account of the merge"},
    {{"person_merge_link", "pupil"}, "the account of the merge"},
    {{"person_merge_link", "adult"}, "the account of the merge"},
    {{"account", "person"}, "the account of the merged record loses all rights with its rows; that of the kept one stays"},
    {{"audit_entry", "person"}, "what was done stays done by whom it was"},
    {{"access_override", "author"}, "what was set stays set by whom it was"},
    {{"group_ended", "member"}, "what the opening of a year ended is given back as it was"},
    {{"lesson_change", "author"}, "what was said stays said by whom it was"},
    {{"attendance_register", "author"}, "what was said stays said by whom it was"},
    {{"attendance_entry", "author"}, "what was said stays said by whom it was"},
    {{"attendance_former", "author"}, "what was said stays said by whom it was"},
    {{"attendance_justification", "author"}, "what was said stays said by whom it was"},
    {{"attendance_decision", "author"}, "what was said stays said by whom it was"},
    {{"mark", "author"}, "what was said stays said by whom it was"},
    {{"mark_adjustment", "author"}, "what was said stays said by whom it was"},
    {{"mark_before", "author"}, "what was said stays said by whom it was"},
    {{"period_state", "author"}, "what was said stays said by whom it was"},
    {{"mark_reopening", "author"}, "what was said stays said by whom it was"},
    {{"mark_policy", "author"}, "what was said stays said by whom it was"},
    {{"subject_boxes", "author"}, "what was said stays said by whom it was"},
    {{"skill_referential", "author"}, "what was said stays said by whom it was"},
    {{"skill_scale", "author"}, "what was said stays said by whom it was"},
    {{"skill_level", "author"}, "what was said stays said by whom it was"},
    {{"skill_level_before", "author"}, "what was said stays said by whom it was"},
    {{"skill_claim", "author"}, "what was said stays said by whom it was"},
    {{"skill_method", "author"}, "what was said stays said by whom it was"},
    {{"skill_verdict", "author"}, "what was said stays said by whom it was"},
    {{"skill_usage_rule", "author"}, "what was said stays said by whom it was"},
    {{"report_entry", "author"}, "what was said stays said by whom it was"},
    {{"report_council", "author"}, "what was said stays said by whom it was"},
    {{"report_council_before", "author"}, "what was said stays said by whom it was"},
    {{"report_publication", "author"}, "what was said stays said by whom it was"},
    {{"report_model", "author"}, "what was said stays said by whom it was"},
    {{"report_project", "author"}, "what was said stays said by whom it was"},
};

/// The words of a DDL text, with commas and brackets as words of their own.
std::vector<std::string> words_of(const std::string& ddl) {
  std::string spaced;
  for (const char c : ddl) {
    const bool sign = c == '(' || c == ')' || c == ',';
    spaced += sign ? std::string{' ', c, ' '} : std::string{c};
  }
  std::istringstream in(spaced);
  return {std::istream_iterator<std::string>(in), {}};
}

/// All columns of the schema whose names say that they hold a person or a member.
std::set<Column> columns_of_people() {
  static const std::set<std::string> names{"person", "member", "adult",   "pupil",    "author",
                                           "grantor", "delegate", "teacher", "owner"};
  std::set<Column> found;
  for (const auto& step : ent::portal::migrations()) {
    const std::vector<std::string> words = words_of(step.ddl);
    std::string table;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i] == "TABLE") table = words[i + 1];
      if (words[i + 1] == "INT" && names.contains(words[i])) found.emplace(table, words[i]);
    }
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(person_merge_facts)

BOOST_AUTO_TEST_CASE(every_column_of_people_goes_over_or_stays_for_a_reason) {
  std::set<Column> moved;
  for (const auto& place : ent::person::rows::moved_columns()) moved.emplace(place.table, place.column);
  const std::set<Column> all = columns_of_people();
  BOOST_TEST(all.size() > 15U);
  for (const Column& column : all) {
    BOOST_TEST((moved.contains(column) != stays.contains(column)), column.first << "." << column.second);
  }
  for (const Column& column : moved) BOOST_TEST(all.contains(column), column.first << "." << column.second);
  for (const auto& [column, why] : stays) BOOST_TEST(all.contains(column), column.first << "." << column.second);
}

BOOST_AUTO_TEST_SUITE_END()
