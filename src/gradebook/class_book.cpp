#include "gradebook/class_book.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/each_once.hpp"
#include "gradebook/adjustment_rows.hpp"
#include "gradebook/asked_pupils.hpp"
#include "gradebook/box_rows.hpp"
#include "gradebook/kept_stays.hpp"
#include "gradebook/subject_book.hpp"
#include "group/divisions.hpp"

namespace ent::gradebook {
namespace {

/// (member, group): who is where on a day.
using Whereabouts = std::set<std::pair<std::int64_t, std::int64_t>>;

/// Pupils of a published period are in the divisions that it keeps, wherever they are said to have been since.
Whereabouts whereabouts(const ClassBook& book, std::span<const Counted> pupils, bool published, Date day) {
  Whereabouts found;
  for (const Counted& pupil : pupils) found.emplace(pupil.member, pupil.place.division);
  for (const group::Attendance& stay : book.stays) {
    const std::int64_t group = GroupId{stay.group}.number();
    if (published && book.divisions.contains(group)) continue;
    if (stay.period.contains(day)) found.emplace(stay.member, group);
  }
  return found;
}

/// The divisions among the groups of these stays, by number.
std::set<std::int64_t> divisions_in(unit::Unit& unit, OrgId org, std::span<const group::Attendance> stays) {
  std::vector<GroupId> groups;
  for (const group::Attendance& stay : stays) groups.push_back(GroupId{stay.group});
  base::keep_each_once(groups);
  std::set<std::int64_t> divisions;
  for (const group::Placed& group : group::placed(unit, org, groups)) {
    if (group.kind == group::Kind::division) divisions.insert(group.id.number());
  }
  return divisions;
}

/// Assessments, and in which group each was.
using GroupOf = std::unordered_map<std::int64_t, std::int64_t>;

void leave_behind(std::vector<rows::GroupMark>& marks, const ClassBook& book, const Whereabouts& where) {
  GroupOf group_of;
  for (const BareAssessment& assessment : book.assessments) group_of.emplace(assessment.id.value, assessment.group);
  std::erase_if(marks, [&](const rows::GroupMark& mark) { return !where.contains({mark.member, group_of.at(mark.assessment.value)}); });
}

/// An assessment up to today is about those who are in its group on its day, or about those whom it names.
std::vector<rows::GroupMark> missing_of(const ClassBook& book, const NamedPupils& named, Date today) {
  std::vector<rows::GroupMark> found;
  for (const BareAssessment& assessment : book.assessments) {
    if (assessment.date > today) continue;
    const GroupId group = make_id<GroupId>(assessment.id.establishment(), assessment.group);
    for (const group::Attendance& stay : std::ranges::equal_range(book.stays, group.value, {}, &group::Attendance::group)) {
      if (!stay.period.contains(assessment.date) || !named.asks(assessment.id, stay.member)) continue;
      found.push_back({stay.member, assessment.id, MarkKind::not_entered, 0});
    }
  }
  return found;
}

}  // namespace

ClassBook class_book(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::int64_t group, const Span& days,
                     const Subjects& subjects, std::span<const Formula* const> formulas) {
  ClassBook book;
  book.assessments = rows::of_classmates(unit, org, members, days);
  if (subjects) {
    std::erase_if(book.assessments, [&](const BareAssessment& one) { return std::ranges::find(*subjects, one.subject) == subjects->end(); });
  }
  std::vector<std::int64_t> numbers, groups;
  for (const BareAssessment& assessment : book.assessments) {
    numbers.push_back(assessment.id.number());
    groups.push_back(assessment.group);
  }
  base::keep_each_once(numbers);  // in the order of the keys of marks
  base::keep_each_once(groups);
  book.marks = rows::marks_in(unit, org, members, numbers);
  book.points = rows::points_given(unit, org, members, days);
  book.boxes = rows::boxes_of_groups(unit, org, groups, days.last_day);
  const bool missing = std::ranges::any_of(formulas, [&](const Formula* one) { return looks_at_missing(*one, book.boxes); });
  const bool stays = std::ranges::any_of(formulas, [](const Formula* one) { return one->moved == MovedRule::stay; });
  const bool kept = std::ranges::any_of(formulas, [](const Formula* one) { return one->frozen_at.has_value(); });
  if (missing || stays) {
    book.stays = kept ? attended_as_kept(unit, org, members, group, days)
                      : group::attended(unit, org, members, days.first_day, days.last_day);
  }
  if (missing) book.missing = missing_of(book, NamedPupils(unit, org, numbers), unit.today());
  if (stays) book.divisions = divisions_in(unit, org, book.stays);
  return book;
}

std::vector<rows::GroupMark> marks_that_count(const ClassBook& book, const Formula& formula, std::span<const Counted> pupils, Date day) {
  std::vector<rows::GroupMark> marks;
  if (looks_at_missing(formula, book.boxes)) marks = book.missing;
  marks.insert(marks.end(), book.marks.begin(), book.marks.end());  // after what is missing: what is entered stands
  if (formula.moved == MovedRule::stay) {
    leave_behind(marks, book, whereabouts(book, pupils, formula.frozen_at.has_value(), day));
  }
  return marks;
}

std::map<std::string, PointsByMember> points_that_count(const ClassBook& book, const Formula& formula, std::span<const Counted> pupils,
                                                        const Span& days) {
  std::vector<GivenPoints> given = book.points;
  if (formula.moved == MovedRule::stay) {
    const Whereabouts where = whereabouts(book, pupils, formula.frozen_at.has_value(), days.last_day);
    std::erase_if(given, [&](const GivenPoints& one) { return !where.contains({one.member, one.group}); });
  }
  return points_by_member(given, days);
}

AssessmentsBySubject by_subject(std::span<const BareAssessment> assessments, const Span& days) {
  AssessmentsBySubject subjects;
  while (!assessments.empty()) {
    const std::string& subject = assessments.front().subject;
    const auto of = std::ranges::equal_range(assessments, subject, {}, &BareAssessment::subject);
    const auto first = std::ranges::lower_bound(of, days.first_day, {}, &BareAssessment::date);
    const auto end = std::ranges::upper_bound(of, days.last_day, {}, &BareAssessment::date);
    if (first != end) subjects.emplace(subject, std::span(first, end));
    assessments = assessments.subspan(of.size());
  }
  return subjects;
}

}  // namespace ent::gradebook
