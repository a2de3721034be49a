// People of an export, with what they are enrolled in: page by page, in the order of their keys.
#include <algorithm>

#include "base/date.hpp"
#include "base/each_once.hpp"
#include "base/error.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/oneroster/exported_people.hpp"
#include "unit/dates.hpp"

namespace ent::interop::oneroster {
namespace {

using Entry = ExportedPeople::Entry;


std::string date_text(std::int64_t day) { return day == unit::day(open_end) ? std::string() : base::date_text(unit::date(day)); }

template <class Row>
void sort_by(std::vector<Row>& rows, std::int64_t Row::*whose = &Row::person) {
  std::ranges::sort(rows, {}, whose);
}

template <class Row>
std::span<const Row> rows_of(const std::vector<Row>& rows, std::int64_t person, std::int64_t Row::*whose = &Row::person) {
  const auto [begin, end] = std::ranges::equal_range(rows, person, {}, whose);
  return {begin, end};
}

void add(std::string& list, std::string_view part) { list.append(list.empty() ? "" : ",").append(part); }

/// All that is known of the people of one page, each list in the order of people.
struct Page {
  std::vector<person::Person> people;
  std::vector<person::bulk::Contact> contacts;
  std::vector<person::bulk::Post> posts;  ///< Of guardians, those of their pupils.
  std::vector<guardian::bulk::Link> of_pupils, of_adults;
  std::vector<group::bulk::Stay> stays;
  std::vector<group::bulk::RoleRow> roles;
  std::vector<group::bulk::ServiceRow> services;
};

class Writer {
 public:
  Writer(ExportTask& task, const ExportedStructure& structure, const ExportedPeople& people)
      : task_(task), structure_(structure), people_(people), users_(task.files.create("users.csv")),
        demographics_(task.files.create("demographics.csv")), enrollments_(task.files.create("enrollments.csv")) {
    users_.row({"sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "username", "userIds",
                "givenName", "familyName", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades",
                "password"});
    demographics_.row({"sourcedId", "status", "dateLastModified", "birthDate", "sex", "americanIndianOrAlaskaNative", "asian",
                       "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white",
                       "demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity", "countryOfBirthCode",
                       "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"});
    enrollments_.row({"sourcedId", "status", "dateLastModified", "classSourcedId", "schoolSourcedId", "userSourcedId", "role",
                      "primary", "beginDate", "endDate", "metadata.entLevel", "metadata.entSubjects"});
  }

  std::optional<Error> all() {
    const auto entries = people_.entries();
    for (std::size_t i = 0; i < entries.size(); i += export_page) {
      const auto part = entries.subspan(i, std::min(export_page, entries.size() - i));
      const Page facts = load(part);
      for (const Entry& entry : part) write(entry, facts);
      const ExportProgress progress{static_cast<std::int64_t>(i + part.size()), std::ssize(entries)};
      if (task_.options.watch != nullptr && !task_.options.watch->go_on(progress))
        return base::fail(Errc::cancelled, "export.cancelled");
    }
    task_.report.people = users_.rows() - 1;
    task_.report.enrollments = enrollments_.rows() - 1;
    users_.close();
    demographics_.close();
    enrollments_.close();
    return std::nullopt;
  }

 private:
  Page load(std::span<const Entry> entries) {
    std::vector<std::int64_t> all, pupils, adults, staff;
    for (const Entry& entry : entries) {
      all.push_back(entry.person);
      (entry.is_guardian ? adults : std::string_view(entry.role) == "student" ? pupils : staff).push_back(entry.person);
    }
    base::keep_each_once(all);
    unit::ReadUnit& unit = task_.unit;
    Page facts;
    facts.people = person::bulk::people(unit, all);
    facts.contacts = person::bulk::contacts(unit, all);
    sort_by(facts.people);
    sort_by(facts.contacts);
    if (!pupils.empty()) {
      facts.of_pupils = guardian::bulk::of_pupils(unit, pupils, task_.day());
      facts.stays = group::bulk::stays(unit, pupils, task_.day());
    }
    if (!staff.empty()) {
      facts.roles = group::bulk::roles(unit, staff, task_.day());
      facts.services = group::bulk::services(unit, staff, task_.day());
    }
    std::vector<std::int64_t> placed = std::move(pupils);
    placed.insert(placed.end(), staff.begin(), staff.end());
    if (!adults.empty()) facts.of_adults = guardian::bulk::of_adults(unit, adults, task_.day());
    for (const auto& link : facts.of_adults) placed.push_back(link.pupil);
    base::keep_each_once(placed);
    if (!placed.empty()) facts.posts = person::bulk::posts(unit, placed, task_.day());
    sort_by(facts.of_pupils, &guardian::bulk::Link::pupil);
    sort_by(facts.of_adults, &guardian::bulk::Link::adult);
    sort_by(facts.stays);
    sort_by(facts.roles);
    sort_by(facts.services);
    sort_by(facts.posts);
    return facts;
  }

