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

auto time_of(const Busy& busy) noexcept { return std::tuple(busy.date, busy.begins, busy.ends, busy.lesson); }

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
  const std::int32_t begins = std::max(one.begins, other.begins), ends = std::min(one.ends, other.ends);
  if (one.date != other.date || begins >= ends) return found;
  Clash clash;
  clash.lesson_id = one.lesson;
  clash.other_id = other.lesson;
  clash.date = one.date;
  clash.begins = TimeOfDay{begins};
  clash.ends = TimeOfDay{ends};
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
  std::vector<const Busy*> ordered;
  for (const Busy& lesson : lessons) ordered.push_back(&lesson);
  std::ranges::sort(ordered, {}, [](const Busy* lesson) { return time_of(*lesson); });
  std::vector<Clash> found;
  for (auto one = ordered.begin(); one != ordered.end(); ++one) {
    for (auto other = one + 1; other != ordered.end(); ++other) {
      if ((*other)->date != (*one)->date || (*other)->begins >= (*one)->ends) break;
      std::ranges::move(between(**one, **other, ties), std::back_inserter(found));
    }
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
