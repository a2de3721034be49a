#include "day.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "ent/account.hpp"
#include "ent/home.hpp"
#include "ent/rights.hpp"
#include "ent/sign_in.hpp"
#include "ent/timetable.hpp"
#include "french.hpp"
#include "notebook.hpp"
#include "skills.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Profile;

namespace {

using academy::french;

std::string count_of(std::int64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count < 2 ? one : many);
}

std::string french(ent::TimeOfDay time) {
  const std::string minutes = std::to_string(time.minutes % 60);
  return std::to_string(time.minutes / 60) + " h " + (minutes.size() < 2 ? "0" : "") + minutes;
}

std::string name_of(const ent::person::Card& card) { return card.given_name + " " + card.family_name; }

/// What stands behind a member's name in a payload: `{"adult_id":12,...}`.
ent::PersonId id_in(const std::string& payload, const std::string& member) {
  const auto at = payload.find("\"" + member + "\"");
  return ent::PersonId{std::strtoll(payload.c_str() + payload.find(':', at) + 1, nullptr, 10)};
}

std::string password_of(ent::PersonId who) { return "trois arbres au bord de l'eau " + std::to_string(who.value); }

class Day {
 public:
  explicit Day(Demo& demo)
      : demo_(demo),
        golden_(demo.golden),
        college_(demo.college()),
        head_(demo.world.as(college_.head, Profile::head)),
        office_(demo.world.as(college_.life, Profile::school_life)),
        teacher_(demo.world.as(golden_.durand, Profile::teacher)) {}

  void begin();
  void call_the_roll();
  void enter_the_day_before();
  void explain_an_average();
  void show_a_parent_both_children();
  void show_what_each_sees();
  void show_the_home_pages();
  void show_a_clash();
  void withdraw_a_right();

 private:
  std::string name(ent::PersonId who) {
    const auto found = ent::person::get(office_, {.org_id = college_.id, .person_id = who}).value();
    return found.given_name + " " + found.family_name;
  }
  ent::Session sign_in(ent::PersonId who, Profile profile);
  ent::attendance::PupilView attendance_of_ines() {
    return ent::attendance::of_pupil(office_, {.org_id = college_.id, .pupil_id = golden_.ines}).value();
  }
  void tell_attendance(const char* when);
  ent::gradebook::SubjectAverage maths_of(ent::Session& session, ent::PersonId pupil);
  void tell_optional(const char* value, ent::AssessmentId& added);
  void tell_home(const std::string& who, ent::Session session);
  void tell_sight(const std::string& who, ent::Session session);
  void tell_child(ent::Session& mother, const School& school, ent::PersonId child, const std::string& called);

  Demo& demo_;
  const Golden& golden_;
  School& college_;
  ent::Session head_, office_, teacher_;
};

void Day::begin() {
  std::int64_t pupils = 0, staff = 0, adults = 0;
  for (const School& school : demo_.schools) {
    staff += school.staff, adults += school.adults;
    for (const Division& division : school.divisions) pupils += static_cast<std::int64_t>(division.pupils.size());
  }
  tell("Académie de Val-de-Lune, vendredi 20 novembre 2026, 10 h 00. L'horloge est figée, les personnes sont inventées.");
  tell("  5 écoles et établissements et la circonscription des trois écoles : " + count_of(pupils, "élève", "élèves") + ", " +
       count_of(adults, "responsable", "responsables") + ", " + count_of(staff, "personnel", "personnels") + ".");
  tell("  Depuis septembre : " + count_of(demo_.lived.marks, "note", "notes") + ", " + count_of(demo_.lived.registers, "appel", "appels") +
       ", " + count_of(demo_.lived.absences, "absence d'une demi-journée", "absences d'une demi-journée") + ".");
}

