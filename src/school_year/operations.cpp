#include <algorithm>
#include <iterator>

#include "base/each_once.hpp"
#include "base/text.hpp"
#include "calendar/functions.hpp"
#include "gradebook/assessed.hpp"
#include "group/year.hpp"
#include "homework/of_groups.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "report/of_groups.hpp"
#include "school_year/describe.hpp"
#include "school_year/rows.hpp"
#include "school_year/rules.hpp"
#include "skill/of_groups.hpp"
#include "timetable/of_groups.hpp"
#include "unit/op.hpp"

namespace ent::school_year {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::string_view not_opened = "school_year.not_opened";

access::Target target_of(OrgId id) { return {.org = id.value}; }

Date first_day_of(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  const auto year = calendar::year_of(unit, org, school_year, unit.today());
  return year ? year->first_day : org::school_years_of(unit, org, unit.today()).first_day_of_pupils(school_year);
}

/// The year that is named, or else the one whose first day comes next.
std::int32_t year_of(unit::Unit& unit, const Of& input) {
  if (input.school_year) return *input.school_year;
  const std::int32_t current = org::school_years_of(unit, input.org_id, unit.today()).of(unit.today());
  return first_day_of(unit, input.org_id, current) > unit.today() ? current : current + 1;
}

/// The year that is named, or else the last one whose opening stands unconfirmed; where there is none, as above.
std::int32_t standing_year_of(unit::Unit& unit, const Of& input, const std::vector<Opening>& openings) {
  if (input.school_year) return *input.school_year;
  const auto last = std::ranges::find(openings.rbegin(), openings.rend(), false, &Opening::confirmed);
  return last == openings.rend() ? year_of(unit, input) : last->school_year;
}

/// The day whose divisions go on: the last before the new year, or today if that is sooner; but the first day of a year that was opened
/// in between.
Date last_day_before(const unit::Unit& unit, const std::vector<Opening>& openings, std::int32_t school_year, Date first_day) {
  Date day = std::min(unit.today(), first_day - std::chrono::days{1});
  for (const Opening& one : openings) {
    if (one.school_year < school_year && one.first_day < first_day) day = std::max(day, one.first_day);
  }
  return day;
}

/// Those of a year that went on from another year's divisions can't stand without them.
std::optional<Error> expect_last(const std::vector<Opening>& openings, std::int32_t school_year) {
  if (openings.empty() || openings.back().school_year <= school_year) return std::nullopt;
  return base::fail(Errc::failed_precondition, "school_year.later_opened");
}

const Opening* opening_of(const std::vector<Opening>& openings, std::int32_t school_year) {
  const auto found = std::ranges::find(openings, school_year, &Opening::school_year);
  return found == openings.end() ? nullptr : &*found;
}

Date first_day_of(unit::Unit& unit, OrgId org, const std::vector<Opening>& openings, std::int32_t school_year) {
  const Opening* const opening = opening_of(openings, school_year);
  return opening != nullptr ? opening->first_day : first_day_of(unit, org, school_year);
}

/// The day of the session while a year lasts, until the first day of the next; before and after, its own first day.
Date day_in(unit::Unit& unit, OrgId org, const std::vector<Opening>& openings, std::int32_t school_year) {
  const Date first_day = first_day_of(unit, org, openings, school_year);
  const bool lasts = unit.at() > first_day && unit.at() < first_day_of(unit, org, openings, school_year + 1);
  return lasts ? unit.at() : first_day;
}

std::vector<std::int64_t> numbers_of(const std::vector<GroupId>& ids) {
  std::vector<std::int64_t> numbers;
  for (const GroupId id : ids) numbers.push_back(id.number());
  return numbers;
}

/// Each is a division that goes on.
std::optional<Error> expect_former(const Open& input, const std::vector<group::year::Former>& former) {
  base::Fields fields;
  for (std::size_t i = 0; i < input.divisions.size(); ++i) {
    const std::vector<GroupId>& from = input.divisions[i].from_ids;
    for (std::size_t k = 0; k < from.size(); ++k) {
      const std::string path = "/divisions/" + std::to_string(i) + "/from_ids/" + std::to_string(k);
      const auto found = std::ranges::find(former, from[k], &group::year::Former::id);
      fields.refuse_if(found == former.end(), path, "group.division_unknown");
      const auto takes_it_too = [&](const Division& earlier) {
        return std::ranges::find(earlier.from_ids, from[k]) != earlier.from_ids.end() && either_takes(*found, earlier, input.divisions[i]);
      };
      const auto earlier = std::span(input.divisions).first(i);
      fields.refuse_if(found != former.end() && std::ranges::any_of(earlier, takes_it_too), path, "school_year.division_repeated");
    }
  }
  return fields.error();
}

std::optional<Error> expect_free(const Open& input, const std::vector<std::string>& taken) {
  for (const Division& division : input.divisions) {
    if (std::ranges::find(taken, base::trim(division.code)) == taken.end()) continue;
    return base::fail(Errc::already_exists, "group.code_taken");
  }
  return std::nullopt;
}

/// The year that is named, or else the last that was opened, as long as it is neither confirmed nor over; else the next to begin.
std::int32_t told_year_of(unit::Unit& unit, const Of& input, const std::vector<Opening>& openings) {
  if (input.school_year || openings.empty() || openings.back().confirmed) return year_of(unit, input);
  const std::int32_t year = openings.back().school_year;
  return unit.today() < first_day_of(unit, input.org_id, openings, year + 1) ? year : year_of(unit, input);
}

/// Makes the divisions of a year; answers their ids in the order of the input.
std::vector<GroupId> make_divisions(unit::WriteUnit& unit, const unit::Granted& granted, const Open& input, Date first_day) {
  std::vector<GroupId> ids;
  if (input.divisions.empty()) return ids;
  std::int64_t number = unit.take_numbers(granted, input.org_id.value, "group", static_cast<std::int64_t>(input.divisions.size()));
  std::vector<group::Group> groups;
  for (const Division& division : input.divisions) {
    ids.push_back(make_id<GroupId>(input.org_id.value, number++));
    std::vector<std::string> levels;
    for (const std::string& level : division.levels) levels.emplace_back(base::trim(level));
    base::keep_each_once(levels);
    const group::View view{ids.back(), input.org_id, group::Kind::division, input.school_year,
                           std::string(base::trim(division.code)), std::string(base::trim(division.name)),
                           std::move(levels), {}, first_day, {}, 1};
    groups.push_back({view, unit.actor().person, ""});
  }
  group::insert(unit, granted, input.org_id, groups);
  return ids;
}

/// The stays, in the new divisions, of the pupils who go on.
std::vector<group::Stay> stays_of(unit::Unit& unit, const Open& input, const std::vector<group::year::Former>& former,
                                  const std::vector<GroupId>& made, Date last_day, Date first_day) {
  std::vector<std::int64_t> from;
  for (const Division& division : input.divisions) std::ranges::copy(numbers_of(division.from_ids), std::back_inserter(from));
  base::keep_each_once(from);
  std::vector<group::Stay> stays;
  for (group::Stay& stay : group::year::going_on(unit, input.org_id, from, last_day, first_day)) {
    const auto id = make_id<GroupId>(input.org_id.value, stay.group);
    const Division* const next = next_of(*std::ranges::find(former, id, &group::year::Former::id), stay.level, input.divisions);
    if (next == nullptr) continue;
    stay.group = made[static_cast<std::size_t>(next - input.divisions.data())].number();
    stay.level = level_in(*next, stay.level);
    stays.push_back(std::move(stay));
  }
  return stays;
}

/// school_year.plan
Result<Plan> plan_(Read<Perm::school_year_rollover>& unit, const Of& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  const std::int32_t year = year_of(unit, input);
  const Date first_day = first_day_of(unit, input.org_id, year);
  const Date last_day = last_day_before(unit, rows::openings(unit, input.org_id), year, first_day);
  const auto former = group::year::former(unit, input.org_id, year, last_day);
  Plan plan{year, first_day, proposed(former), 0, 0};
  for (const group::year::Former& one : former) {
    for (const auto& [level, pupils] : one.pupils)
      (next_of(one, level, plan.divisions) != nullptr ? plan.placed : plan.unplaced) += pupils;
  }
  return plan;
}

/// school_year.open
Result<Opening> open_(Write<Perm::school_year_rollover>& unit, const Open& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  const Date first_day = input.first_day.value_or(first_day_of(unit, input.org_id, input.school_year));
  const std::vector<Opening> openings = rows::openings(unit, input.org_id);
  if (opening_of(openings, input.school_year) != nullptr) return base::fail(Errc::already_exists, "school_year.opened");
  ENT_REFUSE(expect_last(openings, input.school_year));
  ENT_REFUSE(expect_free(input, group::year::codes(unit, input.org_id, input.school_year)));
  const Date last_day = last_day_before(unit, openings, input.school_year, first_day);
  const auto former = group::year::former(unit, input.org_id, input.school_year, last_day);
  ENT_REFUSE(expect_former(input, former));
  // rows
  Opening opening{input.school_year, first_day, false, make_divisions(unit, granted, input, first_day)};
  const std::vector<group::Stay> stays = stays_of(unit, input, former, opening.division_ids, last_day, first_day);
  group::year::end(unit, granted, input.org_id, input.school_year, first_day);
  group::insert_stays(unit, granted, input.org_id, stays);
  rows::insert(unit, granted, input.org_id, opening);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "school_year.was_opened", input.org_id.value);
  return opening;
}

