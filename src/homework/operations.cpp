// Homework is set, changed, withdrawn, and ticked off.
#include <algorithm>

#include "base/text.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "homework/describe.hpp"
#include "homework/lookups.hpp"
#include "homework/rules.hpp"
#include "homework/target.hpp"
#include "person/functions.hpp"
#include "timetable/functions.hpp"
#include "unit/op.hpp"

namespace ent::homework {
namespace {

/// Whether the actor teaches a subject to a group today, by a service in it or in all of them.
bool teaches(unit::Unit& unit, GroupId group, const std::string& subject) {
  const std::int64_t person = unit.actor().person;
  return group::teaches_on(unit, group, subject, person, unit.today()) ||
         (!subject.empty() && group::teaches_on(unit, group, "", person, unit.today()));
}

/// The lessons that an input names.
class Lessons {
 public:
  Lessons(unit::Unit& unit, GroupId group, std::optional<LessonId> due, std::optional<LessonId> given) : group_(group) {
    std::vector<std::int64_t> numbers;
    for (const auto& id : {due, given}) {
      if (id && id->establishment() == group.establishment()) numbers.push_back(id->number());
    }
    if (numbers.empty()) return;
    agenda_ = timetable::lessons_at(unit, OrgId{group.establishment()}, numbers);
    std::vector<std::int64_t> groups{group.value};
    for (const timetable::Planned& lesson : agenda_.lessons) {
      for (const std::int64_t one : lesson.numbers(timetable::Role::group))
        groups.push_back(make_id<GroupId>(group.establishment(), one).value);
    }
    drawn_ = group::drawn(unit, groups);
  }

  /// Of an id that check() has let through.
  const timetable::Planned& at(LessonId id) const { return *find(id); }

  void check(base::Fields& fields, std::optional<LessonId> id, const std::string& path) const {
    if (!id) return;
    const timetable::Planned* lesson = find(*id);
    if (lesson != nullptr && !timetable::takes_place(*lesson, agenda_.timetable)) lesson = nullptr;
    fields.refuse_if(lesson == nullptr, path, "timetable.no_lesson")
        .refuse_if(lesson != nullptr && !is_of_group(*lesson), path, "homework.other_lesson");
  }

 private:
  const timetable::Planned* find(LessonId id) const {
    const auto place = std::ranges::find_if(agenda_.lessons, [&](const timetable::Planned& lesson) {
      return timetable::id_of(lesson) == id;
    });
    return place == agenda_.lessons.end() ? nullptr : &*place;
  }

  /// Of the group, of one drawn out of it, or of one that it is drawn out of.
  bool is_of_group(const timetable::Planned& lesson) const {
    const auto groups = lesson.numbers(timetable::Role::group);
    return std::ranges::any_of(groups, [&](std::int64_t number) {
      const std::int64_t id = make_id<GroupId>(group_.establishment(), number).value;
      return id == group_.value || std::ranges::any_of(drawn_, [&](const group::Drawn& one) {
               return (one.group == id && one.division == group_.value) || (one.group == group_.value && one.division == id);
             });
    });
  }

  GroupId group_;
  timetable::Agenda agenda_;
  std::vector<group::Drawn> drawn_;
};

/// When it is due.
void put_due(rows::Row& row, const std::optional<Date>& due_on, const std::optional<LessonId>& lesson, const Lessons& lessons) {
  if (due_on) {
    row.due = row.due_on = *due_on;
    row.due_lesson = 0;
    row.lesson_on.reset();
    row.lesson_cancelled = false;
  }
  if (!lesson) return;
  const timetable::Planned& planned = lessons.at(*lesson);
  row.due = planned.planned;
  row.due_on = planned.date;
  row.lesson_on = planned.date;
  row.due_lesson = lesson->number();
  row.lesson_cancelled = planned.cancelled();
}

std::string_view path_of_due(const std::optional<LessonId>& lesson) { return lesson ? "/due_lesson_id" : "/due_on"; }

Result<View> shown(unit::Unit& unit, const rows::Row& row) {
  return std::move(show(unit, std::span(&row, 1), std::nullopt).front());
}

/// Homework that stands, and whether the actor may do with it as its author may.
struct Standing {
  std::optional<rows::Row> row;
  bool own = false;

