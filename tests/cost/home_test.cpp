// What the home page asks of the store is fixed: by the size of the class, by the number of children, by what there is to tell.
#include <map>

#include "class_of.hpp"
#include "ent/attendance.hpp"
#include "ent/home.hpp"
#include "ent/homework.hpp"
#include "ent/skill.hpp"

namespace ent::test {
namespace {

constexpr std::int64_t most_statements = 64, most_at_first = 90;

/// The week of the class: two lessons a day, from a Monday that is not long past.
void add_week(ClassOf& world) {
  const Date today = std::chrono::floor<std::chrono::days>(world.school.clock->now());
  timetable::AddSlots slots{.org_id = world.org, .items = {}, .valid_to = today + std::chrono::days{60}, .valid_from = today};
  for (int number = 0; number < 14; ++number) {
    timetable::NewSlot slot{.weekday = static_cast<calendar::Weekday>(number % 7 + 1),
                            .begins = {480 + number / 7 * 480},
                            .ends = {535 + number / 7 * 480}};
    slot.subject_code = "030201";
    slot.group_ids = {world.division};
    slot.teacher_ids = {world.teacher_person};
    slots.items.push_back(slot);
  }
  must(timetable::add_slots(world.school.host, slots));
}

void live(ClassOf& world) {
  add_week(world);
  const Date today = std::chrono::floor<std::chrono::days>(world.school.clock->now());
  Session teacher = world.as(world.teacher_person, Profile::teacher);
  for (int day = 1; day < 4; ++day) {
    must(homework::set(teacher, {.group_id = world.division, .text = "Exercice", .due_on = today + std::chrono::days{day}}));
  }
  Session head = world.as(world.head_person, Profile::head);
  for (int pupil = 0; pupil < 3; ++pupil) {
    must(attendance::record(head, {.org_id = world.org, .pupil_id = world.pupils[static_cast<std::size_t>(pupil)],
                                   .kind = attendance::Kind::absence, .date = today}));
  }
  for (std::size_t pupil = 0; pupil < 3; ++pupil) {
    Session claiming = world.as(world.pupils[pupil], Profile::pupil);
    must(skill::claim(claiming, {.org_id = world.org, .item_id = world.skills[0], .level = 3, .evidence = "Cahier", .request = true}));
  }
}

/// The second asking: what is asked once in a session has been asked.
Count second_asking(ClassOf& world, Session session) {
  must(home::show(session, {}));
  world.counting->reset();
  const auto page = must(home::show(session, {}));
  BOOST_TEST(!page.etag.empty());
  return world.counting->count();
}

BOOST_DATA_TEST_CASE(the_home_page_costs_the_same_whatever_the_class, engines(), place) {
  std::map<std::string, Count> first;
  for (const std::size_t size : {10U, 30U, 100U}) {
    ClassOf world(place, size);
    live(world);
    const auto asked = [&](const std::string& who, PersonId person, Profile profile) {
      const Count count = second_asking(world, world.as(person, profile));
      BOOST_TEST_CONTEXT(who << " in a class of " << size) {
        BOOST_TEST_MESSAGE(who << " in a class of " << size << ": " << count);
        BOOST_TEST(count.statements <= most_statements);
        const Count& before = first.emplace(who, count).first->second;
        BOOST_TEST(count.statements == before.statements);
        BOOST_TEST(count.rows == before.rows);
      }
    };
    asked("guardian", world.guardians[0], Profile::guardian);
    asked("pupil", world.pupils[0], Profile::pupil);
    asked("teacher", world.teacher_person, Profile::teacher);
    asked("head", world.head_person, Profile::head);
  }
}

BOOST_DATA_TEST_CASE(the_home_page_costs_the_same_statements_whatever_the_number_of_children, engines(), place) {
  std::optional<std::int64_t> statements;
  for (const std::size_t children : {1U, 2U, 5U}) {
    ClassOf world(place, 10);
    live(world);
    Session head = world.as(world.head_person, Profile::head);
    for (std::size_t child = 1; child < children; ++child) {
      must(guardian::link(head, {.org_id = world.org, .pupil_id = world.pupils[child], .adult_id = world.guardians[0],
                                 .kind = guardian::Kind::legal}));
    }
    Session guardian = world.as(world.guardians[0], Profile::guardian);
    const auto page = must(home::show(guardian, {}));
    BOOST_TEST(page.pupils.size() == children);
    BOOST_TEST(page.homework_due.size() == 3 * children);
    BOOST_TEST(page.absences_to_justify.size() == std::min<std::size_t>(children, 3));
    BOOST_TEST(page.last_levels.size() == 2 * children);
    BOOST_TEST(page.last_claims.size() == std::min<std::size_t>(children, 3));
    const Count count = second_asking(world, world.as(world.guardians[0], Profile::guardian));
    BOOST_TEST_MESSAGE(children << " children: " << count);
    if (!statements) statements = count.statements;
    BOOST_TEST(count.statements == *statements);
  }
}

/// More schools, each with a class and somebody in it.
void add_schools(ClassOf& world, int count) {
  Session& host = world.school.host;
  for (int number = 0; number < count; ++number) {
    const std::string code = std::to_string(9'960'000 + number) + "A";
    const OrgId org = must(org::add(host, {.kind = org::Kind::establishment, .code = code, .name = "Collège " + code,
                                           .degree = org::Degree::second})).id;
    const GroupId division =
        must(group::add(host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A"})).id;
    const PersonId pupil = must(person::add(host, {.org_id = org, .family_name = "Nom" + code, .given_name = "Camille"})).id;
    must(group::enrol(host, {.id = division, .pupil_ids = {pupil}}));
  }
}

BOOST_AUTO_TEST_CASE(the_home_page_takes_the_same_steps_whatever_the_number_of_schools) {
  ClassOf world(Place::memory, 10);
  live(world);
  std::map<std::string, Count> first;
  for (const int more : {0, 40}) {
    add_schools(world, more);
    const auto asked = [&](const std::string& who, PersonId person, Profile profile) {
      const Count count = second_asking(world, world.as(person, profile));
      const Count& before = first.emplace(who, count).first->second;
      BOOST_TEST_MESSAGE(who << " beside " << more << " more schools: " << count);
      BOOST_TEST(count.steps > 0);
      BOOST_TEST(count.steps * 100 <= before.steps * 101);
    };
    asked("guardian", world.guardians[0], Profile::guardian);
    asked("teacher", world.teacher_person, Profile::teacher);
  }
}

/// Another class of the school, with marks and homework of its own.
void add_class(ClassOf& world, int number) {
  Session& host = world.school.host;
  const std::string code = "5" + std::to_string(number);
  const GroupId division = must(group::add(host, {.org_id = world.org, .kind = group::Kind::division, .name = code, .code = code})).id;
  std::vector<PersonId> pupils;
  for (int pupil = 0; pupil < 20; ++pupil) pupils.push_back(world.school.person("Dominique", "Nom" + code + std::to_string(pupil)));
  must(group::enrol(host, {.id = division, .pupil_ids = pupils}));
  const PersonId teacher = world.school.staff("Claude", "Nom" + code, Profile::teacher);
  const auto service = must(group::add_service(host, {.group_id = division, .teacher_id = teacher, .subject_code = "030201"})).id;
  Session at_work = world.as(teacher, Profile::teacher);
  for (int test = 0; test < 5; ++test) {
    gradebook::EnterMarks grid{must(gradebook::add_assessment(at_work, {.service_id = service, .name = "Devoir", .date = world.today})).id, {}};
    for (const PersonId pupil : pupils) grid.items.push_back({.pupil_id = pupil, .value = Decimal(12)});
    must(gradebook::enter_marks(at_work, grid));
    must(homework::set(at_work, {.group_id = division, .text = "Exercice", .due_on = world.today + std::chrono::days{1}}));
  }
}

/// SQLite would rather read what lies together of a school than look things up: what a family reads must not be all of it.
BOOST_AUTO_TEST_CASE(the_home_page_of_a_family_takes_the_same_steps_whatever_the_other_classes) {
  ClassOf world(Place::memory, 10);
  live(world);
  std::map<Profile, Count> first;
  for (const int more : {0, 6}) {
    for (int number = 0; number < more; ++number) add_class(world, number);
    for (const auto& [person, profile] : {std::pair(world.guardians[0], Profile::guardian), std::pair(world.pupils[0], Profile::pupil)}) {
      const Count count = second_asking(world, world.as(person, profile));
      BOOST_TEST_MESSAGE("beside " << more << " more classes: " << count);
      BOOST_TEST(count.steps * 100 <= first.emplace(profile, count).first->second.steps * 105);
    }
  }
}

/// A district of so many schools with a class each, and people who have to do with all of them.
struct District {
  District(ClassOf& of, std::size_t count) : world(of), host(of.school.host), today(of.today) {
    district = must(org::add(host, {.kind = org::Kind::circonscription, .code = "9990003C", .name = "Circonscription"})).id;
    inspector = known_in(district, {}, "Rey", Profile::academy);
    for (std::size_t number = 0; number < count; ++number) add_school(number);
  }

  void add_school(std::size_t number) {
    const std::string code = std::to_string(9'970'000 + number) + "A";
    const OrgId org = must(org::add(host, {.kind = org::Kind::establishment, .code = code, .name = "Collège " + code,
                                           .degree = number % 2 == 0 ? org::Degree::second : org::Degree::first,
                                           .part_of = district})).id;
    head = known_in(org, head, "Morel", Profile::head);
    teacher = known_in(org, teacher, "Garnier", Profile::teacher);
    parent = known_in(org, parent, "Petit", {});
    const PersonId pupil = must(person::add(host, {.org_id = org, .family_name = "Petit", .given_name = "Lou " + code})).id;
    const GroupId division = must(group::add(host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A"})).id;
    must(group::enrol(host, {.id = division, .pupil_ids = {pupil}}));
    must(group::add_service(host, {.group_id = division, .teacher_id = teacher, .subject_code = "030201"}));
    Session leading = world.as(head, Profile::head);
    must(guardian::link(leading, {.org_id = org, .pupil_id = pupil, .adult_id = parent, .kind = guardian::Kind::legal}));
    if (number % 2 == 0) add_lessons(org, division);
  }

  /// One that has begun, of each day of the week.
  void add_lessons(OrgId org, GroupId division) {
    timetable::AddSlots slots{.org_id = org, .items = {}, .valid_to = today + std::chrono::days{60}, .valid_from = today};
    for (int day = 1; day <= 7; ++day) {
      timetable::NewSlot& slot = slots.items.emplace_back(static_cast<calendar::Weekday>(day), TimeOfDay{0}, TimeOfDay{60});
      slot.subject_code = "030201";
      slot.group_ids = {division};
      slot.teacher_ids = {teacher};
    }
    must(timetable::add_slots(host, slots));
  }

  PersonId known_in(OrgId org, PersonId known, const std::string& name, std::optional<Profile> profile) {
    const Date birth = today - std::chrono::days{40 * 365};
    const PersonId id = must(person::add(host, {.org_id = org, .family_name = name, .given_name = "Camille", .birth_date = birth,
                                                .on_match = person::OnMatch::take})).id;
    BOOST_TEST((known == PersonId{} || id == known));
    if (profile) must(person::affiliate(host, {.org_id = org, .person_id = id, .profile = *profile}));
    return id;
  }

  ClassOf& world;
  Session& host;
  Date today;
  OrgId district{};
  PersonId inspector{}, head{}, teacher{}, parent{};
};

/// The first call of a session reads all that rights rest on, of all of the schools.
BOOST_DATA_TEST_CASE(the_first_home_page_costs_the_same_statements_whatever_the_number_of_schools, engines(), place) {
  std::map<std::string, Count> first;
  for (const std::size_t schools : {8U, 20U}) {
    ClassOf world(place, 10);
    District district(world, schools);
    const auto asked = [&](const std::string& who, PersonId person, Profile profile, auto told) {
      Session session = world.as(person, profile);
      world.counting->reset();
      const auto page = must(home::show(session, {}));
      const Count count = world.counting->count();
      BOOST_TEST_CONTEXT(who << " of " << schools << " schools") {
        BOOST_TEST_MESSAGE(who << " of " << schools << " schools, at first: " << count);
        BOOST_TEST(told(page) == schools);
        BOOST_TEST(count.statements <= most_at_first);
        BOOST_TEST(count.statements == first.emplace(who, count).first->second.statements);
      }
    };
    const auto listed = [](const home::View& page) { return page.schools.size(); };
    asked("inspector", district.inspector, Profile::academy, [](const home::View& page) { return page.schools.size() - 1; });
    asked("head", district.head, Profile::head, listed);
    asked("teacher", district.teacher, Profile::teacher, listed);
    asked("guardian", district.parent, Profile::guardian, [](const home::View& page) { return page.pupils.size(); });
  }
}

}  // namespace
}  // namespace ent::test
