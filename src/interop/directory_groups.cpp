// The groups of the directory, written when people are about to be put into them.
#include <algorithm>

#include "base/each_once.hpp"
#include "interop/directory.hpp"
#include "unit/dates.hpp"

namespace ent::interop {

/// What is to be written of groups.
struct Directory::GroupChanges {
  std::vector<group::bulk::Group> fresh, changed;
  std::vector<group::bulk::Trait> levels_in, levels_out, divisions_in, divisions_out;
  std::vector<group::bulk::Reference> references;
};

namespace {

template <class T>
std::vector<T> sorted(std::vector<T> values) {
  base::keep_each_once(values);
  return values;
}

/// What is in one and not in the other; both are in order.
template <class T>
std::vector<T> beyond(const std::vector<T>& one, const std::vector<T>& other) {
  std::vector<T> left;
  std::ranges::set_difference(one, other, std::back_inserter(left));
  return left;
}

}  // namespace

void Directory::write_groups() {
  if (touched_.empty()) return;
  std::vector<std::int32_t> places = sorted(std::move(touched_));
  touched_.clear();
  number_new_groups(places);
  GroupChanges changes;
  for (const std::int32_t place : places) settle(groups_[static_cast<std::size_t>(place)], changes);
  keep(changes);
  group::bulk::insert_groups(task_.unit, task_.granted, changes.fresh);
  group::bulk::change_groups(task_.unit, task_.granted, changes.changed);
  group::bulk::delete_levels(task_.unit, task_.granted, changes.levels_out);
  group::bulk::insert_levels(task_.unit, task_.granted, changes.levels_in);
  group::bulk::delete_divisions(task_.unit, task_.granted, changes.divisions_out);
  group::bulk::insert_divisions(task_.unit, task_.granted, changes.divisions_in);
  group::bulk::refer(task_.unit, task_.granted, task_.feed.name, changes.references);
  task_.keeper.flush();
}

void Directory::keep(const GroupChanges& changes) {
  Image& image = task_.keeper.image();
  std::vector<std::int64_t> ids;
  for (const group::bulk::Group& row : changes.changed) ids.push_back(row.org << 32 | row.group);
  image.groups_before = group::bulk::by_ids(task_.unit, ids);
  image.groups_after = changes.changed;
  image.groups_after.insert(image.groups_after.end(), changes.fresh.begin(), changes.fresh.end());
  image.levels_in = changes.levels_in;
  image.levels_out = changes.levels_out;
  image.divisions_in = changes.divisions_in;
  image.divisions_out = changes.divisions_out;
}

/// Numbers first: groups name the divisions out of which they are drawn.
void Directory::number_new_groups(std::vector<std::int32_t>& places) {
  std::ranges::stable_sort(places, {}, [this](std::int32_t place) { return at(place).row.org; });
  std::vector<Group*> fresh;
  for (const std::int32_t place : places) {
    Group& group = groups_[static_cast<std::size_t>(place)];
    if (group.is_new && group.row.group == 0) fresh.push_back(&group);
  }
  for (auto begin = fresh.begin(); begin != fresh.end();) {
    const std::int64_t org = (*begin)->row.org;
    const auto end = std::find_if(begin, fresh.end(), [org](const Group* group) { return group->row.org != org; });
    std::int64_t next = task_.unit.take_numbers(task_.granted, org, "group", end - begin);
    for (; begin != end; ++begin) (*begin)->row.group = next++;
    task_.touched.insert(org);
  }
}

void Directory::settle(Group& group, GroupChanges& changes) {
  const bool is_new = group.is_new && !group.written;
  const bool owned = group.row.source == task_.feed.name;
  const GroupDetail detail = std::exchange(group.detail, std::nullopt).value_or(GroupDetail{});
  bool differs = false;
  if (owned) {
    if (detail.name && !detail.name->empty() && *detail.name != group.row.name) {
      group.row.name = *detail.name;
      differs = true;
    }
    const std::int64_t end = last_group_end(group.row.org);
    if (group.row.to <= task_.today() && group.row.to < end) {
      group.row.to = end;  // it is back
      differs = true;
    }
    differs |= settle_traits(group, detail, changes);
  }
  if (detail.key && group.key != *detail.key) {
    group.key = *detail.key;
    changes.references.push_back({group.row.org, group.key, group.row.group});
  }
  group.written = true;
  if (is_new) {
    changes.fresh.push_back(group.row);
  } else if (differs) {
    ++group.row.revision;
    group.changed = true;
    changes.changed.push_back(group.row);
    task_.touched.insert(group.row.org);
  }
}

bool Directory::settle_traits(Group& group, const GroupDetail& detail, GroupChanges& changes) {
  bool differs = false;
  const std::int64_t org = group.row.org;
  const std::int64_t number = group.row.group;
  if (detail.levels) {
    const auto wanted = sorted(*detail.levels);
    const auto standing = sorted(std::exchange(group.levels, wanted));
    for (const auto& level : beyond(wanted, standing)) changes.levels_in.push_back({org, number, level, 0});
    for (const auto& level : beyond(standing, wanted)) changes.levels_out.push_back({org, number, level, 0});
    differs |= wanted != standing;
  }
  if (detail.divisions) {
    std::vector<std::int64_t> numbers;
    for (const std::int32_t division : *detail.divisions) numbers.push_back(number_of(division));
    const auto wanted = sorted(std::move(numbers));
    const auto standing = sorted(std::exchange(group.divisions, wanted));
    for (const std::int64_t division : beyond(wanted, standing)) changes.divisions_in.push_back({org, number, {}, division});
    for (const std::int64_t division : beyond(standing, wanted)) changes.divisions_out.push_back({org, number, {}, division});
    differs |= wanted != standing;
  }
  return differs;
}

void Directory::finish(bool units_are_full, bool groups_are_full) {
  write_groups();
  place_new_units();
  if (units_are_full) mark_units();
  std::vector<group::bulk::Group> ended;
  for (Group& group : groups_) {
    if (group.seen) {
      ++(group.is_new ? task_.report.groups.created
                      : group.changed ? task_.report.groups.changed : task_.report.groups.unchanged);
    } else if (groups_are_full && group.row.source == task_.feed.name && group.row.to > task_.today()) {
      ended.push_back(group.row);
    }
  }
  if (groups_are_full) {
    for (auto& row : group::bulk::former_groups(task_.unit, orgs(), task_.feed.school_year, task_.feed.name, task_.today()))
      ended.push_back(std::move(row));
  }
  for (group::bulk::Group& row : ended) {
    row.to = std::max(row.from, task_.today());
    ++row.revision;
    ++task_.report.groups.marked;
    task_.touched.insert(row.org);
  }
  GroupChanges changes;
  changes.changed = ended;
  keep(changes);
  group::bulk::change_groups(task_.unit, task_.granted, ended);
  task_.keeper.flush();
}

/// Under the unit that the feed names, or under that of the import.
void Directory::place_new_units() {
  std::vector<org::bulk::Placement> placements;
  const std::int64_t root = task_.options.org_id.value_or(OrgId{}).value;
  for (const Unit& unit : units_) {
    if (!unit.is_new) continue;
    const std::int32_t parent = unit.parent.empty() ? -1 : this->unit(unit.parent);
    const std::int64_t above = parent < 0 ? root : org_of(parent);
    if (above != 0 && above != unit.org) placements.push_back({unit.org, above});
    task_.touched.insert(0);
  }
  org::bulk::place(task_.unit, task_.granted, placements, task_.feed.date);
}

void Directory::mark_units() {
  std::vector<org::bulk::Reference> marks;
  for (const Unit& unit : units_) {
    if (unit.seen || unit.marked_on) continue;
    marks.push_back({unit.key, unit.org, 0, task_.today()});
    task_.keeper.image().unit_keys_before.push_back({unit.key, unit.org, unit.said, std::nullopt});
    ++task_.report.units.marked;
  }
  task_.keeper.image().unit_keys_after = marks;
  org::bulk::refer(task_.unit, task_.granted, task_.feed.name, marks);
  task_.keeper.flush();
}

}  // namespace ent::interop
