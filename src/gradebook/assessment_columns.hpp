/// The columns of an assessment `a`, as rows::assessment_of() reads them.
#pragma once

#define ENT_ASSESSMENT                                                                                                \
  "a.org, a.assessment, a.service, a.grp, a.subject, a.name, a.day, a.maximum, a.coefficient, a.part, a.brought, "    \
  "a.formative, a.pupils_from, a.parents_from, a.revision, a.box, a.minimum, a.never_dropped, a.share, "                        \
  "a.type, a.statement, a.omitted"

namespace ent::gradebook::rows {

/// How many they are: what a statement selects behind them begins here.
inline constexpr int assessment_columns = 22;

}  // namespace ent::gradebook::rows
