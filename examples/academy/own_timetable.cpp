#include "own_timetable.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "ent/calendar.hpp"
#include "ent/group.hpp"
#include "ent/import_fet.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "ent/timetable.hpp"
#include "french.hpp"
#include "in_the_making.hpp"
#include "ports.hpp"

namespace academy {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_shown = 12;
constexpr const char* days[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
constexpr ent::Date monday{2026y / 9 / 7};

std::string clock_text(ent::TimeOfDay time) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", time.minutes / 60, time.minutes % 60);
  return text;
}

std::string day_text(ent::calendar::Weekday weekday) { return days[static_cast<int>(weekday) - 1]; }

/// A school that is open from Monday to Sunday, so that nothing of a file from elsewhere is hidden.
ent::OrgId open_school(ent::Session& host) {
  using ent::calendar::HalfDay;
  const auto school = ent::org::add(host, {.kind = ent::org::Kind::establishment,
                                           .code = "9990001A",
                                           .name = "Votre établissement",
                                           .degree = ent::org::Degree::second})
                          .value()
                          .id;
  ent::calendar::set_year(host, {.org_id = school, .school_year = 2026, .first_day = 2026y / 9 / 1, .last_day = 2027y / 7 / 2}).value();
  std::vector<ent::calendar::Hours> hours;
  for (std::int32_t day = 1; day <= 7; ++day) {
    const auto weekday = static_cast<ent::calendar::Weekday>(day);
    hours.push_back({weekday, HalfDay::morning, {6 * 60}, {13 * 60}});
    hours.push_back({weekday, HalfDay::afternoon, {13 * 60}, {22 * 60}});
  }
  ent::calendar::set_hours(host, {.org_id = school, .items = hours}).value();
  return school;
}

/// For files that do not say when their hours are.
void set_usual_bells(ent::Session& host, ent::OrgId school) {
  std::vector<ent::calendar::Bell> bells;
  for (std::int32_t hour = 8; hour < 20; ++hour)
    bells.push_back({(hour < 13 ? "M" : "S") + std::to_string(hour < 13 ? hour - 7 : hour - 12), {hour * 60}, {hour * 60 + 55}});
  ent::calendar::set_bells(host, {.org_id = school, .code = "usuelles", .items = bells}).value();
}

/// A rehearsal says which teachers the file names; each gets a person here. In a school they are chosen among those who are there.
std::vector<ent::FetTeacher> people_for(ent::Session& host, ent::OrgId school, const std::vector<std::string>& names) {
  std::vector<ent::FetTeacher> table;
  for (const std::string& name : names) {
    const auto person = ent::person::add(host, {.org_id = school, .family_name = name, .given_name = "(FET)"}).value().id;
    ent::person::affiliate(host, {.org_id = school, .person_id = person, .profile = ent::Profile::teacher}).value();
    table.push_back({name, person});
  }
  return table;
}

void tell_counts(const char* what, const ent::ImportCounts& counts) {
  std::printf("  %-20s %5lld nouveaux, %5lld déjà là, %5lld refusés\n", what, static_cast<long long>(counts.created),
              static_cast<long long>(counts.unchanged), static_cast<long long>(counts.refused));
}

void tell_report(const ent::FetReport& report) {
  tell(std::to_string(report.records) + " éléments lus, dont " + std::to_string(report.activities) + " activités : " +
       std::to_string(report.inactive) + " désactivées, " + std::to_string(report.unplaced) + " sans horaire.");
  tell_counts("matières", report.subjects);
  tell_counts("salles", report.rooms);
  tell_counts("sonneries", report.bells);
  tell_counts("classes et groupes", report.groups);
  tell_counts("services", report.services);
  tell_counts("créneaux", report.slots);
  tell("Laissé de côté : " + std::to_string(report.refusals) + " ; à vérifier : " + std::to_string(report.warnings) + ".");
  for (std::size_t i = 0; i < std::min(report.notes.size(), most_shown); ++i) {
    const ent::ImportNote& note = report.notes[i];
    tell(std::string(note.refused ? "  refusé, " : "  à vérifier, ") + note.file + ", ligne " + std::to_string(note.line) +
         (note.field.empty() ? "" : ", " + note.field) + " : " + ent::explain_reason(note.reason, "fr"));
  }
  const std::int64_t rest = report.refusals + report.warnings - static_cast<std::int64_t>(most_shown);
  if (rest > 0) tell("  ... et " + std::to_string(rest) + " autres.");
}

void tell_clashes(const ent::FetReport& report) {
  tell("Conflits : " + std::to_string(report.clash_count) + ".");
  constexpr const char* shared[] = {"", "un enseignant", "une salle", "des élèves"};
  for (std::size_t i = 0; i < std::min(report.clashes.size(), most_shown); ++i) {
    const ent::FetClash& clash = report.clashes[i];
    tell("  " + day_text(clash.weekday) + " " + clock_text(clash.begins) + "-" + clock_text(clash.ends) + " : les activités " +
         std::to_string(clash.activity_id) + " et " + std::to_string(clash.other_id) + " prennent " +
         shared[static_cast<std::size_t>(clash.shared)] + " à la fois.");
  }
}

std::string lesson_text(const ent::timetable::Lesson& lesson) {
  std::string text = "  " + day_text(static_cast<ent::calendar::Weekday>((lesson.date - monday).count() + 1)) + " " +
                     clock_text(lesson.begins) + "-" + clock_text(lesson.ends) + "  " +
                     lesson.subject_name.value_or(lesson.subject_code.value_or(""));
  for (const auto& group : lesson.groups) text += ", " + group.name;
  for (const auto& teacher : lesson.teachers) text += ", " + teacher.family_name;
  for (const auto& room : lesson.rooms) text += ", salle " + room.code;
  return one_line(text);
}

/// The class that has most lessons.
void tell_week(ent::Session& host, ent::OrgId school) {
  std::vector<ent::timetable::Lesson> busiest;
  std::string name;
  ent::group::List asked{.org_id = school, .kind = ent::group::Kind::division, .limit = 500};
  for (const auto& division : ent::group::list(host, asked).value().items) {
    auto week = ent::timetable::lessons(
                    host, {.first_day = monday, .last_day = monday + std::chrono::days{6}, .group_id = division.id})
                    .value()
                    .items;
    if (week.size() <= busiest.size()) continue;
    busiest = std::move(week);
    name = division.name;
  }
  tell(busiest.empty() ? "Aucune classe n'a de cours." : "La semaine de la classe " + one_line(name) + " :");
  for (const auto& lesson : busiest) tell(lesson_text(lesson));
}

}  // namespace

