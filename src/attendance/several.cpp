#include "attendance/several.hpp"

#include "access/unit_facts.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_entries{
    "SELECT e.org, e.entry, e.member, e.kind, e.begins, e.ends, e.lesson, e.grp, e.half, e.reason, e.accepted, e.settled, e.revision, "
    "p.person, p.family_name, p.given_name, p.title FROM EACH($1) v CROSS JOIN attendance_entry e CROSS JOIN member m "
    "CROSS JOIN person p WHERE e.org = v.value / 4294967296 AND e.member = v.value % 4294967296 AND e.ends > $2 AND e.begins < $3 "
    "AND e.withdrawn = 0 AND m.org = e.org AND m.member = e.member AND p.person = m.person "
    "ORDER BY e.org, e.member, e.begins, e.entry"};

constexpr Sql select_given{
    "SELECT j.org, j.member, j.begins, j.ends FROM EACH($1) v CROSS JOIN attendance_justification j "
    "WHERE j.org = v.value / 4294967296 AND j.member = v.value % 4294967296 AND j.ends > $2 AND j.begins < $3"};

/// Of who is registered still: of others nobody may decide.
constexpr Sql select_waiting_in_each{
    "SELECT j.org, COUNT(*) FROM EACH($1) v CROSS JOIN attendance_justification j WHERE j.org = v.value AND j.decision = 0 "
    "AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = j.org AND a.member = j.member AND a.profile <> 2 "
    "AND a.valid_from <= $2 AND a.valid_to > $3) GROUP BY j.org"};

#define ENT_PUPIL_ON_DAY(e) \
  "EXISTS (SELECT 1 FROM affiliation a WHERE a.org = " e ".org AND a.member = " e ".member AND a.profile = 1 AND a.valid_from <= $2 AND a.valid_to > $2)"

/// Entries of one day lie at their day, those of several days at less their last one. They are found by an index that holds no
/// more than keys, and then read: asked for at once, SQLite would rather read all entries of the school.
constexpr Sql select_whereabouts{
    "SELECT e.org AS org, e.member AS member, e.kind, e.begins, e.ends FROM EACH($1) v CROSS JOIN attendance_entry i "
    "CROSS JOIN attendance_entry e WHERE i.org = v.value AND i.day = $2 AND e.org = i.org AND e.member = i.member "
    "AND e.ends = i.ends AND e.entry = i.entry AND e.kind IN (1, 3, 4) AND e.withdrawn = 0 AND " ENT_PUPIL_ON_DAY("e") " UNION ALL "
    "SELECT f.org, f.member, f.kind, f.begins, f.ends FROM EACH($1) w CROSS JOIN attendance_entry f WHERE f.org = w.value "
    "AND f.day <= -$2 AND f.kind IN (1, 3, 4) AND f.withdrawn = 0 AND f.begins < $3 AND " ENT_PUPIL_ON_DAY("f") " ORDER BY org, member"};
static_assert(static_cast<int>(Kind::presence) == 4);
static_assert(static_cast<int>(Kind::absence) == 1);
static_assert(static_cast<int>(Kind::departure) == 3);

constexpr Sql select_taken_lessons{
    "SELECT r.org, r.lesson, r.taken_at FROM EACH($1) v CROSS JOIN attendance_register r WHERE r.org = v.value / 4294967296 "
    "AND r.lesson = v.value % 4294967296"};

constexpr Sql select_taken_halves{
    "SELECT r.org, r.grp, r.half FROM EACH($1) v CROSS JOIN attendance_register r WHERE r.org = v.value AND r.day = $2 "
    "AND r.lesson = 0 ORDER BY r.org, r.grp, r.half"};

EntryRow entry_behind_key(const Rows& row) {
  return {.entry = row.integer(1),
          .member = row.integer(2),
          .kind = static_cast<Kind>(row.int32(3)),
          .span = {row.integer(4), row.integer(5)},
          .from = {0, row.integer(6), row.integer(7), row.int32(8)},
          .reason = row.string(9),
          .accepted = row.integer(10) != 0,
          .settled = row.integer(11) != 0,
          .revision = row.integer(12),
          .pupil = person::card_of(row, 13)};
}

}  // namespace

std::vector<OfMember> entries_of_members(unit::Unit& unit, std::span<const std::int64_t> members, const Span& span) {
  std::vector<OfMember> found;
  Rows rows = unit.query(select_entries, members, span.from, span.to);
  while (rows.next()) found.push_back({rows.integer(0) << 32 | rows.integer(2), entry_behind_key(rows)});
  return found;
}

std::vector<Given> given_for(unit::Unit& unit, std::span<const std::int64_t> members, const Span& span) {
  std::vector<Given> found;
  Rows rows = unit.query(select_given, members, span.from, span.to);
  while (rows.next()) found.push_back({rows.integer(0) << 32 | rows.integer(1), {rows.integer(2), rows.integer(3)}});
  return found;
}

std::map<std::int64_t, std::int32_t> count_waiting(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  std::map<std::int64_t, std::int32_t> found;
  if (orgs.empty()) return found;
  const std::int64_t today = unit::day(unit.today());
  Rows rows = unit.query(select_waiting_in_each, orgs, today + access::register_days_before, today - access::register_days_after);
  while (rows.next()) found.emplace(rows.integer(0), rows.int32(1));
  return found;
}

std::vector<OfMember> whereabouts(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date) {
  std::vector<OfMember> found;
  if (orgs.empty()) return found;
  Rows rows = unit.query(select_whereabouts, orgs, unit::day(date), minute_of(date, day_minutes));
  while (rows.next()) {
    found.push_back({rows.integer(0) << 32 | rows.integer(1),
                     {.member = rows.integer(1), .kind = static_cast<Kind>(rows.int32(2)), .span = {rows.integer(3), rows.integer(4)}}});
  }
  return found;
}

std::map<std::int64_t, Instant> taken_of_lessons(unit::Unit& unit, std::span<const std::int64_t> lessons) {
  std::map<std::int64_t, Instant> found;
  if (lessons.empty()) return found;
  Rows rows = unit.query(select_taken_lessons, lessons);
  while (rows.next()) found.emplace(make_id<LessonId>(rows.integer(0), rows.integer(1)).value, unit::instant(rows.integer(2)));
  return found;
}

std::vector<TakenHalf> taken_of_day(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date) {
  std::vector<TakenHalf> found;
  if (orgs.empty()) return found;
  Rows rows = unit.query(select_taken_halves, orgs, unit::day(date));
  while (rows.next()) found.push_back({make_id<GroupId>(rows.integer(0), rows.integer(1)), rows.int32(2)});
  return found;
}

}  // namespace ent::attendance::rows