void Day::call_the_roll() {
  const auto lessons = ent::timetable::lessons(teacher_, {.first_day = demo_day,
                                                          .last_day = demo_day,
                                                          .org_id = college_.id,
                                                          .person_id = golden_.durand})
                           .value();
  const auto lesson = std::ranges::find(lessons.items, demo_time, &ent::timetable::Lesson::begins);
  tell("\nL'appel. " + name_of(lesson->teachers.at(0)) + ", " + lesson->subject_name.value_or("") + ", " + lesson->groups.at(0).name + ", " +
       french(lesson->begins) + ", salle " + lesson->rooms.at(0).code + " :");
  using ent::attendance::Kind;
  const auto taken = ent::attendance::take(teacher_, {.marks = {{.pupil_id = golden_.malo, .kind = Kind::absence},
                                                                {.pupil_id = golden_.jeanne, .kind = Kind::absence}},
                                                      .lesson_id = lesson->id})
                         .value();
  tell("  " + std::to_string(taken.called) + " appelés, " + std::to_string(taken.present) + " présents, " + std::to_string(taken.absent) +
       " absents : " + name(golden_.malo) + " et " + name(golden_.jeanne) + ".");
  const auto waiting = demo_.world.portal.take_deliveries().value();
  tell("  Boîte d'envoi : " + count_of(static_cast<std::int64_t>(waiting.items.size()), "message", "messages") +
       ", un par responsable à prévenir.");
  for (const ent::Delivery& delivery : waiting.items) {
    tell("    à " + name(id_in(delivery.payload, "adult_id")) + ", au sujet de " + name(id_in(delivery.payload, "pupil_id")) + " [" +
         delivery.kind + "]");
  }
  const auto board = ent::attendance::board(office_, {.org_id = college_.id}).value();
  tell("  La vie scolaire le lit aussitôt, sans ressaisie : " + std::to_string(board.called) + " appelés, " + std::to_string(board.present) +
       " présents, " + std::to_string(board.absent) + " absents ; " +
       count_of(board.missing, "appel reste à faire aujourd'hui.", "appels restent à faire aujourd'hui."));
}

void Day::tell_attendance(const char* when) {
  const auto seen = attendance_of_ines();
  const auto& totals = seen.totals;
  tell(std::string("  ") + when + " : " + count_of(totals.half_days, "demi-journée", "demi-journées") + " dont " +
       count_of(totals.justified_half_days, "justifiée", "justifiées") + " et " +
       count_of(totals.unjustified_half_days, "non justifiée", "non justifiées") + ", " +
       count_of(totals.latenesses, "retard", "retards") + " (" + std::to_string(totals.lateness_minutes) + " min), " +
       count_of(static_cast<std::int64_t>(seen.alerts.size()), "alerte d'assiduité", "alertes d'assiduité") + ".");
}

void Day::enter_the_day_before() {
  tell("\nL'assiduité d'Inès Bérard en novembre :");
  tell_attendance("avant");
  const ent::attendance::Record thursday{.org_id = college_.id,
                                         .pupil_id = golden_.ines,
                                         .kind = ent::attendance::Kind::absence,
                                         .date = demo_day - std::chrono::days(1),
                                         .begins = ent::TimeOfDay{8 * 60},
                                         .ends = ent::TimeOfDay{17 * 60}};
  ent::attendance::record(office_, thursday).value();
  tell_attendance("la vie scolaire saisit l'absence du 19");
  ent::attendance::record(office_, thursday).value();
  tell_attendance("la même saisie, renvoyée");
}

ent::gradebook::SubjectAverage Day::maths_of(ent::Session& session, ent::PersonId pupil) {
  const auto averages = ent::gradebook::averages(session, {.org_id = college_.id,
                                                           .pupil_id = pupil,
                                                           .first_day = 2026y / 9 / 1,
                                                           .last_day = 2026y / 11 / 30})
                            .value();
  return *std::ranges::find(averages.items, std::optional<std::string>("MATHS"), &ent::gradebook::SubjectAverage::subject_code);
}

const char* french(ent::gradebook::Fate fate) {
  using ent::gradebook::Fate;
  switch (fate) {
    case Fate::counted: return "compte";
    case Fate::left_out: return "pas de note : laissé de côté, jamais 0";
    case Fate::would_not_raise: return "facultatif : n'améliorerait pas la moyenne";
    default: return "ne compte pas";
  }
}

void Day::tell_optional(const char* value, ent::AssessmentId& added) {
  if (!added) {
    added = ent::gradebook::add_assessment(teacher_, {.service_id = golden_.maths,
                                                      .name = "Défi facultatif",
                                                      .date = demo_day,
                                                      .part = ent::gradebook::Part::optional,
                                                      .pupils_from = demo_day,
                                                      .parents_from = demo_day})
                .value()
                .id;
  }
  ent::gradebook::enter_marks(teacher_, {.id = added, .items = {{.pupil_id = golden_.ines, .value = ent::Decimal::parse(value)}}}).value();
  const auto maths = maths_of(teacher_, golden_.ines);
  tell("  La professeure note un défi facultatif, " + std::string(value) + "/20 : moyenne " + french(maths.average) + " (" +
       french(maths.lines.back().fate) + ").");
}

