#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::gradebook {

extern const char* const schema;
/// Whether marks follow a pupil who changes class.
extern const char* const moved_schema;
extern const char* const frozen_schema;
/// Who was in a group, and in which division, when a period was published for it.
extern const char* const seats_schema;
/// In which boxes assessments stand.
extern const char* const boxes_schema;
/// Which marks a policy lets in.
extern const char* const entry_schema;

/// Bonus/malus columns.
extern const char* const adjustment_schema;
/// What subjects weigh for one pupil, and what of it is kept with a published period.
extern const char* const own_schema;
/// A school's own kinds of marks.
extern const char* const annotation_schema;
/// In which groups pupils were, beside their seats in a published period.
extern const char* const stays_schema;
/// Letters of averages.
extern const char* const letters_schema;
extern const char* const statement_schema;
extern const char* const named_schema;
extern const char* const why_schema;
/// Assessments that are left out of averages, and how quartiles are found.
extern const char* const omitted_schema;
/// Categories of subjects.
extern const char* const categories_schema;
/// What marks weigh, how bonus and optional ones count, what a year is made of.
extern const char* const rules_schema;
/// How averages of one kind are rounded.
extern const char* const roundings_schema;
/// When a pupil who came later was kept with a published period.
extern const char* const since_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::gradebook
