#include "timetable/rows.hpp"

#include <algorithm>
#include <tuple>

#include "base/school_year.hpp"
#include "unit/dates.hpp"

namespace ent::timetable::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// What $1 holds is key_of: role, unit, number.
#define ENT_PART_OF(p, v) \
  p ".org = (" v ".value / 4294967296) % 2097152 AND " p ".role = " v ".value / 9007199254740992 AND " p ".part = " v \
    ".value % 4294967296 "

/// The same of those that are members: 2 is Role::teacher.
#define ENT_MEMBER_OF(p, v)                                                                                        \
  v ".value / 9007199254740992 = 2 AND " p ".org = (" v ".value / 4294967296) % 2097152 AND " p ".member = " v \
    ".value % 4294967296 "
static_assert(static_cast<int>(Role::teacher) == 2);

constexpr Sql select_slots_of{
    "SELECT p.org AS org, p.slot AS slot FROM EACH($1) v JOIN slot_part p ON " ENT_PART_OF("p", "v")
    "WHERE p.school_year >= $2 AND p.school_year <= $3 UNION "
    "SELECT q.org, q.slot FROM EACH($1) w JOIN lesson_part q ON " ENT_PART_OF("q", "w")
    "WHERE q.day >= $4 AND q.day <= $5 UNION "
    "SELECT t.org, t.slot FROM EACH($1) x JOIN slot_teacher t ON " ENT_MEMBER_OF("t", "x")
    "WHERE t.school_year >= $2 AND t.school_year <= $3 UNION "
    "SELECT l.org, l.slot FROM EACH($1) y JOIN lesson_teacher l ON " ENT_MEMBER_OF("l", "y")
    "WHERE l.day >= $4 AND l.day <= $5 ORDER BY org, slot"};

constexpr Sql select_slots_in{
    "SELECT s.org AS org, s.slot AS slot FROM EACH($1) v CROSS JOIN slot s "
    "WHERE s.org = v.value AND s.valid_to > $2 AND s.valid_from <= $3 UNION "
    "SELECT c.org, c.slot FROM EACH($1) w CROSS JOIN lesson_change c "
    "WHERE c.org = w.value AND c.moved_to >= $2 AND c.moved_to <= $3 ORDER BY org, slot"};

#define ENT_THESE_SLOTS(s) "FROM EACH($1) v JOIN " s " s ON s.org = v.value / 4294967296 AND s.slot = v.value % 4294967296 "

constexpr Sql select_states{
    "SELECT s.org, s.slot, s.valid_from, s.valid_to, s.origin, s.school_year, s.weekday, s.begins, s.ends, s.kind, s.subject, "
    "s.label, s.alternance, s.revision " ENT_THESE_SLOTS("slot") "ORDER BY s.org, s.slot, s.valid_from"};

constexpr Sql select_parts{
    "SELECT s.org AS org, s.slot AS slot, s.valid_from AS valid_from, s.role AS role, s.part AS part " ENT_THESE_SLOTS("slot_part")
    "UNION ALL SELECT s.org, s.slot, s.valid_from, 2, s.member " ENT_THESE_SLOTS("slot_teacher")
    "ORDER BY org, slot, valid_from, role, part"};

/// What was said of a lesson later takes the place of all before it: what was moved to a day by an older fact alone does not stand there.
constexpr Sql select_facts{
    "SELECT s.org, s.slot, s.week, s.number, s.kind, s.cancelled, s.moved_to, s.begins, s.ends, s.subject, s.teachers, "
    "s.rooms, s.reason " ENT_THESE_SLOTS("lesson_change")
    "WHERE ((s.planned >= $2 AND s.planned <= $3) OR (s.moved_to >= $4 AND s.moved_to <= $5)) "
    "AND NOT EXISTS (SELECT 1 FROM lesson_change n WHERE n.org = s.org AND n.slot = s.slot AND n.week = s.week AND n.number > s.number) "
    "ORDER BY s.org, s.slot, s.week"};

constexpr Sql select_fact_parts{
    "SELECT s.org AS org, s.slot AS slot, s.week AS week, s.number AS number, s.role AS role, s.part AS part "
    ENT_THESE_SLOTS("lesson_part") "WHERE s.role <> 4 "
    "UNION ALL SELECT s.org, s.slot, s.week, s.number, 2, s.member " ENT_THESE_SLOTS("lesson_teacher")
    "ORDER BY org, slot, week, number, role, part"};

constexpr Sql insert_states{
    "INSERT INTO slot (org, slot, valid_from, valid_to, origin, school_year, weekday, begins, ends, kind, subject, label, "
    "alternance, revision) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM($7), ITEM($8), ITEM($9), "
    "ITEM($10), ITEM_TEXT($11), ITEM_TEXT($12), ITEM_TEXT($13), ITEM($14))"};

constexpr Sql insert_parts{
    "INSERT INTO slot_part (org, role, part, school_year, slot, valid_from) "
    "VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6))"};

constexpr Sql insert_teachers{
    "INSERT INTO slot_teacher (org, member, school_year, slot, valid_from) "
    "VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5))"};

