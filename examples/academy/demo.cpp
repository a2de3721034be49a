#include "demo.hpp"

#include <set>

#include "ent/account.hpp"
#include "ent/calendar.hpp"
#include "ent/org.hpp"
#include "ent/sign_in.hpp"
#include "ent/subject.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Function;
using ent::Profile;

namespace {

ent::OrgId add_unit(World& world, ent::org::Kind kind, const std::string& code, const std::string& name,
                    std::optional<ent::OrgId> part_of = {}) {
  return ent::org::add(world.host, {.kind = kind, .code = code, .name = name, .part_of = part_of}).value().id;
}

ent::PersonId add_staff(World& world, ent::OrgId unit, const Name& name, Profile profile, std::optional<Function> function) {
  const ent::PersonId who = add_person(world, unit, name);
  ent::person::affiliate(world.host, {.org_id = unit, .person_id = who, .profile = profile, .function = function}).value();
  return who;
}

/// Zone B, as the arrêté of the year has it, and the public holidays.
void load_calendars(World& world, ent::OrgId academy) {
  using ent::calendar::DayOff;
  const auto holidays = DayOff::holidays, feast = DayOff::public_holiday;
  ent::calendar::load_holidays(world.host, {.calendar = "B",
                                            .school_year = 2026,
                                            .source = "Calendrier scolaire 2026-2027",
                                            .items = {{"Toussaint", holidays, 2026y / 10 / 17, 2026y / 11 / 2},
                                                      {"Noël", holidays, 2026y / 12 / 19, 2027y / 1 / 4},
                                                      {"Hiver", holidays, 2027y / 2 / 20, 2027y / 3 / 8},
                                                      {"Printemps", holidays, 2027y / 4 / 17, 2027y / 5 / 3},
                                                      {"Pont de l'Ascension", holidays, 2027y / 5 / 6, 2027y / 5 / 10}}})
      .value();
  const auto day = [&](const char* name, ent::Date date) { return ent::calendar::Holiday{name, feast, date, date + std::chrono::days(1)}; };
  ent::calendar::load_holidays(world.host, {.calendar = "FR",
                                            .school_year = 2026,
                                            .source = "Code du travail, article L3133-1",
                                            .items = {day("Toussaint", 2026y / 11 / 1), day("Armistice 1918", 2026y / 11 / 11),
                                                      day("Noël", 2026y / 12 / 25), day("Jour de l'an", 2027y / 1 / 1),
                                                      day("Lundi de Pâques", 2027y / 3 / 29), day("Fête du travail", 2027y / 5 / 1),
                                                      day("Victoire 1945", 2027y / 5 / 8), day("Lundi de Pentecôte", 2027y / 5 / 17)}})
      .value();
  ent::calendar::configure(world.host, {.org_id = academy, .calendars = std::vector<std::string>{"B", "FR"}, .timezone = "Europe/Paris"}).value();
  ent::calendar::set_year(world.host, {.org_id = academy, .school_year = 2026, .first_day = 2026y / 9 / 1, .last_day = 2027y / 7 / 2}).value();
  std::vector<ent::calendar::Hours> hours;
  for (std::int32_t weekday = 1; weekday <= 5; ++weekday) {
    const auto on = static_cast<ent::calendar::Weekday>(weekday);
    hours.push_back({on, ent::calendar::HalfDay::morning, {8 * 60}, {12 * 60}});
    if (weekday != 3) hours.push_back({on, ent::calendar::HalfDay::afternoon, {13 * 60 + 30}, {17 * 60}});
  }
  ent::calendar::set_hours(world.host, {.org_id = academy, .items = hours}).value();
}

void load_subjects(World& world, ent::OrgId academy) {
  ent::subject::Load load{.org_id = academy, .items = {}};
  std::set<std::string> known;
  for (const SchoolPlan& plan : demo_plans()) {
    for (const SubjectPlan& subject : plan.subjects) {
      if (!known.insert(subject.code).second) continue;
      load.items.push_back({.code = subject.code,
                            .name = subject.name,
                            .national_code = subject.national,
                            .position = static_cast<std::int32_t>(known.size()) * 10,
                            .colour = subject.colour});
    }
  }
  load.items.push_back({.code = "LATIN", .name = "Latin", .position = 500});
  ent::subject::load(world.host, load).value();
}

/// What stands around the schools: who inspects, who runs, who helps.
void make_surroundings(Demo& demo, ent::OrgId region) {
  World& world = demo.world;
  demo.golden.inspector = add_staff(world, demo.circonscription, {"Nord", "Isabelle", true}, Profile::academy, Function::inspector);
  add_staff(world, demo.circonscription, {"Aubry", "Marc", false}, Profile::academy, Function::circonscription_adviser);
  add_staff(world, demo.circonscription, {"Lemaire", "Odile", true}, Profile::academy, Function::circonscription_adviser);
  add_staff(world, demo.circonscription, {"Bonnet", "Yves", false}, Profile::academy, {});  // enseignant formateur
  add_staff(world, demo.academy, {"Delmas", "Sylvie", true}, Profile::academy, Function::academic_manager);
  demo.golden.town_hall = add_staff(world, demo.town, {"Marchal", "Josiane", true}, Profile::authority, Function::school_affairs);
  add_staff(world, demo.town, {"Roux", "Daniel", false}, Profile::authority, Function::early_childhood);
  add_staff(world, demo.town, {"Gilles", "Karima", true}, Profile::authority, Function::after_school);
  add_staff(world, demo.department, {"Ferry", "Anne", true}, Profile::authority, Function::project_owner);
  add_staff(world, region, {"Blin", "Serge", false}, Profile::authority, Function::project_owner);
  add_staff(world, demo.college().id, {"Brennan", "Aoife", true}, Profile::guest, Function::project_guest);
  for (const ent::OrgId unit : {demo.circonscription, demo.academy}) open_accounts(world, unit, Profile::academy);
  for (const ent::OrgId unit : {demo.town, demo.department, region}) open_accounts(world, unit, Profile::authority);
  open_accounts(world, demo.college().id, Profile::guest);
}

/// The collège is the first establishment of the portal, and comes with its administrator.
ent::OrgId begin(Demo& demo, const SchoolPlan& plan) {
  const auto first = demo.world.portal
                         .bootstrap({.uai = plan.uai,
                                     .establishment_name = plan.name,
                                     .nature_code = plan.nature,
                                     .family_name = "Ravel",
                                     .given_name = "Sofia"})
                         .value();
  demo.administrator = first.account.login;
  return first.establishment_id;
}

ent::OrgId add_school(World& world, const SchoolPlan& plan, ent::OrgId part_of, ent::OrgId run_by) {
  return ent::org::add(world.host, {.kind = ent::org::Kind::establishment,
                                    .code = plan.uai,
                                    .name = plan.name,
                                    .degree = plan.degree,
                                    .nature_code = plan.nature,
                                    .part_of = part_of,
                                    .run_by = run_by})
      .value()
      .id;
}

}  // namespace