void Day::explain_an_average() {
  auto ines = demo_.world.as(golden_.ines, Profile::pupil);
  const auto marks = ent::gradebook::of_pupil(ines, {.org_id = college_.id,
                                                     .pupil_id = golden_.ines,
                                                     .first_day = 2026y / 9 / 1,
                                                     .last_day = 2026y / 11 / 30})
                         .value();
  const auto maths = maths_of(ines, golden_.ines);
  tell("\nInès lit sa moyenne de mathématiques du 1er trimestre : " + french(maths.average) + ", et pourquoi :");
  for (const auto& line : maths.lines) {
    const auto found = std::ranges::find_if(marks.items, [&](const auto& mark) { return mark.assessment.id == line.assessment_id; });
    const std::string value = found->value ? french(*found->value) + "/" + found->assessment.maximum.text() : "absente";
    tell("  " + found->assessment.name + " : " + value + ", coefficient " + found->assessment.coefficient.text() + ", " + french(line.fate) +
         (line.influence && line.brought ? ", sans elle la moyenne serait " +
                                               french(ent::Decimal::of_millionths(maths.average->millionths() - line.influence->millionths()))
                                         : "") +
         ".");
  }
  ent::AssessmentId optional{};
  tell_optional("10", optional);
  tell_optional("18", optional);
  ent::gradebook::remove_assessment(teacher_, {.id = optional}).value();
  tell("  Le défi est retiré : " + french(maths_of(teacher_, golden_.ines).average) + ". Noé Garnier : " +
       french(maths_of(teacher_, golden_.noe).average) + " (8,125, arrondi une seule fois) ; Sacha Colin : " +
       french(maths_of(teacher_, golden_.sacha).average) + " (absent, dispensé).");
  const auto all = ent::gradebook::group_averages(teacher_, {.group_id = college_.divisions[1].id,
                                                             .first_day = 2026y / 9 / 1,
                                                             .last_day = 2026y / 11 / 30,
                                                             .subject_code = "MATHS"})
                       .value()
                       .items.at(0);
  tell("  La classe : moyenne " + french(all.mean) + ", de " + french(all.minimum) + " à " + french(all.maximum) + ", médiane " +
       french(all.median) + ", " + std::to_string(all.marked) + " notés sur " + std::to_string(all.pupils) + ".");
}

void Day::tell_child(ent::Session& mother, const School& school, ent::PersonId child, const std::string& called) {
  const ent::Date monday = demo_day + std::chrono::days(3);
  const auto week = ent::timetable::lessons(mother, {.first_day = monday,
                                                     .last_day = monday + std::chrono::days(4),
                                                     .org_id = school.id,
                                                     .person_id = child})
                        .value();
  const auto seen = ent::attendance::of_pupil(mother, {.org_id = school.id, .pupil_id = child}).value();
  const auto averages = ent::gradebook::averages(mother, {.org_id = school.id,
                                                          .pupil_id = child,
                                                          .first_day = 2026y / 9 / 1,
                                                          .last_day = 2026y / 11 / 30})
                            .value();
  const auto& first = week.items.at(0);
  tell("  " + called + ", " + school.name + " : " + count_of(static_cast<std::int64_t>(week.items.size()), "séance", "séances") +
       " la semaine prochaine (lundi à " + french(first.begins) + ", " + first.subject_name.value_or(first.label.value_or("classe")) +
       "), moyenne générale " + french(averages.general) + ", " + count_of(seen.totals.half_days, "demi-journée", "demi-journées") +
       " d'absence en novembre.");
}

/// The code of the sheet, the birth date where it is known, a password: as the person does it.
ent::Session Day::sign_in(ent::PersonId who, Profile profile) {
  World& world = demo_.world;
  const auto sheet = ent::account::issue_activations(world.host, {.org_id = college_.id, .person_ids = {who}, .renew = true})
                         .value()
                         .items.at(0);
  auto vouched = world.as(who, profile);
  const auto own = ent::person::details(vouched, {.org_id = college_.id, .person_id = who}).value();
  const std::string password = password_of(who);
  world.portal.activate({.login = sheet.login, .code = sheet.code, .birth_date = own.birth_date, .password = password}).value();
  return world.portal.sign_in({.login = sheet.login, .password = password, .profile = profile}).value().session;
}

