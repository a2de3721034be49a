#include "homework/rows.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::homework::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define HOMEWORK                                                                                                              \
  "h.org AS org, h.homework AS homework, h.grp AS grp, h.subject AS subject, h.author AS author, p.person AS person, "        \
  "p.family_name AS family_name, p.given_name AS given_name, p.title AS title, h.set_on AS set_on, h.due AS due, "            \
  "h.given_lesson AS given_lesson, h.due_lesson AS due_lesson, h.text AS text, h.minutes AS minutes, h.named AS named, "      \
  "h.state AS state, h.revision AS revision "
#define AUTHOR "t.org = h.org AND t.member = h.author AND p.person = t.person "

// Published is 2, a draft 1. What a service without subject teaches is all.
#define VISIBLE(families, today, drafts_of)                                                                                   \
  "AND ((h.state = 2 AND (" families " = 0 OR h.set_on <= " today ")) OR (h.state = 1 AND (t.person = " drafts_of             \
  " OR EXISTS (SELECT 1 FROM service s CROSS JOIN member c WHERE s.org = h.org AND s.grp = h.grp "                            \
  "AND (s.subject = h.subject OR s.subject = '') AND s.valid_from <= " today " AND s.valid_to > " today                       \
  " AND c.org = s.org AND c.member = s.member AND c.person = " drafts_of ")))) "
#define MEANT(all_named, members)                                                                                             \
  "AND (h.named = 0 OR " all_named " = 1 OR EXISTS (SELECT 1 FROM EACH(" members ") k CROSS JOIN homework_pupil q "           \
  "WHERE q.org = h.org AND q.homework = h.homework AND h.org = k.value / 4294967296 AND q.member = k.value % 4294967296)) "
// Of a teacher: what they have set, and what is of a subject that they teach the group.
#define TAUGHT(teacher, today)                                                                                                \
  "AND (" teacher " = 0 OR t.person = " teacher " OR EXISTS (SELECT 1 FROM service s CROSS JOIN member c WHERE s.org = h.org " \
  "AND s.grp = h.grp AND (s.subject = h.subject OR s.subject = '') AND s.valid_from <= " today " AND s.valid_to > " today      \
  " AND c.org = s.org AND c.member = s.member AND c.person = " teacher ")) "
#define DUE(wide_first, wide_last, first, last)                                                                               \
  "AND h.due >= " wide_first " AND h.due <= " wide_last " AND (h.due_lesson <> 0 OR (h.due >= " first " AND h.due <= " last   \
  ")) "

constexpr Sql select_one{
    "SELECT " HOMEWORK "FROM homework h CROSS JOIN member t CROSS JOIN person p "
    "WHERE h.org = $1 AND h.homework = $2 AND h.state <> 3 AND " AUTHOR};

constexpr Sql select_of_groups{
    "SELECT " HOMEWORK "FROM EACH($1) v CROSS JOIN homework h CROSS JOIN member t CROSS JOIN person p "
    "WHERE h.org = v.value / 4294967296 AND h.grp = v.value % 4294967296 " DUE("$2", "$3", "$4", "$5") "AND " AUTHOR
    VISIBLE("$6", "$7", "$8") MEANT("$9", "$10") TAUGHT("$11", "$7") "UNION "
    "SELECT " HOMEWORK "FROM EACH($12) w CROSS JOIN homework h CROSS JOIN member t CROSS JOIN person p "
    "WHERE h.org = w.value / 4294967296 AND h.due_lesson = w.value % 4294967296 AND h.grp > 0 "
    "AND h.org * 4294967296 + h.grp IN (SELECT x.value FROM EACH($1) x) AND " AUTHOR
    VISIBLE("$6", "$7", "$8") MEANT("$9", "$10") TAUGHT("$11", "$7") "ORDER BY org, homework"};

constexpr Sql select_of_author{
    "SELECT " HOMEWORK "FROM homework h CROSS JOIN member t CROSS JOIN person p "
    "WHERE h.org = $1 AND h.author = $2 " DUE("$3", "$4", "$5", "$6") "AND " AUTHOR VISIBLE("$7", "$8", "$9") "UNION "
    "SELECT " HOMEWORK "FROM EACH($10) w CROSS JOIN homework h CROSS JOIN member t CROSS JOIN person p "
    "WHERE h.org = $1 AND h.due_lesson = w.value % 4294967296 AND h.grp > 0 AND h.author = $2 AND " AUTHOR VISIBLE("$7", "$8", "$9") "ORDER BY homework"};

