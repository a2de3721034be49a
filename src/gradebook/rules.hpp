/// What makes assessments and entries well-formed: pure functions.
#pragma once

#include <optional>
#include <span>

#include "ent/gradebook.hpp"
#include "gradebook/engine/policy.hpp"

namespace ent::gradebook {

inline constexpr std::int32_t longest_span = 400;

std::optional<Error> well_formed(const AddAssessment& input);
std::optional<Error> well_formed(const ChangeAssessment& input);

/// Whether the entries can be marks of an assessment, as a policy lets each in; whose they are is not looked at.
std::optional<Error> well_formed(const EnterMarks& input, const Assessment& assessment, std::span<const engine::EntryRule> rules);

/// Reasons and groups of a state; what stands is not looked at.
std::optional<Error> well_formed(const SetPeriodState& input);
/// Whether a group that stands in `before` may be put into the state that is asked for.
std::optional<Error> may_become(PeriodState before, const SetPeriodState& input);
std::optional<Error> well_formed(const Reopen& input, Date first_day);

/// Either a first and a last day are told, or a period.
std::optional<Error> days_or_period(const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                                    const std::optional<PeriodId>& period);

/// First day, last day, and no more days than a school year has.
std::optional<Error> well_formed_span(Date first_day, Date last_day);

/// The assessment with what is changed.
Assessment changed(Assessment assessment, const ChangeAssessment& input);
/// Whether averages may come out otherwise.
bool counts_otherwise(const Assessment& before, const Assessment& after) noexcept;

}  // namespace ent::gradebook