/// school_year.confirm
Result<Opening> confirm_(Write<Perm::school_year_rollover>& unit, const Of& input) {
  // facts
  const std::vector<Opening> openings = rows::openings(unit, input.org_id);
  const std::int32_t year = standing_year_of(unit, input, openings);
  const Opening* const opening = opening_of(openings, year);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (opening == nullptr) return base::fail(Errc::not_found, not_opened);
  if (opening->confirmed) return base::fail(Errc::failed_precondition, "school_year.confirmed");
  // rows
  rows::confirm(unit, granted, input.org_id, year);
  group::year::forget(unit, granted, input.org_id, year);
  // event
  unit.publish(granted, "school_year.was_confirmed", input.org_id.value);
  return Opening{year, opening->first_day, true, opening->division_ids};
}

/// school_year.undo
Result<Done> undo_(Write<Perm::school_year_rollover>& unit, const Of& input) {
  // facts
  const std::vector<Opening> openings = rows::openings(unit, input.org_id);
  const std::int32_t year = standing_year_of(unit, input, openings);
  const Opening* const opening = opening_of(openings, year);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (opening == nullptr) return base::fail(Errc::not_found, not_opened);
  if (opening->confirmed) return base::fail(Errc::failed_precondition, "school_year.confirmed");
  ENT_REFUSE(expect_last(openings, year));
  const auto divisions = numbers_of(opening->division_ids);
  if (gradebook::any_assessed(unit, input.org_id, divisions) || skill::any_evaluated(unit, input.org_id, divisions)) {
    return base::fail(Errc::failed_precondition, "school_year.in_use");
  }
  // rows
  homework::remove_of(unit, granted, input.org_id, divisions);
  report::forget_choices_of(unit, granted, input.org_id, divisions);
  timetable::end_slots_of(unit, granted, input.org_id, divisions, opening->first_day);
  group::year::remove(unit, granted, input.org_id, divisions);
  group::year::resume(unit, granted, input.org_id, year, opening->first_day);
  rows::remove(unit, granted, input.org_id, year);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "school_year.was_undone", input.org_id.value);
  return Done{};
}