constexpr Sql insert_row{
    "INSERT INTO homework (org, homework, grp, subject, author, set_on, due, given_lesson, due_lesson, text, minutes, named, state, "
    "revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};

constexpr Sql update_row{
    "UPDATE homework SET set_on = $1, due = $2, due_lesson = $3, text = $4, minutes = $5, named = $6, state = $7, revision = $8 "
    "WHERE org = $9 AND homework = $10"};

constexpr Sql select_pupils{
    "SELECT q.org, q.homework, q.member, t.person FROM EACH($1) v CROSS JOIN homework_pupil q CROSS JOIN member t "
    "WHERE q.org = v.value / 4294967296 AND q.homework = v.value % 4294967296 AND t.org = q.org AND t.member = q.member "
    "ORDER BY q.org, q.homework, t.sort_key, t.person"};
constexpr Sql delete_pupils{"DELETE FROM homework_pupil WHERE org = $1 AND homework = $2"};
constexpr Sql insert_pupils{"INSERT INTO homework_pupil (org, homework, member) VALUES ($1, $2, ITEM($3))"};

constexpr Sql select_done{
    "SELECT d.org, d.member, d.homework FROM EACH($1) m CROSS JOIN EACH($2) v CROSS JOIN homework_done d "
    "WHERE d.org = m.value / 4294967296 AND d.member = m.value % 4294967296 AND d.org = v.value / 4294967296 "
    "AND d.homework = v.value % 4294967296 ORDER BY d.org, d.member, d.homework"};
/// Of those who have it to do on the day on which it is due: a value is this day and the number of the homework. People count
/// once, whose enrolments have been merged too.
constexpr Sql select_progress{
    "SELECT h.org, h.homework, v.value / 4294967296, COUNT(DISTINCT t.person), "
    "COUNT(DISTINCT CASE WHEN d.member IS NOT NULL THEN t.person END) "
    "FROM EACH($1) o CROSS JOIN EACH($2) v CROSS JOIN homework h CROSS JOIN group_member s CROSS JOIN member t "
    "LEFT JOIN homework_done d ON d.org = h.org AND d.member = s.member AND d.homework = h.homework "
    "WHERE h.org = o.value AND h.homework = v.value % 4294967296 AND s.org = h.org AND s.grp = h.grp AND t.org = s.org "
    "AND t.member = s.member AND s.valid_from <= v.value / 4294967296 AND s.valid_to > v.value / 4294967296 "
    "AND (h.named = 0 OR EXISTS (SELECT 1 FROM homework_pupil q WHERE q.org = h.org AND q.homework = h.homework AND q.member = s.member)) "
    "GROUP BY h.org, h.homework, v.value"};
constexpr Sql insert_done{
    "INSERT INTO homework_done (org, member, homework) VALUES ($1, $2, $3) ON CONFLICT (org, member, homework) DO NOTHING"};
constexpr Sql delete_done{"DELETE FROM homework_done WHERE org = $1 AND member = $2 AND homework = $3"};

/// What is due for a lesson is stored in the week in which the lesson is.
constexpr std::int64_t most_days_away = 6;

Row row_of(const Rows& row) {
  const std::int64_t org = row.integer(0);
  Row found;
  found.id = make_id<HomeworkId>(org, row.integer(1));
  found.group = make_id<GroupId>(org, row.integer(2));
  found.subject = row.string(3);
  found.author = row.integer(4);
  found.card = person::card_of(row, 5);
  found.set_on = unit::date(row.integer(9));
  found.due = found.due_on = unit::date(row.integer(10));
  found.given_lesson = row.integer(11);
  found.due_lesson = row.integer(12);
  found.text = row.string(13);
  found.minutes = row.int32(14);
  found.named = row.integer(15) != 0;
  found.state = static_cast<State>(row.int32(16));
  found.revision = row.integer(17);
  return found;
}

std::vector<Row> all(Rows rows) {
  std::vector<Row> found;
  while (rows.next()) found.push_back(row_of(rows));
  return found;
}

}  // namespace

