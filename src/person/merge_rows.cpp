// A merge moves, of each fact that names the merged person, the rows that the kept one does not have
// already, and writes down which. In a unit that knows both, the merged one's number is taken out of use:
// the rows that stay behind under it name nobody, until unmerge() gives the number back.
#include "person/merge_rows.hpp"

#include <algorithm>
#include <iterator>

#include "person/columns.hpp"
#include "person/merge_links.hpp"
#include "person/rules.hpp"
#include "unit/dates.hpp"

namespace ent::person::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// How the rows of one fact go over, and come back.
struct Fact {
  MovedColumn place;
  Sql note;     ///< Writes down which rows will move.
  Sql move;
  Sql restore;
};

#define ENT_UNITS_OF_MERGE "(SELECT y.org FROM person_merge_member y WHERE y.merge = $1 AND y.into_member <> 0)"

/// `same` says which rows of the fact, `r`, a row `t` goes with.
#define ENT_MOVE_WITH(table, column, fact, target, source, same)                                                         \
  {"UPDATE " table " AS t SET " column " = (SELECT x." target " FROM person_merge_member x WHERE x.merge = $1 "          \
   "AND x.org = t.org) WHERE t.org IN " ENT_UNITS_OF_MERGE " AND t." column " IN (SELECT y." source                      \
   " FROM person_merge_member y WHERE y.merge = $1 AND y.into_member <> 0) "                                             \
   "AND EXISTS (SELECT 1 FROM person_merge_member x JOIN person_merge_row r ON r.merge = x.merge AND r.org = x.org "     \
   "WHERE x.merge = $1 AND x.org = t.org AND x." source " = t." column " AND r.fact = " fact " AND " same ")"}

#define ENT_MOVE_BY_MEMBER(table, column, key1, key2, key3, fact, target, source)                                        \
  ENT_MOVE_WITH(table, column, fact, target, source,                                                                     \
                "r.key1 = t." key1 " AND r.key2 = t." key2 " AND r.key3 = t." key3)

/// A fact of a unit, which names a member. Its key is org, the member and three columns, one of which may
/// be repeated. `unless` says when a row stays behind, of `t` and of the kept one's rows `k` in `kept_in`;
/// `back` which rows come back, with what is noted of `back_fact`.
#define ENT_BY_MEMBER_BACK(fact, table, column, key1, key2, key3, kept_in, unless, back_fact, back)                     \
  Fact{{table, column},                                                                                                \
       {"INSERT INTO person_merge_row (merge, fact, org, key1, key2, key3) "                                           \
        "SELECT x.merge, " fact ", t.org, t." key1 ", t." key2 ", t." key3 " FROM person_merge_member x JOIN " table   \
        " t ON t.org = x.org AND t." column " = x.member WHERE x.merge = $1 AND x.into_member <> 0 "                   \
        "AND NOT EXISTS (SELECT 1 FROM " kept_in " k WHERE k.org = t.org AND k." column " = x.into_member "            \
        "AND " unless ")"},                                                                                            \
       ENT_MOVE_BY_MEMBER(table, column, key1, key2, key3, fact, "into_member", "member"),                             \
       ENT_MOVE_WITH(table, column, back_fact, "member", "into_member", back)}

#define ENT_BY_MEMBER(fact, table, column, key1, key2, key3)                                                           \
  ENT_BY_MEMBER_BACK(fact, table, column, key1, key2, key3, table,                                                     \
                     "k." key1 " = t." key1 " AND k." key2 " = t." key2 " AND k." key3 " = t." key3, fact,             \
                     "r.key1 = t." key1 " AND r.key2 = t." key2 " AND r.key3 = t." key3)

#define ENT_MOVE_BY_PERSON(table, column, key1, key2, fact)                                                  \
  {"UPDATE " table " AS t SET " column " = $1 WHERE t." column " = $2 "                                      \
   "AND EXISTS (SELECT 1 FROM person_merge_row r WHERE r.merge = $3 AND r.fact = " fact " AND r.org = 0 "    \
   "AND r.key1 = t." key1 " AND r.key2 = t." key2 " AND r.key3 = 0)"}