World open_world(const std::string& uri, std::uint64_t seed) {
  auto clock = std::make_shared<DemoClock>();
  clock->set(2026y / 9 / 1, {8 * 60});
  auto portal = ent::Portal::open(uri, {.durability = ent::Durability::normal,  // a power cut: begin anew
                                        .clock = clock,
                                        .random = std::make_shared<SeededRandom>(seed)})
                    .value();
  return {.portal = std::move(portal), .clock = std::move(clock), .seed = seed};
}

ent::OrgId make_academy(World& world, const std::string& name) {
  const ent::OrgId academy = add_unit(world, ent::org::Kind::academy, "99", name);
  load_calendars(world, academy);
  load_subjects(world, academy);
  return academy;
}

Demo make_demo(const std::string& uri) {
  using ent::org::Kind, ent::org::Relation;
  Demo demo{.world = open_world(uri, demo_seed)};
  World& world = demo.world;
  const auto plans = demo_plans();
  const ent::OrgId college = begin(demo, plans[0]);
  demo.academy = make_academy(world, "Académie de Val-de-Lune");
  const ent::OrgId region = add_unit(world, Kind::region, "99", "Région des Trois-Rivières");
  demo.department = add_unit(world, Kind::department, "099", "Département du Val", demo.academy);
  add_unit(world, Kind::agglomeration, "200099001", "Agglomération du Val-de-Lune");
  demo.town = add_unit(world, Kind::municipality, "99001", "Clairval");
  demo.circonscription = add_unit(world, Kind::circonscription, "0990006U", "Circonscription Val-de-Lune Nord", demo.department);
  ent::org::link(world.host, {.id = college, .relation = Relation::part_of, .to = demo.department}).value();
  ent::org::link(world.host, {.id = college, .relation = Relation::run_by, .to = demo.department}).value();

  for (std::size_t i = 0; i < plans.size(); ++i) {
    const bool first_degree = plans[i].degree == ent::org::Degree::first;
    const ent::OrgId id = i == 0 ? college
                                 : add_school(world, plans[i], first_degree ? demo.circonscription : demo.department,
                                              first_degree ? demo.town : region);
    demo.schools.push_back(make_school(world, plans[i], id, static_cast<std::int32_t>(i)));
    make_timetable(world, plans[i], demo.schools.back());
  }
  add_golden_families(demo, plans);
  make_surroundings(demo, region);

  demo.lived = live(world, demo.schools, golden_attendance(demo), 2026y / 10 / 5, 2026y / 11 / 19);
  enter_golden_marks(demo);
  enter_golden_skills(demo);
  excuse_golden_absence(demo);
  world.clock->set(demo_day, {7 * 60});
  empty_outbox(world);
  world.clock->set(demo_day, demo_time);
  return demo;
}

}  // namespace academy
