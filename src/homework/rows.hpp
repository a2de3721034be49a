/// The rows of homework.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/homework.hpp"
#include "unit/unit.hpp"

namespace ent::homework::rows {

/// A row, and where what it is due for stands.
struct Row {
  HomeworkId id{};
  GroupId group{};
  std::string subject{};           ///< Empty: none.
  std::int64_t author = 0;         ///< A member.
  person::Card card{};             ///< The author's.
  Date set_on{};
  Date due{};                      ///< As it is stored.
  std::int64_t given_lesson = 0;   ///< LessonId::number; 0: none; likewise the next.
  std::int64_t due_lesson = 0;
  std::string text{};
  std::int32_t minutes = 0;        ///< 0: not said.
  bool named = false;
  State state = State::draft;
  std::int64_t revision = 1;
  Date due_on{};                   ///< Where it stands; `due` until that was asked for.
  std::optional<Date> lesson_on{};  ///< Likewise the lesson for which it is due; none: there is none.
  bool lesson_cancelled = false;
};

/// What of it is shown.
struct Shown {
  bool to_family = false;       ///< Only what is published and set.
  std::int64_t drafts_of = 0;   ///< Drafts of this person, and of what this person teaches; 0: none.
  bool all_named = false;       ///< All that is for some pupils;
  std::vector<std::int64_t> members{};  ///< or what is for one of these, as org << 32 | member.
  std::int64_t taught_by = 0;           ///< Of groups: only what this person has set, or teaches; 0: all.
  Date today{};
};

/// What is stored as due in a span of days, and what is due for one of some lessons wherever it is stored.
struct Span {
  Date first{};
  Date last{};
  std::vector<std::int64_t> lessons{};  ///< Public ids.
};

std::optional<Row> find(unit::Unit& unit, HomeworkId id);
/// Of these groups, given as public ids. What is due for a lesson is there too when it is stored up to six days before or after.
std::vector<Row> of_groups(unit::Unit& unit, std::span<const std::int64_t> groups, const Span& span, const Shown& shown);
/// Of an author, likewise.
std::vector<Row> of_author(unit::Unit& unit, OrgId org, std::int64_t author, const Span& span, const Shown& shown);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row);
void update(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row);

/// For whom homework is, where it is for some pupils.
struct Pupil {
  HomeworkId homework{};
  std::int64_t member = 0;
  PersonId person{};
};
/// Of homework given as public ids: by homework, then by name.
std::vector<Pupil> pupils_of(unit::Unit& unit, std::span<const std::int64_t> homework);
void set_pupils(unit::WriteUnit& unit, const unit::Granted& granted, HomeworkId id, std::span<const std::int64_t> members);

/// What a member has ticked off.
struct Tick {
  std::int64_t member = 0;  ///< org << 32 | member.
  HomeworkId homework{};
  friend auto operator<=>(const Tick&, const Tick&) = default;
};
/// Which of these, given as public ids, these members (org << 32 | member) have ticked off, in order.
std::vector<Tick> done_of(unit::Unit& unit, std::span<const std::int64_t> members, std::span<const std::int64_t> homework);

/// How far the pupils of a piece of homework are.
struct Progress {
  std::int32_t pupils = 0;  ///< Who have it to do.
  std::int32_t done = 0;    ///< ... and have ticked it off.
};
/// By those who are in the group on the day on which it is due; what nobody has to do is left out.
std::map<HomeworkId, Progress> progress_of(unit::Unit& unit, std::span<const Row> homework);
void set_done(unit::WriteUnit& unit, const unit::Granted& granted, HomeworkId id, std::int64_t member, bool done);

}  // namespace ent::homework::rows
