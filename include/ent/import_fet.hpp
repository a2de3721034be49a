/// Timetables made with FET, the free timetable generator, loaded into one school.
///
/// An import happens wholly or not at all, as those of directories do. docs/imports.md says what becomes of what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/calendar.hpp"
#include "ent/import.hpp"
#include "ent/timetable.hpp"

namespace ent {

/// Who a teacher of the file is.
struct FetTeacher {
  std::string name{};    ///< As the file has it, letter by letter.
  PersonId person_id{};  ///< Somebody who teaches in the school.
};

/// Under which code a subject of the file is kept.
struct FetSubject {
  std::string name{};  ///< As the file has it.
  std::string code{};  ///< 1 to 40 characters.
};

/// On which day of the week a day of the file is.
struct FetDay {
  std::string name{};                            ///< As the file has it.
  calendar::Weekday weekday{};                   ///< The day of the week.
  std::optional<calendar::HalfDay> half_day{};   ///< Where each day of the file is half of one: which half.
};

/// When an hour of the file is.
struct FetHour {
  std::string name{};                            ///< As the file has it.
  TimeOfDay begins{};                            ///< By the clock on the wall.
  TimeOfDay ends{};                              ///< Likewise; later than `begins`.
  std::optional<calendar::HalfDay> half_day{};   ///< Only on these halves of days; none: on all.
};

/// Which of the sets of pupils of a file are classes.
enum class FetClasses : std::int32_t {
  years = 1,      ///< Its years: "6A", with groups for languages or halves in it.
  groups = 2,     ///< Its groups: year "6e", group "6A", subgroup "6A gr 1".
  subgroups = 3,  ///< Its subgroups.
};

/// How a file is to be taken.
struct FetOptions {
  OrgId org_id{};  ///< The establishment.
  /// What makes activities known again: another import of the same feed changes what this one has brought. 1 to 60
  /// characters of a-z, 0-9, and `-`, `_`, `:`, `.`. Default: "fet".
  std::optional<std::string> feed{};
  /// From which day on the file holds. Default: the first import's is today, a later one's the Monday that comes, or today
  /// where that is one.
  std::optional<Date> date{};
  std::optional<Date> valid_to{};        ///< First day on which it no longer holds; default: the end of the school year.
  std::vector<FetTeacher> teachers = {};  ///< At most 2 000. Who is not in it is reported, and never made up.
  std::vector<FetSubject> subjects = {};  ///< At most 2 000; the others are found by code or name, or made.
  std::vector<FetDay> days = {};          ///< At most 100; otherwise the names tell, or the order from `first_weekday` on.
  std::vector<FetHour> hours = {};        ///< At most 100; otherwise the names tell, or the bells of the school in their order.
  calendar::Weekday first_weekday = calendar::Weekday::monday;  ///< Of the first day of the file, where its name does not tell.
  std::optional<bool> half_days{};        ///< Whether each day of the file is half of one; default: as the file says.
  std::optional<std::int32_t> lesson_minutes{};  ///< How long an hour lasts whose name only tells when it begins: 10 to 240.
  std::optional<FetClasses> classes{};    ///< Default: those that the school has by these names, else as they lie in the file.
  std::optional<std::string> grid{};      ///< Code of the bells: 1 to 20 characters; default: "fet".
  std::optional<std::string> alternance{};  ///< Only in the weeks of this alternance: 1 to 20 characters.
  bool dry_run = false;                   ///< Do all, report all, keep nothing.
  std::int32_t most_notes = 1000;         ///< Lines of each list of the report; what is beyond is only counted. 0 to 1 000 000.
  ImportWatch* watch = nullptr;           ///< Borrowed for the call; may be null.
};

/// Two activities of the file that cannot both take place where it puts them. They were taken as they are.
struct FetClash {
  timetable::Shared shared{};      ///< What they have in common.
  std::int64_t activity_id = 0;    ///< The one, as the file numbers it.
  std::int64_t other_id = 0;       ///< The other.
  calendar::Weekday weekday{};     ///< On which day.
  TimeOfDay begins{};              ///< From when on both take place
  TimeOfDay ends{};                ///< until when.
  friend bool operator==(const FetClash&, const FetClash&) = default;
};

/// What the import of a file did.
struct FetReport {
  bool applied = false;            ///< False: nothing was written, since the file cannot be read, or since this was a dry run.
  std::string feed{};              ///< As in FetOptions.
  Date date{};                     ///< From which day on what is new or changed holds.
  std::int32_t school_year = 0;    ///< First year of the school year.
  std::int64_t records = 0;        ///< Records read.
  std::int64_t activities = 0;     ///< Of them activities.
  std::int64_t inactive = 0;       ///< Activities that are switched off.
  std::int64_t unplaced = 0;       ///< Activities that have no time yet.
  ImportCounts subjects{};         ///< Of the file.
  ImportCounts rooms{};            ///< Real ones.
  ImportCounts bells{};            ///< The grid of the hours.
  ImportCounts groups{};           ///< Classes, and the groups that are taught.
  ImportCounts services{};         ///< Who teaches what to whom.
  ImportCounts slots{};            ///< Activities with their place in the week; those that are no longer there are `marked`.
  std::vector<std::string> unmatched_teachers{};  ///< Names of the file for which there is nobody, in its order.
  std::int64_t clash_count = 0;    ///< Clashes within the file, also those that are not listed.
  std::vector<FetClash> clashes{};  ///< By day and time, up to FetOptions::most_notes.
  std::int64_t refusals = 0;       ///< Notes of what was left out, also those that are not listed.
  std::int64_t warnings = 0;       ///< The others.
  std::vector<ImportNote> notes{};  ///< In the order of reading, up to FetOptions::most_notes.
  std::int64_t run = 0;            ///< Number of the run, for undo_import(); 0: nothing was written.
};

/// Loads a timetable from a file of FET (.fet): its subjects, rooms, classes and groups, who teaches what to whom, and when
/// and where. Asked again with the same file, it writes nothing; with a later state of it, only what differs.
///
/// What is in the school by hand or from another feed stays: a group of the same name is taken as it is. Pupils are not in
/// such a file, and groups have none until somebody puts them in.
///
/// Permission: import.run on the establishment.
/// Errors: invalid_argument (import.feed_malformed, field.range, text.too_short, text.too_long, timetable.ends_before,
/// import.days_unclear, import.hours_unclear, timetable.midweek, timetable.several_years, period.empty), not_found
/// (org.not_found), failed_precondition (import.feed_older, import.nothing_placed: it would end all that stands), unavailable
/// (import.unreadable), cancelled (import.cancelled). Since 0.1.
Result<FetReport> import_fet(Session& session, const std::string& file, const FetOptions& options);

}  // namespace ent
