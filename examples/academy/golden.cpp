// The pupils whose stories are written by hand, and what must come of them on 20 November 2026:
//
//   Maths of the first trimester, policy fr-exact   Inès  12/20 (1), 15/20 (2), 8/10 (1), absent      14.50 = 58/4
//                                                   Noé   8.5, 8, 8, 8, all (1)                        8.13 = 32.5/4
//                                                   Zoé   11/20 (1), 11/20 (2), 5.5/10 (1), 11/20 (1) 11.00
//                                                   Sacha absent, exempt                              no average
//   The four of the group of Latin                  mean 11.21 = 33.625/3, middle 11.00, 3 of 4 marked
//   With "not handed in" counted 0 for the absence  Inès 11.60 = 58/5
//   With an optional 10/20 beside                   Inès 14.50: it would not raise;  with an optional 18/20: 15.20 = 76/5
//   Attendance of Inès in November                  12th all day (not justified), 16th morning (justified), 18th 7 minutes late:
//                                                   3 half-days, 1 justified; with the 19th all day 5, of which 4 are not
//                                                   justified: one alert
//   Mathematical languages of the socle, by the      Inès  TB 100, S 67   83.5 = 167/2, exactly the last bound: degree 4
//   mean of 0, 33, 67 and 100                       Noé   F 33, S 67     50 = 100/2, exactly the second: degree 3
//                                                   Zoé   I 0, F 33      16.5 = 33/2, exactly the first: degree 2
//                                                   Sacha absent twice: no degree
//   B2i of Inès                                     a search, a message and a document: 3 items proposed, 3 of 5 acquired, 60 %
//                                                   of 80 that an attestation asks for
//   Register of 5A on the 20th, Malo and Jeanne     24 called, 22 present, 2 absent; three guardians are told: two of
//   are absent                                      Malo's, one of Jeanne's
//   Tom                                             his father may not be told of him, by decision of a court
#include "demo.hpp"

#include <algorithm>

#include "ent/account.hpp"
#include "ent/skill.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Profile;
using ent::calendar::HalfDay;
using ent::attendance::Kind;
using ent::guardian::Relationship;

namespace {

ent::PersonId add_adult(World& world, School& school, const Name& name, std::optional<ent::Date> born = {}) {
  ++school.adults;
  const ent::PersonId who =
      ent::person::add(world.host, {.org_id = school.id,
                                    .family_name = name.family,
                                    .given_name = name.given,
                                    .birth_date = born,
                                    .title = name.woman ? ent::person::Title::madame : ent::person::Title::monsieur,
                                    .on_match = born ? ent::person::OnMatch::take : ent::person::OnMatch::add})
          .value()
          .id;
  return who;
}

void settle(ent::Session& head, ent::OrgId school, ent::PersonId who, const std::string& line, const std::string& mobile) {
  ent::person::move(head, {.org_id = school,
                           .person_id = who,
                           .address = ent::person::Address{.lines = {line}, .postal_code = "99001", .town = "Montbrune"}})
      .value();
  ent::person::set_contact(head, {.org_id = school, .person_id = who, .mobile = mobile, .accepts_sms = true}).value();
}

/// One parent of the pupil's own name; a second one where `father` says so.
void add_family(World& world, School& school, ent::Session& head, ent::PersonId pupil, const Name& child, const char* mother,
                const char* father = nullptr) {
  const ent::PersonId adult = add_adult(world, school, {child.family, mother, true});
  add_guardian(head, school.id, pupil, adult, Relationship::mother);
  if (!father) return;
  const ent::PersonId other = add_adult(world, school, {child.family, father, false});
  add_guardian(head, school.id, pupil, other, Relationship::father, 2);
}

/// Two homes, two schools; and what a court has decided about the younger child.
void add_berards(Demo& demo) {
  World& world = demo.world;
  Golden& golden = demo.golden;
  for (School* school : {&demo.college(), &demo.tilleuls()}) {
    auto head = world.as(school->head, Profile::head);
    const ent::PersonId child = school == &demo.college() ? golden.ines : golden.tom;
    golden.mother = add_adult(world, *school, {"Bérard", "Claire", true}, 1983y / 4 / 17);
    golden.father = add_adult(world, *school, {"Lefèvre", "Marc", false}, 1981y / 11 / 2);
    add_guardian(head, school->id, child, golden.mother, Relationship::mother);
    add_guardian(head, school->id, child, golden.father, Relationship::father, 2);
    open_accounts(world, school->id, {child, golden.mother, golden.father});
    if (school != &demo.college()) continue;
    settle(head, school->id, golden.mother, "4 place du Marronnier", "06 39 98 11 22");
    settle(head, school->id, golden.father, "71 quai des Brumes", "06 39 98 33 44");
    ent::person::move(head, {.org_id = school->id, .person_id = child, .to_person_id = golden.mother}).value();
  }
  auto head = world.as(demo.tilleuls().head, Profile::head);
  ent::guardian::restrict(head, {.org_id = demo.tilleuls().id,
                                 .pupil_id = golden.tom,
                                 .adult_id = golden.father,
                                 .court_ref = "JAF 2026/0398"})
      .value();
}

void add_latin(Demo& demo) {
  Golden& golden = demo.golden;
  golden.latin = ent::group::add(demo.world.host, {.org_id = demo.college().id,
                                                   .kind = ent::group::Kind::group,
                                                   .name = "Latin, cinquième",
                                                   .code = "5LATIN",
                                                   .division_ids = {demo.college().divisions[1].id},
                                                   .member_ids = {golden.ines, golden.noe, golden.zoe, golden.sacha}})
                     .value()
                     .id;
}

ent::AssessmentId add_assessment(ent::Session& teacher, const Golden& golden, const char* name, ent::Date date, ent::Decimal maximum,
                                 ent::Decimal coefficient) {
  return ent::gradebook::add_assessment(teacher, {.service_id = golden.maths,
                                                  .name = name,
                                                  .date = date,
                                                  .maximum = maximum,
                                                  .coefficient = coefficient,
                                                  .pupils_from = date,
                                                  .parents_from = date})
      .value()
      .id;
}

ent::gradebook::Entry mark(ent::PersonId pupil, const char* value) { return {.pupil_id = pupil, .value = ent::Decimal::parse(value)}; }
ent::gradebook::Entry mark(ent::PersonId pupil, ent::gradebook::MarkKind kind) { return {.pupil_id = pupil, .kind = kind}; }

/// The rest of the class, drawn.
void add_others(const Demo& demo, Draw& draw, std::int32_t maximum, std::vector<ent::gradebook::Entry>& grid) {
  const auto& pupils = demo.schools[0].divisions[1].pupils;
  for (std::size_t i = 4; i < pupils.size(); ++i) {
    grid.push_back({.pupil_id = pupils[i], .value = ent::Decimal::of_millionths((maximum / 2 + draw.below(maximum + 1)) * (ent::Decimal::one / 2))});
  }
}

}  // namespace

