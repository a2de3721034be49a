#include "timetable/dated.hpp"

#include <algorithm>
#include <utility>

#include "base/contains.hpp"
#include "base/unit_key.hpp"
#include "timetable/functions.hpp"
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
  return dated_on(unit, std::span(&org.value, 1), date);
}

std::vector<Dated> dated_on(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date) {
  const Timetable timetable = load(unit, rows::slots_in(unit, orgs, date, date), date, date);
  std::vector<Dated> found;
  for (const Planned& planned : plan(timetable, date, date)) found.push_back(dated(planned));
  return found;
}

std::vector<Dated> dated_by(unit::Unit& unit, std::span<const std::int64_t> members, Date date) {
  const Agenda agenda = lessons_among(unit, {}, members, date, date);
  std::vector<Dated> found;
  for (const Planned& planned : agenda.lessons) {
    const auto givers = planned.numbers(Role::teacher);
    const bool given = std::ranges::any_of(members, [&](std::int64_t member) {
      return base::unit_of(member) == planned.state->org && base::contains(givers, base::number_of(member));
    });
    if (given) found.push_back(dated(planned));
  }
  return found;
}

}  // namespace ent::timetable
