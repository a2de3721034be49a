/// Directories of people, loaded from the files of an administration and given out again.
///
/// An import happens wholly or not at all: while it runs nobody sees a part of it, and a process that dies in
/// it leaves nothing. docs/imports.md says which attribute becomes what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent {

/// How far an import has come.
struct ImportProgress {
  std::int64_t records_done = 0;  ///< Records that have been read and compared.
  std::int64_t bytes_done = 0;    ///< Of the files.
  std::int64_t bytes_total = 0;   ///< Of all files that will be read.
};

/// Told of the progress of an import, on the thread of its caller.
class ImportWatch {
 public:
  virtual ~ImportWatch() = default;
  /// Called now and then, about every thousand records. False stops the import, which then answers `cancelled`
  /// and leaves nothing. The library must not be called from here.
  virtual bool go_on(const ImportProgress& progress) = 0;
};

/// How much of a directory the files hold.
enum class ImportMode : std::int32_t {
  full = 1,   ///< All of it: who is absent from them is gone.
  delta = 2,  ///< What has changed since the last delivery.
};

/// How files are to be taken.
struct ImportOptions {
  /// What makes keys unique: a delivery finds what an earlier one of the same feed has brought. 1 to 60
  /// characters of a-z, 0-9, and `-`, `_`, `:`, `.`. Default: the format and, where the files say it, the
  /// code of the academy or of the system that wrote them: "aaf:013".
  std::optional<std::string> feed{};
  ImportMode mode = ImportMode::full;         ///< Files of the other mode in the same folder are left alone.
  std::optional<Date> date{};                 ///< Default: the date in the names of the files, else today.
  std::optional<std::int32_t> school_year{};  ///< Its first year, 2025 for 2025-2026; default: that of the date, by the turn of the units.
  /// The unit under which the feed's establishments lie, or the one establishment. New ones are placed
  /// under it. None: the portal as a whole.
  std::optional<OrgId> org_id{};
  bool dry_run = false;                       ///< Do all, report all, keep nothing.
  std::int32_t most_absent_percent = 40;      ///< A full feed in which more people than this are missing is refused; 0 to 100.
  std::int32_t removal_days = 90;             ///< How long somebody who is absent keeps contact data and key; 1 to 3650.
  /// OneRoster does not say who holds parental authority. False: its parents are persons in charge, who never see
  /// results. True: the source is known to list legal guardians as parents.
  bool parents_are_legal = false;
  std::int32_t most_notes = 1000;             ///< Lines of the report; what is beyond is only counted. 0 to 1 000 000.
  ImportWatch* watch = nullptr;               ///< Borrowed for the call; may be null.
};

