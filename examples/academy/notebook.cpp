#include "notebook.hpp"

#include <algorithm>

#include "ent/home.hpp"
#include "ent/homework.hpp"
#include "ent/notebook.hpp"
#include "ent/timetable.hpp"
#include "french.hpp"

namespace academy {

using ent::Profile;
using ent::timetable::Lesson;

namespace {

/// The lesson that the teacher gives now, and the next of the same subject to the same class.
struct Two {
  Lesson now{}, next{};
};

Two lessons_of(ent::Session& teacher, const Demo& demo, ent::OrgId college) {
  const auto week = ent::timetable::lessons(teacher, {.first_day = demo_day,
                                                      .last_day = demo_day + std::chrono::days(6),
                                                      .org_id = college,
                                                      .person_id = demo.golden.durand})
                        .value()
                        .items;
  const auto now = std::ranges::find(week, demo_time, &Lesson::begins);
  const auto next = std::find_if(now + 1, week.end(), [&](const Lesson& lesson) {
    return lesson.subject_code == now->subject_code && lesson.groups.at(0).id == now->groups.at(0).id;
  });
  return {*now, *next};
}

ent::homework::View of_ines(ent::Session& reader, const Demo& demo, ent::OrgId college, ent::HomeworkId id) {
  const auto found = ent::homework::list(reader, {.first_day = demo_day,
                                                  .last_day = demo_day + std::chrono::days(13),
                                                  .org_id = college,
                                                  .pupil_id = demo.golden.ines})
                         .value()
                         .items;
  return *std::ranges::find(found, id, &ent::homework::View::id);
}

}  // namespace

void show_the_notebook(Demo& demo) {
  const ent::OrgId college = demo.college().id;
  auto teacher = demo.world.as(demo.golden.durand, Profile::teacher);
  auto ines = demo.world.as(demo.golden.ines, Profile::pupil);
  auto mother = demo.world.as(demo.golden.mother, Profile::guardian);
  auto head = demo.world.as(demo.college().head, Profile::head);
  const auto [now, next] = lessons_of(teacher, demo, college);

  const auto entry =
      ent::notebook::write(teacher, {.lesson_id = now.id, .text = "Comparer deux nombres relatifs : cours, exercices 12 à 14."}).value();
  tell("\nLe cahier de textes de la séance de 10 h 00 : " + entry.text.value_or(""));
  const auto set = ent::homework::set(teacher, {.group_id = now.groups.at(0).id,
                                                .text = "Exercices 15 et 16",
                                                .due_lesson_id = next.id,
                                                .subject_code = now.subject_code,
                                                .given_lesson_id = now.id,
                                                .minutes = 20})
                       .value();
  tell("  À faire pour la séance suivante, " + french(set.due_on) + " : " + set.text + ", " + std::to_string(set.minutes.value_or(0)) + " min.");
  const ent::Date later = set.due_on + std::chrono::days(1);
  ent::timetable::move_lesson(head, {.id = next.id, .date = later, .reason = "Sortie"}).value();
  tell("  La principale déplace cette séance : Inès lit maintenant qu'il est à faire pour " +
       french(of_ines(ines, demo, college, set.id).due_on) + ".");
  ent::homework::mark_done(ines, {.id = set.id}).value();
  const bool told = of_ines(mother, demo, college, set.id).done.value_or(false);
  tell(std::string("  Inès coche ; sa mère lit : ") + (told ? "fait." : "à faire."));
  const auto page = ent::home::show(teacher, {}).value();
  const auto& due = page.homework_due.at(0);
  tell("  La professeure apprend combien l'ont fait, jamais qui : " + std::to_string(due.done.value_or(0)) + " sur " +
       std::to_string(due.pupils.value_or(0)) + ".");
}

}  // namespace academy
