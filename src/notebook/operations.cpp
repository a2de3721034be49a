// Entries of lessons: written, published, withdrawn, and read by the week.
#include <algorithm>

#include "base/each_once.hpp"
#include "base/text.hpp"
#include "group/functions.hpp"
#include "notebook/describe.hpp"
#include "notebook/rows.hpp"
#include "notebook/rules.hpp"
#include "person/functions.hpp"
#include "timetable/functions.hpp"
#include "unit/op.hpp"

namespace ent::notebook {
namespace {

using timetable::Planned;
using timetable::Role;

constexpr std::string_view no_lesson = "timetable.no_lesson";
constexpr std::string_view no_entry = "notebook.no_entry";
constexpr std::string_view no_group = "group.not_found";
constexpr std::string_view no_person = "person.not_found";

/// The number of the actor in a unit; 0: none.
std::int64_t member_of_actor(unit::Unit& unit, OrgId org) {
  const std::int64_t person = unit.actor().person;
  const auto members = person::members_of(unit, org, std::span(&person, 1));
  return members.empty() ? 0 : members.front().member;
}

/// The services of today to the groups of some lessons.
std::vector<group::Taught> taught_today(unit::Unit& unit, OrgId org, std::span<const Planned> lessons) {
  std::vector<std::int64_t> groups;
  for (const Planned& lesson : lessons) {
    const auto of_lesson = lesson.numbers(Role::group);
    groups.insert(groups.end(), of_lesson.begin(), of_lesson.end());
  }
  base::keep_each_once(groups);
  return group::taught(unit, org, groups, unit.today());
}

/// A lesson, and whether the actor gives it.
struct Facts {
  OrgId org{};
  timetable::Agenda agenda{};
  std::int64_t member = 0;  ///< The actor's.
  bool given = false;

  Facts(unit::Unit& unit, OrgId in, std::int64_t lesson)
      : org(in), agenda(timetable::lessons_at(unit, in, std::span(&lesson, 1))), member(member_of_actor(unit, in)) {
    if (!agenda.lessons.empty()) given = gives(agenda.lessons.front(), member, taught_today(unit, org, agenda.lessons));
  }

  /// Nothing is said of a lesson that is cancelled, nor of one that a closed day has taken away.
  std::optional<Error> expect_held() const {
    if (!timetable::takes_place(*lesson(), agenda.timetable)) return base::fail(Errc::not_found, no_lesson);
    if (lesson()->cancelled()) return base::fail(Errc::failed_precondition, "timetable.cancelled");
    return std::nullopt;
  }

  const Planned* lesson() const { return agenda.lessons.empty() ? nullptr : &agenda.lessons.front(); }

  /// The first group of the lesson about which the actor has the right; where there is none, the first one.
  access::Target target(unit::Unit& unit, std::int64_t author) const {
    access::Target target{.org = org.value, .author = author};
    const auto groups = lesson() == nullptr ? std::vector<std::int64_t>{} : lesson()->numbers(Role::group);
    for (const std::int64_t group : groups) {
      target.group = group;
      if (unit.sees(Perm::lesson_write, target)) return target;
    }
    if (!groups.empty()) target.group = groups.front();
    return target;
  }
};

Entry entry_of(const rows::Row& row, timetable::Lesson lesson) {
  return {row.id, std::move(lesson), row.text, row.state, row.card, row.written_at, row.revision};
}

Entry shown(unit::Unit& unit, const rows::Row& row, const Facts& facts) {
  return entry_of(row, std::move(timetable::show(unit, facts.agenda.timetable, facts.agenda.lessons).front()));
}

/// notebook.write
Result<Entry> write_(Write<Perm::lesson_write>& unit, const WriteEntry& input) {
  // facts
  const Facts facts(unit, OrgId{input.lesson_id.establishment()}, input.lesson_id.number());
  const auto author = person::find(unit, facts.org, PersonId{unit.actor().person});
  // guard
  ENT_TRY(granted, unit.may(facts.target(unit, unit.actor().person), no_lesson));
  if (facts.lesson() == nullptr || !author) return base::fail(Errc::not_found, no_lesson);
  if (!facts.given) return base::fail(Errc::failed_precondition, "notebook.other_lesson");
  // rule
  const auto standing = rows::find(unit, facts.org, input.lesson_id.number(), author->member);
  ENT_REFUSE(unit.expect_revision(standing ? standing->revision : 0));
  ENT_REFUSE(well_formed(input));
  ENT_REFUSE(facts.expect_held());
  rows::Row row = standing.value_or(rows::Row{});
  row.text = base::trim(input.text);
  row.state = input.publish ? State::published : State::draft;
  row.written_at = unit.now();
  // rows
  if (standing) {
    ++row.revision;
    rows::replace(unit, granted, row);
  } else {
    row.id = make_id<NotebookEntryId>(facts.org.value, unit.take_numbers(granted, facts.org.value, "notebook_entry"));
    row.lesson = input.lesson_id.number();
    row.author = author->member;
    row.card = {PersonId{author->person.person}, author->person.family_name, author->person.given_name, author->person.title};
    rows::insert(unit, granted, row);
  }
  // event
  unit.publish(granted, "notebook.entry_was_written", row.id.value);
  return shown(unit, row, facts);
}

/// An entry that stands, its lesson, and whether the actor wrote it.
struct Standing {
  std::optional<rows::Row> row;
  Facts lesson;