void add_golden_families(Demo& demo, const std::vector<SchoolPlan>& plans) {
  World& world = demo.world;
  Golden& golden = demo.golden;
  const Division& fifth = demo.college().divisions[1];
  golden.ines = fifth.pupils[0], golden.noe = fifth.pupils[1], golden.sacha = fifth.pupils[2];
  golden.zoe = fifth.pupils[3], golden.malo = fifth.pupils[4], golden.jeanne = fifth.pupils[5];
  golden.other_child = fifth.pupils[7];
  golden.tom = demo.tilleuls().divisions[3].pupils[0];
  for (const Service& service : fifth.services) {
    if (service.subject == "MATHS") golden.maths = service.id, golden.durand = service.teacher;
  }
  open_accounts(world, demo.college().id, {golden.ines, golden.noe, golden.sacha});
  golden.oriol = world.named_teachers.at("Mireille Oriol");
  add_berards(demo);
  add_latin(demo);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    School& school = demo.schools[i];
    auto head = world.as(school.head, Profile::head);
    for (std::size_t j = 0; j < plans[i].divisions.size(); ++j) {
      const auto& by_hand = plans[i].divisions[j].by_hand;
      for (std::size_t k = 0; k < by_hand.size(); ++k) {
        const ent::PersonId pupil = school.divisions[j].pupils[k];
        if (pupil == golden.ines || pupil == golden.tom) continue;
        add_family(world, school, head, pupil, by_hand[k], "Dominique", pupil == golden.malo ? "Yann" : nullptr);
      }
    }
  }
}

ByHand golden_attendance(const Demo& demo) {
  const Golden& golden = demo.golden;
  const ent::Date twelfth{2026y / 11 / 12}, sixteenth{2026y / 11 / 16}, eighteenth{2026y / 11 / 18}, nineteenth{2026y / 11 / 19};
  return {.pupils = {golden.ines, golden.noe, golden.sacha, golden.zoe, golden.malo, golden.jeanne},
          .observed = {{golden.ines, twelfth, HalfDay::morning, Kind::absence},
                       {golden.ines, twelfth, HalfDay::afternoon, Kind::absence},
                       {golden.ines, sixteenth, HalfDay::morning, Kind::absence},
                       {golden.ines, eighteenth, HalfDay::morning, Kind::lateness, 7}},
          .untaken = {{demo.schools[0].divisions[1].id, nineteenth}},
          .services = {golden.maths}};
}

