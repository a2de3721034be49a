// The weekly slots.
#include <algorithm>

#include "calendar/functions.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "timetable/describe.hpp"
#include "timetable/load.hpp"
#include "timetable/named.hpp"
#include "timetable/rows.hpp"
#include "timetable/rules.hpp"
#include "timetable/substitutes.hpp"
#include "unit/op.hpp"

namespace ent::timetable {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::string_view no_slot = "timetable.no_slot";

void put_parts(State& state, const NewSlot& slot, const Named& named) {
  put(state.parts, Role::group, named.numbers(slot.group_ids));
  put(state.parts, Role::teacher, named.numbers(slot.teacher_ids));
  put(state.parts, Role::room, named.numbers(slot.room_ids));
}

/// New slots, once all that they name is found.
Result<std::vector<State>> states_wanted(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                                     const std::vector<NewSlot>& slots, const unit::Period& period, const base::SchoolYears& years, bool single) {
  Named named;
  for (const NewSlot& slot : slots) named.add(slot.group_ids, slot.teacher_ids, slot.room_ids);
  named.find(unit, org, period.from);
  base::Fields fields;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const std::string path = single ? std::string() : "/items/" + std::to_string(i);
    named.check(fields, slots[i].group_ids, path + "/group_ids");
    named.check(fields, slots[i].teacher_ids, path + "/teacher_ids");
    named.check(fields, slots[i].room_ids, path + "/room_ids");
  }
  if (auto refused = fields.error()) return std::move(*refused);
  std::int64_t number = unit.take_numbers(granted, org.value, "slot", static_cast<std::int64_t>(slots.size()));
  std::vector<State> states;
  for (const NewSlot& slot : slots) {
    states.push_back(state_of(slot, org, period, years));
    states.back().slot = number++;
    put_parts(states.back(), slot, named);
  }
  rows::insert(unit, granted, states);
  return states;
}

/// timetable.add_slots
Result<Slots> add_slots_(Write<Perm::timetable_edit>& unit, const AddSlots& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const base::SchoolYears years = org::school_years_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  ENT_REFUSE(well_formed(input, period, years));
  // rows
  ENT_TRY(states, states_wanted(unit, granted, input.org_id, input.items, period, years, false));
  // event
  unit.publish(granted, "timetable.slots_were_added", input.org_id.value);
  return Slots{show(unit, states)};
}

/// timetable.add_lesson
Result<LessonRef> add_lesson_(Write<Perm::timetable_edit>& unit, const AddLesson& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const auto almanac = calendar::almanac_of(unit, input.org_id, input.date, input.date);
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  if (!almanac.is_open(input.date, input.begins)) return base::fail(Errc::failed_precondition, "timetable.closed");
  // rows
  const unit::Period day{input.date, input.date + std::chrono::days{1}};
  ENT_TRY(states, states_wanted(unit, granted, input.org_id, {slot_of(input)}, day, almanac.school_years(), true));
  // event
  const std::int64_t slot = states.front().slot;
  const LessonRef lesson{lesson_id(input.org_id.value, slot, 0), make_id<SlotId>(input.org_id.value, slot), input.date};
  unit.publish(granted, "timetable.lesson_was_added", lesson.id.value);
  return lesson;
}

/// timetable.change_slot
Result<Slot> change_slot_(Write<Perm::timetable_edit>& unit, const ChangeSlot& input) {
  // facts
  const auto states = rows::states(unit, std::span(&input.id.value, 1));
  const Date from = input.valid_from.value_or(states.empty() ? unit.today() : std::max(unit.today(), states.back().valid_from));
  Named named;
  named.add(input.group_ids.value_or(std::vector<GroupId>{}), input.teacher_ids.value_or(std::vector<PersonId>{}),
            input.room_ids.value_or(std::vector<RoomId>{}));
  named.find(unit, OrgId{input.id.establishment()}, from);
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_slot));
  if (states.empty()) return base::fail(Errc::not_found, no_slot);
  // rule
  const State& standing = states.back();
  ENT_REFUSE(unit.expect_revision(standing.revision));
  ENT_REFUSE(well_formed(input));
  base::Fields fields;
  if (input.group_ids) named.check(fields, *input.group_ids, "/group_ids");
  if (input.teacher_ids) named.check(fields, *input.teacher_ids, "/teacher_ids");
  if (input.room_ids) named.check(fields, *input.room_ids, "/room_ids");
  ENT_REFUSE(fields.error());
  ENT_TRY(next, changed(standing, input, from));
  if (input.group_ids) put(next.parts, Role::group, named.numbers(*input.group_ids));
  if (input.teacher_ids) put(next.parts, Role::teacher, named.numbers(*input.teacher_ids));
  if (input.room_ids) put(next.parts, Role::room, named.numbers(*input.room_ids));
  // rows
  Substitutes substitutes(OrgId{input.id.establishment()});
  substitutes.add(unit, std::span(&input.id.value, 1));
  if (next.valid_from == standing.valid_from) {
    rows::remove_state(unit, granted, standing);
  } else {
    rows::end_state(unit, granted, standing, next.valid_from);
  }
  rows::insert(unit, granted, std::span(&next, 1));
  substitutes.add(unit, std::span(&input.id.value, 1));
  substitutes.renew_services(unit, granted);
  // event
  unit.publish(granted, "timetable.slot_was_changed", input.id.value);
  return std::move(show(unit, std::span(&next, 1)).front());
}