/// A fact of the portal, which names a person.
#define ENT_BY_PERSON(fact, table, column, key1, key2)                                                        \
  Fact{{table, column},                                                                                       \
       {"INSERT INTO person_merge_row (merge, fact, org, key1, key2, key3) "                                  \
        "SELECT $1, " fact ", 0, t." key1 ", t." key2 ", 0 FROM " table " t WHERE t." column " = $2 "         \
        "AND NOT EXISTS (SELECT 1 FROM " table " k WHERE k." column " = $3 AND k." key1 " = t." key1          \
        " AND k." key2 " = t." key2 ")"},                                                                     \
       ENT_MOVE_BY_PERSON(table, column, key1, key2, fact), ENT_MOVE_BY_PERSON(table, column, key1, key2, fact)}

constexpr const char* move_contact =
    "UPDATE person_contact SET person = $1 WHERE person = $2 "
    "AND EXISTS (SELECT 1 FROM person_merge_row r WHERE r.merge = $3 AND r.fact = 15)";

// The numbers are stored; 10, 11 and 39 are of guardianships, which are not among these. A fact that a domain adds is added here: a test holds
// this list against the schema.
constexpr Fact by_member[] = {
    ENT_BY_MEMBER("1", "affiliation", "member", "profile", "function", "valid_from"),
    ENT_BY_MEMBER("2", "group_member", "member", "grp", "valid_from", "valid_from"),
    ENT_BY_MEMBER("3", "group_role", "member", "grp", "role", "valid_from"),
    ENT_BY_MEMBER("4", "service", "member", "service", "service", "service"),
    ENT_BY_MEMBER("5", "assignment", "adult", "pupil", "kind", "valid_from"),
    ENT_BY_MEMBER("6", "assignment", "pupil", "adult", "kind", "valid_from"),
    ENT_BY_MEMBER("7", "delegation", "grantor", "delegation", "delegation", "delegation"),
    ENT_BY_MEMBER("8", "delegation", "delegate", "delegation", "delegation", "delegation"),
    ENT_BY_MEMBER("16", "slot_teacher", "member", "slot", "valid_from", "valid_from"),
    ENT_BY_MEMBER("17", "lesson_teacher", "member", "slot", "week", "number"),
    ENT_BY_MEMBER("18", "attendance_entry", "member", "entry", "entry", "entry"),
    ENT_BY_MEMBER("19", "attendance_justification", "member", "justification", "justification", "justification"),
    // Goes where its mark goes, or stays with it, and comes back with it, what was added since too: it comes before the mark.
    ENT_BY_MEMBER_BACK("20", "mark_before", "member", "assessment", "version", "version", "mark",
                       "k.assessment = t.assessment", "21", "r.key1 = t.assessment"),
    ENT_BY_MEMBER("21", "mark", "member", "assessment", "assessment", "assessment"),
    ENT_BY_MEMBER("34", "assessment_pupil", "member", "assessment", "assessment", "assessment"),
    ENT_BY_MEMBER("22", "mark_reopening", "member", "period", "grp", "version"),
    // What the kept one has of the same service and period stands; versions of one stay together, those that were written since too.
    ENT_BY_MEMBER_BACK("36", "mark_adjustment", "member", "service", "period", "version", "mark_adjustment",
                       "k.service = t.service AND k.period = t.period", "36", "r.key1 = t.service AND r.key2 = t.period"),
    // A set goes over whole, or stays where the kept one has one of the same day.
    ENT_BY_MEMBER_BACK("37", "pupil_coefficient", "member", "valid_from", "place", "place", "pupil_coefficient",
                       "k.valid_from = t.valid_from", "37", "r.key1 = t.valid_from"),
    ENT_BY_MEMBER("33", "period_seat", "member", "period", "grp", "version"),
    ENT_BY_MEMBER("23", "homework", "author", "homework", "homework", "homework"),
    ENT_BY_MEMBER("24", "homework_pupil", "member", "homework", "homework", "homework"),
    ENT_BY_MEMBER("25", "homework_done", "member", "homework", "homework", "homework"),
    ENT_BY_MEMBER("26", "notebook_entry", "author", "entry", "entry", "entry"),
    // Goes where its level goes, likewise: it comes before the level.
    ENT_BY_MEMBER_BACK("27", "skill_level_before", "member", "evaluation", "item", "version", "skill_level",
                       "k.evaluation = t.evaluation AND k.item = t.item", "28", "r.key1 = t.evaluation AND r.key2 = t.item"),
    ENT_BY_MEMBER("28", "skill_level", "member", "evaluation", "item", "item"),
    ENT_BY_MEMBER("31", "skill_claim", "member", "claim", "claim", "claim"),
    ENT_BY_MEMBER("32", "skill_verdict", "member", "verdict", "verdict", "verdict"),
    // What the kept one has of the same kind stands; versions of one entry stay together, those that were written since too.
    ENT_BY_MEMBER_BACK("29", "report_entry", "member", "entry", "entry", "entry", "report_entry",
                       "k.period = t.period AND k.kind = t.kind AND k.item = t.item", "29",
                       "EXISTS (SELECT 1 FROM report_entry e WHERE e.org = t.org AND e.period = t.period AND e.member = t.member "
                       "AND e.kind = t.kind AND e.item = t.item AND e.entry = r.key1)"),
};

