/// Grading periods: trimesters, half-years, dated by an establishment for everybody, for levels or for divisions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::period {

/// A period to be set.
struct Dates {
  std::string name{};  ///< As report cards show it: "1er trimestre". 1 to 100 characters.
  Date first_day{};    ///< First day.
  Date last_day{};     ///< Last day.
  Decimal coefficient = 1;  ///< What its averages weigh in those of the year: 0 to 100, at most two decimals.
};

/// Input of set().
struct Set {
  OrgId org_id{};                          ///< An establishment.
  std::int32_t school_year{};              ///< The year in which the school year begins: 2026 for 2026-2027. 1950 to 2200.
  std::string code{};                      ///< Of this division of the year: "trimestres". 1 to 40 characters.
  std::vector<Dates> items = {};           ///< At most 12, in their order and not overlapping. None: it is dropped.
  std::vector<std::string> levels = {};    ///< For pupils of these levels, as in group::View; at most 40.
  std::vector<GroupId> division_ids = {};  ///< For the pupils of these divisions of the year; at most 200.
};

/// A grading period.
struct View {
  PeriodId id{};                 ///< Carries its establishment; stays when names and dates change.
  OrgId org_id{};                ///< The establishment.
  std::int32_t school_year = 0;  ///< 2026 for 2026-2027.
  std::string code{};            ///< Of the division of the year that it belongs to: "trimestres".
  std::int32_t number = 0;       ///< Its place among them: 1 for the first.
  std::string name{};            ///< As report cards show it.
  Date first_day{};              ///< First day.
  Date last_day{};               ///< Last day.
  Decimal coefficient{};         ///< What its averages weigh in those of the year.
};

/// How a school year is divided, and for whom.
struct Scheme {
  std::string code{};                    ///< "trimestres".
  std::vector<View> periods{};           ///< In their order.
  std::vector<std::string> levels{};     ///< For pupils of these levels.
  std::vector<GroupId> division_ids{};   ///< For the pupils of these divisions. Neither: for all who have none of their own.
};

/// The ways in which a school year is divided.
struct Schemes {
  std::vector<Scheme> items{};  ///< By code.
};

/// Divides a school year of an establishment into periods, in the place of what was set under the same code. The first
/// period stays the first, and keeps its id, whatever its name and dates.
///
/// Permission: period.manage on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals, period.empty, period.overlap: it
/// begins before the one before it ends, period.outside_year, group.division_unknown), not_found (org.not_found), already_exists
/// (period.level_taken, period.division_taken, period.default_taken: they go by another code), failed_precondition (period.held:
/// a period that is not open for a group, as gradebook::set_period_state has it, keeps its days, its coefficient and the group; its name
/// may change; period.in_use: a period in which bonus or malus points were given to a group keeps the group and at least one of its days). Since 0.1.
Result<Scheme> set(Session& session, const Set& input, const CallOptions& options = {});

/// Input of schemes().
struct OfYear {
  OrgId org_id{};                             ///< The establishment.
  std::optional<std::int32_t> school_year{};  ///< Default: that of the session's date, by the unit's turn.
};

/// All the ways in which a school year of an establishment is divided.
///
/// Permission: period.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Schemes> schemes(Session& session, const OfYear& input, const CallOptions& options = {});

/// Input of list().
struct List {
  OrgId org_id{};                             ///< The establishment.
  std::optional<GroupId> division_id{};       ///< The periods of this division, or else of its levels.
  std::optional<std::string> level{};         ///< Those of a pupil of this level (of the division, if there is one).
  std::optional<std::int32_t> school_year{};  ///< Default: that of the session's date, by the unit's turn.
};

/// Grading periods.
struct Periods {
  std::vector<View> items{};  ///< By first day.
};

/// The periods that count for a division or for a pupil of a level: those set for the division, or else for the level, or
/// else for the whole establishment. Without a level, those of each level of the division.
///
/// Permission: period.read on the establishment. Errors: invalid_argument (group.division_unknown), not_found
/// (org.not_found). Since 0.1.
Result<Periods> list(Session& session, const List& input, const CallOptions& options = {});

/// Input of get().
struct Get {
  PeriodId id{};  ///< The period.
};

/// One period.
///
/// Permission: period.read on its establishment. Errors: not_found (period.not_found). Since 0.1.
Result<View> get(Session& session, const Get& input, const CallOptions& options = {});

}  // namespace ent::period
