/// Report cards: bilans périodiques of collège, lycée and primary school.
///
/// A report is made of what is there: averages, attendance, comments, what the class council has said. Nothing of it is stored
/// until it is published: then it is written down as it stands, once and for all (docs/reports.md).
#pragma once

#include "ent/report_card.hpp"
#include "ent/report_entry.hpp"
#include "ent/report_model.hpp"
#include "ent/report_publication.hpp"

namespace ent::report {

/// The reports of all pupils of a class, as they would be published now.
///
/// Permission: report.read on the division. Errors: invalid_argument (group.not_division, gradebook.other_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<ClassReports> of_class(Session& session, const OfClass& input, const CallOptions& options = {});

/// Input of of_pupil().
struct OfPupil {
  OrgId org_id{};        ///< The establishment.
  PersonId pupil_id{};   ///< The pupil.
  PeriodId period_id{};  ///< A period by which the pupil's division goes.
};

/// The report of one pupil, as it would be published now. Families read what is published: published().
///
/// Permission: report.read on the pupil. Errors: invalid_argument (gradebook.other_period), not_found (person.not_found,
/// period.not_found), failed_precondition (group.not_enrolled: in no division on the last day of the period). Since 0.1.
Result<Standing> of_pupil(Session& session, const OfPupil& input, const CallOptions& options = {});

}  // namespace ent::report
