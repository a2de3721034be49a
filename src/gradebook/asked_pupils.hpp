/// Whom an assessment is about: its group, or some pupils of it, who are rows of `assessment_pupil`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "group/functions.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// A pupil whom an assessment names.
struct NamedPupil {
  std::int64_t assessment = 0;  ///< Number in the unit.
  std::int64_t member = 0;
  PersonId person{};
};

/// Those whom some assessments name.
class NamedPupils {
 public:
  /// The assessments by number in the unit.
  NamedPupils(unit::Unit& unit, OrgId org, std::span<const std::int64_t> assessments);
  NamedPupils(unit::Unit& unit, OrgId org, std::span<const Assessment> assessments);
  NamedPupils(unit::Unit& unit, const Assessment& assessment);

  /// Whether an assessment is about a member, who is in its group: who names nobody is about all.
  bool asks(AssessmentId assessment, std::int64_t member) const;
  /// By name.
  std::vector<PersonId> people(AssessmentId assessment) const;

 private:
  std::span<const NamedPupil> of(AssessmentId assessment) const;

  std::vector<NamedPupil> all_;  ///< By assessment, then by name.
};

/// Those of the group on the day of the assessment whom it is about, by name.
std::vector<group::Pupil> asked_pupils(unit::Unit& unit, const Assessment& assessment, const NamedPupils& named);

/// In the place of those whom it named; none: all of its group.
void name_pupils(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId assessment, std::span<const std::int64_t> members);

}  // namespace ent::gradebook
