#pragma once

#include "calendar/describe.hpp"
#include "ent/attendance.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"
#include "timetable/describe.hpp"

namespace ent::attendance {
ENT_WORDS(Kind, absence, lateness, departure, presence)
ENT_WORDS(Decision, accepted, refused)
ENT_RECORD(Reason, 0, code, name, for_absence, for_lateness, legitimate, by_family, in_use, org_id)
ENT_RECORD(ListReasons, 1, org_id)
ENT_RECORD(Reasons, 0, items)
ENT_RECORD(SetReason, 3, org_id, code, name, for_absence, for_lateness, legitimate, by_family, in_use)
ENT_RECORD(Entry, 0, id, pupil, kind, date, begins, last_date, ends, division_id, half_day, lesson_id, reason_code, decision,
           settled, comment, withdrawn, revision)
ENT_RECORD(Record, 4, org_id, pupil_id, kind, date, begins, last_date, ends, reason_code, comment)
ENT_RECORD(Correct, 1, id, kind, date, begins, last_date, ends, reason_code, comment, withdrawn)
ENT_RECORD(Settle, 2, org_id, entry_ids, settled)
ENT_RECORD(Version, 0, entry, author, written_at)
ENT_RECORD(Versions, 0, items)
ENT_RECORD(GetHistory, 1, id)
ENT_RECORD(Justification, 0, id, pupil, author, date, begins, last_date, ends, reason_code, text, written_at, decision,
           answer, decided_at, revision)
ENT_RECORD(Justifications, 0, items)
ENT_RECORD(Justify, 4, org_id, pupil_id, date, text, begins, last_date, ends, reason_code)
ENT_RECORD(Decide, 2, id, decision, answer)
ENT_RECORD(ListJustifications, 1, org_id, first_date, last_date, waiting)
ENT_RECORD(MissedHalfDay, 0, date, half_day, justified, minutes)
ENT_RECORD(Totals, 0, half_days, justified_half_days, unjustified_half_days, missed_minutes, latenesses, lateness_minutes)
ENT_WORDS(Window, civil_month, rolling_days)
ENT_RECORD(AlertRule, 1, half_days, window, days, code)
ENT_RECORD(Counting, 4, midday, tolerance, lateness_below, alerts, half_justified_by_part)
ENT_RECORD(OfPolicy, 1, org_id)
ENT_RECORD(Policy, 0, counting, org_id)
ENT_RECORD(SetPolicy, 1, org_id, counting)
ENT_RECORD(AlertView, 0, first_date, last_date, half_days, reached_on, rule)
ENT_RECORD(OfPupil, 2, org_id, pupil_id, first_date, last_date)
ENT_RECORD(PupilView, 0, entries, justifications, half_days, totals, alerts)
ENT_RECORD(Alerts, 0, items)
ENT_RECORD(ListUnjustified, 1, org_id, first_date, last_date, at_least)
ENT_RECORD(Unjustified, 0, pupil, half_days, totals, alerts)
ENT_RECORD(UnjustifiedList, 0, items)
ENT_RECORD(OfDivision, 1, group_id, first_date, last_date)
ENT_RECORD(DivisionLine, 0, pupil, totals, expected, absence_rate)
ENT_RECORD(DivisionView, 0, items, totals, expected, absence_rate)
ENT_RECORD(Mark, 2, pupil_id, kind, minutes, left_at, comment)
ENT_RECORD(Take, 1, marks, division_id, date, half_day, lesson_id)
ENT_RECORD(Taken, 0, called, present, absent, entry_ids, taken_at, revision)
ENT_RECORD(Line, 0, pupil, entry, announced)
ENT_RECORD(Register, 0, division_id, half_day, lesson_id, date, begins, ends, taken, called, present, absent, lines, author,
           taken_at, revision)
ENT_RECORD(GetRegister, 0, division_id, date, half_day, lesson_id)
ENT_RECORD(RegisterState, 0, division_id, half_day, lesson_id, division, begins, ends, subject_code, teachers, taken, called,
           present, absent, taken_at)
ENT_RECORD(ListRegisters, 1, org_id, date, taken)
ENT_RECORD(RegisterStates, 0, items)
ENT_RECORD(GetBoard, 1, org_id, date)
ENT_RECORD(Board, 0, date, registers, called, present, absent, missing, waiting, entries)
}  // namespace ent::attendance
