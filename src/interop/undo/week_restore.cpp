#include "interop/undo/week_restore.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "attendance/since.hpp"
#include "calendar/own_grids.hpp"
#include "gradebook/assessed.hpp"
#include "group/handover.hpp"
#include "homework/due_from.hpp"
#include "interop/undo/compare.hpp"
#include "interop/undo/week_describe.hpp"
#include "notebook/since.hpp"
#include "room/functions.hpp"
#include "subject/functions.hpp"

namespace ent::interop::undo {
namespace {

using timetable::Role;
using timetable::State;

/// Homework keeps no time of its own.
std::vector<homework::DueFrom> set_since(unit::Unit& unit, const WeekImage& image) {
  auto found = homework::due_from(unit, image.org_id, image.from);
  std::erase_if(found, [&](const homework::DueFrom& one) { return std::ranges::binary_search(image.homework, one.homework); });
  return found;
}

/// Lessons of slots, as LessonId::number, that somebody has used since a run.
std::vector<std::int64_t> lessons_used(unit::Unit& unit, const WeekImage& image) {
  std::vector<std::int64_t> lessons;
  const auto add = [&](const std::vector<std::int64_t>& more) { lessons.insert(lessons.end(), more.begin(), more.end()); };
  add(attendance::lessons_called_since(unit, image.org_id, image.at));
  add(notebook::lessons_written_since(unit, image.org_id, image.at));
  add(timetable::bulk::lessons_changed_since(unit, image.org_id, image.at));
  for (const auto& set : set_since(unit, image)) {
    for (const std::int64_t lesson : {set.given_lesson, set.due_lesson}) {
      if (lesson != 0) lessons.push_back(lesson);
    }
  }
  return lessons;
}

/// Those of the run's slots of which a lesson from its day on is used: lessons before it are as they were anyway.
std::set<std::int64_t> slots_used(unit::Unit& unit, const WeekImage& image) {
  std::map<std::int64_t, const State*> last;
  for (const SlotStates& slot : image.after.slots) last[slot.slot] = &slot.states.back();
  std::set<std::int64_t> used;
  for (const std::int64_t lesson : lessons_used(unit, image)) {
    const auto slot = last.find(lesson / timetable::weeks_of_a_slot);
    if (slot == last.end()) continue;
    const State& state = *slot->second;
    const std::int64_t days = lesson % timetable::weeks_of_a_slot * timetable::days_of_a_week + state.weekday - 1;
    if (state.origin + std::chrono::days{days} >= image.from) used.insert(slot->first);
  }
  return used;
}

/// The key of a feed by which a slot is known.
std::map<std::int64_t, std::string> keys_of(const Week& week) {
  std::map<std::int64_t, std::string> keys;
  for (const auto& row : week.slot_keys) keys.emplace(row.slot, row.key);
  return keys;
}

std::vector<std::int64_t> public_ids(OrgId org, const std::vector<group::bulk::Group>& groups) {
  std::vector<std::int64_t> ids;
  for (const auto& row : groups) ids.push_back(org.value << 32 | row.group);
  return ids;
}

template <class T>
std::vector<T> only_in(const std::vector<T>& one, const std::vector<T>& other) {
  std::vector<T> left;
  std::ranges::set_difference(one, other, std::back_inserter(left));
  return left;
}

}  // namespace

void WeekRestore::keep(const Told& what, UndoCounts& counts, const char* reason) {
  ++counts.kept;
  ++report_.conflicts;
  if (report_.kept.size() < most_) report_.kept.push_back({what.fact, org_, what.person_id, reason, what.name});
}

template <class Row, class Tell, class Used>
WeekRestore::Back<Row> WeekRestore::compare(const std::vector<Row>& before, const std::vector<Row>& after,
                                            const std::vector<Row>& standing, UndoCounts& counts, Tell told, Used used) {
  const auto was = by_key(before);
  const auto stands = by_key(standing);
  Back<Row> back;
  for (const Row& row : after) {
    const auto now = stands.find(key_of(row));
    const auto then = was.find(key_of(row));
    if (now == stands.end() && then == was.end()) continue;  // made, and gone already
    if (now == stands.end() || text_of(*now->second) != text_of(row)) {
      keep(told(row), counts, "import.changed_since");
    } else if (used(row, then == was.end())) {
      keep(told(row), counts, "import.used_since");
    } else if (then == was.end()) {
      ++counts.removed;
      back.gone.push_back(row);
    } else {
      ++counts.restored;
      back.put.push_back(*then->second);
    }
  }
  return back;
}

void WeekRestore::take_back(const WeekImage& image) {
  org_ = image.org_id;
  const Week now = week_of(unit_, {image.org_id, feed_, image.school_year});
  timetable::Substitutes substitutes(org_);
  take_back_slots(image, now, substitutes);
  take_back_slot_keys(image);
  take_back_services(image, now);
  substitutes.renew_services(unit_, granted_);  // of the services that replace others: those that stand by now
  take_back_groups(image, now);
  take_back_ties(image, now);
  take_back_rooms(image, now);
  take_back_subjects(image);
  take_back_bells(image, now);
}

/// A slot goes back with all its states, or stays with all of them: two halves of it would be a third timetable.
void WeekRestore::take_back_slots(const WeekImage& image, const Week& now, timetable::Substitutes& substitutes) {
  const auto keys = keys_of(image.after);
  const auto used = slots_used(unit_, image);
  const auto called = [&](const SlotStates& slot) {
    const auto key = keys.find(slot.slot);
    return Told{"slot", key == keys.end() ? std::string() : key->second};
  };
  const auto back = compare(image.before.slots, image.after.slots, now.slots, report_.slots, called,
                            [&](const SlotStates& slot, bool) { return used.contains(slot.slot); });
  const auto was = by_key(image.before.slots);
  std::set<std::int64_t> taken_back;
  for (const auto& slot : back.gone) taken_back.insert(slot.slot);
  for (const auto& slot : back.put) taken_back.insert(slot.slot);
  std::vector<State> out, in;
  for (const SlotStates& slot : image.after.slots) {
    if (!taken_back.contains(slot.slot)) {
      kept_slots_.insert(slot.slot);
      for (const State& state : slot.states) {
        for (const std::int64_t member : timetable::numbers_of(state.parts, Role::teacher)) {
          for (const std::int64_t group : timetable::numbers_of(state.parts, Role::group)) taught_.emplace(member, group, state.subject);
        }
      }
      continue;
    }
    out.insert(out.end(), slot.states.begin(), slot.states.end());
    const auto then = was.find(slot.slot);
    if (then == was.end()) continue;
    in.insert(in.end(), then->second->states.begin(), then->second->states.end());
    in.back().revision = slot.states.back().revision + 1;  // whoever has read in between is told
  }
  std::vector<std::int64_t> slots;
  for (const State& state : out) slots.push_back(state.org << 32 | state.slot);
  substitutes.add(unit_, slots);
  timetable::bulk::remove(unit_, granted_, out);
  timetable::bulk::insert(unit_, granted_, in);
  substitutes.add(unit_, slots);
}

void WeekRestore::take_back_slot_keys(const WeekImage& image) {
  const auto was = by_key(image.before.slot_keys);
  std::vector<timetable::bulk::Reference> put;
  std::vector<std::string> gone;
  for (const auto& row : image.after.slot_keys) {
    if (kept_slots_.contains(row.slot)) continue;
    const auto then = was.find(row.key);
    if (then == was.end()) {
      gone.push_back(row.key);
    } else {
      put.push_back(*then->second);
    }
  }
  timetable::bulk::refer(unit_, granted_, org_, feed_, put);
  timetable::bulk::forget(unit_, granted_, org_, feed_, gone);
}

void WeekRestore::take_back_services(const WeekImage& image, const Week& now) {
  const auto assessed = gradebook::services_assessed(unit_, org_);
  std::set<std::pair<std::int64_t, std::int64_t>> gave;  // group and member
  for (const auto& set : set_since(unit_, image)) gave.emplace(set.group, set.member);
  const auto used = [&](const group::bulk::ServiceRow& row, bool made) {
    return made && (std::ranges::binary_search(assessed, row.service) || gave.contains({row.group, row.member}) ||
                    taught_.contains({row.member, row.group, row.subject}));
  };
  const auto called = [](const group::bulk::ServiceRow& row) { return Told{"service", row.subject, PersonId{row.person}}; };
  const auto back = compare(image.before.services, image.after.services, now.services, report_.services, called, used);
  std::vector<group::Handover> given;
  for (const auto& row : back.put) given.push_back({row.org, row.service, row.source});
  group::bulk::end_services(unit_, granted_, back.put);
  group::hand_over_services(unit_, granted_, given);
  group::bulk::delete_services(unit_, granted_, back.gone);
  if (!back.put.empty() || !back.gone.empty()) unit_.rights_changed(granted_, org_.value);
}

void WeekRestore::take_back_groups(const WeekImage& image, const Week& now) {
  const auto made = public_ids(org_, image.after.groups);
  auto unused = made.empty() ? std::vector<std::int64_t>{} : group::bulk::unused(unit_, made);
  std::ranges::sort(unused);
  std::vector<std::int64_t> numbers;
  for (const auto& row : image.after.groups) numbers.push_back(row.group);
  const auto named = timetable::bulk::named_in(unit_, org_, Role::group, numbers);
  const auto used = [&](const group::bulk::Group& row, bool is_new) {
    return is_new && (!std::ranges::binary_search(unused, org_.value << 32 | row.group) || std::ranges::binary_search(named, row.group));
  };
  const auto called = [](const group::bulk::Group& row) { return Told{"group", row.code}; };
  auto back = compare(image.before.groups, image.after.groups, now.groups, report_.groups, called, used);
  std::set<std::int64_t> taken_back;
  for (const auto& row : back.gone) taken_back.insert(row.group);
  const auto standing = by_key(now.groups);
  std::vector<group::Handover> given;
  for (auto& row : back.put) {
    taken_back.insert(row.group);
    row.revision = standing.at(key_of(row))->revision + 1;
    if (standing.at(key_of(row))->source != row.source) given.push_back({row.org, row.group, row.source});
  }
  for (const auto& row : image.after.groups) {
    if (!taken_back.contains(row.group)) kept_groups_.insert(row.group);
  }
  group::bulk::change_groups(unit_, granted_, back.put);
  group::hand_over_groups(unit_, granted_, given);
  group::bulk::remove(unit_, granted_, public_ids(org_, back.gone));
  const auto keys_before = by_key(image.before.group_keys);
  std::vector<group::bulk::Reference> put, gone;
  for (const auto& row : image.after.group_keys) {
    if (kept_groups_.contains(row.group)) continue;
    const auto then = keys_before.find(row.key);
    then == keys_before.end() ? gone.push_back(row) : put.push_back(*then->second);
  }
  group::bulk::refer(unit_, granted_, feed_, put);
  group::bulk::forget(unit_, granted_, feed_, gone);
}

/// What the run has put in goes, what it has taken out comes back; what others have since stays. Ties of what was made went with
/// it.
void WeekRestore::take_back_ties(const WeekImage& image, const Week& now) {
  const auto was = by_key(image.before.ties);
  const auto stands = by_key(now.ties);
  const std::int64_t org = org_.value;
  std::vector<group::bulk::Trait> divisions_in, divisions_out;
  std::vector<group::bulk::Part> parts_in, parts_out;
  for (const GroupTies& row : image.after.ties) {
    const auto then = was.find(row.group);
    const auto standing = stands.find(row.group);
    if (then == was.end() || standing == stands.end() || kept_groups_.contains(row.group)) continue;
    const GroupTies& old = *then->second;
    const GroupTies& left = *standing->second;
    for (const auto division : only_in(row.divisions, old.divisions)) divisions_out.push_back({org, row.group, {}, division});
    for (const auto division : only_in(only_in(old.divisions, row.divisions), left.divisions))
      divisions_in.push_back({org, row.group, {}, division});
    for (const auto& part : only_in(row.parts, old.parts)) parts_out.push_back({org, row.group, part});
    for (const auto& part : only_in(only_in(old.parts, row.parts), left.parts)) parts_in.push_back({org, row.group, part});
  }
  group::bulk::delete_divisions(unit_, granted_, divisions_out);
  group::bulk::insert_divisions(unit_, granted_, divisions_in);
  group::bulk::delete_parts(unit_, granted_, parts_out);
  group::bulk::insert_parts(unit_, granted_, parts_in);
}

void WeekRestore::take_back_rooms(const WeekImage& image, const Week& now) {
  std::vector<std::int64_t> numbers;
  for (const room::View& row : image.after.rooms) numbers.push_back(row.id.number());
  const auto named = timetable::bulk::named_in(unit_, org_, Role::room, numbers);
  const auto back = compare(image.before.rooms, image.after.rooms, now.rooms, report_.rooms,
                            [](const room::View& row) { return Told{"room", row.code}; },
                            [&](const room::View& row, bool) { return std::ranges::binary_search(named, row.id.number()); });
  std::vector<std::int64_t> gone;
  for (const room::View& row : back.gone) gone.push_back(row.id.number());
  room::remove(unit_, granted_, org_, gone);
}

/// A subject is known by its code alone: where a slot or a service still names it, its name stays.
void WeekRestore::take_back_subjects(const WeekImage& image) {
  if (image.after.subjects.empty()) return;
  std::set<std::string> named;
  for (std::string& code : timetable::bulk::subjects_named(unit_, org_)) named.insert(std::move(code));
  for (auto& row : group::bulk::services_of_year(unit_, org_.value, image.school_year)) named.insert(std::move(row.subject));
  const auto back = compare(image.before.subjects, image.after.subjects, subject::own(unit_, org_), report_.subjects,
                            [](const subject::View& row) { return Told{"subject", row.code}; },
                            [&](const subject::View& row, bool) { return named.contains(row.code); });
  std::vector<std::string> gone;
  for (const subject::View& row : back.gone) gone.push_back(row.code);
  subject::remove(unit_, granted_, org_, gone);
}

void WeekRestore::take_back_bells(const WeekImage& image, const Week& now) {
  const auto back = compare(image.before.grids, image.after.grids, now.grids, report_.bells,
                            [](const calendar::DatedGrid& grid) { return Told{"bells", grid.code}; },
                            [](const calendar::DatedGrid&, bool) { return false; });
  for (const auto& grid : back.put) calendar::put_back(unit_, granted_, org_, grid);
  for (const auto& grid : back.gone) calendar::remove_grid(unit_, granted_, org_, grid);
}

}  // namespace ent::interop::undo