void Day::show_a_parent_both_children() {
  auto mother = sign_in(golden_.mother, Profile::guardian);
  tell("\nClaire Bérard active son compte et se connecte une fois ; ses deux enfants sont dans deux écoles :");
  tell_child(mother, college_, golden_.ines, "Inès");
  tell_child(mother, demo_.tilleuls(), golden_.tom, "Tom");
  const ent::PersonId other = golden_.other_child;
  const auto refused = ent::gradebook::of_pupil(mother, {.org_id = college_.id,
                                                         .pupil_id = other,
                                                         .first_day = 2026y / 9 / 1,
                                                         .last_day = 2026y / 11 / 30});
  tell("  Elle demande les notes d'un autre enfant de la classe : " + ent::explain_reason(refused.error().reason, "fr"));
  const auto card = ent::person::details(mother, {.org_id = college_.id, .person_id = other});
  tell("  ... et sa fiche : " + ent::explain_reason(card.error().reason, "fr"));
  const auto why = ent::rights::explain(mother, {.permission = "person.read_contact", .org_id = college_.id, .person_id = other}).value();
  tell("  Pourquoi : " + why.french + " (" + why.reason + ")");
}

void Day::tell_sight(const std::string& who, ent::Session session) {
  constexpr std::size_t shown = 3;
  std::string names;
  std::size_t people = 0;
  ent::person::List asked{.org_id = college_.id, .limit = 500};
  for (auto page = ent::person::list(session, asked); page; page = ent::person::list(session, asked)) {
    for (const auto& entry : page->items) {
      if (people++ < shown) names += (names.empty() ? "" : ", ") + entry.given_name + " " + entry.family_name;
    }
    if (!page->next) break;
    asked.after = page->next;
  }
  const auto marks = ent::gradebook::of_pupil(session, {.org_id = college_.id,
                                                        .pupil_id = golden_.ines,
                                                        .first_day = 2026y / 9 / 1,
                                                        .last_day = 2026y / 11 / 30});
  const auto absences = ent::attendance::of_pupil(session, {.org_id = college_.id, .pupil_id = golden_.ines});
  tell("  " + who + " : " + (people == 0 ? "personne" : count_of(static_cast<std::int64_t>(people), "personne", "personnes")) +
       (people == 0 ? "" : " (" + names + (people > shown ? ", ...)" : ")")) + " ; d'Inès, " +
       (marks ? count_of(static_cast<std::int64_t>(marks->items.size()), "note", "notes") : "aucune note") + " et " +
       (absences ? count_of(absences->totals.half_days, "demi-journée d'absence", "demi-journées d'absence") : "aucune absence") + ".");
}

void Day::show_what_each_sees() {
  const World& world = demo_.world;
  tell("\nQui voit qui, et quoi, au collège ? Quatre autres personnes activent leur compte et se connectent :");
  head_ = sign_in(college_.head, Profile::head);
  tell_sight("Alix Roche, principale", head_);
  office_ = sign_in(college_.life, Profile::school_life);
  tell_sight("Paul Martin, CPE", office_);
  teacher_ = sign_in(golden_.durand, Profile::teacher);
  tell_sight("Hélène Durand, professeure principale de 5A", teacher_);
  tell_sight("Inès Bérard, élève de 5A", sign_in(golden_.ines, Profile::pupil));
  tell("  et d'autres, pour qui le portail se porte garant :");
  tell_sight("Mireille Oriol, professeure d'espagnol", world.as(golden_.oriol, Profile::teacher));
  tell_sight("Claire Bérard, sa mère", world.as(golden_.mother, Profile::guardian));
  tell_sight("Isabelle Nord, inspectrice du premier degré", world.as(golden_.inspector, Profile::academy));
  tell_sight("Josiane Marchal, mairie de Clairval", world.as(golden_.town_hall, Profile::authority));
}

