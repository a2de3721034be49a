#include "portal/migrations.hpp"

#include <string>

#include "access/schema.hpp"
#include "account/schema.hpp"
#include "attendance/schema.hpp"
#include "calendar/schema.hpp"
#include "gradebook/schema.hpp"
#include "group/schema.hpp"
#include "guardian/schema.hpp"
#include "home/schema.hpp"
#include "homework/schema.hpp"
#include "interop/runs.hpp"
#include "notebook/schema.hpp"
#include "org/schema.hpp"
#include "outbox/schema.hpp"
#include "period/schema.hpp"
#include "person/schema.hpp"
#include "report/schema.hpp"
#include "room/schema.hpp"
#include "school_year/schema.hpp"
#include "skill/schema.hpp"
#include "subject/schema.hpp"
#include "timetable/schema.hpp"
#include "unit/schema.hpp"

namespace ent::portal {

std::span<const store::Migration> migrations() noexcept {
  static const std::string grades = std::string(gradebook::moved_schema) + skill::usage_schema;
  static const std::string published = std::string(period::held_schema) + gradebook::seats_schema;
  static const std::string kept = std::string(period::kept_schema) + gradebook::stays_schema;
  static const std::string told = std::string(skill::told_schema) + gradebook::why_schema + group::modality_schema;
  static const store::Migration list[] = {
      {1, "unit", unit::schema},
      {2, "access", access::schema},
      {3, "org", org::schema},
      {4, "person", person::schema},
      {5, "group", group::schema},
      {6, "guardian", guardian::schema},
      {7, "account", account::schema},
      {8, "interop", interop::schema},
      {9, "outbox", outbox::schema},
      {10, "calendar", calendar::schema},
      {11, "period", period::schema},
      {12, "school_year", school_year::schema},
      {13, "subject", subject::schema},
      {14, "room", room::schema},
      {15, "timetable", timetable::schema},
      {16, "attendance", attendance::schema},
      {17, "gradebook", gradebook::schema},
      {18, "homework", homework::schema},
      {19, "notebook", notebook::schema},
      {20, "home", home::schema},
      {21, "skill", skill::schema},
      {22, "report", report::schema},
      {24, "gradebook: moved; skill: usage", grades.c_str()},
      {25, "report: models", report::models_schema},
      {26, "gradebook: formulas of published periods", gradebook::frozen_schema},
      {27, "skill: requests that wait", skill::waiting_schema},
      {29, "period: held; gradebook: seats of published periods", published.c_str()},
      {30, "gradebook: boxes", gradebook::boxes_schema},
      {31, "gradebook: marks that a policy lets in", gradebook::entry_schema},
      {32, "gradebook: bonus/malus columns", gradebook::adjustment_schema},
      {33, "gradebook: coefficients of pupils", gradebook::own_schema},
      {34, "gradebook: annotations", gradebook::annotation_schema},
      {36, "gradebook: letters", gradebook::letters_schema},
      {37, "period: kept; gradebook: stays in published periods", kept.c_str()},
      {38, "gradebook: types and statements of assessments", gradebook::statement_schema},
      {39, "gradebook: assessments of some pupils", gradebook::named_schema},
      {40, "skill: degrees by hand that are told; gradebook: why; group: modalities", told.c_str()},
      {41, "attendance: policies", attendance::policy_schema},
      {42, "gradebook: assessments left out, quartiles", gradebook::omitted_schema},
      {43, "period: coefficients", period::coefficient_schema},
      {44, "skill: from where on items are acquired", skill::acquired_schema},
      {45, "report: councils before", report::council_schema},
      {46, "calendar: when school years turn", calendar::turn_schema},
      {47, "gradebook: categories of subjects", gradebook::categories_schema},
      {48, "gradebook: rules that a school says otherwise", gradebook::rules_schema},
      {49, "skill: decisions behind attestations, levels that a method looks at", skill::attested_schema},
      {50, "attendance: what guardians were told", attendance::told_schema},
      {51, "person: links of merged records", person::merged_links_schema},
      {52, "gradebook: roundings of one kind of average", gradebook::roundings_schema},
      {53, "gradebook: since when pupils are kept with a published period", gradebook::since_schema},
  };
  return list;
}

}  // namespace ent::portal
