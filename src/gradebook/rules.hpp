/// What makes assessments and entries well-formed: pure functions.
#pragma once

#include <optional>

#include "ent/gradebook.hpp"

namespace ent::gradebook {

inline constexpr std::int32_t longest_span = 400;

std::optional<Error> well_formed(const AddAssessment& input);
std::optional<Error> well_formed(const ChangeAssessment& input);

/// Whether the entries can be marks of an assessment; whose they are is not looked at.
std::optional<Error> well_formed(const EnterMarks& input, const Assessment& assessment);

/// First day, last day, and no more days than a school year has.
std::optional<Error> well_formed_span(Date first_day, Date last_day);

/// What an entry puts in the place of what stands.
MarkKind kind_of(const Entry& entry) noexcept;

/// The assessment with what is changed.
Assessment changed(Assessment assessment, const ChangeAssessment& input);

}  // namespace ent::gradebook
