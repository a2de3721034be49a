/// How a school counts attendance, and what it is alerted to: data of a unit, which holds in those below it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::attendance {

/// Over what the half-days of an alert are added up.
enum class Window : std::int32_t {
  civil_month = 1,   ///< A month of the calendar.
  rolling_days = 2,  ///< So many days, from the first half-day that the alert counts.
};

/// A rule of alert: so many half-days without an accepted reason in a window.
struct AlertRule {
  std::int32_t half_days{};             ///< The threshold: 1 to 124.
  Window window = Window::civil_month;  ///< In which they fall.
  std::optional<std::int32_t> days{};   ///< How long a rolling window is, 1 to 62, and required there; a month has none.
  std::optional<std::string> code{};    ///< What the school calls it: 1 to 40 characters, each once.
  friend bool operator==(const AlertRule&, const AlertRule&) = default;
};

/// How half-days and latenesses are counted, and what calls for an alert. docs/attendance.md has the rules with examples.
struct Counting {
  TimeOfDay midday{};                   ///< When the morning ends, for the tolerance: 10:00 to 15:00.
  std::int32_t tolerance{};             ///< Minutes: with the morning missed, the afternoon is where an absence lasts longer; 0 to 300.
  std::int32_t lateness_below{};        ///< Minutes: a shorter absence is a lateness; 0 to 300.
  std::vector<AlertRule> alerts{};      ///< At most 10; none: nothing calls for an alert.
  bool half_justified_by_part = false;  ///< A half-day is justified when what one of its absences takes of it is; else when all that is missed is.
};

/// Input of policy().
struct OfPolicy {
  OrgId org_id{};  ///< The unit.
};

/// What a unit goes by.
struct Policy {
  Counting counting{};            ///< How it counts.
  std::optional<OrgId> org_id{};  ///< The unit that says so; none: it comes with the library.
};

/// How a unit counts attendance: as it says itself, or else the nearest unit above it, or else the library: midday at 11:50,
/// a tolerance of 105 minutes, latenesses below 30, an alert from four half-days in a month on (Code de l'éducation, L131-8).
///
/// Permission: org.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Policy> policy(Session& session, const OfPolicy& input, const CallOptions& options = {});

/// Input of set_policy().
struct SetPolicy {
  OrgId org_id{};                      ///< A unit; it holds in those below it that say nothing themselves.
  std::optional<Counting> counting{};  ///< All of it; none: the unit says nothing any more, and goes by those above it.
};

/// Says how a unit counts attendance, and answers what it goes by from now on. Half-days are stored nowhere: those of days gone by
/// are counted so too. Reports that were published keep their figures.
///
/// Permission: attendance.manage on the unit.
/// Errors: invalid_argument (field.missing, field.range, field.repeated, text.too_short, text.too_long), not_found
/// (org.not_found). Since 0.1.
Result<Policy> set_policy(Session& session, const SetPolicy& input, const CallOptions& options = {});

}  // namespace ent::attendance
