#include "interop/oneroster/mapper.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "guardian/rules.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/values.hpp"
#include "person/rules.hpp"
#include "unit/dates.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::size_t longest_other_names = 200;
constexpr std::size_t most_priority = 99;

Text said(std::string_view value) {
  std::string text = clean(value);
  return text.empty() ? std::nullopt : Text(std::move(text));
}

std::optional<Date> date_of(std::int32_t day) { return day == 0 ? std::nullopt : std::optional(unit::date(day)); }

}  // namespace

void Mapper::warn(const Dossier& out, std::size_t column, std::string_view reason) {
  task_.notes.warn(out.place, table_of(Data::users).columns[column].name, reason);
}

Dossier Mapper::dossier(const Row& row, std::uint32_t user, const Place& place) {
  Dossier out;
  out.place = place;
  out.key = row.key();
  out.kind = person_kind(role_at(roster_.role_of(user)));
  out.family_name = said(row.at(users::family_name));
  out.given_name = said(row.at(users::given_name));
  for (const std::size_t column : {users::family_name, users::given_name}) {
    if (is_damaged(row.at(column))) warn(out, column, "import.damaged_text");
  }
  out.other_given_names = said(row.at(users::middle_name));
  if (out.other_given_names && base::count_characters(*out.other_given_names) > longest_other_names) {
    warn(out, users::middle_name, "text.too_long");
    out.other_given_names.reset();
  }
  out.birth_date = roster_.birth_date_of(user);
  out.sex = roster_.sex_of(user);
  read_contact(row, out);
  if (out.kind == PersonKind::relative) return out;
  read_posts(row, user, out);
  if (out.kind == PersonKind::pupil) {
    read_ties(user, out);
    if (enrollments_delivered_) read_stays(row, user, out);
  } else if (enrollments_delivered_) {
    read_teaching(user, out);
  }
  return out;
}

Text Mapper::phone(const Row& row, std::size_t column, const Dossier& out) {
  Text text = said(row.at(column));
  if (!text || person::is_phone(*text)) return text;
  warn(out, column, "person.phone_malformed");
  return std::nullopt;
}

/// The one phone number is that of the work of those who work here.
void Mapper::read_contact(const Row& row, Dossier& out) {
  out.mobile = phone(row, users::sms, out);
  (out.kind == PersonKind::staff ? out.work_phone : out.home_phone) = phone(row, users::phone, out);
  out.email = said(row.at(users::email));
  if (!out.email || person::is_email(*out.email)) return;
  warn(out, users::email, "person.email_malformed");
  out.email.reset();
}

void Mapper::read_posts(const Row& row, std::uint32_t user, Dossier& out) {
  const RoleCode& role = role_at(roster_.role_of(user));
  if (!role.certain) warn(out, users::role, "import.role_uncertain");
  out.posts.emplace();
  const auto left_out = [&](std::string_view reason) {
    ++task_.report.affiliations.refused;
    if (!reason.empty()) task_.notes.refuse(out.place, "orgSourcedIds", reason);
  };
  for (const std::string_view key : list_of(row.at(users::orgs))) {
    const Structure::Unit unit = structure_.unit(key);
    if (unit.found != Found::yes) {
      left_out(unit.found == Found::missing ? "import.dangling_reference" : "");
    } else if (unit.place < 0 || !person::profile_fits(unit.kind, role.profile)) {
      left_out("person.profile_misplaced");
    } else if (std::ranges::find(*out.posts, unit.place, &Post::unit) == out.posts->end()) {
      out.posts->push_back({unit.place, role.profile, role.function});
    }
  }
}

/// The level of a pupil is that of the enrollment where it is said, else the pupil's one grade.
void Mapper::read_stays(const Row& row, std::uint32_t user, Dossier& out) {
  const auto grades = list_of(row.at(users::grades));
  const std::string grade = grades.size() == 1 && base::count_characters(grades[0]) <= longest_code ? clean(grades[0]) : std::string();
  out.divisions.emplace();
  out.groups.emplace();
  for (const Roster::Enrollment& enrollment : roster_.enrollments_of(user)) {
    const Class& of = structure_.class_at(enrollment.class_number);
    Membership stay{of.group, {}, date_of(enrollment.from), date_of(enrollment.to)};
    if (!stay.from) stay.from = of.from;
    std::string level = clean(roster_.text(enrollment.level));
    if (base::count_characters(level) > longest_code) level.clear();
    if (of.is_division) stay.level = level.empty() ? grade : std::move(level);
    (of.is_division ? out.divisions : out.groups)->push_back(std::move(stay));
  }
}

/// The first teacher of a homeroom is its main teacher; in the first degree the one who teaches it, too.
void Mapper::read_teaching(std::uint32_t user, Dossier& out) {
  out.roles.emplace();
  out.services.emplace();
  for (const Roster::Enrollment& enrollment : roster_.enrollments_of(user)) {
    const Class& of = structure_.class_at(enrollment.class_number);
    const bool is_main = of.is_division && enrollment.primary;
    if (is_main) out.roles->push_back({of.group, main_teacher});
    std::vector<std::string> subjects;
    for (const std::string_view code : list_of(roster_.text(enrollment.subjects))) {
      if (code != teaches_nothing && base::count_characters(code) <= longest_code) subjects.push_back(clean(code));
    }
    if (enrollment.subjects == KeyIndex::none) {
      subjects = of.subjects;
      if (subjects.empty() && (!is_main || of.of_first_degree)) subjects.emplace_back();
    }
    for (std::string& subject : subjects) {
      if (subject == no_subject) subject.clear();
      const bool known = std::ranges::any_of(
          *out.services, [&](const Service& service) { return service.group == of.group && service.subject == subject; });
      if (!known) out.services->push_back({of.group, std::move(subject)});
    }
  }
}

void Mapper::read_ties(std::uint32_t user, Dossier& out) {
  out.ties.emplace();
  for (const Roster::Link& link : roster_.adults_of(user)) {
    const Guardianship tie =
        guardianship_of(role_at(roster_.role_of(link.adult)).code, task_.options.parents_are_legal);
    out.ties->push_back({std::string(roster_.key_of(link.adult)), tie.relationship, static_cast<std::int32_t>(tie.kind),
                         static_cast<std::int32_t>(guardian::given_by(tie.kind)),
                         static_cast<std::int32_t>(std::min(out.ties->size() + 1, most_priority))});
  }
}

}  // namespace ent::interop::oneroster
