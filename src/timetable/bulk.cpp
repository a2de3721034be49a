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

std::vector<State> last_states(unit::Unit& unit, OrgId org, std::span<const std::int64_t> slots) {
  std::vector<std::int64_t> keys;
  for (const std::int64_t slot : slots) keys.push_back(org.value << 32 | slot);
  std::vector<State> last;
  for (State& state : rows::states(unit, keys)) {
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

}  // namespace ent::timetable::bulk
