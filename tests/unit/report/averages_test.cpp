// The averages of a class's reports are those of each pupil's grade book, wherever their marks were given.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/period.hpp"
#include "ent/report.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace {

using namespace ent;
using namespace ent::test;
using std::chrono::days;

const Date september{std::chrono::year{2026} / 9 / 1};
const Date october{std::chrono::year{2026} / 10 / 12};
const Date november{std::chrono::year{2026} / 11 / 27};

/// Two classes, a group drawn out of both, and a pupil who changes class in October.
struct Trimester {
  School school{Place::memory};
  PersonId teacher = school.staff("Paul", "Moreau", Profile::teacher);
  PersonId head = school.staff("Anne", "Durand", Profile::head);
  GroupId class_a = division("4A"), class_b = division("4B");
  std::vector<PersonId> pupils{};
  PeriodId period{};
  std::mt19937 random{20260901};

  GroupId division(const std::string& code) {
    return must(group::add(school.host, {.org_id = school.org, .kind = group::Kind::division, .name = code, .code = code,
                                         .levels = {"4"}, .valid_from = september}))
        .id;
  }

  Trimester() {
    for (int i = 0; i < 8; ++i) pupils.push_back(school.person("Élève", "Nom" + std::to_string(i)));
    enrol(class_a, {pupils.begin(), pupils.begin() + 5}, september);
    enrol(class_b, {pupils.begin() + 5, pupils.end()}, september);
    const GroupId latin = must(group::add(school.host, {.org_id = school.org, .kind = group::Kind::group, .name = "Latin", .code = "LAT",
                                                        .division_ids = {class_a, class_b}, .member_ids = {pupils[0], pupils[1], pupils[6]},
                                                        .valid_from = september}))
                              .id;
    period = must(period::set(school.host, {.org_id = school.org, .school_year = 2026, .code = "trimestres",
                                            .items = {{"1er trimestre", september, november}}}))
                 .periods.front()
                 .id;
    for (const auto& [group, subject] : std::multimap<GroupId, std::string>{
             {class_a, "MATHS"}, {class_a, "HIST"}, {class_b, "MATHS"}, {class_b, "HIST"}, {latin, "LATIN"}}) {
      enter(must(group::add_service(school.host, {.group_id = group, .teacher_id = teacher, .subject_code = subject, .valid_from = september})).id);
    }
    enrol(class_a, {pupils[5]}, october);
  }

  void enrol(GroupId group, std::vector<PersonId> people, Date day) {
    must(group::enrol(school.host, {.id = group, .pupil_ids = std::move(people), .level = "4", .valid_from = day}));
  }

  /// Assessments before the change of class and after it, with marks of all sorts for about three in four.
  void enter(ServiceId service) {
    Session by_teacher = acting(school.portal, teacher, Profile::teacher);
    for (int number = 0; number < 5; ++number) {
      const AssessmentId id = must(gradebook::add_assessment(by_teacher, {.service_id = service, .name = "Devoir", .date = september + days{7 * number},
                                                                          .maximum = number % 2 == 0 ? 20 : 10, .coefficient = 1 + number % 3,
                                                                          .part = static_cast<gradebook::Part>(1 + number % 3), .formative = number == 4}))
                                  .id;
      gradebook::EnterMarks marks{.id = id};
      for (const gradebook::Mark& mark : must(gradebook::marks(by_teacher, {id})).items) {
        const auto drawn = static_cast<std::int32_t>(random() % 12);
        if (drawn > 10) continue;
        gradebook::Entry entry{.pupil_id = mark.pupil.id};
        if (drawn > 9) entry.kind = gradebook::MarkKind::absent_zero;
        else entry.value = Decimal(drawn);
        marks.items.push_back(entry);
      }
      must(gradebook::enter_marks(by_teacher, marks));
    }
  }
};

