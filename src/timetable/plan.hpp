/// From slots and what is said of single lessons to lessons: pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/almanac.hpp"
#include "ent/timetable.hpp"
#include "group/terms.hpp"

namespace ent::timetable {

inline constexpr std::int64_t days_of_a_week = 7;

/// What takes part in a slot or a lesson. Stored.
enum class Role : std::int32_t {
  group = 1,
  teacher = 2,  ///< A member.
  room = 3,
  service = 4,  ///< That a substitution opened: in lesson_part alone, and in no parts of a fact.
};

struct Part {
  Role role{};
  std::int64_t number = 0;  ///< In the unit.
  friend auto operator<=>(const Part&, const Part&) = default;
};

/// The numbers of one role.
std::vector<std::int64_t> numbers_of(std::span<const Part> parts, Role role);

/// One state of a slot: [valid_from, valid_to).
struct State {
  std::int64_t org = 0;
  std::int64_t slot = 0;
  Date valid_from{};
  Date valid_to{};
  Date origin{};  ///< The Monday from which its weeks count.
  std::int32_t school_year = 0;
  std::int32_t weekday = 1;  ///< 1: Monday.
  std::int32_t begins = 0;   ///< Minutes since midnight.
  std::int32_t ends = 0;
  Kind kind = Kind::lesson;
  std::string subject{};     ///< Empty: none; likewise the following.
  std::string label{};
  std::string alternance{};
  std::int64_t revision = 1;
  std::vector<Part> parts{};  ///< In order.
  group::Terms terms{};       ///< Of its groups; in what is loaded of lessons alone.
};

enum class FactKind : std::int32_t { cancelled = 1, moved = 2, replaced = 3, restored = 4 };

/// What is said of one lesson: each fact tells all that differs from the slot, so that the last one holds.
struct Fact {
  std::int64_t org = 0;
  std::int64_t slot = 0;
  std::int32_t week = 0;
  std::int32_t number = 0;
  FactKind kind{};
  bool cancelled = false;
  std::optional<Date> date{};
  std::optional<std::int32_t> begins{};
  std::optional<std::int32_t> ends{};
  std::optional<std::string> subject{};
  bool teachers = false;  ///< `parts` holds the teachers; otherwise they are the slot's.
  bool rooms = false;     ///< Likewise the rooms.
  std::string reason{};   ///< Empty: none.
  std::vector<Part> parts{};

  bool moved() const noexcept { return date || begins || ends || rooms; }
  bool replaced() const noexcept { return subject || teachers; }
  bool unchanged() const noexcept { return !cancelled && !moved() && !replaced(); }
};

/// A lesson as it stands.
struct Planned {
  const State* state = nullptr;
  const Fact* fact = nullptr;  ///< Null: nothing was said of it.
  std::int32_t week = 0;
  Date planned{};              ///< The day by the slot.
  Date date{};
  std::int32_t begins = 0;
  std::int32_t ends = 0;

  bool cancelled() const noexcept { return fact != nullptr && fact->cancelled; }
  /// Whether it takes place, and is given by others than those of its slot.
  bool taken_over() const noexcept { return fact != nullptr && fact->teachers && !fact->cancelled; }
  const std::string& subject() const noexcept { return fact != nullptr && fact->subject ? *fact->subject : state->subject; }
  /// Who and what takes part: of teachers and rooms, what the fact says where it says any; in the place of a teacher whose service is
  /// replaced on its day, who replaces it; and no group that is no more.
  std::vector<std::int64_t> numbers(Role role) const;
  /// Whether all the groups that its slot is for are no more: so there is no such lesson, but it may be moved to when one was.
  bool outlives_groups() const;
};

inline constexpr std::int64_t weeks_of_a_slot = 64;

LessonId lesson_id(std::int64_t org, std::int64_t slot, std::int32_t week) noexcept;
std::int64_t slot_of(LessonId id) noexcept;
std::int32_t week_of(LessonId id) noexcept;

/// The lesson of a slot in a week, if a state of the slot gives one. `fact` may be null.
std::optional<Planned> lesson_of(std::span<const State> states_of_slot, std::int32_t week, const Fact* fact);

/// What is loaded for some days.
struct Timetable {
  std::vector<State> states{};  ///< By unit, slot and first day.
  std::vector<Fact> facts{};    ///< The last one of each lesson: by unit, slot and week.
  /// What the calendar says, by unit; nothing of a unit that is not there.
  std::map<std::int64_t, calendar::Almanac> almanacs{};
};

/// The lessons of which something is said, whatever day they stand on.
std::vector<Planned> told_of(const Timetable& timetable);

/// Whether the alternance of a lesson's slot covers its week.
bool is_due(const Planned& lesson, const calendar::Almanac& almanac) noexcept;

/// Has the states of these slots know the terms of their groups.
void set_terms(Timetable& timetable, const group::Terms& terms);

/// Whether the calendar and its groups leave a lesson.
bool takes_place(const Planned& lesson, const Timetable& timetable);

/// The lessons of the days [first, last] in the order of time, those that were cancelled among them. There is none that is
/// not due, and none when its unit is closed.
std::vector<Planned> plan(const Timetable& timetable, Date first, Date last);

}  // namespace ent::timetable