  Standing(unit::Unit& unit, NotebookEntryId id)
      : row(rows::find(unit, id)), lesson(unit, OrgId{id.establishment()}, row ? row->lesson : 0) {}

  access::Target target(unit::Unit& unit) const { return lesson.target(unit, row ? row->card.id.value : 0); }

  std::optional<Error> expect(const unit::Unit& unit) const {
    if (!row || row->state == State::taken_back || lesson.lesson() == nullptr) return base::fail(Errc::not_found, no_entry);
    if (row->card.id.value != unit.actor().person) return base::fail(Errc::failed_precondition, "notebook.other_author");
    return std::nullopt;
  }
};

/// Writes down that the state of an entry has changed.
void put(unit::WriteUnit& unit, const unit::Granted& granted, rows::Row& row, State state) {
  row.state = state;
  row.written_at = unit.now();
  ++row.revision;
  rows::replace(unit, granted, row);
}

/// notebook.publish
Result<Entry> publish_(Write<Perm::lesson_write>& unit, const OfEntry& input) {
  // facts
  Standing facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(unit), no_entry));
  ENT_REFUSE(facts.expect(unit));
  // rule
  ENT_REFUSE(unit.expect_revision(facts.row->revision));
  if (facts.row->state == State::draft) ENT_REFUSE(facts.lesson.expect_held());
  // rows, event
  if (facts.row->state != State::published) {
    put(unit, granted, *facts.row, State::published);
    unit.publish(granted, "notebook.entry_was_published", input.id.value);
  }
  return shown(unit, *facts.row, facts.lesson);
}

/// notebook.withdraw
Result<Done> withdraw_(Write<Perm::lesson_write>& unit, const OfEntry& input) {
  // facts
  Standing facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(unit), no_entry));
  ENT_REFUSE(facts.expect(unit));
  // rule
  ENT_REFUSE(unit.expect_revision(facts.row->revision));
  // rows
  put(unit, granted, *facts.row, State::taken_back);
  // event
  unit.publish(granted, "notebook.entry_was_withdrawn", input.id.value);
  return Done{};
}

/// notebook.history
Result<Versions> history_(Read<Perm::lesson_write>& unit, const OfEntry& input) {
  const Standing facts(unit, input.id);
  ENT_TRY(granted, unit.may(facts.target(unit), no_entry));
  static_cast<void>(granted);
  if (!facts.row || facts.lesson.lesson() == nullptr) return base::fail(Errc::not_found, no_entry);
  if (!facts.lesson.given && facts.row->card.id.value != unit.actor().person)
    return base::fail(Errc::failed_precondition, "notebook.other_lesson");
  Versions found{rows::versions(unit, input.id)};
  for (Version& version : found.items) version.author = facts.row->card;
  return found;
}

/// Whose lessons are asked for.
struct Asked {
  OrgId org{};
  access::Target target{};
  std::string_view not_found{};
  bool known = false;
  std::int64_t member = 0;  ///< Of a person.
};

