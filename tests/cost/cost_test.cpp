// What operations ask of the store is fixed, whatever the size of the class: statements and waits, and rows as many
// as the answer needs.
#include <map>

#include "class_of.hpp"
#include "ent/audit.hpp"
#include "ent/lsu.hpp"

namespace ent::test {
namespace {

constexpr std::int64_t rows_of_the_guard = 16;  ///< Rights, session, unit: as many for one item as for hundreds.

/// An operation, and how many items it answered or wrote.
struct Case {
  const char* name;
  Profile as;
  std::size_t (*run)(Session&, ClassOf&, std::size_t time);
  // The waits of a write that changes rights, and what a question about everybody reads, are more than is aimed at.
  std::int64_t most_round_trips = 3;
  std::int64_t most_rows_an_item = 5;
};

std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name << (one.as == Profile::teacher ? " as teacher" : " as head"); }

template <class Answer>
std::size_t items(Result<Answer> answer) {
  return must(std::move(answer)).items.size();
}

template <class Answer>
std::size_t done(Result<Answer> answer, std::size_t count = 1) {
  must(std::move(answer));
  return count;
}

using S = Session;
using C = ClassOf;

const Case cases[] = {
    {"org.get", Profile::head, [](S& s, C& c, std::size_t) { return done(org::get(s, {.id = c.org})); }},
    {"org.list", Profile::head, [](S& s, C&, std::size_t) { return items(org::list(s, {})); }},
    {"person.get", Profile::teacher,
     [](S& s, C& c, std::size_t) { return done(person::get(s, {.org_id = c.org, .person_id = c.pupils[3]})); }},
    {"person.details", Profile::head,
     [](S& s, C& c, std::size_t) { return done(person::details(s, {.org_id = c.org, .person_id = c.pupils[3]})); }},
    {"person.list", Profile::head,
     [](S& s, C& c, std::size_t) { return items(person::list(s, {.org_id = c.org, .limit = 500})); }},
    {"person.list", Profile::teacher,
     [](S& s, C& c, std::size_t) { return items(person::list(s, {.org_id = c.org, .limit = 500})); }},
    {"person.search", Profile::head,
     [](S& s, C&, std::size_t) { return items(person::search(s, {.words = "nom", .limit = 500})); }},
    {"person.search", Profile::teacher,
     [](S& s, C&, std::size_t) { return items(person::search(s, {.words = "nom", .limit = 500})); }},
    {"person.affiliations", Profile::head,
     [](S& s, C& c, std::size_t) { return items(person::affiliations(s, {.org_id = c.org, .person_id = c.pupils[3]})); }},
    {"group.get", Profile::teacher, [](S& s, C& c, std::size_t) { return done(group::get(s, {.id = c.division})); }},
    {"group.list", Profile::head, [](S& s, C& c, std::size_t) { return items(group::list(s, {.org_id = c.org})); }},
    {"group.members", Profile::head, [](S& s, C& c, std::size_t) { return items(group::members(s, {.id = c.division})); }},
    {"group.members", Profile::teacher,
     [](S& s, C& c, std::size_t) { return items(group::members(s, {.id = c.division})); }},
    {"group.memberships", Profile::head,
     [](S& s, C& c, std::size_t) { return items(group::memberships(s, {.org_id = c.org, .person_id = c.pupils[3]})); }},
    {"group.roles", Profile::head, [](S& s, C& c, std::size_t) { return items(group::roles(s, {.id = c.division})); }},
    {"group.services", Profile::head, [](S& s, C& c, std::size_t) { return items(group::services(s, {.org_id = c.org})); }},
    {"group.team", Profile::head, [](S& s, C& c, std::size_t) { return items(group::team(s, {.id = c.division})); }},
    {"group.families", Profile::head,
     [](S& s, C& c, std::size_t) { return items(group::families(s, {.group_id = c.division, .limit = 500})); },
     4},
    {"group.contacts", Profile::head,
     [](S& s, C& c, std::size_t) { return items(group::contacts(s, {.id = c.division})); },
     8},
    {"guardian.of_pupil", Profile::head,
     [](S& s, C& c, std::size_t) { return items(guardian::of_pupil(s, {.org_id = c.org, .pupil_id = c.pupils[3]})); }},
    {"guardian.of_adult", Profile::head,
     [](S& s, C& c, std::size_t) { return items(guardian::of_adult(s, {.org_id = c.org, .adult_id = c.guardians[3]})); }},
    {"account.issue_activations", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(account::issue_activations(s, {.org_id = c.org, .renew = true, .limit = 500, .group_id = c.division}));
     },
     10, 7},
    {"account.issue_activations of guardians", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(account::issue_activations(
           s, {.org_id = c.org, .profile = Profile::guardian, .renew = true, .limit = 500, .group_id = c.division}));
     },
     14, 9},
    {"account.list", Profile::head,
     [](S& s, C& c, std::size_t) { return items(account::list(s, {.org_id = c.org, .group_id = c.division, .limit = 500})); },
     4},
    {"group.set_regime", Profile::head,
     [](S& s, C& c, std::size_t time) {
       const auto regime = time % 2 == 0 ? group::Regime::boarder : group::Regime::day_pupil;
       return done(group::set_regime(s, {.org_id = c.org, .pupil_ids = c.pupils, .regime = regime}), c.pupils.size());
     },
     4},
    {"rights.who_can", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(rights::who_can(s, {.permission = "person.read", .org_id = c.org, .person_id = c.pupils[3]}));
     },
     14, 8},
    {"group.add", Profile::head,
     [](S& s, C& c, std::size_t time) {
       return done(group::add(s, {.org_id = c.org,
                                  .kind = group::Kind::manual,
                                  .name = "Club " + std::to_string(time),
                                  .member_ids = c.pupils}),
                   c.pupils.size());
     },
     6},
    {"group.add_members", Profile::head,
     [](S& s, C& c, std::size_t time) {
       return done(group::add_members(s, {.id = c.teaching_groups[time], .member_ids = c.pupils}), c.pupils.size());
     },
     5},
    {"group.remove_members", Profile::head,
     [](S& s, C& c, std::size_t time) {
       return done(group::remove_members(s, {.id = c.teaching_groups[time], .member_ids = c.pupils}), c.pupils.size());
     },
     5},
    {"group.enrol", Profile::head,
     [](S& s, C& c, std::size_t) { return done(group::enrol(s, {.id = c.division, .pupil_ids = c.pupils}), c.pupils.size()); },
     7},
    {"gradebook.marks", Profile::teacher,
     [](S& s, C& c, std::size_t) { return items(gradebook::marks(s, {.id = c.assessments[0]})); },
     5},
    {"gradebook.enter_marks", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       gradebook::EnterMarks grid{c.assessments[0], {}};
       for (const PersonId pupil : c.pupils) grid.items.push_back({.pupil_id = pupil, .value = Decimal(static_cast<int>(time) + 8)});
       return done(gradebook::enter_marks(s, grid), c.pupils.size());
     },
     13},
    {"gradebook.import_marks", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       gradebook::ImportMarks table{c.service, c.assessments, {}};
       const std::string mark = std::to_string(time + 4);
       for (const PersonId pupil : c.pupils) table.items.push_back({.cells = {mark, mark}, .pupil_id = pupil});
       return items(gradebook::import_marks(s, table));
     },
     16},
    {"gradebook.averages", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(gradebook::averages(s, {.org_id = c.org, .pupil_id = c.pupils[3], .first_day = c.today, .last_day = c.today}));
     },
     10, 10},
    {"gradebook.what_if", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(gradebook::what_if(s, {.org_id = c.org, .pupil_id = c.pupils[3],
                                           .items = {{.subject_code = "030201", .value = Decimal(18)}},
                                           .first_day = c.today, .last_day = c.today}));
     },
     12, 10},
    {"gradebook.group_averages", Profile::head,
     [](S& s, C& c, std::size_t) {
       return done(gradebook::group_averages(s, {.group_id = c.division, .first_day = c.today, .last_day = c.today}), c.pupils.size());
     },
     12},
    {"gradebook.table", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(gradebook::table(s, {.group_id = c.division, .first_day = c.today, .last_day = c.today, .ranks = true}));
     },
     14},
    {"gradebook.adjust", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       gradebook::Adjust column{c.service, c.open, {}};
       for (const PersonId pupil : c.pupils) column.items.push_back({.pupil_id = pupil, .points = Decimal(static_cast<int>(time) + 1)});
       return done(gradebook::adjust(s, column), c.pupils.size());
     },
     16},
    {"gradebook.adjustments", Profile::head,
     [](S& s, C& c, std::size_t) { return items(gradebook::adjustments(s, {.group_id = c.division, .period_id = c.open})); },
     4},
    {"gradebook.set_boxes", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       gradebook::SetBoxes boxes{.service_id = c.service, .valid_from = c.today + std::chrono::days{300}};
       for (std::size_t i = 0; i <= time; ++i) boxes.items.push_back({.code = std::to_string(i), .name = "Partie"});
       return done(gradebook::set_boxes(s, boxes));
     },
     9},
    {"gradebook.boxes", Profile::head,
     [](S& s, C& c, std::size_t) { return items(gradebook::boxes(s, {.group_id = c.division})); }},
    {"skill.levels", Profile::teacher,
     [](S& s, C& c, std::size_t) { return items(skill::levels(s, {.id = c.evaluation})); },
     4},
    {"skill.enter_levels", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       skill::EnterLevels grid{c.evaluation, {}};
       const auto level = static_cast<std::int32_t>(3 + time % 2);
       for (const PersonId pupil : c.pupils) {
         for (const SkillItemId item : c.skills) grid.items.push_back({.pupil_id = pupil, .item_id = item, .level = level});
       }
       return done(skill::enter_levels(s, grid), c.pupils.size() * c.skills.size());
     },
     10},
    {"skill.import_levels", Profile::teacher,
     [](S& s, C& c, std::size_t time) {
       skill::ImportLevels table{c.evaluation, c.skill_codes, {}};
       const std::vector<std::string> cells(c.skills.size(), time % 2 == 0 ? "F" : "S");
       for (const PersonId pupil : c.pupils) table.items.push_back({.cells = cells, .pupil_id = pupil});
       return items(skill::import_levels(s, table));
     },
     11},
    {"skill.balance", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(skill::balance(s, {.org_id = c.org, .pupil_id = c.pupils[3], .referential_id = c.referential}));
     },
     10, 10},
    {"skill.group_balance", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(skill::group_balance(s, {.group_id = c.division, .referential_id = c.referential}));
     },
     11, 5},
    {"lsu.check", Profile::head,
     [](S& s, C& c, std::size_t) { return items(lsu::check(s, {.period_id = c.later, .division_ids = {c.division}})); },
     14},
    {"lsu.check of drafts", Profile::head,
     [](S& s, C& c, std::size_t) {
       return items(lsu::check(s, {.period_id = c.later, .division_ids = {c.division}, .draft = true}));
     },
     41, 11},
    {"lsu.check_cycle", Profile::head,
     [](S& s, C& c, std::size_t) { return items(lsu::check_cycle(s, {.period_id = c.later, .division_ids = {c.division}, .cycle = 3})); },
     12},
    {"gradebook.period_states", Profile::head,
     [](S& s, C& c, std::size_t) { return items(gradebook::period_states(s, {.period_id = c.later, .history = true})); }},
};