  void write(const Entry& entry, const Page& facts) {
    const auto people = rows_of(facts.people, entry.person);
    if (people.empty()) return;
    const person::Person& person = people.front();
    const auto contacts = rows_of(facts.contacts, entry.person);
    const person::bulk::Contact contact = contacts.empty() ? person::bulk::Contact{} : contacts.front();
    const bool is_pupil = std::string_view(entry.role) == "student";
    const std::string agents = entry.is_guardian ? pupils_of(entry, facts) : is_pupil ? adults_of(entry, facts) : std::string();
    const std::string orgs = entry.is_guardian ? schools_of_pupils(entry, facts) : schools_of(entry.person, entry.role, facts);
    const std::string& phone = entry.is_guardian || is_pupil ? contact.home_phone : contact.work_phone;
    users_.row({entry.key, "", "", "true", orgs, entry.role, entry.key, "", person.given_name, person.family_name,
                person.other_given_names.value_or(""), "", contact.email, contact.mobile, phone, agents,
                is_pupil ? grade_of(entry, facts) : std::string_view{}, ""});
    if (person.birth_date || person.sex) {
      const std::string birth = person.birth_date ? base::date_text(*person.birth_date) : std::string();
      const std::string_view sex = !person.sex ? "" : *person.sex == person::Sex::female ? "female" : "male";
      demographics_.row({entry.key, "", "", birth, sex, "", "", "", "", "", "", "", "", "", "", ""});
    }
    if (is_pupil) write_stays(entry, facts);
    if (!is_pupil && !entry.is_guardian) write_teaching(entry, facts);
  }

  /// Keys of the schools in which somebody has a post of this role, in order.
  std::vector<std::string_view> school_keys(std::int64_t person, std::string_view role, const Page& facts) const {
    std::vector<std::string_view> keys;
    for (const auto& post : rows_of(facts.posts, person)) {
      const std::string* school = structure_.school(post.org);
      const char* has = role_of_post(post);
      if (school != nullptr && has != nullptr && has == role) keys.push_back(*school);
    }
    return keys;
  }

  static std::string in_order(std::vector<std::string_view> keys) {
    base::keep_each_once(keys);
    std::string list;
    for (const std::string_view key : keys) add(list, key);
    return list;
  }

  std::string schools_of(std::int64_t person, std::string_view role, const Page& facts) const {
    return in_order(school_keys(person, role, facts));
  }

  std::string schools_of_pupils(const Entry& adult, const Page& facts) const {
    std::vector<std::string_view> keys;
    for (const auto& link : rows_of(facts.of_adults, adult.person, &guardian::bulk::Link::adult)) {
      if (role_of_link(link, true) == nullptr) continue;
      const auto more = school_keys(link.pupil, "student", facts);
      keys.insert(keys.end(), more.begin(), more.end());
    }
    return in_order(std::move(keys));
  }

  std::string pupils_of(const Entry& adult, const Page& facts) const {
    std::vector<std::string_view> keys;
    for (const auto& link : rows_of(facts.of_adults, adult.person, &guardian::bulk::Link::adult)) {
      const Entry* pupil = people_.pupil(link.pupil);
      if (pupil != nullptr && role_of_link(link, true) != nullptr) keys.push_back(pupil->key);
    }
    return in_order(std::move(keys));
  }

