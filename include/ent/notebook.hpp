/// The lesson notebook (cahier de textes): what was done in a lesson.
///
/// An entry belongs to a lesson and its author, and goes where the lesson goes. What stood before is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"
#include "ent/timetable.hpp"

namespace ent {
using NotebookEntryId = Id<struct NotebookEntryEntity>;  ///< What somebody wrote of a lesson.
}

namespace ent::notebook {

/// Who sees an entry.
enum class State : std::int32_t {
  draft = 1,      ///< Its author, and those who give the lesson or teach its subject to one of its groups.
  published = 2,  ///< Also pupils, families, and the staff who may read it.
  taken_back = 3, ///< Nobody any more.
};

/// What somebody wrote of a lesson.
struct Entry {
  NotebookEntryId id{};               ///< Carries its establishment.
  timetable::Lesson lesson{};         ///< Of which lesson, as it stands now.
  std::optional<std::string> text{};  ///< What was done. None for whoever may only know that there is an entry.
  State state{};                      ///< Who sees it.
  person::Card author{};              ///< Who wrote it.
  Instant written_at{};               ///< When this text, or this state, was written.
  std::int64_t revision{};            ///< Counts its changes; for CallOptions::if_revision.
};

/// Input of write().
struct WriteEntry {
  LessonId lesson_id{};  ///< A lesson that one gives, or whose subject one teaches to one of its groups.
  std::string text{};    ///< What was done: 1 to 10 000 characters.
  bool publish = true;   ///< Or a draft.
};

/// Writes one's entry of a lesson; one that stands is replaced, and kept. Each author has one entry of a lesson.
///
/// Permission: lesson.write on a group of the lesson.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (timetable.no_lesson), failed_precondition
/// (timetable.cancelled, notebook.other_lesson: the actor neither gives the lesson nor teaches its subject to one of its
/// groups), conflict (call.stale_revision). Since 0.1.
Result<Entry> write(Session& session, const WriteEntry& input, const CallOptions& options = {});

/// Input of what is about one entry.
struct OfEntry {
  NotebookEntryId id{};  ///< The entry.
};

/// Publishes a draft. What is published already stays as it is.
///
/// Permission: lesson.write on a group of the lesson.
/// Errors: not_found (notebook.no_entry, timetable.no_lesson), failed_precondition (notebook.other_author, timetable.cancelled),
/// conflict (call.stale_revision). Since 0.1.
Result<Entry> publish(Session& session, const OfEntry& input, const CallOptions& options = {});

/// Takes an entry back: nobody sees it any more. What stood is kept, and write() can put another text in its place.
///
/// Permission: lesson.write on a group of the lesson.
/// Errors: not_found (notebook.no_entry), failed_precondition (notebook.other_author), conflict (call.stale_revision). Since 0.1.
Result<Done> withdraw(Session& session, const OfEntry& input, const CallOptions& options = {});

/// Input of entries(): exactly one of `pupil_id`, `teacher_id` (both with `org_id`) and `group_id`.
struct List {
  Date first_day{};                      ///< First day.
  Date last_day{};                       ///< Last day; at most 62 days.
  std::optional<OrgId> org_id{};         ///< With a person: the establishment.
  std::optional<PersonId> pupil_id{};    ///< Of the lessons that this pupil attends.
  std::optional<PersonId> teacher_id{};  ///< Of the lessons that this teacher gives.
  std::optional<GroupId> group_id{};     ///< Of the lessons of this group; of a division, also of those of groups drawn out of it.
};

/// Entries.
struct Entries {
  std::vector<Entry> items{};  ///< In the order of their lessons.
};

/// What was done in the lessons of some days: what is published, and drafts for those who see them. Of a division's groups those
/// are left out that one may not read. School life is told that there is an entry, and not what it says.
///
/// Permission: lesson.read on the pupil, on the group, or on what the teacher gives.
/// Errors: invalid_argument (period.empty, field.range, notebook.one_place), not_found (person.not_found, group.not_found).
/// Since 0.1.
Result<Entries> entries(Session& session, const List& input, const CallOptions& options = {});

/// What stood for a time.
struct Version {
  std::int64_t revision{};  ///< Which one.
  State state{};            ///< Who saw it.
  std::string text{};       ///< What it said.
  Instant written_at{};     ///< Since when.
  person::Card author{};    ///< Who wrote it.
};

/// What has stood.
struct Versions {
  std::vector<Version> items{};  ///< The last one, which stands, first.
};

/// What an entry has said: who wrote it, and when.
///
/// Permission: lesson.write on a group of the lesson.
/// Errors: not_found (notebook.no_entry), failed_precondition (notebook.other_lesson). Since 0.1.
Result<Versions> history(Session& session, const OfEntry& input, const CallOptions& options = {});

}  // namespace ent::notebook
