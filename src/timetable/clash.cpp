#include "timetable/clash.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ent::timetable {
namespace {

template <class AnyId>
std::vector<AnyId> shared_of(const std::vector<std::int64_t>& one, const std::vector<std::int64_t>& other) {
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  std::vector<AnyId> ids;
  for (const std::int64_t id : both) ids.push_back(AnyId{id});
  return ids;
}

std::vector<GroupId> meeting(const Busy& one, const Busy& other, const GroupTies& ties) {
  std::vector<GroupId> found;
  for (const std::int64_t group : one.groups) {
    const bool meets = std::ranges::any_of(
        other.groups, [&](std::int64_t against) { return ties.meet(group, against, one.date); });
    if (meets) found.push_back(GroupId{group});
  }
  return found;
}

bool go_by_one_clock(const Busy& one, const Busy& other) noexcept {
  return !one.zone || !other.zone || one.zone == other.zone;
}

Instant instant_of(const Busy& busy, std::int32_t minutes) {
  return busy.zone->instant_of(busy.date, std::chrono::minutes{minutes});
}

/// When both take place, in minutes of the day of the first.
struct Overlap {
  std::int32_t begins = 0;
  std::int32_t ends = 0;
};

/// What the clock shows is enough, and quick to compare.
std::optional<Overlap> overlap_by_one_clock(const Busy& one, const Busy& other) noexcept {
  const Overlap both{std::max(one.begins, other.begins), std::min(one.ends, other.ends)};
  return one.date == other.date && both.begins < both.ends ? std::optional(both) : std::nullopt;
}

std::optional<Overlap> overlap_by_two_clocks(const Busy& one, const Busy& other) {
  if (one.date - other.date > most_days_apart || other.date - one.date > most_days_apart) return std::nullopt;
  const Instant begins = instant_of(one, one.begins), ends = instant_of(one, one.ends);
  const Instant both_begin = std::max(begins, instant_of(other, other.begins));
  const Instant both_end = std::min(ends, instant_of(other, other.ends));
  if (both_begin >= both_end) return std::nullopt;
  const auto shown = [&](Instant instant) {
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::minutes>(one.zone->time_at(instant)).count());
  };
  return Overlap{both_begin == begins ? one.begins : shown(both_begin), both_end == ends ? one.ends : shown(both_end)};
}

std::optional<Overlap> overlap_of(const Busy& one, const Busy& other) {
  if (go_by_one_clock(one, other)) return overlap_by_one_clock(one, other);
  // Many pairs are asked for, few share anybody, and instants take work.
  if (shared_of<PersonId>(one.people, other.people).empty()) return std::nullopt;
  return overlap_by_two_clocks(one, other);
}

/// Lessons on the line of time on which all of them lie.
struct Placed {
  std::int64_t begins = 0;
  std::int64_t ends = 0;
  const Busy* lesson = nullptr;
};

std::vector<Placed> in_time_order(std::span<const Busy> lessons) {
  const bool one_clock = std::ranges::all_of(lessons, [&](const Busy& busy) { return go_by_one_clock(lessons.front(), busy); });
  const auto place = [&](const Busy& busy, std::int32_t minutes) -> std::int64_t {
    constexpr std::int64_t minutes_of_a_day = 24 * 60;
    if (one_clock) return busy.date.time_since_epoch().count() * minutes_of_a_day + minutes;
    return instant_of(busy, minutes).time_since_epoch().count();
  };
  std::vector<Placed> ordered;
  for (const Busy& busy : lessons) ordered.push_back({place(busy, busy.begins), place(busy, busy.ends), &busy});
  std::ranges::sort(ordered, {}, [](const Placed& one) { return std::tuple(one.begins, one.ends, one.lesson->lesson); });
  return ordered;
}

}  // namespace

void GroupTies::declare(std::int64_t one, std::int64_t other) { declared_.insert(std::minmax(one, other)); }

void GroupTies::add_part(std::int64_t group, std::int64_t part) { parts_[group].insert(part); }

bool GroupTies::share_part(std::int64_t one, std::int64_t other) const {
  const auto first = parts_.find(one), second = parts_.find(other);
  if (first == parts_.end() || second == parts_.end()) return false;
  return std::ranges::any_of(first->second, [&](std::int64_t part) { return second->second.contains(part); });
}

void GroupTies::add_stay(std::int64_t group, std::int64_t pupil, const unit::Period& period) {
  auto& stays = stays_[group];
  stays.insert(std::ranges::upper_bound(stays, pupil, {}, &Stay::pupil), Stay{pupil, period});
}

const std::vector<unit::Period>& GroupTies::common(std::int64_t one, std::int64_t other) const {
  const auto [place, fresh] = common_.try_emplace(std::minmax(one, other));
  const auto first = stays_.find(one), second = stays_.find(other);
  if (!fresh || first == stays_.end() || second == stays_.end()) return place->second;
  for (const Stay& stay : first->second) {
    for (const Stay& met : std::ranges::equal_range(second->second, stay.pupil, {}, &Stay::pupil)) {
      const unit::Period both{std::max(stay.period.from, met.period.from), std::min(stay.period.to, met.period.to)};
      if (both.from < both.to) place->second.push_back(both);
    }
  }
  return place->second;
}

bool GroupTies::meet(std::int64_t one, std::int64_t other, Date date) const {
  if (one == other || declared_.contains(std::minmax(one, other)) || share_part(one, other)) return true;
  return std::ranges::any_of(common(one, other), [&](const unit::Period& both) { return both.contains(date); });
}

std::vector<Clash> between(const Busy& one, const Busy& other, const GroupTies& ties) {
  std::vector<Clash> found;
  const auto both = overlap_of(one, other);
  if (!both) return found;
  Clash clash;
  clash.lesson_id = one.lesson;
  clash.other_id = other.lesson;
  clash.date = one.date;
  clash.begins = TimeOfDay{both->begins};
  clash.ends = TimeOfDay{both->ends};
  const std::int64_t there = other.lesson.establishment();
  if (there != one.lesson.establishment()) clash.other_org_id = OrgId{there};
  const auto add = [&](Shared shared, auto Clash::*ids, auto values) {
    if (values.empty()) return;
    Clash next = clash;
    next.shared = shared;
    next.*ids = std::move(values);
    found.push_back(std::move(next));
  };
  add(Shared::teacher, &Clash::person_ids, shared_of<PersonId>(one.people, other.people));
  add(Shared::room, &Clash::room_ids, shared_of<RoomId>(one.rooms, other.rooms));
  add(Shared::group, &Clash::group_ids, meeting(one, other, ties));
  return found;
}

std::vector<Clash> clashes_among(std::span<const Busy> lessons, const GroupTies& ties) {
  const std::vector<Placed> ordered = in_time_order(lessons);
  std::vector<Clash> found;
  for (auto one = ordered.begin(); one != ordered.end(); ++one) {
    for (auto other = one + 1; other != ordered.end() && other->begins < one->ends; ++other)
      std::ranges::move(between(*one->lesson, *other->lesson, ties), std::back_inserter(found));
  }
  return found;
}

std::vector<Clash> against(const Busy& lesson, std::span<const Busy> others, const GroupTies& ties) {
  std::vector<Clash> found;
  for (const Busy& other : others) {
    if (other.lesson != lesson.lesson) std::ranges::move(between(lesson, other, ties), std::back_inserter(found));
  }
  std::ranges::sort(found, {}, [](const Clash& clash) { return std::tuple(clash.begins, clash.other_id, clash.shared); });
  return found;
}

}  // namespace ent::timetable