constexpr Sql update_end{"UPDATE slot SET valid_to = $1 WHERE org = $2 AND slot = $3 AND valid_from = $4"};
constexpr Sql delete_state{"DELETE FROM slot WHERE org = $1 AND slot = $2 AND valid_from = $3"};
constexpr Sql delete_parts{"DELETE FROM slot_part WHERE org = $1 AND slot = $2 AND valid_from = $3"};
constexpr Sql delete_teachers{"DELETE FROM slot_teacher WHERE org = $1 AND slot = $2 AND valid_from = $3"};

constexpr Sql update_ends{
    "UPDATE slot SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END, revision = revision + 1 "
    "WHERE org = $2 AND slot = $3 AND valid_to > $1"};

constexpr Sql insert_fact{
    "INSERT INTO lesson_change (org, slot, week, number, kind, planned, cancelled, moved_to, begins, ends, subject, teachers, "
    "rooms, reason, author, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"};

constexpr Sql insert_fact_parts{
    "INSERT INTO lesson_part (org, role, part, day, slot, week, number) "
    "VALUES ($1, ITEM($2), ITEM($3), $4, $5, $6, $7)"};

constexpr Sql insert_fact_teachers{
    "INSERT INTO lesson_teacher (org, member, day, slot, week, number) VALUES ($1, ITEM($2), $3, $4, $5, $6)"};

constexpr Sql select_opened{
    "SELECT v.value FROM EACH($1) v WHERE EXISTS (SELECT 1 FROM lesson_part q "
    "WHERE q.org = v.value / 4294967296 AND q.role = 4 AND q.part = v.value % 4294967296) ORDER BY v.value"};

constexpr Sql insert_opened{
    "INSERT INTO lesson_part (org, role, part, day, slot, week, number) "
    "VALUES (ITEM($1), 4, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6))"};
static_assert(static_cast<int>(Role::service) == 4);

/// Those of a role apart from the others.
struct Rosters {
  std::vector<std::int64_t> org, role, part, year, slot, from;
};

std::vector<std::int64_t> ids(Rows rows) {
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0) << 32 | rows.integer(1));
  return found;
}

State state_at(const Rows& row) {
  State state;
  state.org = row.integer(0);
  state.slot = row.integer(1);
  state.valid_from = unit::date(row.integer(2));
  state.valid_to = unit::date(row.integer(3));
  state.origin = unit::date(row.integer(4));
  state.school_year = row.int32(5);
  state.weekday = row.int32(6);
  state.begins = row.int32(7);
  state.ends = row.int32(8);
  state.kind = static_cast<Kind>(row.int32(9));
  state.subject = row.string(10);
  state.label = row.string(11);
  state.alternance = row.string(12);
  state.revision = row.integer(13);
  return state;
}

Fact fact_at(const Rows& row) {
  Fact fact;
  fact.org = row.integer(0);
  fact.slot = row.integer(1);
  fact.week = row.int32(2);
  fact.number = row.int32(3);
  fact.kind = static_cast<FactKind>(row.int32(4));
  fact.cancelled = row.integer(5) != 0;
  if (!row.is_null(6)) fact.date = unit::date(row.integer(6));
  if (!row.is_null(7)) fact.begins = row.int32(7);
  if (!row.is_null(8)) fact.ends = row.int32(8);
  fact.subject = row.optional_string(9);
  fact.teachers = row.integer(10) != 0;
  fact.rooms = row.integer(11) != 0;
  fact.reason = row.string(12);
  return fact;
}

}  // namespace

std::vector<std::int64_t> slots_of(unit::Unit& unit, std::span<const std::int64_t> keys, Date first, Date last) {
  if (keys.empty()) return {};
  // A lesson may have been planned for another day of its week than its slot says now.
  constexpr std::int64_t week = 7;
  // When the years of these units turn is not asked: by whichever turn, a day lies in the year by August or in that by January.
  return ids(unit.query(select_slots_of, keys, base::years_from_august.of(first), base::years_from_january.of(last),
                        day(first) - week, day(last) + week));
}

std::vector<std::int64_t> slots_in(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last) {
  return ids(unit.query(select_slots_in, orgs, day(first), day(last)));
}

std::vector<State> states(unit::Unit& unit, std::span<const std::int64_t> slots) {
  std::vector<State> found;
  if (slots.empty()) return found;
  Rows rows = unit.query(select_states, slots);
  Rows parts = unit.query(select_parts, slots);
  while (rows.next()) found.push_back(state_at(rows));
  auto state = found.begin();
  while (parts.next()) {
    const Date from = unit::date(parts.integer(2));
    while (state != found.end() &&
           (state->org != parts.integer(0) || state->slot != parts.integer(1) || state->valid_from != from)) {
      ++state;
    }
    if (state == found.end()) break;
    state->parts.push_back({static_cast<Role>(parts.int32(3)), parts.integer(4)});
  }
  return found;
}