/// What an operation costs a session that has asked nothing yet, and when it is called again.
struct Measured {
  Count first;
  Count again;
  std::size_t items = 0;
};

Measured measure(const Case& one, ClassOf& world) {
  Session session = world.as(one.as == Profile::teacher ? world.teacher_person : world.head_person, one.as);
  Measured measured;
  for (const std::size_t time : {0U, 1U, 2U}) {
    world.counting->reset();
    measured.items = one.run(session, world, time);
    (time == 0 ? measured.first : measured.again) = world.counting->count();
  }
  return measured;
}

BOOST_DATA_TEST_CASE(what_an_operation_asks_does_not_grow_with_the_class, engines(), place) {
  std::map<const Case*, Measured> of_small_class;
  for (const std::size_t size : {10U, 30U, 100U}) {
    ClassOf world(place, size);
    for (const Case& one : cases) {
      BOOST_TEST_CONTEXT(one << ", a class of " << size << ", " << place) {
        const Measured now = measure(one, world);
        BOOST_TEST_MESSAGE(one << ", class of " << size << ": " << now.items << " items, " << now.again << "; at first "
                               << now.first);
        BOOST_TEST(now.items > 0U);
        const Measured& small = of_small_class.emplace(&one, now).first->second;
        BOOST_TEST(now.first.statements == small.first.statements);
        BOOST_TEST(now.again.statements == small.again.statements);
        BOOST_TEST(now.again.round_trips == small.again.round_trips);
        BOOST_TEST(now.again.round_trips <= one.most_round_trips);
        const auto answered = static_cast<std::int64_t>(now.items);
        BOOST_TEST(now.again.rows <= rows_of_the_guard + one.most_rows_an_item * answered);
      }
    }
  }
}

