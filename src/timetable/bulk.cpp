#include "timetable/bulk.hpp"

#include <algorithm>

#include "timetable/rows.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::timetable::bulk {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_references_in_bulk{"SELECT r.key, r.slot, r.said FROM slot_reference r WHERE r.org = $1 AND r.feed = $2 ORDER BY r.key"};

constexpr Sql put_references_in_bulk{
    "INSERT INTO slot_reference (org, feed, key, slot, said) VALUES ($1, $2, ITEM_TEXT($3), ITEM($4), ITEM($5)) "
    "ON CONFLICT (org, feed, key) DO UPDATE SET slot = excluded.slot, said = excluded.said"};

constexpr Sql update_ends_in_bulk{
    "UPDATE slot SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE org = ITEM($2) AND slot = ITEM($3) AND valid_from = ITEM($4)"};

constexpr Sql delete_parts_in_bulk{"DELETE FROM slot_part WHERE org = ITEM($1) AND slot = ITEM($2) AND valid_from = ITEM($3)"};
constexpr Sql delete_teachers_in_bulk{"DELETE FROM slot_teacher WHERE org = ITEM($1) AND slot = ITEM($2) AND valid_from = ITEM($3)"};
constexpr Sql delete_states_in_bulk{"DELETE FROM slot WHERE org = ITEM($1) AND slot = ITEM($2) AND valid_from = ITEM($3)"};

constexpr Sql delete_references_in_bulk{"DELETE FROM slot_reference WHERE org = $1 AND feed = $2 AND key = ITEM_TEXT($3)"};

constexpr Sql select_named_in_slots{
    "SELECT v.value FROM EACH($1) v WHERE EXISTS (SELECT 1 FROM slot_part p WHERE p.org = $2 AND p.role = $3 AND p.part = v.value) "
    "OR EXISTS (SELECT 1 FROM lesson_part q WHERE q.org = $2 AND q.role = $3 AND q.part = v.value) ORDER BY v.value"};

constexpr Sql select_subjects_named{"SELECT DISTINCT s.subject FROM slot s WHERE s.org = $1 ORDER BY s.subject"};

constexpr Sql select_lessons_changed{
    "SELECT DISTINCT c.slot, c.week FROM lesson_change c WHERE c.org = $1 AND c.made_at >= $2 ORDER BY c.slot, c.week"};

std::vector<std::int64_t> first_days(std::span<const State> states) {
  std::vector<std::int64_t> days;
  for (const State& state : states) days.push_back(day(state.valid_from));
  return days;
}

}  // namespace

std::vector<Reference> references(unit::Unit& unit, OrgId org, const std::string& feed) {
  std::vector<Reference> found;
  Rows rows = unit.query(select_references_in_bulk, org.value, feed);
  while (rows.next()) found.push_back({rows.string(0), rows.integer(1), rows.integer(2)});
  return found;
}

void refer(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& feed,
           std::span<const Reference> references) {
  if (references.empty()) return;
  unit.exec_each(granted, put_references_in_bulk, org.value, feed, unit::texts(references, &Reference::key),
                 unit::numbers(references, &Reference::slot), unit::numbers(references, &Reference::said));
}

std::vector<State> all_states(unit::Unit& unit, OrgId org, std::span<const std::int64_t> slots) {
  std::vector<std::int64_t> keys;
  for (const std::int64_t slot : slots) keys.push_back(org.value << 32 | slot);
  return keys.empty() ? std::vector<State>{} : rows::states(unit, keys);
}

std::vector<State> last_states(unit::Unit& unit, OrgId org, std::span<const std::int64_t> slots) {
  std::vector<State> last;
  for (State& state : all_states(unit, org, slots)) {
    if (last.empty() || last.back().slot != state.slot) {
      last.push_back(std::move(state));
    } else {
      last.back() = std::move(state);
    }
  }
  return last;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states) {
  if (!states.empty()) rows::insert(unit, granted, states);
}

void end(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states, Date until) {
  if (states.empty()) return;
  unit.exec_each(granted, update_ends_in_bulk, day(until), unit::numbers(states, &State::org), unit::numbers(states, &State::slot),
                 first_days(states));
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states) {
  if (states.empty()) return;
  const auto orgs = unit::numbers(states, &State::org), slots = unit::numbers(states, &State::slot), days = first_days(states);
  for (const Sql* sql : {&delete_parts_in_bulk, &delete_teachers_in_bulk, &delete_states_in_bulk}) unit.exec_each(granted, *sql, orgs, slots, days);
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& feed,
            const std::vector<std::string>& keys) {
  if (!keys.empty()) unit.exec_each(granted, delete_references_in_bulk, org.value, feed, keys);
}

std::vector<std::int64_t> named_in(unit::Unit& unit, OrgId org, Role role, std::span<const std::int64_t> numbers) {
  std::vector<std::int64_t> found;
  if (numbers.empty()) return found;
  Rows rows = unit.query(select_named_in_slots, numbers, org.value, static_cast<std::int32_t>(role));
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

std::vector<std::string> subjects_named(unit::Unit& unit, OrgId org) {
  std::vector<std::string> found;
  Rows rows = unit.query(select_subjects_named, org.value);
  while (rows.next()) found.push_back(rows.string(0));
  return found;
}

std::vector<std::int64_t> lessons_changed_since(unit::Unit& unit, OrgId org, Instant since) {
  std::vector<std::int64_t> found;
  Rows rows = unit.query(select_lessons_changed, org.value, since.time_since_epoch().count());
  while (rows.next()) found.push_back(lesson_id(org.value, rows.integer(0), rows.int32(1)).number());
  return found;
}

}  // namespace ent::timetable::bulk
