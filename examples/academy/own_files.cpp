#include "own_files.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

#include "ent/account.hpp"
#include "ent/import.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "french.hpp"
#include "in_the_making.hpp"

namespace academy {
namespace {

using ent::Profile;

constexpr std::size_t most_notes_shown = 20;
constexpr std::size_t most_names_shown = 6;
constexpr std::size_t people_shown = 5;

struct Role {
  Profile profile;
  const char* french;
};
constexpr Role roles[] = {{Profile::head, "direction"},      {Profile::teacher, "enseignement"},
                          {Profile::pupil, "élève"},         {Profile::guardian, "responsable d'élève"},
                          {Profile::school_life, "vie scolaire"}, {Profile::office, "administration"},
                          {Profile::librarian, "documentation"}};

std::string french_date(ent::Date date) {
  const std::chrono::year_month_day parts{date};
  char text[16];
  std::snprintf(text, sizeof text, "%02u/%02u/%04d", static_cast<unsigned>(parts.day()), static_cast<unsigned>(parts.month()),
                static_cast<int>(parts.year()));
  return text;
}

void tell_counts(const char* what, const ent::ImportCounts& counts) {
  std::printf("  %-22s %7lld nouveaux, %7lld refusés\n", what, static_cast<long long>(counts.created),
              static_cast<long long>(counts.refused));
}

void tell_report(const ent::ImportReport& report) {
  tell("Flux " + report.feed + " du " + french_date(report.date) + ", année scolaire " + std::to_string(report.school_year) + "-" +
       std::to_string(report.school_year + 1) + " : " + std::to_string(report.records) + " fiches lues.");
  tell_counts("établissements", report.units);
  tell_counts("classes et groupes", report.groups);
  tell_counts("personnes", report.people);
  tell_counts("affectations", report.affiliations);
  tell_counts("places en classe", report.memberships);
  tell_counts("professeurs principaux", report.roles);
  tell_counts("services", report.services);
  tell_counts("responsables légaux", report.guardianships);
  tell("Laissé de côté : " + std::to_string(report.refusals) + " ; à vérifier : " + std::to_string(report.warnings) + ".");
  for (std::size_t i = 0; i < std::min(report.notes.size(), most_notes_shown); ++i) {
    const ent::ImportNote& note = report.notes[i];
    tell(std::string(note.refused ? "  refusé, " : "  à vérifier, ") + note.file + ", ligne " + std::to_string(note.line) +
         (note.field.empty() ? "" : ", " + note.field) + " : " + ent::explain_reason(note.reason, "fr"));
  }
  const std::int64_t rest = report.refusals + report.warnings - static_cast<std::int64_t>(most_notes_shown);
  if (rest > 0) tell("  ... et " + std::to_string(rest) + " autres.");
}

/// The first school in which there are pupils.
std::optional<ent::org::View> school_with_pupils(ent::Session& host) {
  ent::org::List asked{.kind = ent::org::Kind::establishment};
  while (true) {
    const auto page = ent::org::list(host, asked).value();
    for (const auto& school : page.items) {
      if (!ent::person::list(host, {.org_id = school.id, .profile = Profile::pupil, .limit = 1}).value().items.empty()) return school;
    }
    if (!page.next) return std::nullopt;
    asked.after = page.next;
  }
}

/// The code of the sheet, the birth date where the files have one, a password: as the person would do it.
ent::Session sign_in(const ent::Portal& portal, const ent::account::Activation& sheet, Profile profile, ent::OrgId school) {
  auto vouched = portal.act_as({.account_id = sheet.account_id, .profile = profile}).value();
  const auto own = ent::person::details(vouched, {.org_id = school, .person_id = sheet.person_id}).value();
  const std::string password = "trois arbres au bord de l'eau " + std::to_string(sheet.person_id.value);
  portal.activate({.login = sheet.login, .code = sheet.code, .birth_date = own.birth_date, .password = password}).value();
  return portal.sign_in({.login = sheet.login, .password = password, .profile = profile}).value().session;
}

void tell_whom(const std::string& who, ent::Session& session, ent::OrgId school) {
  std::string names;
  std::size_t count = 0;
  ent::person::List asked{.org_id = school, .limit = 500};
  while (true) {
    const auto page = ent::person::list(session, asked).value();
    for (const auto& entry : page.items) {
      if (count++ < most_names_shown) names += (names.empty() ? "" : ", ") + one_line(entry.given_name + " " + entry.family_name);
    }
    if (!page.next) break;
    asked.after = page.next;
  }
  tell("  " + who + " voit " + std::to_string(count) + (count == 1 ? " personne" : " personnes") +
       (count == 0 ? "." : " : " + names + (count > most_names_shown ? ", ..." : ".")));
}

void tell_who_sees_whom(const ent::Portal& portal, ent::Session& host, const ent::org::View& school) {
  tell(one_line(school.name) + ". Qui voit qui ?");
  std::size_t shown = 0;
  for (const Role& role : roles) {
    if (shown == people_shown) return;
    const auto sheets =
        ent::account::issue_activations(host, {.org_id = school.id, .profile = role.profile, .limit = 1}).value().items;
    if (sheets.empty()) continue;
    ++shown;
    auto session = sign_in(portal, sheets.front(), role.profile, school.id);
    tell_whom(one_line(sheets.front().given_name + " " + sheets.front().family_name) + " (" + role.french + ")", session, school.id);
  }
}

}  // namespace

int show_own_files(const std::string& file, Format format, const std::string& folder) {
  InTheMaking making(file);  // outlives the portal, which closes its file
  const auto portal = ent::Portal::open(file).value();
  auto host = portal.system();
  const auto imported = format == Format::aaf ? ent::import_aaf(host, folder) : ent::import_oneroster(host, folder);
  if (!imported) {
    tell_error(folder, imported.error());
    return 1;
  }
  tell_report(*imported);
  if (!imported->applied) {
    tell("Rien n'a été chargé.");
    return 1;
  }
  making.finish();
  const auto school = school_with_pupils(host);
  if (!school) {
    tell("Aucun établissement n'a d'élèves.");
    return 1;
  }
  tell_who_sees_whom(portal, host, *school);
  return 0;
}

}  // namespace academy
