/// What makes homework well-formed, and what it adds up to: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ent/homework.hpp"
#include "group/lookups.hpp"

namespace ent::homework {

std::optional<Error> well_formed(const Set& input);
std::optional<Error> well_formed(const Change& input);
/// Exactly one thing of which homework is asked, with a school where it is a person; at most 62 days.
std::optional<Error> well_formed(const List& input);
std::optional<Error> well_formed(const OfDays& input);

/// Whether it may be due then; `path` is the field that says so.
std::optional<Error> check_due(Date due, std::string_view path, Date set_on, Date today);
/// Whether its group is still there then: `valid_to` is the first day on which it is not.
std::optional<Error> check_group(Date due, std::string_view path, std::optional<Date> valid_to);

/// When it is due that is for a lesson: on the day of the lesson. Where the lesson has come before what is to be done for it is
/// given, it stays due on the day for which the lesson was planned, if that is not before it either.
Date due_for_lesson(Date lesson_on, Date planned, Date set_on) noexcept;

/// Published homework, as a load.
struct Burden {
  std::int64_t group = 0;               ///< The public id.
  Date due{};
  std::int32_t minutes = 0;             ///< 0: not said.
  bool named = false;                   ///< For `members` alone.
  std::vector<std::int64_t> members{};
};

/// The most that one of the members has on each day, where `stays` says who is in which group. Where a group is asked for, only
/// who is in it on the day counts; a group in which nobody is on the day has what was given to itself as a whole.
std::vector<DayLoad> loads(std::span<const Burden> burdens, std::span<const group::Attendance> stays,
                           std::optional<GroupId> group);

}  // namespace ent::homework