void Day::tell_home(const std::string& who, ent::Session session) {
  const auto page = ent::home::show(session, {}).value();
  tell("  " + who + " :");
  for (const auto& pupil : page.pupils) {
    tell("    " + name_of(pupil.person) + ", " + pupil.division_name.value_or("sans classe") + ", " + pupil.org_name + ".");
  }
  for (const auto& school : page.schools) {
    std::string figures;
    if (school.divisions) figures += ", " + count_of(*school.divisions, "classe", "classes");
    if (school.registers_due) figures += ", " + count_of(*school.registers_due, "appel à faire", "appels à faire");
    if (school.absent_today) figures += ", " + count_of(*school.absent_today, "absent aujourd'hui", "absents aujourd'hui");
    tell("    " + school.name + figures + ".");
  }
  for (const auto& next : page.next_lessons) {
    if (next.lesson.date != demo_day) continue;
    tell("    " + french(next.lesson.begins) + " : " + next.lesson.subject_name.value_or(next.lesson.label.value_or("classe")) +
         (next.lesson.cancelled ? ", annulé." : "."));
  }
  for (const auto& due : page.homework_due) {
    tell("    pour " + french(due.homework.due_on) + " : " + due.homework.subject_name.value_or("") + ", " + due.homework.text +
         (due.homework.done.value_or(false) ? ", fait." : due.done ? ", fait par " + std::to_string(*due.done) + " sur " +
                                                                         std::to_string(due.pupils.value_or(0)) + "." : "."));
  }
  for (const auto& mark : page.last_marks) {
    if (&mark == &page.last_marks.front())
      tell("    dernière note : " + mark.subject_name.value_or("") + ", " + mark.mark.assessment.name + ", " +
           (mark.mark.value ? french(*mark.mark.value) + "/" + mark.mark.assessment.maximum.text() : "sans note") + ".");
  }
  for (const auto& last : page.last_levels) {
    if (&last == &page.last_levels.front())
      tell("    dernière compétence : " + last.level.item_label + ", " + last.level.label.value_or("sans niveau") + ".");
  }
  for (const auto& last : page.last_claims) {
    if (&last == &page.last_claims.front())
      tell("    demande de validation : " + last.claim.item_label + ", " +
           (last.claim.state == ent::skill::ClaimState::validated ? "validée." : "en attente ou refusée."));
  }
  tell("    à faire : " + count_of(page.counts->homework_due, "devoir", "devoirs") + ", " +
       count_of(page.counts->absences_to_justify, "absence à justifier", "absences à justifier") + ", " +
       count_of(page.counts->registers_due, "appel", "appels") + ", " +
       count_of(page.counts->justifications_waiting, "justificatif à traiter", "justificatifs à traiter") + ".");
  std::string tiles;
  for (const auto& space : page.spaces) {
    for (const auto& tile : space.tiles) tiles += (tiles.empty() ? "" : ", ") + tile.name;
  }
  tell("    tuiles : " + tiles + ".");
  const bool same = ent::home::show(session, {.etag = page.etag}).value().not_modified;
  tell(same ? "    redemandée avec son etag : inchangée." : "    redemandée avec son etag : changée.");
}

void Day::show_the_home_pages() {
  World& world = demo_.world;
  tell("\nLa page d'accueil de cinq personnes, chacune en un appel :");
  tell_home("Inès Bérard, élève de 5A", world.as(golden_.ines, Profile::pupil));
  tell_home("Claire Bérard, mère de deux enfants", world.as(golden_.mother, Profile::guardian));
  tell_home("Hélène Durand, professeure principale de 5A", world.as(golden_.durand, Profile::teacher));
  tell_home("Paul Martin, CPE", world.as(college_.life, Profile::school_life));
  tell_home("Isabelle Nord, inspectrice du premier degré", world.as(golden_.inspector, Profile::academy));
}

void Day::show_a_clash() {
  const auto found = ent::timetable::clashes(head_, {.org_id = college_.id, .first_day = demo_day - std::chrono::days(4), .last_day = demo_day})
                         .value();
  tell("\nMireille Oriol enseigne au collège et au lycée. Conflits d'emploi du temps de la semaine : " + std::to_string(found.items.size()) + ".");
  for (const auto& clash : found.items) {
    tell("  " + french(clash.date) + ", " + french(clash.begins) + " : " +
         (clash.person_ids.empty() ? "" : name(clash.person_ids.at(0))) + (clash.other_org_id ? ", qui a cours dans un autre établissement." : "."));
  }
}

void Day::withdraw_a_right() {
  auto father = demo_.world.as(golden_.father, Profile::guardian);
  tell("\nLe juge retire au père d'Inès l'exercice de l'autorité ; la principale confirme son mot de passe et l'inscrit :");
  tell_sight("Marc Lefèvre, avant", father);
  head_.step_up(password_of(college_.head)).value();
  ent::guardian::restrict(head_, {.org_id = college_.id, .pupil_id = golden_.ines, .adult_id = golden_.father, .court_ref = "JAF 2026/0412"}).value();
  tell_sight("Marc Lefèvre, à l'appel suivant", father);
}

}  // namespace

void play_day(Demo& demo) {
  Day day(demo);
  day.begin();
  day.call_the_roll();
  show_the_notebook(demo);
  day.enter_the_day_before();
  day.explain_an_average();
  show_the_skills(demo);
  day.show_a_parent_both_children();
  day.show_what_each_sees();
  day.show_the_home_pages();
  day.show_a_clash();
  day.withdraw_a_right();
}

}  // namespace academy