constexpr Fact by_person[] = {
    ENT_BY_PERSON("12", "guardian_closure", "pupil", "valid_from", "valid_from"),
    ENT_BY_PERSON("13", "residence", "person", "household", "valid_from"),
    ENT_BY_PERSON("14", "school_group", "author", "org", "grp"),
    ENT_BY_PERSON("30", "report_publication", "person", "org", "publication"),
    ENT_BY_PERSON("38", "attendance_told", "adult", "org", "entry"),
    // Has no key beside the person: it goes over whole, or not at all.
    Fact{{"person_contact", "person"},
         {"INSERT INTO person_merge_row (merge, fact, org, key1, key2, key3) SELECT $1, 15, 0, 0, 0, 0 "
          "FROM person_contact t WHERE t.person = $2 AND NOT EXISTS (SELECT 1 FROM person_contact k WHERE k.person = $3)"},
         {move_contact},
         {move_contact}},
};

/// Guardianships go over by statements of their own (merge_links.hpp). Merges that were made before have noted those of the merged one alone.
struct FormerFact {
  MovedColumn place;
  Sql restore;
};

constexpr FormerFact noted_links[] = {
    {{"guardianship", "pupil"}, ENT_MOVE_BY_PERSON("guardianship", "pupil", "adult", "valid_from", "10")},
    {{"guardianship", "adult"}, ENT_MOVE_BY_PERSON("guardianship", "adult", "pupil", "valid_from", "11")},
};

constexpr Sql insert_merge{"INSERT INTO person_merge (merge, kept, merged, merged_on) VALUES ($1, $2, $3, $4)"};

constexpr Sql insert_merge_members{
    "INSERT INTO person_merge_member (merge, org, member, into_member) SELECT $1, m.org, m.member, "
    "COALESCE((SELECT k.member FROM member k WHERE k.person = $2 AND k.org = m.org), 0) "
    "FROM member m WHERE m.person = $3"};

constexpr Sql move_members{
    "UPDATE member SET person = $1, sort_key = $2 WHERE person = $3 "
    "AND org IN (SELECT x.org FROM person_merge_member x WHERE x.merge = $4 AND x.into_member = 0)"};

constexpr Sql drop_members{"DELETE FROM member WHERE person = $1"};

constexpr Sql restore_members{
    "UPDATE member SET person = $1, sort_key = $2 WHERE person = $3 AND EXISTS (SELECT 1 FROM person_merge_member x "
    "WHERE x.merge = $4 AND x.org = member.org AND x.member = member.member AND x.into_member = 0)"};

constexpr Sql revive_members{
    "INSERT INTO member (org, member, person, sort_key) SELECT x.org, x.member, $1, $2 FROM person_merge_member x "
    "WHERE x.merge = $3 AND x.into_member <> 0"};

/// Whoever was merged into the merged one goes along.
constexpr Sql point_to_kept{"UPDATE person SET merged_into = $1 WHERE person = $2 OR merged_into = $2"};

/// Everybody of the merged one's earlier merges comes back along.
constexpr Sql point_back{
    "WITH RECURSIVE come_back (person) AS ("
    "  SELECT CAST($1 AS BIGINT) UNION "
    "  SELECT e.merged FROM come_back c JOIN person_merge e ON e.kept = c.person WHERE e.undone_on IS NULL"
    ") UPDATE person SET merged_into = CASE WHEN person = $1 THEN NULL ELSE CAST($1 AS BIGINT) END "
    "WHERE person IN (SELECT c.person FROM come_back c)"};

constexpr Sql insert_words{
    "INSERT INTO member_word (org, word, member) SELECT x.org, w.value, x.member FROM person_merge_member x "
    "CROSS JOIN EACH_TEXT($1) w WHERE x.merge = $2 AND x.into_member = 0 ON CONFLICT (org, word, member) DO NOTHING"};

