/// The records of the functions that are no operations.
#pragma once

#include "account/describe.hpp"
#include "calendar/describe.hpp"
#include "ent/export.hpp"
#include "ent/import.hpp"
#include "ent/import_fet.hpp"
#include "ent/sign_in.hpp"
#include "ent/upkeep.hpp"
#include "org/describe.hpp"
#include "outbox/describe.hpp"
#include "timetable/describe.hpp"

namespace ent {
ENT_RECORD(Bootstrap, 4, uai, establishment_name, family_name, given_name, degree, nature_code)
ENT_RECORD(Bootstrapped, 0, establishment_id, account)
ENT_SECRETS(Activate, code, password)
ENT_RECORD(Activate, 3, login, code, password, birth_date, new_login, source)
ENT_RECORD(Activated, 0, account_id, login)
ENT_SECRETS(SignIn, password, device_token)
ENT_RECORD(SignIn, 2, login, password, profile, source, device_token, device_name, mobile)
ENT_SECRETS(ExternalSignIn, device_token)
ENT_RECORD(ExternalSignIn, 3, issuer, subject, asserted_at, profile, device_token, device_name, mobile)
ENT_RECORD(ActAs, 0, account_id, person_id, profile, step_up_at)
ENT_SECRETS(Impersonate, code)
ENT_RECORD(Impersonate, 4, org_id, account_id, code, profile)
ENT_WORDS(ImportMode, full, delta)
ENT_RECORD(ImportOptions, 0, feed, mode, date, school_year, org_id, dry_run, most_absent_percent, removal_days,
           parents_are_legal, most_notes)
ENT_RECORD(ImportCounts, 0, created, changed, unchanged, marked, removed, refused)
ENT_RECORD(ImportNote, 0, refused, file, line, field, reason)
ENT_RECORD(ImportReport, 0, applied, run, feed, date, school_year, records, units, groups, people, affiliations,
           memberships, roles, services, guardianships, refusals, warnings, notes)
ENT_RECORD(UndoOptions, 0, run, org_id, dry_run, most_conflicts, all_or_nothing)
ENT_RECORD(UndoCounts, 0, restored, removed, kept)
ENT_RECORD(UndoConflict, 0, fact, org_id, person_id, reason, name)
ENT_RECORD(ImportUndo, 0, applied, was_undone, run, units, groups, people, affiliations, memberships, roles, services,
           guardianships, conflicts, kept, subjects, rooms, bells, slots)
ENT_WORDS(FetClasses, years, groups, subgroups)
ENT_RECORD(FetTeacher, 2, name, person_id)
ENT_RECORD(FetSubject, 2, name, code)
ENT_RECORD(FetDay, 2, name, weekday, half_day)
ENT_RECORD(FetHour, 3, name, begins, ends, half_day)
ENT_RECORD(FetOptions, 1, org_id, feed, date, valid_to, teachers, subjects, days, hours, first_weekday, half_days,
           lesson_minutes, classes, grid, alternance, dry_run, most_notes)
ENT_RECORD(FetClash, 0, shared, activity_id, other_id, weekday, begins, ends)
ENT_RECORD(FetReport, 0, applied, feed, date, school_year, records, activities, inactive, unplaced, subjects, rooms, bells,
           groups, services, slots, unmatched_teachers, clash_count, clashes, refusals, warnings, notes, run)
ENT_RECORD(ExportOptions, 0, org_id, school_year, feed, parents_are_legal)
ENT_RECORD(ExportReport, 0, units, groups, people, enrollments, guardianships, left_out)
ENT_RECORD(ExportProgress, 0, people_done, people_total)
ENT_RECORD(ImportProgress, 0, records_done, bytes_done, bytes_total)

ENT_RECORD(Progress, 0, done, total)
ENT_WORDS(CheckLevel, quick, full)
ENT_RECORD(CheckOptions, 0, level)
ENT_RECORD(CheckFinding, 0, reason, place, count)
ENT_RECORD(CheckReport, 0, findings)
ENT_RECORD(BackupOptions, 0, replace)
ENT_RECORD(BackupReport, 0, bytes)

/// Of an answer that opens a session, what is beside the session.
ENT_SECRETS(SignedIn, token, device_token)
ENT_RECORD(SignedIn, 0, token, device_token, ends_at)
ENT_SECRETS(Resumed, token)
ENT_RECORD(Resumed, 0, token, ends_at)
}  // namespace ent

namespace ent::reflect {
template <>
inline void make<SignedIn>(void* place) {
  ::new (place) SignedIn{Session(nullptr)};
}
template <>
inline void make<Resumed>(void* place) {
  ::new (place) Resumed{Session(nullptr)};
}
}  // namespace ent::reflect