/// timetable.end_slot
Result<Done> end_slot_(Write<Perm::timetable_edit>& unit, const EndSlot& input) {
  // facts
  const auto states = rows::states(unit, std::span(&input.id.value, 1));
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_slot));
  if (states.empty()) return base::fail(Errc::not_found, no_slot);
  // rows
  const Date end = input.valid_to.value_or(unit.today());
  Substitutes substitutes(OrgId{input.id.establishment()});
  substitutes.add(unit, std::span(&input.id.value, 1));
  rows::end_slot(unit, granted, input.id, end);
  substitutes.renew_services(unit, granted);
  // event
  unit.publish(granted, "timetable.slot_was_ended", input.id.value);
  return Done{};
}

/// timetable.slots
Result<Slots> slots_(Read<Perm::timetable_read>& unit, const ListSlots& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  const std::int64_t group = input.group_id ? input.group_id->number() : 0;
  const std::string_view nothing = input.group_id ? std::string_view("group.not_found") : no_unit;
  const auto known = input.group_id ? group::find(unit, *input.group_id) : std::nullopt;
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .group = group}, nothing));
  if (!kind || (input.group_id && (!known || known->view.org_id != input.org_id))) return base::fail(Errc::not_found, nothing);
  const std::int64_t key = rows::key_of(Role::group, input.org_id.value, group);
  const auto numbers = input.group_id ? rows::slots_of(unit, std::span(&key, 1), unit.at(), unit.at())
                                      : rows::slots_in(unit, std::span(&input.org_id.value, 1), unit.at(), unit.at());
  auto states = rows::states(unit, numbers);
  std::erase_if(states, [&](const State& state) {
    return state.valid_from > unit.at() || state.valid_to <= unit.at() ||
           (input.group_id && std::ranges::find(state.parts, Part{Role::group, group}) == state.parts.end());
  });
  std::ranges::sort(states, {}, [](const State& state) { return std::tuple(state.weekday, state.begins, state.slot); });
  Slots slots{show(unit, states)};
  if (granted.mask() == access::Mask::full) return slots;
  for (Slot& slot : slots.items) slot.teacher_ids.clear();
  return slots;
}

}  // namespace

extern constexpr Op op_add_slots = op<&add_slots_>("timetable.add_slots", "0.1");
extern constexpr Op op_add_lesson = op<&add_lesson_>("timetable.add_lesson", "0.1");
extern constexpr Op op_change_slot = op<&change_slot_>("timetable.change_slot", "0.1");
extern constexpr Op op_end_slot = op<&end_slot_>("timetable.end_slot", "0.1");
extern constexpr Op op_slots = op<&slots_>("timetable.slots", "0.1");

Result<Slots> add_slots(Session& session, const AddSlots& input, const CallOptions& options) {
  return run<Slots>(op_add_slots, session, input, options);
}
Result<LessonRef> add_lesson(Session& session, const AddLesson& input, const CallOptions& options) {
  return run<LessonRef>(op_add_lesson, session, input, options);
}
Result<Slot> change_slot(Session& session, const ChangeSlot& input, const CallOptions& options) {
  return run<Slot>(op_change_slot, session, input, options);
}
Result<Done> end_slot(Session& session, const EndSlot& input, const CallOptions& options) {
  return run<Done>(op_end_slot, session, input, options);
}
Result<Slots> slots(Session& session, const ListSlots& input, const CallOptions& options) {
  return run<Slots>(op_slots, session, input, options);
}

}  // namespace ent::timetable