constexpr Sql delete_words{
    "DELETE FROM member_word WHERE word = ITEM_TEXT($1) AND org IN (SELECT x.org FROM person_merge_member x "
    "WHERE x.merge = $2 AND x.into_member = 0) AND member = (SELECT x.member FROM person_merge_member x "
    "WHERE x.merge = $2 AND x.org = member_word.org)"};

constexpr Sql update_undone{"UPDATE person_merge SET undone_on = $1 WHERE merge = $2"};

constexpr Sql select_merge{
    "SELECT e.merge, CASE WHEN EXISTS (SELECT 1 FROM person_merge l WHERE (l.kept = e.kept OR l.merged = e.kept) "
    "AND l.merge > e.merge AND l.undone_on IS NULL) THEN 1 ELSE 0 END "
    "FROM person_merge e WHERE e.kept = $1 AND e.merged = $2 AND e.undone_on IS NULL"};

constexpr Sql select_merged{
    "SELECT family_name, given_name, birth_name FROM person WHERE person = $1 AND merged_into = $2"};

/// The words of `some` that are not words of `others`.
std::vector<std::string> less(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::ranges::set_difference(some, others, std::back_inserter(left));
  return left;
}

std::string sort_key_of(const Person& person) { return sort_key(person.family_name, person.given_name); }

}  // namespace

std::vector<MovedColumn> moved_columns() {
  std::vector<MovedColumn> columns;
  for (const Fact& fact : by_member) columns.push_back(fact.place);
  for (const Fact& fact : by_person) columns.push_back(fact.place);
  for (const FormerFact& fact : noted_links) columns.push_back(fact.place);
  return columns;
}

std::optional<StandingMerge> find_merge(unit::Unit& unit, std::int64_t kept, PersonId merged) {
  Rows rows = unit.query(select_merge, kept, merged.value);
  if (!rows.next()) return std::nullopt;
  return StandingMerge{rows.integer(0), rows.integer(1) == 0};
}

std::optional<Person> find_merged(unit::Unit& unit, std::int64_t kept, PersonId merged) {
  Rows rows = unit.query(select_merged, merged.value, kept);
  if (!rows.next()) return std::nullopt;
  Person person;
  person.person = merged.value;
  person.family_name = rows.string(0);
  person.given_name = rows.string(1);
  person.birth_name = rows.optional_string(2);
  return person;
}

void merge(unit::WriteUnit& unit, const unit::Granted& granted, const Person& kept, const Person& merged) {
  const std::int64_t merge = unit.take_numbers(granted, 0, "person_merge");
  unit.exec(granted, insert_merge, merge, kept.person, merged.person, day(unit.today()));
  unit.exec(granted, insert_merge_members, merge, kept.person, merged.person);
  for (const Fact& fact : by_member) {
    unit.exec(granted, fact.note, merge);
    unit.exec(granted, fact.move, merge);
  }
  join_links(unit, granted, merge, kept.person, merged.person);
  for (const Fact& fact : by_person) {
    unit.exec(granted, fact.note, merge, merged.person, kept.person);
    unit.exec(granted, fact.move, kept.person, merged.person, merge);
  }
  unit.exec(granted, move_members, kept.person, sort_key_of(kept), merged.person, merge);
  unit.exec(granted, drop_members, merged.person);
  join_units(unit, granted, kept.person, merged.person);
  unit.exec(granted, insert_words, search_words(kept), merge);
  unit.exec(granted, point_to_kept, kept.person, merged.person);
}

void unmerge(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, const Person& kept,
             const Person& merged) {
  for (const Fact& fact : by_member) unit.exec(granted, fact.restore, merge);
  for (const Fact& fact : by_person) unit.exec(granted, fact.restore, merged.person, kept.person, merge);
  for (const FormerFact& fact : noted_links) unit.exec(granted, fact.restore, merged.person, kept.person, merge);
  unit.exec(granted, restore_members, merged.person, sort_key_of(merged), kept.person, merge);
  unit.exec(granted, revive_members, merged.person, sort_key_of(merged), merge);
  const auto borrowed = less(search_words(kept), search_words(merged));
  if (!borrowed.empty()) unit.exec_each(granted, delete_words, borrowed, merge);
  unit.exec(granted, point_back, merged.person);
  part_links(unit, granted, merge, kept.person, merged.person);
  unit.exec(granted, update_undone, day(unit.today()), merge);
}

}  // namespace ent::person::rows