/// A file of reports that are published asks as much for one class as for several.
BOOST_DATA_TEST_CASE(what_a_file_asks_does_not_grow_with_the_classes, engines(), place) {
  ClassOf world(place, 10);
  std::vector<GroupId> divisions{world.division};
  for (const char* code : {"6B", "6C", "6D"}) {
    divisions.push_back(
        must(group::add(world.school.host, {.org_id = world.org, .kind = group::Kind::division, .name = code, .code = code})).id);
  }
  std::optional<std::int64_t> of_one;
  for (const std::size_t classes : {1U, 4U}) {
    Session session = world.as(world.head_person, Profile::head);
    const lsu::OfReports asked{.period_id = world.later, .division_ids = {divisions.begin(), divisions.begin() + static_cast<std::ptrdiff_t>(classes)}};
    must(lsu::check(session, asked));
    world.counting->reset();
    BOOST_TEST(must(lsu::check(session, asked)).items.size() == 10U);
    const std::int64_t statements = world.counting->count().statements;
    BOOST_TEST_MESSAGE(classes << " classes: " << statements << " statements");
    BOOST_TEST(statements == of_one.value_or(statements));
    of_one = statements;
  }
}

/// An académie with so many collèges, each with a head.
struct AcademyOf {
  AcademyOf(Place place, int schools) : school(place), academy(add(org::Kind::academy, "90", {})) {
    inspector = must(person::add(school.host, {.org_id = academy, .family_name = "Roche", .given_name = "Inès"})).id;
    must(person::affiliate(school.host, {.org_id = academy, .person_id = inspector, .profile = Profile::academy}));
    for (int number = 0; number < schools; ++number) {
      const OrgId one = add(org::Kind::establishment, "090000" + std::to_string(number) + "A", academy);
      const PersonId head = must(person::add(school.host, {.org_id = one, .family_name = "Morel", .given_name = "Ugo"})).id;
      must(person::affiliate(school.host, {.org_id = one, .person_id = head, .profile = Profile::head}));
    }
    counting.emplace(school.portal);
  }

