#include "timetable/rules.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/each_once.hpp"
#include "base/text.hpp"

namespace ent::timetable {
namespace {

constexpr std::size_t longest_code = 40, longest_label = 100, longest_reason = 200;
constexpr std::size_t longest_alternance = 20;
constexpr std::size_t most_groups = 20, most_teachers = 10, most_rooms = 10, most_slots = 2000;
constexpr std::int64_t longest_span = 62;

void check_text(base::Fields& fields, const std::optional<std::string>& text, std::size_t most, const std::string& path) {
  if (text) fields.length(base::trim(*text), 1, most, path);
}

void check_times(base::Fields& fields, TimeOfDay begins, TimeOfDay ends, const std::string& path) {
  fields.refuse_if(ends <= begins, path + "/ends", "timetable.ends_before");
}

void check_number(base::Fields& fields, std::size_t number, std::size_t most, const std::string& path) {
  fields.refuse_if(number > most, path, "field.range");
}

void check(base::Fields& fields, const NewSlot& slot, const std::string& path) {
  check_times(fields, slot.begins, slot.ends, path);
  check_text(fields, slot.subject_code, longest_code, path + "/subject_code");
  check_text(fields, slot.label, longest_label, path + "/label");
  check_text(fields, slot.alternance, longest_alternance, path + "/alternance");
  check_number(fields, slot.group_ids.size(), most_groups, path + "/group_ids");
  check_number(fields, slot.teacher_ids.size(), most_teachers, path + "/teacher_ids");
  check_number(fields, slot.room_ids.size(), most_rooms, path + "/room_ids");
}

std::string trimmed(const std::optional<std::string>& text) { return text ? std::string(base::trim(*text)) : std::string(); }

}  // namespace

std::optional<Error> well_formed(const AddSlots& input, const unit::Period& period, const base::SchoolYears& years) {
  if (input.items.empty() || input.items.size() > most_slots) return base::invalid("/items", "field.range");
  base::Fields fields;
  fields.refuse_if(years.of(period.from) != years.of(period.to - std::chrono::days{1}), "/valid_to", "timetable.several_years");
  for (std::size_t i = 0; i < input.items.size(); ++i) check(fields, input.items[i], "/items/" + std::to_string(i));
  return fields.error();
}

std::optional<Error> well_formed(const ChangeSlot& input) {
  base::Fields fields;
  check_text(fields, input.subject_code, longest_code, "/subject_code");
  check_text(fields, input.label, longest_label, "/label");
  if (input.alternance) fields.length(base::trim(*input.alternance), 0, longest_alternance, "/alternance");
  if (input.group_ids) check_number(fields, input.group_ids->size(), most_groups, "/group_ids");
  if (input.teacher_ids) check_number(fields, input.teacher_ids->size(), most_teachers, "/teacher_ids");
  if (input.room_ids) check_number(fields, input.room_ids->size(), most_rooms, "/room_ids");
  return fields.error();
}

std::optional<Error> well_formed(const AddLesson& input) {
  base::Fields fields;
  check(fields, slot_of(input), "");
  fields.refuse_if(input.date >= base::last_date, "/date", "field.range");
  return fields.error();
}

std::optional<Error> well_formed(const MoveLesson& input) {
  base::Fields fields;
  check_text(fields, input.reason, longest_reason, "/reason");
  if (input.room_ids) check_number(fields, input.room_ids->size(), most_rooms, "/room_ids");
  return fields.error();
}

std::optional<Error> well_formed(const Replace& input) {
  base::Fields fields;
  fields.refuse_if(input.teacher_ids.empty() || input.teacher_ids.size() > most_teachers, "/teacher_ids", "field.range");
  check_text(fields, input.subject_code, longest_code, "/subject_code");
  check_text(fields, input.reason, longest_reason, "/reason");
  return fields.error();
}

std::optional<Error> well_formed(const CancelLesson& input) {
  base::Fields fields;
  check_text(fields, input.reason, longest_reason, "/reason");
  return fields.error();
}

std::optional<Error> well_formed(const CanPlace& input) {
  base::Fields fields;
  if (input.room_ids) check_number(fields, input.room_ids->size(), most_rooms, "/room_ids");
  if (input.teacher_ids) check_number(fields, input.teacher_ids->size(), most_teachers, "/teacher_ids");
  return fields.error();
}

std::optional<Error> well_formed_span(Date first, Date last) {
  base::Fields fields;
  fields.refuse_if(last < first, "/last_day", "period.empty")
      .refuse_if((last - first).count() >= longest_span, "/last_day", "field.range");
  return fields.error();
}

NewSlot slot_of(const AddLesson& input) {
  NewSlot slot;
  slot.weekday = calendar::weekday_of(input.date);
  slot.begins = input.begins;
  slot.ends = input.ends;
  slot.subject_code = input.subject_code;
  slot.group_ids = input.group_ids;
  slot.teacher_ids = input.teacher_ids;
  slot.room_ids = input.room_ids;
  slot.kind = input.kind;
  slot.label = input.label;
  return slot;
}

State state_of(const NewSlot& slot, OrgId org, const unit::Period& period, const base::SchoolYears& years) {
  State state;
  state.org = org.value;
  state.valid_from = period.from;
  state.valid_to = period.to;
  state.origin = calendar::monday_of(period.from);
  state.school_year = years.of(period.from);
  state.weekday = static_cast<std::int32_t>(slot.weekday);
  state.begins = slot.begins.minutes;
  state.ends = slot.ends.minutes;
  state.kind = slot.kind.value_or(Kind::lesson);
  state.subject = trimmed(slot.subject_code);
  state.label = trimmed(slot.label);
  state.alternance = trimmed(slot.alternance);
  return state;
}

Result<State> changed(const State& standing, const ChangeSlot& input, Date from) {
  State next = standing;
  if (from < standing.valid_from) return base::invalid("/valid_from", "timetable.before_last_change");
  if (from >= standing.valid_to) return base::invalid("/valid_from", "period.empty");
  if (input.weekday) next.weekday = static_cast<std::int32_t>(*input.weekday);
  if (next.weekday != standing.weekday && from != standing.valid_from && from != calendar::monday_of(from))
    return base::invalid("/valid_from", "timetable.midweek");
  if (input.begins) next.begins = input.begins->minutes;
  if (input.ends) next.ends = input.ends->minutes;
  if (next.ends <= next.begins) return base::invalid("/ends", "timetable.ends_before");
  if (input.subject_code) next.subject = trimmed(input.subject_code);
  if (input.label) next.label = trimmed(input.label);
  if (input.alternance) next.alternance = trimmed(input.alternance);
  next.valid_from = from;
  next.revision += 1;
  return next;
}

Result<Place> place_of(const Planned& lesson, const std::optional<Date>& date, const std::optional<TimeOfDay>& begins,
                       const std::optional<TimeOfDay>& ends) {
  Place place{date.value_or(lesson.date), lesson.begins, lesson.ends};
  if (begins) {
    place.begins = begins->minutes;
    place.ends = place.begins + lesson.ends - lesson.begins;
  }
  if (ends) place.ends = ends->minutes;
  if (place.ends <= place.begins) return base::invalid("/ends", "timetable.ends_before");
  if (!base::writable(TimeOfDay{place.ends})) return base::invalid("/begins", "field.range");
  return place;
}

Fact next_fact(const Planned& lesson, FactKind kind, const std::optional<std::string>& reason) {
  Fact fact;
  if (lesson.fact != nullptr) fact = *lesson.fact;
  if (kind == FactKind::restored) fact = {};
  fact.org = lesson.state->org;
  fact.slot = lesson.state->slot;
  fact.week = lesson.week;
  fact.number = lesson.fact == nullptr ? 1 : lesson.fact->number + 1;
  fact.kind = kind;
  if (reason) fact.reason = trimmed(reason);
  return fact;
}

void keep_what_differs(Fact& fact, const Planned& lesson) {
  const State& state = *lesson.state;
  Fact subject_alone;
  subject_alone.subject = fact.subject;
  Planned unsaid = lesson;  // on its day and in its subject, if nothing is said of who and what takes part
  unsaid.fact = &subject_alone;
  unsaid.date = fact.date.value_or(lesson.planned);
  const auto as_planned = [&](Role role) { return numbers_of(fact.parts, role) == unsaid.numbers(role); };
  if (fact.date == lesson.planned) fact.date.reset();
  if (fact.begins.value_or(state.begins) == state.begins && fact.ends.value_or(state.ends) == state.ends) {
    fact.begins.reset();
    fact.ends.reset();
  }
  if (fact.subject == state.subject) fact.subject.reset();
  if (fact.teachers && as_planned(Role::teacher)) {
    fact.teachers = false;
    put(fact.parts, Role::teacher, {});
  }
  if (fact.rooms && as_planned(Role::room)) {
    fact.rooms = false;
    put(fact.parts, Role::room, {});
  }
  if (fact.unchanged()) fact.reason.clear();
}

void put(std::vector<Part>& parts, Role role, std::span<const std::int64_t> numbers) {
  std::erase_if(parts, [&](const Part& part) { return part.role == role; });
  for (const std::int64_t number : numbers) parts.push_back({role, number});
  base::keep_each_once(parts);
}

Slot shown(const State& state) {
  Slot slot;
  slot.id = make_id<SlotId>(state.org, state.slot);
  slot.weekday = static_cast<calendar::Weekday>(state.weekday);
  slot.begins = TimeOfDay{state.begins};
  slot.ends = TimeOfDay{state.ends};
  slot.kind = state.kind;
  slot.subject_code = base::unless_empty(state.subject);
  slot.label = base::unless_empty(state.label);
  slot.alternance = base::unless_empty(state.alternance);
  for (const std::int64_t group : numbers_of(state.parts, Role::group)) slot.group_ids.push_back(make_id<GroupId>(state.org, group));
  for (const std::int64_t room : numbers_of(state.parts, Role::room)) slot.room_ids.push_back(make_id<RoomId>(state.org, room));
  slot.valid_from = state.valid_from;
  slot.valid_to = state.valid_to;
  slot.revision = state.revision;
  return slot;
}

}  // namespace ent::timetable