/// What became of the things of one kind.
struct ImportCounts {
  std::int64_t created = 0;    ///< Were not there.
  std::int64_t changed = 0;    ///< Say something else now; of dated things: ended, or held anew.
  std::int64_t unchanged = 0;  ///< Stand as the feed says.
  std::int64_t marked = 0;     ///< Absent from a full feed, or deleted by a delta: ended, and to be removed.
  std::int64_t removed = 0;    ///< Marked long enough ago: contact data and key are gone.
  std::int64_t refused = 0;    ///< Left out; a note says why.
  friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

/// A fault of the files, or a choice that somebody should look at. Never a value of a record.
struct ImportNote {
  bool refused = false;      ///< It was left out; otherwise it was taken, with the caution that `reason` tells.
  std::string file{};        ///< Name of the file.
  std::int64_t line = 0;     ///< Where the record or the cell begins, from 1; 0: the file as a whole.
  std::string field{};       ///< Attribute or column; empty: the record as a whole.
  std::string reason{};      ///< Stable token: see explain_reason().
  friend bool operator==(const ImportNote&, const ImportNote&) = default;
};

/// What an import did.
struct ImportReport {
  /// False: nothing was written, since a file cannot be trusted as a whole (the notes say which), or since
  /// this was a dry run.
  bool applied = false;
  std::int64_t run = 0;           ///< Number of the run; 0: nothing was written.
  std::string feed{};             ///< As in ImportOptions.
  Date date{};                    ///< The day of the feed: what it newly brings holds from then on.
  std::int32_t school_year = 0;   ///< First year of the school year of its groups.
  std::int64_t records = 0;       ///< Records read.
  ImportCounts units{};           ///< Establishments and what is above them.
  ImportCounts groups{};          ///< Divisions and teaching groups.
  ImportCounts people{};          ///< Who they are and how they are reached.
  ImportCounts affiliations{};    ///< Posts.
  ImportCounts memberships{};     ///< Pupils in divisions and groups.
  ImportCounts roles{};           ///< Main teachers.
  ImportCounts services{};        ///< Who teaches what to whom.
  ImportCounts guardianships{};   ///< Who answers for whom.
  std::int64_t refusals = 0;      ///< Notes of what was left out, also those that are not listed.
  std::int64_t warnings = 0;      ///< The others.
  std::vector<ImportNote> notes{};  ///< In the order of reading, up to ImportOptions::most_notes.
};

/// Loads an annuaire académique fédérateur, of the first or the second degree, from a folder with its XML files.
///
/// Only one write of any kind runs at a time on SQLite, so others wait until it has ended. A file that cannot
/// be read as a whole is no error: see ImportReport::applied.
///
/// Permission: import.run on each unit concerned.
/// Errors: invalid_argument (import.feed_malformed, field.range, import.no_files, import.several_deliveries, calendar.turns_differ:
/// below ImportOptions::org_id), not_found (org.not_found), failed_precondition (import.feed_older, import.too_many_absent), unavailable
/// (import.unreadable), cancelled (import.cancelled). Since 0.1.
Result<ImportReport> import_aaf(Session& session, const std::string& folder, const ImportOptions& options = {});

/// Loads a OneRoster 1.1 bulk delivery from a folder with its CSV files, among them manifest.csv.
///
/// The date of the feed is that of the options, else today: the files do not say it. Otherwise as import_aaf().
///
/// Permission: import.run on each unit concerned.
/// Errors: invalid_argument (import.delta_unread: ImportOptions::mode, import.feed_malformed, field.range,
/// import.no_files, calendar.turns_differ), not_found (org.not_found), failed_precondition (import.feed_older, import.too_many_absent),
/// unavailable (import.unreadable), cancelled (import.cancelled). Since 0.1.
Result<ImportReport> import_oneroster(Session& session, const std::string& folder, const ImportOptions& options = {});

/// How a run is to be taken back.
struct UndoOptions {
  std::optional<std::int64_t> run{};     ///< ImportReport::run; another one than the last of the feed is refused. Default: the last.
  std::optional<OrgId> org_id{};         ///< As in ImportOptions; of a timetable, its school.
  bool dry_run = false;                  ///< Do all, report all, keep nothing.
  std::int32_t most_conflicts = 1000;    ///< What was kept, listed; what is beyond is only counted. 0 to 1 000 000.
  bool all_or_nothing = false;           ///< Where something would have to be kept, do nothing and list it.
};

/// What became of the things of one kind that a run had written.
struct UndoCounts {
  std::int64_t restored = 0;  ///< Say again what they said before the run.
  std::int64_t removed = 0;   ///< Had been made by the run.
  std::int64_t kept = 0;      ///< Changed or used since by somebody else: left as they are.
  friend bool operator==(const UndoCounts&, const UndoCounts&) = default;
};

/// Something that the run had written and that was left as it is.
struct UndoConflict {
  /// unit, group, person, contact, residence, key, affiliation, membership, role, service, guardianship; of a timetable slot,
  /// room, subject, bells.
  std::string fact{};
  OrgId org_id{};        ///< The unit; 0: the portal as a whole.
  PersonId person_id{};  ///< Whom it is about, of a guardianship the pupil; 0: nobody.
  std::string reason{};  ///< import.changed_since or import.used_since.
  /// Of a timetable: the number of a slot's activity in the file, the code of a group, room, subject or grid of bells, the subject
  /// of a service.
  std::string name{};
  friend bool operator==(const UndoConflict&, const UndoConflict&) = default;
};

/// What undo_import() did.
struct ImportUndo {
  bool applied = false;           ///< False: a dry run, there was nothing left to do, or UndoOptions::all_or_nothing.
  bool was_undone = false;        ///< The run had been taken back before; nothing was done.
  std::int64_t run = 0;           ///< The run.
  UndoCounts units{};             ///< Establishments and what is above them.
  UndoCounts groups{};            ///< Divisions and teaching groups.
  UndoCounts people{};            ///< Who they are.
  UndoCounts affiliations{};      ///< Posts of people who stood before the run; likewise the following.
  UndoCounts memberships{};       ///< Pupils in divisions and groups.
  UndoCounts roles{};             ///< Main teachers.
  UndoCounts services{};          ///< Who teaches what to whom.
  UndoCounts guardianships{};     ///< Who answers for whom.
  std::int64_t conflicts = 0;     ///< All that was kept, also what is not listed.
  std::vector<UndoConflict> kept{};  ///< Up to UndoOptions::most_conflicts.
  UndoCounts subjects{};          ///< Of a timetable; likewise the following.
  UndoCounts rooms{};             ///< Real ones.
  UndoCounts bells{};             ///< Grids of hours.
  UndoCounts slots{};             ///< Activities with their place in the week.
};

/// Takes back what the last import of a feed has written: what it made goes, what it changed says again what it said
/// before. What somebody has changed or used since is left and listed. Contact data that an import removed because of
/// their age stay removed. The run before becomes the last one; it cannot be taken back as well.
///
/// The run of import_fet() is known by its feed and its school, which `org_id` names. A slot is used when of one of its lessons,
/// from the day of the file on, a register was saved, an entry of the notebook or homework written, or a change said; it then
/// stays wholly, with all that it needs.
///
/// Asked again of the same run, it says that this has been done.
///
/// Permission: import.run on each unit concerned.
/// Errors: not_found (org.not_found, import.run_not_found), failed_precondition (import.run_not_last), invalid_argument
/// (field.range). Since 0.1.
Result<ImportUndo> undo_import(Session& session, const std::string& feed, const UndoOptions& options = {});

}  // namespace ent
