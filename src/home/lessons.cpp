#include "home/lessons.hpp"

#include <algorithm>
#include <set>

#include "timetable/functions.hpp"

namespace ent::home {
namespace {

using timetable::Planned;

constexpr std::size_t most_lessons = 6;

/// A lesson that is to be shown, and of whom.
struct Chosen {
  std::optional<PersonId> pupil{};
  const Planned* lesson = nullptr;
};

std::vector<group::Attendance> attendances_of(const Ward& ward) {
  std::vector<group::Attendance> found;
  for (const group::Stayed& stay : ward.stays) found.push_back(stay.attendance);
  return found;
}

timetable::Agenda agenda_of(unit::Unit& unit, const Reader& reader, Date first, Date last) {
  std::set<std::int64_t> groups;
  for (const Ward& ward : reader.wards) {
    if (!ward.lessons) continue;
    for (const group::Stayed& stay : ward.stays) groups.insert(stay.attendance.group);
  }
  // A school whose clock is behind the portal's may still be in the day before.
  const Date from = first == unit.today() ? first - std::chrono::days{1} : first;
  auto agenda = timetable::lessons_among(unit, std::vector(groups.begin(), groups.end()), reader.teaching, from, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) {
    if (lesson.state->kind == timetable::Kind::pause) return true;
    if (first != unit.today()) return lesson.date < first;
    const auto& almanac = agenda.timetable.almanacs.at(lesson.state->org);
    return almanac.instant_of(lesson.date, TimeOfDay{lesson.ends}) <= unit.now();
  });
  return agenda;
}

template <class IsTheirs>
void choose(std::vector<Chosen>& chosen, const timetable::Agenda& agenda, std::optional<PersonId> pupil, IsTheirs is_theirs) {
  std::size_t count = 0;
  for (const Planned& lesson : agenda.lessons) {
    if (count == most_lessons) return;
    if (!is_theirs(lesson)) continue;
    chosen.push_back({pupil, &lesson});
    ++count;
  }
}

std::vector<Chosen> chosen_of(const Reader& reader, const timetable::Agenda& agenda) {
  std::vector<Chosen> chosen;
  for (const Ward& ward : reader.wards) {
    if (!ward.lessons) continue;
    const auto stays = attendances_of(ward);
    choose(chosen, agenda, ward.card.id, [&](const Planned& lesson) { return timetable::attends(lesson, stays); });
  }
  choose(chosen, agenda, std::nullopt, [&](const Planned& lesson) {
    return std::ranges::any_of(reader.teaching, [&](std::int64_t member) { return timetable::gives(lesson, member); });
  });
  return chosen;
}

}  // namespace

std::vector<NextLesson> next_lessons(unit::Unit& unit, const Reader& reader, Date first, Date last) {
  const auto agenda = agenda_of(unit, reader, first, last);
  const auto chosen = chosen_of(reader, agenda);
  std::vector<Planned> shown;  // each once: brothers may be in one class
  std::set<LessonId> known;
  for (const Chosen& one : chosen) {
    if (known.insert(timetable::id_of(*one.lesson)).second) shown.push_back(*one.lesson);
  }
  const auto views = timetable::show(unit, agenda.timetable, shown);
  std::vector<NextLesson> found;
  for (const Chosen& one : chosen) {
    const auto view = std::ranges::find(views, timetable::id_of(*one.lesson), &timetable::Lesson::id);
    found.push_back({one.pupil, *view});
  }
  return found;
}

}  // namespace ent::home
