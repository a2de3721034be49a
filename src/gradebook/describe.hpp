#pragma once

#include "ent/gradebook.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::gradebook {
ENT_WORDS(MarkKind, number, absent, exempt, unfit, not_graded, not_handed_in, absent_zero, not_handed_in_zero, congratulations,
          not_entered)
ENT_WORDS(PeriodState, open, council, locked, published)
ENT_WORDS(Part, ordinary, bonus, optional, extra)
ENT_WORDS(Fate, counted, counted_as_zero, added, left_out, not_entered, formative, weightless, bonus_too_low, would_not_raise,
          nothing_to_raise, dropped, stayed, not_kept, beside_boxes, out_of_use, without_say)
ENT_RECORD(Assessment, 0, id, service_id, group_id, subject_code, name, date, maximum, coefficient, part, brought_to_scale,
           formative, pupils_from, parents_from, revision, box_code, minimum, never_dropped, share)
ENT_RECORD(AddAssessment, 3, service_id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from,
           parents_from, box_code, minimum, never_dropped, share)
ENT_RECORD(ChangeAssessment, 1, id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from, parents_from,
           box_code, minimum, never_dropped, share)
ENT_RECORD(OfAssessment, 1, id)
ENT_RECORD(ListAssessments, 1, group_id, first_day, last_day, subject_code, period_id)
ENT_RECORD(Assessments, 0, items)
ENT_RECORD(Entry, 1, pupil_id, value, kind, comment)
ENT_RECORD(EnterMarks, 2, id, items)
ENT_RECORD(Entered, 0, changed, unchanged, revision)
ENT_RECORD(Mark, 0, pupil, kind, value, comment)
ENT_RECORD(Sheet, 0, items, assessment)
ENT_RECORD(OfMark, 2, id, pupil_id)
ENT_RECORD(Version, 0, kind, value, comment, at, author)
ENT_RECORD(Versions, 0, items)
ENT_RECORD(OfPupil, 2, org_id, pupil_id, first_day, last_day, period_id)
ENT_RECORD(PupilMark, 0, assessment, kind, value, comment)
ENT_RECORD(PupilMarks, 0, items)
ENT_RECORD(Line, 0, assessment_id, fate, brought, weight, influence, box_code)
ENT_RECORD(BoxAverage, 0, code, name, parent_code, average, weight, fate)
ENT_WORDS(SubjectMode, ordinary, from_half, bonus)
ENT_RECORD(SubjectAverage, 0, subject_code, average, coefficient, lines, mode, boxes)
ENT_RECORD(Averages, 0, items, general, policy, frozen_at)
ENT_RECORD(OfGroup, 1, group_id, first_day, last_day, subject_code, period_id)
ENT_RECORD(GroupSubject, 0, subject_code, pupils, marked, mean, minimum, median, maximum, lower_quartile, upper_quartile, bands)
ENT_RECORD(GroupAverages, 0, items, policy, general, frozen_at)
ENT_RECORD(SetPeriodState, 3, period_id, state, group_ids, reason)
ENT_RECORD(GroupState, 0, group_id, group_name, state, reason, at, author)
ENT_RECORD(GroupStates, 0, items)
ENT_RECORD(OfPeriod, 1, period_id, group_id, history)
ENT_RECORD(Reopen, 5, period_id, group_id, teacher_id, last_day, reason, first_day)
ENT_RECORD(Reopening, 0, group_id, group_name, teacher, first_day, last_day, reason, at, author)
ENT_RECORD(Reopenings, 0, items)
ENT_WORDS(RoundingRule, nearest, up, down)
ENT_WORDS(MissingRule, left_out, zero)
ENT_WORDS(MovedRule, follow, stay)
ENT_RECORD(SetPolicy, 2, org_id, policy, valid_from, period_id, level, step, rounding, missing, best_more, best_times, worst_times,
           moved, negative, above_maximum, decimals)
ENT_RECORD(PolicyView, 0, policy, text, org_id, level, valid_from, scale, step, missing, best_more, best_times, worst_times, moved,
           negative, above_maximum, decimals)
ENT_RECORD(OfLevel, 1, org_id, level)
ENT_WORDS(Gather, marks_and_boxes, all_marks_below, boxes_if_any, sums_of_boxes)
ENT_RECORD(BoxRules, 0, preset, gather, missing, drop_lowest, drop_highest, keep_highest, best_more, best_times, worst_times, step,
           rounding)
ENT_RECORD(Box, 2, code, name, parent_code, coefficient, extra, share, maximum, rules)
ENT_RECORD(SetBoxes, 1, service_id, items, rules, valid_from, period_id)
ENT_RECORD(BoxSet, 0, group_id, subject_code, valid_from, items, rules)
ENT_RECORD(OfBoxes, 1, group_id, subject_code)
ENT_RECORD(BoxSets, 0, items)
ENT_RECORD(Coefficient, 2, subject_code, coefficient, mode)
ENT_RECORD(SetCoefficients, 1, org_id, items, valid_from, period_id, level, division_id)
ENT_RECORD(CoefficientView, 0, subject_code, coefficient, mode, division_id, level, valid_from)
ENT_RECORD(Coefficients, 0, items)
ENT_RECORD(OfCoefficients, 1, org_id, division_id, level)
ENT_RECORD(Supposed, 0, assessment_id, subject_code, value, kind, maximum, coefficient, part, brought_to_scale, box_code)
ENT_RECORD(WhatIf, 3, org_id, pupil_id, items, first_day, last_day, period_id, target, step)
ENT_WORDS(Reach, reached, out_of_reach, always)
ENT_RECORD(Needed, 0, reach, mark)
ENT_RECORD(Supposition, 0, items, general, policy, needed)
ENT_RECORD(ImportRow, 1, cells, pupil_id, pupil)
ENT_RECORD(ImportMarks, 3, service_id, assessment_ids, items, dry_run)
ENT_WORDS(CellOutcome, changes, stands, empty, refused)
ENT_RECORD(ImportCell, 0, row, column, outcome, reason, pupil_id, kind, value, stood_kind, stood_value)
ENT_RECORD(Imported, 0, items, changed, refused, written)
}  // namespace ent::gradebook
