#include "homework/lookups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "access/family.hpp"
#include "group/lookups.hpp"
#include "homework/rules.hpp"
#include "homework/target.hpp"
#include "org/functions.hpp"
#include "subject/functions.hpp"
#include "timetable/functions.hpp"

namespace ent::homework {
namespace {

std::optional<LessonId> lesson_or_none(OrgId org, std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(make_id<LessonId>(org.value, number));
}

LessonId due_lesson(const rows::Row& row) { return make_id<LessonId>(row.id.establishment(), row.due_lesson); }

View bare(const rows::Row& row) {
  const OrgId org{row.id.establishment()};
  View view;
  view.id = row.id;
  view.group_id = row.group;
  if (!row.subject.empty()) view.subject_code = row.subject;
  view.text = row.text;
  view.due_on = row.due_on;
  view.due_lesson_id = lesson_or_none(org, row.due_lesson);
  view.lesson_cancelled = row.lesson_cancelled;
  view.set_on = row.set_on;
  view.given_lesson_id = lesson_or_none(org, row.given_lesson);
  if (row.minutes != 0) view.minutes = row.minutes;
  view.state = row.state;
  view.author = row.card;
  view.revision = row.revision;
  return view;
}

}  // namespace

rows::Span span_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last) {
  return {first, last, timetable::moved_to(unit, orgs, first, last)};
}

void follow_lessons(unit::Unit& unit, std::vector<rows::Row>& rows) {
  std::set<std::int64_t> ids;
  for (const rows::Row& row : rows) {
    if (row.due_lesson != 0) ids.insert(due_lesson(row).value);
  }
  if (ids.empty()) return;
  const auto agenda = timetable::lessons_at(unit, std::vector(ids.begin(), ids.end()));
  for (rows::Row& row : rows) {
    if (row.due_lesson == 0) continue;
    const auto lesson = std::ranges::lower_bound(agenda.lessons, due_lesson(row), {}, timetable::id_of);
    if (lesson == agenda.lessons.end() || timetable::id_of(*lesson) != due_lesson(row)) continue;
    row.lesson_on = lesson->date;
    row.due_on = due_for_lesson(lesson->date, row.due, row.set_on);
    row.lesson_cancelled = lesson->cancelled() || !timetable::takes_place(*lesson, agenda.timetable);
  }
}

std::vector<rows::Row> due_in(unit::Unit& unit, std::vector<rows::Row> rows, Date first, Date last) {
  follow_lessons(unit, rows);
  std::erase_if(rows, [&](const rows::Row& row) { return row.due_on < first || row.due_on > last; });
  std::ranges::sort(rows, {}, [](const rows::Row& row) { return std::tuple(row.due_on, row.id); });
  return rows;
}

rows::Shown shown_to(const unit::Unit& unit) {
  rows::Shown shown;
  shown.to_family = access::is_family(unit.actor().profile);
  shown.drafts_of = shown.to_family ? 0 : unit.actor().person;
  shown.all_named = !shown.to_family && !access::is_outside(unit.actor().profile);
  shown.today = unit.today();
  return shown;
}

std::vector<rows::Row> rows_of_pupil(unit::Unit& unit, OrgId org, const person::Member& pupil, Date first, Date last,
                                     rows::Shown shown) {
  const auto stays = group::attended_as_shown(unit, Perm::homework_read, org, pupil, first, last);
  std::set<std::int64_t> groups;
  for (const group::Attendance& stay : stays) groups.insert(stay.group);
  const bool other = unit.actor().profile == Profile::pupil && unit.actor().person != pupil.person;
  shown.all_named = false;
  if (!other) shown.members = {org.value << 32 | pupil.member};
  const auto span = span_of(unit, std::span(&org.value, 1), first, last);
  auto found = due_in(unit, rows::of_groups(unit, std::vector(groups.begin(), groups.end()), span, shown), first, last);
  std::erase_if(found, [&](const rows::Row& row) { return !is_for(row, stays); });
  return found;
}

bool is_for(const rows::Row& row, std::span<const group::Attendance> stays) {
  return std::ranges::any_of(stays, [&](const group::Attendance& stay) {
    return stay.group == row.group.value && stay.period.contains(row.due_on);
  });
}

std::vector<View> show(unit::Unit& unit, std::span<const rows::Row> rows, std::optional<PersonId> only) {
  std::set<std::int64_t> groups, orgs;
  std::set<std::string> codes;
  std::vector<std::int64_t> named;
  for (const rows::Row& row : rows) {
    groups.insert(row.group.value);
    if (!row.subject.empty()) codes.insert(row.subject);
    if (!row.subject.empty()) orgs.insert(row.id.establishment());
    if (row.named) named.push_back(row.id.value);
  }
  const auto names = group::shown(unit, std::vector(groups.begin(), groups.end()));
  std::map<std::int64_t, std::vector<std::int64_t>> lines;
  if (!orgs.empty()) lines = org::lines_of(unit, std::vector(orgs.begin(), orgs.end()), unit.at());
  const auto subjects = subject::shown_in(unit, lines, {codes.begin(), codes.end()});
  const auto pupils = rows::pupils_of(unit, named);
  std::vector<View> views;
  for (const rows::Row& row : rows) {
    View& view = views.emplace_back(bare(row));
    const auto group = std::ranges::find(names, row.group.value, &group::Shown::id);
    if (group != names.end()) view.group_name = group->name;
    const auto subject = subjects.find({row.id.establishment(), row.subject});
    if (subject != subjects.end()) view.subject_name = subject->second.name;
    for (const rows::Pupil& pupil : pupils) {
      if (pupil.homework != row.id || (only && pupil.person != *only)) continue;
      if (view.pupil_ids.empty() || view.pupil_ids.back() != pupil.person) view.pupil_ids.push_back(pupil.person);  // enrolments merged
    }
  }
  return views;
}

}  // namespace ent::homework