Asked asked(unit::Unit& unit, const List& input) {
  if (input.group_id) {
    const OrgId org{input.group_id->establishment()};
    return {org, {.org = org.value, .group = input.group_id->number()}, no_group, group::find(unit, *input.group_id).has_value()};
  }
  const PersonId person = input.pupil_id.value_or(input.teacher_id.value_or(PersonId{}));
  const auto found = person::find(unit, *input.org_id, person);
  // What a teacher wrote is also about the teacher: it is nobody's child's.
  const access::Target target{.org = input.org_id->value, .person = person.value, .author = input.teacher_id ? person.value : 0};
  return {*input.org_id, target, no_person, found.has_value(), found ? found->member : 0};
}

/// The lessons that are asked for, as far as the actor may read of them.
timetable::Agenda agenda_of(unit::Unit& unit, const List& input, const Asked& whose) {
  const Date first = input.first_day, last = input.last_day;
  if (input.group_id) return timetable::lessons_of_group(unit, Perm::lesson_read, *input.group_id, first, last);
  return timetable::lessons_of_member(unit, Perm::lesson_read, whose.org, {whose.member, whose.target.person}, first, last);
}

/// The entries that the actor sees.
std::vector<rows::Row> entries_seen(unit::Unit& unit, OrgId org, std::span<const Planned> lessons) {
  std::vector<std::int64_t> numbers, drafts;
  const Profile profile = unit.actor().profile;
  const bool family = profile == Profile::pupil || profile == Profile::guardian;
  const std::int64_t member = family ? 0 : member_of_actor(unit, org);
  const auto taught = family ? std::vector<group::Taught>{} : taught_today(unit, org, lessons);
  for (const Planned& lesson : lessons) {
    numbers.push_back(timetable::number_of(lesson));
    if (member != 0 && gives(lesson, member, taught)) drafts.push_back(numbers.back());
  }
  return rows::of_lessons(unit, org, numbers, family ? 0 : unit.actor().person, drafts);
}

/// notebook.entries
Result<Entries> entries_(Read<Perm::lesson_read>& unit, const List& input) {
  ENT_REFUSE(well_formed(input));
  const Asked whose = asked(unit, input);
  ENT_TRY(granted, unit.may(whose.target, whose.not_found));
  if (!whose.known) return base::fail(Errc::not_found, whose.not_found);
  timetable::Agenda agenda = agenda_of(unit, input, whose);
  const auto rows = entries_seen(unit, whose.org, agenda.lessons);
  std::erase_if(agenda.lessons,
                [&](const Planned& lesson) { return std::ranges::find(rows, timetable::number_of(lesson), &rows::Row::lesson) == rows.end(); });
  const auto lessons = timetable::show(unit, agenda.timetable, agenda.lessons);
  Entries found;
  for (const timetable::Lesson& lesson : lessons) {
    for (const rows::Row& row : std::ranges::equal_range(rows, lesson.id.number(), {}, &rows::Row::lesson)) {
      found.items.push_back(entry_of(row, lesson));
      if (granted.mask() != access::Mask::full) found.items.back().text.reset();
    }
  }
  return found;
}

}  // namespace

extern constexpr Op op_write = op<&write_>("notebook.write", "0.1");
extern constexpr Op op_publish = op<&publish_>("notebook.publish", "0.1");
extern constexpr Op op_withdraw = op<&withdraw_>("notebook.withdraw", "0.1");
extern constexpr Op op_entries = op<&entries_>("notebook.entries", "0.1");
extern constexpr Op op_history = op<&history_>("notebook.history", "0.1");

Result<Entry> write(Session& session, const WriteEntry& input, const CallOptions& options) {
  return run<Entry>(op_write, session, input, options);
}
Result<Entry> publish(Session& session, const OfEntry& input, const CallOptions& options) {
  return run<Entry>(op_publish, session, input, options);
}
Result<Done> withdraw(Session& session, const OfEntry& input, const CallOptions& options) {
  return run<Done>(op_withdraw, session, input, options);
}
Result<Entries> entries(Session& session, const List& input, const CallOptions& options) {
  return run<Entries>(op_entries, session, input, options);
}
Result<Versions> history(Session& session, const OfEntry& input, const CallOptions& options) {
  return run<Versions>(op_history, session, input, options);
}

}  // namespace ent::notebook