std::string shown(const std::optional<Decimal>& average) { return average ? average->text() : "none"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(report_averages)

BOOST_AUTO_TEST_CASE(are_those_of_the_grade_book_of_each_pupil) {
  Trimester trimester;
  Session head = acting(trimester.school.portal, trimester.head, Profile::head);
  const auto reports = must(report::of_class(head, {trimester.class_a, trimester.period})).items;
  BOOST_REQUIRE_EQUAL(reports.size(), 6U);
  int compared = 0;
  for (const report::Standing& standing : reports) {
    const report::Report& report = standing.report;
    const auto averages = must(gradebook::averages(head, {.org_id = trimester.school.org, .pupil_id = report.pupil.id, .period_id = trimester.period}));
    BOOST_TEST(shown(report.general->shown) == shown(averages.general));
    for (const gradebook::SubjectAverage& subject : averages.items) {
      const auto line = std::ranges::find(report.lines, subject.subject_code, &report::Line::subject_code);
      BOOST_REQUIRE((line != report.lines.end()));
      BOOST_TEST(shown(line->average->shown) == shown(subject.average), report.pupil.family_name << " " << *subject.subject_code);
      compared += subject.average ? 1 : 0;
    }
  }
  BOOST_TEST(compared > 10);
}

BOOST_AUTO_TEST_CASE(and_the_table_of_a_group_has_them) {
  Trimester trimester;
  Session head = acting(trimester.school.portal, trimester.head, Profile::head);
  for (const bool published : {false, true}) {
    for (const auto state : {gradebook::PeriodState::locked, gradebook::PeriodState::published}) {
      if (published) must(gradebook::set_period_state(head, {.period_id = trimester.period, .state = state, .group_ids = {trimester.class_a}}));
    }
    const auto table = must(gradebook::table(head, {.group_id = trimester.class_a, .period_id = trimester.period}));
    BOOST_TEST(table.frozen_at.has_value() == published);
    BOOST_REQUIRE_EQUAL(table.items.size(), 6U);
    for (const gradebook::TableRow& row : table.items) {
      const auto own = must(gradebook::averages(head, {.org_id = trimester.school.org, .pupil_id = row.pupil.id, .period_id = trimester.period}));
      BOOST_TEST(shown(row.general) == shown(own.general));
      BOOST_TEST(row.policy == own.policy);
      for (const gradebook::TableAverage& cell : row.averages) {
        const auto subject = std::ranges::find(own.items, cell.subject_code, &gradebook::SubjectAverage::subject_code);
        BOOST_TEST(shown(cell.average) == (subject == own.items.end() ? "none" : shown(subject->average)));
        if (subject != own.items.end()) BOOST_TEST(cell.coefficient.text() == subject->coefficient.text());
      }
      const auto there = [&](const gradebook::SubjectAverage& subject) {
        return std::ranges::find(row.averages, subject.subject_code, &gradebook::TableAverage::subject_code) != row.averages.end();
      };
      BOOST_TEST(std::ranges::all_of(own.items, there));
    }
  }
}

BOOST_AUTO_TEST_CASE(and_so_are_those_of_a_group_whoever_has_changed_class) {
  Trimester trimester;
  Session head = acting(trimester.school.portal, trimester.head, Profile::head);
  const auto group = must(gradebook::group_averages(head, {.group_id = trimester.class_a, .period_id = trimester.period}));
  std::map<std::string, std::vector<Decimal>> averages;
  const auto reports = must(report::of_class(head, {trimester.class_a, trimester.period})).items;
  for (const report::Standing& standing : reports) {
    const auto own = must(gradebook::averages(head, {.org_id = trimester.school.org, .pupil_id = standing.report.pupil.id, .period_id = trimester.period}));
    for (const gradebook::SubjectAverage& subject : own.items) {
      if (subject.average) averages[*subject.subject_code].push_back(*subject.average);
    }
  }
  BOOST_TEST(group.items.size() == averages.size());
  for (const gradebook::GroupSubject& subject : group.items) {
    const std::vector<Decimal>& own = averages[*subject.subject_code];
    BOOST_TEST(static_cast<std::size_t>(subject.marked) == own.size());
    BOOST_TEST((subject.minimum == *std::ranges::min_element(own)));
    BOOST_TEST((subject.maximum == *std::ranges::max_element(own)));
    const auto& lines = reports.front().report.lines;
    const auto line = std::ranges::find(lines, subject.subject_code, &report::Line::subject_code);
    if (line != lines.end()) BOOST_TEST(shown(line->average->among.mean) == shown(subject.mean));
  }
}

/// A class of two levels, with a policy for one of them: each pupil's averages go by their own level.
BOOST_AUTO_TEST_CASE(go_by_the_level_of_each_pupil) {
  Trimester trimester;
  const PersonId younger = trimester.pupils[7];
  must(group::enrol(trimester.school.host, {.id = trimester.class_a, .pupil_ids = {younger}, .level = "5", .valid_from = october}));
  must(gradebook::set_policy(trimester.school.host, {.org_id = trimester.school.org, .policy = "gepi", .period_id = trimester.period, .level = "5"}));
  Session head = acting(trimester.school.portal, trimester.head, Profile::head);
  for (const report::Standing& standing : must(report::of_class(head, {trimester.class_a, trimester.period})).items) {
    const PersonId pupil = standing.report.pupil.id;
    const auto own = must(gradebook::averages(head, {.org_id = trimester.school.org, .pupil_id = pupil, .period_id = trimester.period}));
    BOOST_TEST(standing.report.policy == (pupil == younger ? "gepi" : "fr-exact"));
    BOOST_TEST(standing.report.policy == own.policy);
    BOOST_TEST(shown(standing.report.general->shown) == shown(own.general), standing.report.pupil.family_name);
  }
}

BOOST_AUTO_TEST_CASE(of_one_pupil_are_those_of_the_class) {
  Trimester trimester;
  Session head = acting(trimester.school.portal, trimester.head, Profile::head);
  for (const report::Standing& standing : must(report::of_class(head, {trimester.class_a, trimester.period})).items) {
    const auto alone = must(report::of_pupil(head, {trimester.school.org, standing.report.pupil.id, trimester.period}));
    BOOST_REQUIRE_EQUAL(alone.report.lines.size(), standing.report.lines.size());
    BOOST_TEST(shown(alone.report.general->among.mean) == shown(standing.report.general->among.mean));
    for (std::size_t i = 0; i < alone.report.lines.size(); ++i) {
      BOOST_TEST(shown(alone.report.lines[i].average->shown) == shown(standing.report.lines[i].average->shown));
      BOOST_TEST(shown(alone.report.lines[i].average->among.maximum) == shown(standing.report.lines[i].average->among.maximum));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
