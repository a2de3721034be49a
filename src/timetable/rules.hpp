/// What makes slots and lessons well-formed: pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/school_year.hpp"
#include "ent/timetable.hpp"
#include "timetable/plan.hpp"
#include "unit/period.hpp"

namespace ent::timetable {

std::optional<Error> well_formed(const AddSlots& input, const unit::Period& period, const base::SchoolYears& years);
std::optional<Error> well_formed(const ChangeSlot& input);
std::optional<Error> well_formed(const AddLesson& input);
std::optional<Error> well_formed(const MoveLesson& input);
std::optional<Error> well_formed(const Replace& input);
std::optional<Error> well_formed(const CancelLesson& input);
std::optional<Error> well_formed(const CanPlace& input);
/// A span of at most 62 days.
std::optional<Error> well_formed_span(Date first, Date last);

NewSlot slot_of(const AddLesson& input);

/// The state that a new slot begins with; its number and parts are not known yet.
State state_of(const NewSlot& slot, OrgId org, const unit::Period& period, const base::SchoolYears& years);

/// The state that holds from `from` on, if it can be; parts are left as they are.
Result<State> changed(const State& standing, const ChangeSlot& input, Date from);

/// Where a lesson stands once it is moved, if it can be.
struct Place {
  Date date{};
  std::int32_t begins = 0;
  std::int32_t ends = 0;
};
Result<Place> place_of(const Planned& lesson, const std::optional<Date>& date, const std::optional<TimeOfDay>& begins,
                       const std::optional<TimeOfDay>& ends);

/// What is said of a lesson next: all that was said before, and what is new.
Fact next_fact(const Planned& lesson, FactKind kind, const std::optional<std::string>& reason);

/// Leaves out what the slot says too: a lesson that is moved back is where its slot says, and follows it again.
void keep_what_differs(Fact& fact, const Planned& lesson);

/// Puts the parts of a role in the place of those that are there.
void put(std::vector<Part>& parts, Role role, std::span<const std::int64_t> numbers);

Slot shown(const State& state);

}  // namespace ent::timetable
