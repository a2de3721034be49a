#include "interop/undo/week.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "calendar/own_grids.hpp"
#include "interop/undo/compare.hpp"
#include "interop/undo/week_describe.hpp"
#include "room/functions.hpp"
#include "subject/functions.hpp"

namespace ent::interop::undo {
namespace {

std::vector<SlotStates> slots_of(unit::Unit& unit, const WeekOf& which, std::span<const timetable::bulk::Reference> keys) {
  std::vector<std::int64_t> numbers;
  for (const auto& key : keys) numbers.push_back(key.slot);
  std::ranges::sort(numbers);
  std::vector<SlotStates> found;
  for (timetable::State& state : timetable::bulk::all_states(unit, which.org, numbers)) {
    if (found.empty() || found.back().slot != state.slot) found.push_back({state.slot, {}});
    found.back().states.push_back(std::move(state));
  }
  return found;
}

std::vector<GroupTies> ties_of(unit::Unit& unit, const WeekOf& which, const std::vector<group::bulk::Group>& groups) {
  const std::int64_t org = which.org.value;
  std::map<std::int64_t, GroupTies> ties;
  for (const auto& row : groups) ties[row.group].group = row.group;
  for (const auto& trait : group::bulk::divisions(unit, std::span(&org, 1), which.school_year))
    ties[trait.group].divisions.push_back(trait.division);
  for (auto& part : group::bulk::parts(unit, std::span(&org, 1), which.school_year))
    ties[part.group].parts.push_back(std::move(part.part));
  std::vector<GroupTies> found;
  for (auto& [group, row] : ties) {
    row.group = group;
    std::ranges::sort(row.divisions);
    std::ranges::sort(row.parts);
    found.push_back(std::move(row));
  }
  return found;
}

/// Leaves the rows that say something else before and after.
template <class Row>
void keep_difference(const std::vector<Row>& was, const std::vector<Row>& is, std::vector<Row>& before, std::vector<Row>& after) {
  const auto then = by_key(was);
  for (const Row& row : is) {
    const auto found = then.find(key_of(row));
    if (found != then.end() && text_of(*found->second) == text_of(row)) continue;
    if (found != then.end()) before.push_back(*found->second);
    after.push_back(row);
  }
}

}  // namespace

Week week_of(unit::Unit& unit, const WeekOf& which) {
  const std::int64_t org = which.org.value;
  Week week;
  week.slot_keys = timetable::bulk::references(unit, which.org, which.feed);
  week.slots = slots_of(unit, which, week.slot_keys);
  week.groups = group::bulk::groups(unit, std::span(&org, 1), which.school_year);
  week.ties = ties_of(unit, which, week.groups);
  week.group_keys = group::bulk::references(unit, std::span(&org, 1), which.feed);
  week.services = group::bulk::services_of_year(unit, org, which.school_year);
  week.rooms = room::all_of(unit, which.org);
  week.subjects = subject::own(unit, which.org);
  week.grids = calendar::own_grids(unit, which.org);
  return week;
}

bool WeekImage::empty() const noexcept {
  return after.slots.empty() && after.slot_keys.empty() && after.groups.empty() && after.ties.empty() && after.group_keys.empty() &&
         after.services.empty() && after.rooms.empty() && after.subjects.empty() && after.grids.empty();
}

WeekImage difference(const Week& before, const Week& after) {
  WeekImage image;
  const auto keep = [&](const auto list) { keep_difference(before.*list, after.*list, image.before.*list, image.after.*list); };
  keep(&Week::slots);
  keep(&Week::slot_keys);
  keep(&Week::groups);
  keep(&Week::ties);
  keep(&Week::group_keys);
  keep(&Week::services);
  keep(&Week::rooms);
  keep(&Week::subjects);
  keep(&Week::grids);
  return image;
}

}  // namespace ent::interop::undo