  /// In the order in which to call them.
  std::string adults_of(const Entry& pupil, const Page& facts) {
    std::vector<std::pair<std::int32_t, std::string_view>> keys;
    for (const auto& link : rows_of(facts.of_pupils, pupil.person, &guardian::bulk::Link::pupil)) {
      const Entry* adult = people_.guardian(link.adult);
      if (adult != nullptr && role_of_link(link, true) != nullptr) keys.emplace_back(link.priority, adult->key);
    }
    std::ranges::sort(keys);
    std::string list;
    std::vector<std::string_view> told;
    for (const auto& [priority, key] : keys) {
      if (std::ranges::find(told, key) != told.end()) continue;
      told.push_back(key);
      add(list, key);
    }
    task_.report.guardianships += std::ssize(told);
    return list;
  }

  /// The stays of a pupil in groups that are given out, by the key of the group; of several in one, the latest.
  std::vector<std::pair<const ExportedGroup*, const group::bulk::Stay*>> stays_of(const Entry& pupil, const Page& facts) const {
    std::vector<std::pair<const ExportedGroup*, const group::bulk::Stay*>> found;
    for (const auto& stay : rows_of(facts.stays, pupil.person)) {
      const ExportedGroup* group = structure_.group(stay.org, stay.group);
      if (group == nullptr) continue;
      const auto same = std::ranges::find(found, group, [](const auto& it) { return it.first; });
      if (same == found.end()) {
        found.emplace_back(group, &stay);
      } else if (same->second->from < stay.from) {
        same->second = &stay;
      }
    }
    std::ranges::sort(found, {}, [](const auto& it) { return std::string_view(it.first->key); });
    return found;
  }

  std::string_view grade_of(const Entry& pupil, const Page& facts) const {
    for (const auto& [group, stay] : stays_of(pupil, facts)) {
      if (!group->is_division || stay->level.empty()) continue;
      if (const auto grade = grade_of_level(stay->level); !grade.empty()) return grade;
    }
    return {};
  }

  void write_stays(const Entry& pupil, const Page& facts) {
    for (const auto& [group, stay] : stays_of(pupil, facts)) {
      enrollments_.row({enrollment_key(group->key, pupil.key), "", "", group->key, group->school, pupil.key, "student", "",
                        date_text(stay->from), date_text(stay->to), stay->level, ""});
    }
  }

  /// One row for each group that somebody teaches or is the main teacher of.
  void write_teaching(const Entry& staff, const Page& facts) {
    struct Taught {
      const ExportedGroup* group = nullptr;
      bool is_main = false;
      std::vector<std::string_view> subjects{};
    };
    std::vector<Taught> all;
    const auto taught = [&](std::int64_t org, std::int64_t number) -> Taught* {
      const ExportedGroup* group = structure_.group(org, number);
      if (group == nullptr) return nullptr;
      const auto known = std::ranges::find(all, group, &Taught::group);
      return known != all.end() ? &*known : &all.emplace_back(Taught{.group = group});
    };
    for (const auto& role : rows_of(facts.roles, staff.person)) {
      if (role.role != group::Role::main_teacher) continue;
      if (Taught* of = taught(role.org, role.group)) of->is_main = true;
    }
    for (const auto& service : rows_of(facts.services, staff.person)) {
      if (Taught* of = taught(service.org, service.group)) of->subjects.push_back(service.subject.empty() ? no_subject : std::string_view(service.subject));
    }
    std::ranges::sort(all, {}, [](const Taught& it) { return std::string_view(it.group->key); });
    for (const Taught& it : all) {
      const bool primary = it.group->is_division ? it.is_main : it.group->has_one_teacher;
      const std::string subjects = it.subjects.empty() ? std::string(teaches_nothing) : in_order(it.subjects);
      enrollments_.row({enrollment_key(it.group->key, staff.key), "", "", it.group->key, it.group->school, staff.key, "teacher",
                        primary ? "true" : "", "", "", "", subjects});
    }
  }

  /// The store does not keep those under which enrollments came: they say nothing.
  static std::string enrollment_key(const std::string& group, const std::string& person) {
    std::string key = group + ':' + person;
    return key.size() <= longest_sourced_id ? key : made_code(group, person);
  }

  ExportTask& task_;
  const ExportedStructure& structure_;
  const ExportedPeople& people_;
  CsvFile users_, demographics_, enrollments_;
};

}  // namespace

std::optional<Error> write_people(ExportTask& task, const ExportedStructure& structure) {
  ExportedPeople people(task, structure);
  people.load();
  return Writer(task, structure, people).all();
}

}  // namespace ent::interop::oneroster