/// school_year.openings
Result<Openings> openings_(Read<Perm::calendar_read>& unit, const ListOpenings& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  return Openings{rows::openings(unit, input.org_id)};
}

/// school_year.unplaced
Result<Pupils> unplaced_(Read<Perm::person_read>& unit, const Of& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_REFUSE(well_formed(input));
  const std::vector<Opening> openings = rows::openings(unit, input.org_id);
  const Date day = day_in(unit, input.org_id, openings, told_year_of(unit, input, openings));
  return Pupils{group::year::without_division(unit, person::seen(unit, visible, input.org_id), input.org_id, day)};
}

}  // namespace

extern constexpr Op op_plan = op<&plan_>("school_year.plan", "0.1");
extern constexpr Op op_open = op<&open_>("school_year.open", "0.1");
extern constexpr Op op_confirm = op<&confirm_>("school_year.confirm", "0.1");
extern constexpr Op op_undo = op<&undo_>("school_year.undo", "0.1");
extern constexpr Op op_openings = op<&openings_>("school_year.openings", "0.1");
extern constexpr Op op_unplaced = op<&unplaced_>("school_year.unplaced", "0.1");

Result<Plan> plan(Session& session, const Of& input, const CallOptions& options) {
  return run<Plan>(op_plan, session, input, options);
}
Result<Opening> open(Session& session, const Open& input, const CallOptions& options) {
  return run<Opening>(op_open, session, input, options);
}
Result<Opening> confirm(Session& session, const Of& input, const CallOptions& options) {
  return run<Opening>(op_confirm, session, input, options);
}
Result<Done> undo(Session& session, const Of& input, const CallOptions& options) {
  return run<Done>(op_undo, session, input, options);
}
Result<Openings> openings(Session& session, const ListOpenings& input, const CallOptions& options) {
  return run<Openings>(op_openings, session, input, options);
}
Result<Pupils> unplaced(Session& session, const Of& input, const CallOptions& options) {
  return run<Pupils>(op_unplaced, session, input, options);
}

}  // namespace ent::school_year