std::vector<Fact> facts(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last) {
  std::vector<Fact> found;
  if (slots.empty()) return found;
  constexpr std::int64_t week = 7;
  Rows rows = unit.query(select_facts, slots, day(first) - week, day(last) + week, day(first), day(last));
  Rows parts = unit.query(select_fact_parts, slots);
  while (rows.next()) found.push_back(fact_at(rows));
  while (parts.next()) {
    const auto key = std::tuple(parts.integer(0), parts.integer(1), parts.int32(2), parts.int32(3));
    const auto place = std::ranges::lower_bound(found, key, {}, [](const Fact& fact) {
      return std::tuple(fact.org, fact.slot, fact.week, fact.number);
    });
    const bool last_one = place != found.end() && std::tuple(place->org, place->slot, place->week, place->number) == key;
    if (last_one) place->parts.push_back({static_cast<Role>(parts.int32(4)), parts.integer(5)});
  }
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states) {
  std::vector<std::int64_t> org, slot, from, to, origin, year, weekday, begins, ends, kind, revision;
  std::vector<std::string> subject, label, alternance;
  Rosters parts, teachers;
  for (const State& state : states) {
    org.push_back(state.org);
    slot.push_back(state.slot);
    from.push_back(day(state.valid_from));
    to.push_back(day(state.valid_to));
    origin.push_back(day(state.origin));
    year.push_back(state.school_year);
    weekday.push_back(state.weekday);
    begins.push_back(state.begins);
    ends.push_back(state.ends);
    kind.push_back(static_cast<std::int64_t>(state.kind));
    subject.push_back(state.subject);
    label.push_back(state.label);
    alternance.push_back(state.alternance);
    revision.push_back(state.revision);
    for (const Part& one : state.parts) {
      Rosters& roster = one.role == Role::teacher ? teachers : parts;
      roster.org.push_back(state.org);
      roster.role.push_back(static_cast<std::int64_t>(one.role));
      roster.part.push_back(one.number);
      roster.year.push_back(state.school_year);
      roster.slot.push_back(state.slot);
      roster.from.push_back(day(state.valid_from));
    }
  }
  unit.exec_each(granted, insert_states, org, slot, from, to, origin, year, weekday, begins, ends, kind, subject, label,
                 alternance, revision);
  if (!parts.part.empty())
    unit.exec_each(granted, insert_parts, parts.org, parts.role, parts.part, parts.year, parts.slot, parts.from);
  if (!teachers.part.empty())
    unit.exec_each(granted, insert_teachers, teachers.org, teachers.part, teachers.year, teachers.slot, teachers.from);
}

void end_state(unit::WriteUnit& unit, const unit::Granted& granted, const State& state, Date end) {
  unit.exec(granted, update_end, day(end), state.org, state.slot, day(state.valid_from));
}

void remove_state(unit::WriteUnit& unit, const unit::Granted& granted, const State& state) {
  unit.exec(granted, delete_parts, state.org, state.slot, day(state.valid_from));
  unit.exec(granted, delete_teachers, state.org, state.slot, day(state.valid_from));
  unit.exec(granted, delete_state, state.org, state.slot, day(state.valid_from));
}

void end_slot(unit::WriteUnit& unit, const unit::Granted& granted, SlotId id, Date end) {
  unit.exec(granted, update_ends, day(end), id.establishment(), id.number());
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Fact& fact, Date planned) {
  std::optional<std::int64_t> moved_to;
  if (fact.date) moved_to = day(*fact.date);
  unit.exec(granted, insert_fact, fact.org, fact.slot, fact.week, fact.number, static_cast<std::int32_t>(fact.kind),
            day(planned), fact.cancelled ? 1 : 0, moved_to, fact.begins, fact.ends, fact.subject, fact.teachers ? 1 : 0,
            fact.rooms ? 1 : 0, fact.reason, unit.actor().person, unit.now().time_since_epoch().count());
  std::vector<std::int64_t> roles, numbers;
  const std::int64_t stands = day(fact.date.value_or(planned));
  for (const Part& part : fact.parts) {
    if (part.role == Role::teacher) continue;
    roles.push_back(static_cast<std::int64_t>(part.role));
    numbers.push_back(part.number);
  }
  if (!numbers.empty())
    unit.exec_each(granted, insert_fact_parts, fact.org, roles, numbers, stands, fact.slot, fact.week, fact.number);
  const auto teachers = numbers_of(fact.parts, Role::teacher);
  if (!teachers.empty())
    unit.exec_each(granted, insert_fact_teachers, fact.org, teachers, stands, fact.slot, fact.week, fact.number);
}

std::vector<std::int64_t> opened_by_substitutions(unit::Unit& unit, std::span<const std::int64_t> services) {
  std::vector<std::int64_t> found;
  if (services.empty()) return found;
  Rows rows = unit.query(select_opened, services);
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void note_opened(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Planned> lessons,
                 std::span<const std::int64_t> services) {
  std::vector<std::int64_t> org, days, slots, weeks, numbers;
  for (const Planned& lesson : lessons) {
    org.push_back(lesson.state->org);
    days.push_back(day(lesson.date));
    slots.push_back(lesson.state->slot);
    weeks.push_back(lesson.week);
    numbers.push_back(lesson.fact->number);
  }
  if (!services.empty()) unit.exec_each(granted, insert_opened, org, services, days, slots, weeks, numbers);
}

}  // namespace ent::timetable::rows
