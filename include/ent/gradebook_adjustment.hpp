/// The bonus/malus column of the grade book: points that are added to the average of a pupil in a subject and period.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::gradebook {

/// What is added for one pupil; without points: what stood is taken away.
struct AdjustEntry {
  PersonId pupil_id{};                   ///< A pupil of the group on some day of the period.
  std::optional<Decimal> points = {};    ///< At most the scale of the averages, either way: -20 to 20, or -100 to 100; at most two decimals.
};

/// Input of adjust().
struct Adjust {
  ServiceId service_id{};            ///< One's own service, or that of a colleague in the same subject and group.
  PeriodId period_id{};              ///< A period by which the group goes.
  std::vector<AdjustEntry> items{};  ///< At most 200, each pupil once. Others stay as they are.
};

/// What became of a column.
struct Adjusted {
  std::int32_t changed{};    ///< Points that were set, corrected or taken away.
  std::int32_t unchanged{};  ///< Entries that say what stood already.
};

/// Enters the bonus/malus column of a service and period, all or none: points that are added to the average of the subject before it is
/// rounded, wherever averages are asked over the days of this period. They have no cap, and without an average add nothing; what two
/// services of one subject give is added up. They have no day of publication of their own: who is told the average is told of them with it, since
/// without them it would not be the one that the marks make. What stood before is kept. The period is not dropped any more.
///
/// Permission: mark.write on the group of the service, for a service of one's own.
/// Errors: invalid_argument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.other_period, group.no_member),
/// not_found (group.no_service, period.not_found), failed_precondition (gradebook.period_closed: for a pupil whose points would
/// change). Since 0.1.
Result<Adjusted> adjust(Session& session, const Adjust& input, const CallOptions& options = {});

/// Input of adjustments().
struct OfAdjustments {
  GroupId group_id{};                           ///< The group.
  PeriodId period_id{};                         ///< The period.
  std::optional<std::string> subject_code = {}; ///< Only of this subject.
  bool history = false;                         ///< What stood before too.
};

/// What is added for a pupil, or was.
struct Adjustment {
  person::Card pupil{};                       ///< Who.
  ServiceId service_id{};                     ///< By which service.
  std::optional<std::string> subject_code{};  ///< The subject of the service.
  std::optional<Decimal> points{};            ///< What is added; none: it was taken away.
  Instant at{};                               ///< Since when.
  person::Card author{};                      ///< Who entered it.
};

/// A bonus/malus column.
struct Adjustments {
  std::vector<Adjustment> items{};  ///< By subject, by name, by service, then the last one first.
};

/// The bonus/malus column of a group in a period: of all subjects for those who may read all marks of the group, of their own subjects
/// for its other teachers.
///
/// Permission: mark.read on the group. Errors: not_found (group.not_found, period.not_found). Since 0.1.
Result<Adjustments> adjustments(Session& session, const OfAdjustments& input, const CallOptions& options = {});

}  // namespace ent::gradebook