std::optional<Row> find(unit::Unit& unit, HomeworkId id) {
  Rows rows = unit.query(select_one, id.establishment(), id.number());
  return rows.next() ? std::optional(row_of(rows)) : std::nullopt;
}

std::vector<Row> of_groups(unit::Unit& unit, std::span<const std::int64_t> groups, const Span& span, const Shown& shown) {
  return all(unit.query(select_of_groups, groups, day(span.first) - most_days_away, day(span.last) + most_days_away,
                        day(span.first), day(span.last), shown.to_family, day(shown.today), shown.drafts_of, shown.all_named,
                        shown.members, shown.taught_by, span.lessons));
}

std::vector<Row> of_author(unit::Unit& unit, OrgId org, std::int64_t author, const Span& span, const Shown& shown) {
  return all(unit.query(select_of_author, org.value, author, day(span.first) - most_days_away, day(span.last) + most_days_away,
                        day(span.first), day(span.last), shown.to_family, day(shown.today), shown.drafts_of, span.lessons));
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row) {
  unit.exec(granted, insert_row, row.id.establishment(), row.id.number(), row.group.number(), row.subject, row.author,
            day(row.set_on), day(row.due), row.given_lesson, row.due_lesson, row.text, row.minutes, row.named,
            static_cast<std::int32_t>(row.state), row.revision);
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row) {
  unit.exec(granted, update_row, day(row.set_on), day(row.due), row.due_lesson, row.text, row.minutes, row.named,
            static_cast<std::int32_t>(row.state), row.revision, row.id.establishment(), row.id.number());
}

std::vector<Pupil> pupils_of(unit::Unit& unit, std::span<const std::int64_t> homework) {
  std::vector<Pupil> found;
  if (homework.empty()) return found;
  Rows rows = unit.query(select_pupils, homework);
  while (rows.next()) {
    found.push_back({make_id<HomeworkId>(rows.integer(0), rows.integer(1)), rows.integer(2), PersonId{rows.integer(3)}});
  }
  return found;
}

void set_pupils(unit::WriteUnit& unit, const unit::Granted& granted, HomeworkId id, std::span<const std::int64_t> members) {
  unit.exec(granted, delete_pupils, id.establishment(), id.number());
  if (!members.empty()) unit.exec_each(granted, insert_pupils, id.establishment(), id.number(), members);
}

std::vector<Tick> done_of(unit::Unit& unit, std::span<const std::int64_t> members, std::span<const std::int64_t> homework) {
  std::vector<Tick> found;
  if (homework.empty()) return found;
  Rows rows = unit.query(select_done, members, homework);
  while (rows.next()) {
    const std::int64_t org = rows.integer(0);
    found.push_back({org << 32 | rows.integer(1), make_id<HomeworkId>(org, rows.integer(2))});
  }
  return found;
}

std::map<HomeworkId, Progress> progress_of(unit::Unit& unit, std::span<const Row> homework) {
  std::map<HomeworkId, Progress> found;
  if (homework.empty()) return found;
  std::map<HomeworkId, Date> due;
  std::vector<std::int64_t> orgs, days;
  for (const Row& row : homework) {
    due.emplace(row.id, row.due_on);
    orgs.push_back(row.id.establishment());
    days.push_back(day(row.due_on) << 32 | row.id.number());
  }
  base::keep_each_once(orgs);
  base::keep_each_once(days);
  Rows rows = unit.query(select_progress, orgs, days);
  while (rows.next()) {
    const auto id = make_id<HomeworkId>(rows.integer(0), rows.integer(1));
    const auto known = due.find(id);  // two schools may have the same number on different days
    if (known != due.end() && known->second == unit::date(rows.integer(2))) found[id] = {rows.int32(3), rows.int32(4)};
  }
  return found;
}

void set_done(unit::WriteUnit& unit, const unit::Granted& granted, HomeworkId id, std::int64_t member, bool done) {
  unit.exec(granted, done ? insert_done : delete_done, id.establishment(), member, id.number());
}

}  // namespace ent::homework::rows