void enter_golden_marks(Demo& demo) {
  using ent::gradebook::MarkKind;
  const Golden& golden = demo.golden;
  World& world = demo.world;
  world.clock->set(2026y / 11 / 19, {17 * 60});
  auto teacher = world.as(golden.durand, Profile::teacher);
  Draw draw(world.seed, 0x5A);
  const auto enter = [&](ent::AssessmentId id, std::int32_t maximum, std::vector<ent::gradebook::Entry> grid) {
    add_others(demo, draw, maximum, grid);
    ent::gradebook::enter_marks(teacher, {.id = id, .items = std::move(grid)}).value();
    demo.lived.marks += 24;
  };
  enter(add_assessment(teacher, golden, "Fractions", 2026y / 9 / 25, 20, 1), 20,
        {mark(golden.ines, "12"), mark(golden.noe, "8,5"), mark(golden.sacha, MarkKind::absent), mark(golden.zoe, "11")});
  enter(add_assessment(teacher, golden, "Symétrie centrale", 2026y / 10 / 13, 20, 2), 20,
        {mark(golden.ines, "15"), mark(golden.noe, MarkKind::absent), mark(golden.sacha, MarkKind::exempt), mark(golden.zoe, "11")});
  enter(add_assessment(teacher, golden, "Calcul mental", 2026y / 11 / 6, 10, 1), 10,
        {mark(golden.ines, "8"), mark(golden.noe, MarkKind::absent), mark(golden.zoe, "5,5")});
  enter(add_assessment(teacher, golden, "Nombres relatifs", 2026y / 11 / 12, 20, 1), 20,
        {mark(golden.ines, MarkKind::absent), mark(golden.noe, "8"), mark(golden.zoe, "11")});
  for (const char* name : {"Rattrapage 1", "Rattrapage 2"}) {
    const auto id = add_assessment(teacher, golden, name, 2026y / 11 / 17, 20, 1);
    ent::gradebook::enter_marks(teacher, {.id = id, .items = {mark(golden.noe, "8")}}).value();
    ++demo.lived.marks;
  }
}

void enter_golden_skills(Demo& demo) {
  using ent::skill::LevelKind;
  const Golden& golden = demo.golden;
  const ent::OrgId college = demo.college().id;
  auto head = demo.world.as(demo.college().head, Profile::head);
  const auto load = [&](const char* model) {
    const auto made = ent::skill::add_referential(head, {.org_id = college, .model = model, .valid_from = 2026y / 9 / 1}).value();
    return ent::skill::referential(head, {.org_id = college, .id = made.id}).value().items;
  };
  const auto item_of = [](const std::vector<ent::skill::NodeView>& items, const char* code) {
    return std::ranges::find(items, code, &ent::skill::NodeView::code)->id;
  };
  const auto socle = load("SOCLE"), b2i = load("B2I");
  ent::skill::set_usage_rules(head, {.org_id = college,
                                     .items = {{.kind = "search", .item_id = item_of(b2i, "D4.1"), .level = 4},
                                               {.kind = "message", .item_id = item_of(b2i, "D5.1"), .level = 4},
                                               {.kind = "document", .item_id = item_of(b2i, "D3.1"), .level = 4}}})
      .value();
  const ent::SkillItemId languages = item_of(socle, "CPD_SCI");
  auto teacher = demo.world.as(golden.durand, Profile::teacher);
  const ent::Date day = 2026y / 11 / 12;
  const auto evaluation = ent::skill::add_evaluation(teacher, {.group_id = demo.college().divisions[1].id,
                                                               .name = "Nombres relatifs",
                                                               .date = day,
                                                               .item_ids = {languages},
                                                               .subject_code = "MATHS",
                                                               .pupils_from = day,
                                                               .parents_from = day})
                              .value();
  const auto level = [&](ent::PersonId pupil, std::int32_t reached) {
    return ent::skill::Entry{.pupil_id = pupil, .item_id = languages, .level = reached};
  };
  ent::skill::enter_levels(teacher, {.id = evaluation.id,
                                     .items = {level(golden.ines, 4), level(golden.noe, 2), level(golden.zoe, 1),
                                               {.pupil_id = golden.sacha, .item_id = languages, .kind = LevelKind::absent}}})
      .value();
}

void excuse_golden_absence(Demo& demo) {
  World& world = demo.world;
  auto mother = world.as(demo.golden.mother, Profile::guardian);
  const auto given = ent::attendance::justify(mother, {.org_id = demo.college().id,
                                                       .pupil_id = demo.golden.ines,
                                                       .date = 2026y / 11 / 16,
                                                       .ends = ent::TimeOfDay{12 * 60},
                                                       .reason_code = "MEDICAL",
                                                       .text = "Rendez-vous chez l'orthodontiste."})
                         .value();
  auto office = world.as(demo.college().life, Profile::school_life);
  ent::attendance::decide(office, {.id = given.id, .decision = ent::attendance::Decision::accepted}).value();
}

}  // namespace academy
