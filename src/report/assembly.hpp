/// Reports out of facts: pure functions.
#pragma once

#include "report/facts.hpp"

namespace ent::report {

/// The reports of a class, by name of the pupil. `only`: of this member alone; 0: of all.
std::vector<Standing> reports_of(const ClassFacts& facts, std::int64_t only);

/// The same, with what the class looks like.
ClassReports class_reports_of(const ClassFacts& facts);

/// What families read: lowest and highest of fewer than five are left out, and means of fewer than three.
Report as_published(Report report);

}  // namespace ent::report
