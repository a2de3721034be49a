// Days and hours of the file in the week of the school, its bells, and what clashes there.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "calendar/functions.hpp"
#include "calendar/rules.hpp"
#include "interop/fet/codes.hpp"
#include "interop/fet/load.hpp"
#include "interop/fet/times.hpp"
#include "timetable/clash.hpp"

namespace ent::interop::fet {
namespace {

using calendar::HalfDay;

constexpr std::size_t longest_bell = 20, most_bells = 40;

/// The name of an hour where it can be that of a bell; else "M1", "S4", "3".
std::string bell_name(const std::string& hour, std::size_t place, const std::optional<HalfDay>& half, std::set<std::string>& taken) {
  const std::string number = std::to_string(place + 1);
  if (half) return (*half == HalfDay::morning ? "M" : "S") + number;
  std::string name = shown_name(hour);
  if (name.empty() || base::count_characters(name) > longest_bell || !taken.insert(name).second) name = number;
  taken.insert(name);
  return name;
}

std::vector<calendar::Bell> bells_of_school(const Document& document, const Hours& hours, bool halves) {
  std::vector<calendar::Bell> bells;
  std::set<std::string> taken;
  std::vector<std::optional<HalfDay>> parts{std::nullopt};
  if (halves) parts = {HalfDay::morning, HalfDay::afternoon};
  for (const auto& half : parts) {
    const auto told = hours.told(half);
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (told[i]) bells.push_back({bell_name(document.hours[i].name, i, half, taken), told[i]->begins, told[i]->ends});
    }
  }
  std::ranges::sort(bells, {}, &calendar::Bell::begins);
  return bells;
}

bool same_bells(const calendar::Grid& grid, const std::vector<calendar::Bell>& bells) {
  return std::ranges::equal(grid.bells, bells, [](const calendar::BellOfDay& one, const calendar::Bell& other) {
    return one.name == other.name && one.begins == other.begins && one.ends == other.ends;
  });
}

/// A school without bells rings by those of the file; so does one that has them from it.
void put_bells(Loading& loading, const std::vector<calendar::Grid>& grids, std::vector<calendar::Bell> bells) {
  const std::string code(base::trim(loading.options.grid.value_or("fet")));
  const auto standing = std::ranges::find_if(grids, [&](const calendar::Grid& grid) {
    return grid.org_id == loading.org() && grid.code == code;
  });
  ImportCounts& counts = loading.report.bells;
  const auto count = static_cast<std::int64_t>(bells.size());
  if (bells.empty() || bells.size() > most_bells || (!grids.empty() && standing == grids.end())) return;
  if (standing != grids.end() && same_bells(*standing, bells)) {
    counts.unchanged = count;
    return;
  }
  calendar::SetBells set{loading.org(), code, std::move(bells), loading.period.from};
  if (calendar::well_formed(set)) return;  // they overlap: lessons are placed all the same
  static_cast<void>(calendar::put_grid(loading.unit, loading.granted, set));
  (standing == grids.end() ? counts.created : counts.changed) = count;
}

}  // namespace

Result<std::vector<Placed>> place(Loading& loading) {
  const auto grids = calendar::grids_of(loading.unit, loading.org(), loading.period.from);
  const auto asked = std::ranges::find(grids, base::trim(loading.options.grid.value_or("")), &calendar::Grid::code);
  const auto grid = asked != grids.end() ? asked : grids.begin();
  const auto days = days_of(loading.document, loading.options);
  const Hours hours(loading.document, loading.options,
                    grid == grids.end() ? std::span<const calendar::BellOfDay>() : std::span(grid->bells));
  std::vector<Placed> placed;
  for (const Lesson& lesson : loading.plan.lessons) {
    const auto& day = days[static_cast<std::size_t>(lesson.day)];
    if (!day) return base::invalid("/days", "import.days_unclear");
    const auto times = hours.times_of(lesson.hour, lesson.duration, day->half_day);
    if (!times) return base::invalid("/hours", "import.hours_unclear");
    placed.push_back({&lesson, day->weekday, times->begins, times->ends});
  }
  const bool halves = std::ranges::any_of(days, [](const auto& day) { return day && day->half_day; });
  put_bells(loading, grids, bells_of_school(loading.document, hours, halves));
  return placed;
}

void tell_clashes(Loading& loading, const std::vector<Placed>& placed) {
  const Date monday = calendar::monday_of(loading.period.from);
  timetable::GroupTies ties;
  for (std::size_t set = 0; set < loading.sets.items().size(); ++set) {
    for (const std::int32_t atom : loading.sets.items()[set].atoms) ties.add_part(static_cast<std::int64_t>(set), atom);
  }
  std::vector<timetable::Busy> busy;
  for (const Placed& it : placed) {
    const Date date = monday + std::chrono::days{static_cast<int>(it.weekday) - 1};
    timetable::Busy one{LessonId{it.lesson->id}, date, it.begins.minutes, it.ends.minutes, {}, {}, {}};
    one.people.assign(it.lesson->teachers.begin(), it.lesson->teachers.end());
    one.rooms.assign(it.lesson->rooms.begin(), it.lesson->rooms.end());
    one.groups.assign(it.lesson->sets.begin(), it.lesson->sets.end());
    busy.push_back(std::move(one));
  }
  for (const timetable::Clash& clash : timetable::clashes_among(busy, ties)) {
    if (++loading.report.clash_count > loading.options.most_notes) continue;
    loading.report.clashes.push_back({clash.shared, clash.lesson_id.value, clash.other_id.value, calendar::weekday_of(clash.date),
                                      clash.begins, clash.ends});
  }
}

}  // namespace ent::interop::fet