  OrgId add(org::Kind kind, const std::string& code, std::optional<OrgId> part_of) {
    std::optional<org::Degree> degree;
    if (kind == org::Kind::establishment) degree = org::Degree::second;
    return must(org::add(school.host, {.kind = kind, .code = code, .name = code, .degree = degree, .part_of = part_of})).id;
  }

  School school;
  OrgId academy;
  PersonId inspector{};
  std::optional<Counting> counting{};
};

BOOST_DATA_TEST_CASE(what_a_listing_asks_does_not_grow_with_the_academy, engines(), place) {
  std::optional<std::int64_t> of_units, of_heads;
  for (const int schools : {2, 9}) {
    AcademyOf world(place, schools);
    const auto fresh = [&] { return acting(world.school.portal, world.inspector, Profile::academy); };
    world.counting->reset();
    Session first = fresh();
    BOOST_TEST(must(org::list(first, {})).items.size() == static_cast<std::size_t>(schools) + 1);
    const std::int64_t units = world.counting->count().statements;
    BOOST_TEST(units == of_units.value_or(units));
    of_units = units;
    world.counting->reset();
    Session second = fresh();
    BOOST_TEST(must(group::heads(second, {.org_id = world.academy})).items.size() == static_cast<std::size_t>(schools));
    const std::int64_t heads = world.counting->count().statements;
    BOOST_TEST(heads == of_heads.value_or(heads));
    of_heads = heads;
  }
}

/// A pupil of so many schools, and an adult who is known in one.
struct PupilOf {
  PupilOf(Place place, int schools) : school(place) {
    pupil = enrolled(school.org);
    for (int number = 1; number < schools; ++number) {
      const OrgId other = must(org::add(school.host, {.kind = org::Kind::establishment,
                                                      .code = "090000" + std::to_string(number) + "A",
                                                      .name = "Autre collège",
                                                      .degree = org::Degree::second}))
                              .id;
      BOOST_TEST((enrolled(other) == pupil));
    }
    adult = school.person("Dominique", "Exemple");
    head = school.staff("Hélène", "Morel", Profile::head);
    counting.emplace(school.portal);
  }

  PersonId enrolled(OrgId org) {
    const PersonId id = must(person::add(school.host, {.org_id = org,
                                                       .family_name = "Exemple",
                                                       .given_name = "Lou",
                                                       .birth_date = Date{std::chrono::days{16'000}},
                                                       .on_match = person::OnMatch::take}))
                            .id;
    const GroupId division =
        must(group::add(school.host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A"})).id;
    must(group::enrol(school.host, {.id = division, .pupil_ids = {id}}));
    return id;
  }

  School school;
  PersonId pupil{}, adult{}, head{};
  std::optional<Counting> counting{};
};

BOOST_DATA_TEST_CASE(what_a_link_asks_does_not_grow_with_the_schools_of_the_pupil, engines(), place) {
  std::optional<std::int64_t> of_two;
  for (const int schools : {2, 7}) {
    PupilOf world(place, schools);
    Session head = acting(world.school.portal, world.head, Profile::head);
    const guardian::Link link{.org_id = world.school.org, .pupil_id = world.pupil, .adult_id = world.adult,
                              .kind = guardian::Kind::legal};
    must(guardian::link(head, link));  // the adult gets a number in each school
    must(guardian::end(head, {.org_id = link.org_id, .pupil_id = link.pupil_id, .adult_id = link.adult_id}));
    world.counting->reset();
    must(guardian::link(head, link));
    const std::int64_t statements = world.counting->count().statements;
    BOOST_TEST(statements == of_two.value_or(statements));
    of_two = statements;
    BOOST_TEST(world.school.count({"SELECT COUNT(*) FROM member m JOIN person p ON p.person = m.person "
                                   "WHERE p.given_name = 'Dominique'"}) == schools);
  }
}

}  // namespace
}  // namespace ent::test