int show_own_timetable(const std::string& file, const std::string& fet) {
  InTheMaking making(file);  // outlives the portal, which closes its file
  const auto clock = std::make_shared<DemoClock>();
  clock->set(monday, {8 * 60});
  const auto portal = ent::Portal::open(file, {.clock = clock}).value();
  auto host = portal.system();
  const ent::OrgId school = open_school(host);
  ent::FetOptions options{.org_id = school, .dry_run = true};
  auto rehearsed = ent::import_fet(host, fet, options);
  if (!rehearsed && !rehearsed.error().fields.empty() && rehearsed.error().fields[0].path == "/hours") {
    tell("Le fichier ne dit pas quand sont ses heures : une sonnerie toutes les heures à partir de 8 h.");
    set_usual_bells(host, school);
    rehearsed = ent::import_fet(host, fet, options);
  }
  if (!rehearsed) {
    tell_error(fet, rehearsed.error());
    return 1;
  }
  options.dry_run = false;
  options.teachers = people_for(host, school, rehearsed->unmatched_teachers);
  const auto report = ent::import_fet(host, fet, options).value();
  tell_report(report);
  if (!report.applied) {
    tell("Rien n'a été chargé.");
    return 1;
  }
  making.finish();
  tell_clashes(report);
  tell_week(host, school);
  return 0;
}

}  // namespace academy