  Standing(unit::Unit& unit, HomeworkId id) : row(rows::find(unit, id)) {
    if (!row) return;
    std::vector rows{*row};
    follow_lessons(unit, rows);
    row = rows.front();
    own = row->card.id.value == unit.actor().person || teaches(unit, row->group, row->subject);
  }

  access::Target target(HomeworkId id) const {
    return row ? target_of(row->group, row->card.id) : access::Target{.org = id.establishment()};
  }
  std::optional<Error> expect() const {
    if (!row) return base::fail(Errc::not_found, no_homework);
    if (!own) return base::fail(Errc::failed_precondition, "homework.other_author");
    return std::nullopt;
  }
};

/// homework.set
Result<View> set_(Write<Perm::homework_write>& unit, const Set& input) {
  // facts
  const OrgId org{input.group_id.establishment()};
  const PersonId actor{unit.actor().person};
  const auto group = group::find(unit, input.group_id);
  const auto author = person::find(unit, org, actor);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.group_id, actor), no_group));
  if (!group || !author) return base::fail(Errc::not_found, no_group);
  if (input.subject_code && !teaches(unit, input.group_id, *input.subject_code))
    return base::fail(Errc::failed_precondition, "homework.other_subject");
  // rule
  ENT_REFUSE(well_formed(input));
  const Lessons lessons(unit, input.group_id, input.due_lesson_id, input.given_lesson_id);
  base::Fields fields;
  lessons.check(fields, input.due_lesson_id, "/due_lesson_id");
  lessons.check(fields, input.given_lesson_id, "/given_lesson_id");
  ENT_REFUSE(fields.error());
  rows::Row row;
  row.group = input.group_id;
  row.subject = input.subject_code.value_or("");
  row.author = author->member;
  row.card = person::Card{actor, author->person.family_name, author->person.given_name, author->person.title};
  row.set_on = input.set_on.value_or(input.given_lesson_id ? lessons.at(*input.given_lesson_id).date : unit.today());
  put_due(row, input.due_on, input.due_lesson_id, lessons);
  const std::string_view due = path_of_due(input.due_lesson_id);
  ENT_REFUSE(check_due(row.due_on, due, row.set_on, unit.today()));
  ENT_REFUSE(check_group(row.due_on, due, group->view.valid_to));
  row.given_lesson = input.given_lesson_id ? input.given_lesson_id->number() : 0;
  row.text = base::trim(input.text);
  row.minutes = input.minutes.value_or(0);
  row.named = !input.pupil_ids.empty();
  row.state = input.publish ? State::published : State::draft;
  std::vector<std::int64_t> members;
  if (row.named) {
    ENT_TRY(named, group::members_named(input.pupil_ids, group::pupils_on(unit, row.group, row.due_on)));
    members = std::move(named);
  }
  // rows
  row.id = make_id<HomeworkId>(org.value, unit.take_numbers(granted, org.value, "homework"));
  rows::insert(unit, granted, row);
  if (row.named) rows::set_pupils(unit, granted, row.id, members);
  // event
  unit.publish(granted, "homework.was_set", row.id.value);
  return shown(unit, row);
}

