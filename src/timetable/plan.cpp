#include "timetable/plan.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/contains.hpp"
#include "base/each_once.hpp"
#include "base/sort_by_key.hpp"

namespace ent::timetable {
namespace {

std::int32_t week_between(Date origin, Date date) noexcept {
  const std::int64_t days = (date - origin).count();
  return static_cast<std::int32_t>(days < 0 ? (days - days_of_a_week + 1) / days_of_a_week : days / days_of_a_week);
}

Date day_in(const State& state, std::int32_t week) noexcept {
  return state.origin + std::chrono::days{days_of_a_week * week + state.weekday - 1};
}

Planned standing(const State& state, std::int32_t week, const Fact* fact) {
  Planned lesson{&state, fact, week, day_in(state, week), day_in(state, week), state.begins, state.ends};
  if (fact == nullptr) return lesson;
  lesson.date = fact->date.value_or(lesson.date);
  lesson.begins = fact->begins.value_or(lesson.begins);
  lesson.ends = fact->ends.value_or(lesson.ends);
  return lesson;
}

/// The facts of one slot, which lie together.
std::span<const Fact> facts_of(const std::vector<Fact>& facts, const State& state) {
  const auto key = [](const Fact& fact) { return std::tuple(fact.org, fact.slot); };
  const auto range = std::ranges::equal_range(facts, std::tuple(state.org, state.slot), {}, key);
  return {range.begin(), range.end()};
}

std::int64_t group_id(const State& state, std::int64_t number) noexcept { return state.org << 32 | number; }

void leave_out_ended(std::vector<std::int64_t>& groups, const Planned& lesson) {
  for (const group::End& end : lesson.state->terms.ends) {
    if (end.day <= lesson.date) std::erase_if(groups, [&](std::int64_t group) { return group_id(*lesson.state, group) == end.group; });
  }
}

/// Has those who replace one of the teachers be in their place. Whether there is one.
bool put_those_who_replace(std::vector<std::int64_t>& teachers, std::vector<group::StandIn>& stand_ins) {
  const auto later = std::ranges::partition(stand_ins, [&](const group::StandIn& one) { return base::contains(teachers, one.absent); });
  const std::vector<group::StandIn> now(stand_ins.begin(), later.begin());
  stand_ins.erase(stand_ins.begin(), later.begin());
  std::erase_if(teachers, [&](std::int64_t member) { return std::ranges::find(now, member, &group::StandIn::absent) != now.end(); });
  for (const group::StandIn& one : now) teachers.push_back(one.member);
  return !now.empty();
}

/// Who stands in for a teacher of the slot on the day of a lesson gives it, or who stands in for them; each service counts once.
void put_stand_ins(std::vector<std::int64_t>& teachers, const Planned& lesson) {
  std::vector<group::StandIn> of_lesson;
  for (const group::StandIn& one : lesson.state->terms.stand_ins) {
    if (one.period.contains(lesson.date) && (one.subject.empty() || one.subject == lesson.subject())) of_lesson.push_back(one);
  }
  bool some = false;
  while (!of_lesson.empty() && put_those_who_replace(teachers, of_lesson)) some = true;
  if (some) base::keep_each_once(teachers);
}

/// Whether the clocks of all units show the same time.
bool share_clock(const Timetable& timetable) noexcept {
  return std::ranges::all_of(timetable.almanacs, [&](const auto& of_unit) {
    return of_unit.second.zone() == timetable.almanacs.begin()->second.zone();
  });
}

/// What the clocks of two places show is in another order than what they mean.
void sort_by_instants(std::vector<Planned>& lessons, const Timetable& timetable) {
  base::sort_by_key(lessons, [&](const Planned& lesson) {
    const auto& almanac = timetable.almanacs.at(lesson.state->org);
    return std::pair(almanac.instant_of(lesson.date, TimeOfDay{lesson.begins}),
                     almanac.instant_of(lesson.date, TimeOfDay{lesson.ends}));
  });
}

}  // namespace

std::vector<std::int64_t> numbers_of(std::span<const Part> parts, Role role) {
  std::vector<std::int64_t> numbers;
  for (const Part& part : parts) {
    if (part.role == role) numbers.push_back(part.number);
  }
  return numbers;
}

std::vector<std::int64_t> Planned::numbers(Role role) const {
  const bool by_fact = fact != nullptr && ((role == Role::teacher && fact->teachers) || (role == Role::room && fact->rooms));
  auto numbers = numbers_of(by_fact ? fact->parts : state->parts, role);
  if (role == Role::group) leave_out_ended(numbers, *this);
  if (role == Role::teacher && !by_fact) put_stand_ins(numbers, *this);
  return numbers;
}

bool Planned::outlives_groups() const {
  return !state->terms.ends.empty() && !numbers_of(state->parts, Role::group).empty() && numbers(Role::group).empty();
}

LessonId lesson_id(std::int64_t org, std::int64_t slot, std::int32_t week) noexcept {
  return make_id<LessonId>(org, slot * weeks_of_a_slot + week);
}

std::int64_t slot_of(LessonId id) noexcept { return id.number() / weeks_of_a_slot; }

std::int32_t week_of(LessonId id) noexcept { return static_cast<std::int32_t>(id.number() % weeks_of_a_slot); }

std::optional<Planned> lesson_of(std::span<const State> states_of_slot, std::int32_t week, const Fact* fact) {
  for (const State& state : states_of_slot) {
    const Date day = day_in(state, week);
    if (day < state.valid_from || day >= state.valid_to) continue;
    return standing(state, week, fact);
  }
  return std::nullopt;
}

std::vector<Planned> told_of(const Timetable& timetable) {
  std::vector<Planned> lessons;
  for (const State& state : timetable.states) {
    for (const Fact& fact : facts_of(timetable.facts, state)) {
      if (const auto lesson = lesson_of(std::span(&state, 1), fact.week, &fact)) lessons.push_back(*lesson);
    }
  }
  return lessons;
}

bool is_due(const Planned& lesson, const calendar::Almanac& almanac) noexcept {
  return lesson.state->alternance.empty() || almanac.covers(lesson.state->alternance, lesson.planned);
}

void set_terms(Timetable& timetable, const group::Terms& terms) {
  if (terms.ends.empty() && terms.stand_ins.empty()) return;
  for (State& state : timetable.states) {
    const auto groups = numbers_of(state.parts, Role::group);
    const auto of_state = [&](const auto& term) {
      return std::ranges::any_of(groups, [&](std::int64_t group) { return group_id(state, group) == term.group; });
    };
    std::ranges::copy_if(terms.ends, std::back_inserter(state.terms.ends), of_state);
    std::ranges::copy_if(terms.stand_ins, std::back_inserter(state.terms.stand_ins), of_state);
  }
}

bool takes_place(const Planned& lesson, const Timetable& timetable) {
  if (lesson.outlives_groups()) return false;
  const auto almanac = timetable.almanacs.find(lesson.state->org);
  return almanac == timetable.almanacs.end() ||
         (is_due(lesson, almanac->second) && almanac->second.is_open(lesson.date, TimeOfDay{lesson.begins}));
}

std::vector<Planned> plan(const Timetable& timetable, Date first, Date last) {
  std::vector<Planned> lessons;
  for (const State& state : timetable.states) {
    const auto add = [&](std::int32_t week, const Fact* fact) {
      const auto lesson = lesson_of(std::span(&state, 1), week, fact);
      if (lesson && lesson->date >= first && lesson->date <= last && takes_place(*lesson, timetable)) lessons.push_back(*lesson);
    };
    const auto facts = facts_of(timetable.facts, state);
    for (const Fact& fact : facts) add(fact.week, &fact);
    const std::int32_t from = std::max(0, week_between(state.origin, std::max(first, state.valid_from)));
    const std::int32_t to = week_between(state.origin, std::min(last, state.valid_to));
    for (std::int32_t week = from; week <= to; ++week) {
      if (!std::ranges::binary_search(facts, week, {}, &Fact::week)) add(week, nullptr);
    }
  }
  std::ranges::sort(lessons, {}, [](const Planned& lesson) {
    return std::tuple(lesson.date, lesson.begins, lesson.ends, lesson.state->org, lesson.state->slot, lesson.week);
  });
  if (!share_clock(timetable)) sort_by_instants(lessons, timetable);
  return lessons;
}

}  // namespace ent::timetable
