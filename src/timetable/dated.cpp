#include "timetable/dated.hpp"

#include <utility>

#include "timetable/load.hpp"
#include "timetable/rows.hpp"

namespace ent::timetable {
namespace {

Dated dated(const Planned& planned) {
  const State& state = *planned.state;
  return {lesson_id(state.org, state.slot, planned.week),
          state.kind,
          planned.date,
          TimeOfDay{planned.begins},
          TimeOfDay{planned.ends},
          planned.subject(),
          planned.cancelled(),
          planned.numbers(Role::group),
          planned.numbers(Role::teacher)};
}

}  // namespace

std::optional<DatedFound> find_dated(unit::Unit& unit, LessonId id) {
  auto found = find_lesson(unit, id);
  if (!found || !found->open()) return std::nullopt;
  return DatedFound{dated(found->lesson), std::move(found->almanac)};
}

std::vector<Dated> dated_on(unit::Unit& unit, OrgId org, Date date) {
  const Timetable timetable = load(unit, rows::slots_in(unit, org, date, date), date, date);
  std::vector<Dated> found;
  for (const Planned& planned : plan(timetable, date, date)) found.push_back(dated(planned));
  return found;
}

}  // namespace ent::timetable