/// homework.change
Result<View> change_(Write<Perm::homework_write>& unit, const Change& input) {
  // facts
  const Standing facts(unit, input.id);
  const auto group = facts.row ? group::find(unit, facts.row->group) : std::nullopt;
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_homework));
  ENT_REFUSE(facts.expect());
  // rule
  rows::Row row = *facts.row;
  ENT_REFUSE(unit.expect_revision(row.revision));
  ENT_REFUSE(well_formed(input));
  const Lessons lessons(unit, row.group, input.due_lesson_id, std::nullopt);
  base::Fields fields;
  lessons.check(fields, input.due_lesson_id, "/due_lesson_id");
  ENT_REFUSE(fields.error());
  put_due(row, input.due_on, input.due_lesson_id, lessons);
  if (input.set_on) {
    row.set_on = *input.set_on;
    row.due_on = row.lesson_on.value_or(row.due_on);
  }
  if (input.due_on || input.due_lesson_id) {
    const std::string_view due = path_of_due(input.due_lesson_id);
    ENT_REFUSE(check_due(row.due_on, due, row.set_on, unit.today()));
    ENT_REFUSE(check_group(row.due_on, due, group->view.valid_to));
  }
  if (input.set_on && row.due_on < row.set_on) return base::invalid("/set_on", "homework.due_before_set");
  if (input.text) row.text = base::trim(*input.text);
  row.minutes = input.minutes.value_or(row.minutes);
  if (input.publish) row.state = *input.publish ? State::published : State::draft;
  std::vector<std::int64_t> members;
  if (input.pupil_ids && !input.pupil_ids->empty()) {
    ENT_TRY(named, group::members_named(*input.pupil_ids, group::pupils_on(unit, row.group, row.due_on)));
    members = std::move(named);
  }
  // rows
  ++row.revision;
  if (input.pupil_ids) {
    row.named = !members.empty();
    rows::set_pupils(unit, granted, row.id, members);
  }
  rows::update(unit, granted, row);
  // event
  unit.publish(granted, "homework.was_changed", input.id.value);
  return shown(unit, row);
}

/// homework.withdraw
Result<Done> withdraw_(Write<Perm::homework_write>& unit, const Withdraw& input) {
  // facts
  Standing facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_homework));
  ENT_REFUSE(facts.expect());
  // rule
  ENT_REFUSE(unit.expect_revision(facts.row->revision));
  // rows
  facts.row->state = State::taken_back;
  ++facts.row->revision;
  rows::update(unit, granted, *facts.row);
  // event
  unit.publish(granted, "homework.was_withdrawn", input.id.value);
  return Done{};
}

/// Whether it is for this pupil, who sees it.
bool is_for_member(unit::Unit& unit, const rows::Row& row, std::int64_t member) {
  const OrgId org{row.id.establishment()};
  if (row.state != State::published || row.set_on > unit.today()) return false;
  const auto groups = group::attended(unit, org, member, row.due_on, row.due_on);
  if (std::ranges::find(groups, row.group.value, &group::Attendance::group) == groups.end()) return false;
  if (!row.named) return true;
  const auto pupils = rows::pupils_of(unit, std::span(&row.id.value, 1));
  return std::ranges::find(pupils, member, &rows::Pupil::member) != pupils.end();
}

/// homework.mark_done
Result<Done> mark_done_(Write<Perm::homework_submit>& unit, const MarkDone& input) {
  // facts
  const OrgId org{input.id.establishment()};
  const PersonId pupil = input.pupil_id.value_or(PersonId{unit.actor().person});
  const Standing facts(unit, input.id);
  const auto known = person::find(unit, org, pupil);
  // guard
  ENT_TRY(granted, unit.may({.org = org.value, .person = pupil.value}, no_homework));
  if (!facts.row || !known || !is_for_member(unit, *facts.row, known->member)) return base::fail(Errc::not_found, no_homework);
  // rows
  rows::set_done(unit, granted, input.id, known->member, input.done);
  // event
  unit.publish(granted, "homework.was_ticked", input.id.value);
  return Done{};
}

}  // namespace

extern constexpr Op op_set = op<&set_>("homework.set", "0.1");
extern constexpr Op op_change = op<&change_>("homework.change", "0.1");
extern constexpr Op op_withdraw = op<&withdraw_>("homework.withdraw", "0.1");
extern constexpr Op op_mark_done = op<&mark_done_>("homework.mark_done", "0.1");

Result<View> set(Session& session, const Set& input, const CallOptions& options) {
  return run<View>(op_set, session, input, options);
}
Result<View> change(Session& session, const Change& input, const CallOptions& options) {
  return run<View>(op_change, session, input, options);
}
Result<Done> withdraw(Session& session, const Withdraw& input, const CallOptions& options) {
  return run<Done>(op_withdraw, session, input, options);
}
Result<Done> mark_done(Session& session, const MarkDone& input, const CallOptions& options) {
  return run<Done>(op_mark_done, session, input, options);
}

}  // namespace ent::homework
