// Units, the session, courses and classes of an export, each file in the order of its keys.
#include <algorithm>
#include <set>

#include "base/date.hpp"
#include "base/joined.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/oneroster/export.hpp"
#include "interop/task.hpp"

namespace ent::interop::oneroster {
namespace {

template <class T>
void add_once(std::vector<T>& values, const T& value) {
  const auto at = std::ranges::lower_bound(values, value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

/// The course of a school under which a subject is taught; the format wants one of each class.
std::string course_key(const std::string& school, const std::string& subject) {
  std::string key = school + ':' + (subject.empty() ? std::string(no_subject) : subject);
  return key.size() <= longest_sourced_id ? key : made_code(school, subject);
}

/// The grades that are known of levels, each once, and in order.
std::string grades_of(const std::vector<std::string>& levels) {
  std::vector<std::string> grades;
  for (const std::string& level : levels) {
    if (const auto grade = grade_of_level(level); !grade.empty()) add_once(grades, std::string(grade));
  }
  return base::joined(grades, ",");
}

}  // namespace

std::string made_key(char kind, std::int64_t number) {
  constexpr std::size_t width = 16;  // of the largest id
  const std::string digits = std::to_string(number);
  return std::string("ent-") + kind + std::string(width - std::min(width, digits.size()), '0') + digits;
}

void ExportedStructure::write() {
  load_units();
  write_units();
  write_session();
  write_classes();
}

const std::string* ExportedStructure::school(std::int64_t org) const {
  const auto found = units_.find(org);
  return found == units_.end() || found->second.view.kind != org::Kind::establishment ? nullptr : &found->second.key;
}

const ExportedGroup* ExportedStructure::group(std::int64_t org, std::int64_t number) const {
  const auto found = groups_.find(org << 32 | number);
  return found == groups_.end() ? nullptr : &found->second;
}

/// The schools, and what they lie under.
void ExportedStructure::load_units() {
  std::unordered_map<std::int64_t, std::string> keys;
  if (task_.options.feed) {
    for (const auto& reference : org::bulk::references(task_.unit, *task_.options.feed)) keys.try_emplace(reference.org, reference.key);
  }
  std::multimap<std::int64_t, std::int64_t> parents;
  for (std::vector<std::int64_t> layer = task_.schools; !layer.empty();) {
    for (org::View& view : org::bulk::units(task_.unit, layer)) {
      const std::int64_t org = view.id.value;
      const auto key = keys.find(org);
      units_[org] = {key == keys.end() ? made_key('o', org) : key->second, std::move(view), {}};
    }
    std::vector<std::int64_t> above;
    for (const auto& [child, parent] : org::bulk::parents(task_.unit, layer, task_.unit.at())) {
      parents.emplace(child, parent);
      if (!units_.contains(parent)) add_once(above, parent);
    }
    layer = std::move(above);
  }
  for (auto& [org, unit] : units_) {
    const auto [begin, end] = parents.equal_range(org);
    for (auto link = begin; link != end; ++link) {  // the format knows one: the first by key
      const auto parent = units_.find(link->second);
      if (parent != units_.end() && (unit.parent.empty() || parent->second.key < unit.parent)) unit.parent = parent->second.key;
    }
  }
}

void ExportedStructure::write_units() {
  CsvFile file = task_.files.create("orgs.csv");
  file.row({"sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId", "metadata.entKind"});
  std::vector<const Unit*> in_order;
  for (const auto& [org, unit] : units_) in_order.push_back(&unit);
  std::ranges::sort(in_order, {}, &Unit::key);
  for (const Unit* unit : in_order) {
    const org::View& view = unit->view;
    const std::string_view code = is_made_code(view.code) ? std::string_view{} : std::string_view(view.code);
    file.row({unit->key, "", "", view.name, type_of(view.kind), code, unit->parent, name_of(view.kind)});
  }
  task_.report.units = file.rows() - 1;
  file.close();
}

std::string ExportedStructure::session_key() const { return "ent-y" + std::to_string(task_.school_year); }

/// Of terms the store knows nothing yet.
void ExportedStructure::write_session() {
  CsvFile file = task_.files.create("academicSessions.csv");
  file.row({"sourcedId", "status", "dateLastModified", "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"});
  const std::string first = std::to_string(task_.school_year);
  const std::string last = std::to_string(task_.years.civil_year_of_end(task_.school_year));
  file.row({session_key(), "", "", first == last ? first : first + '-' + last, "schoolYear",
            base::date_text(task_.years.first_day(task_.school_year)), base::date_text(task_.years.first_day(task_.school_year + 1)), "",
            last});
  file.close();
}

void ExportedStructure::write_classes() {
  std::unordered_map<std::int64_t, Teaching> teaching;
  for (const auto& row : group::bulk::taught(task_.unit, task_.schools, task_.school_year, task_.day())) {
    Teaching& of = teaching[row.org << 32 | row.group];
    if (!row.subject.empty()) add_once(of.subjects, row.subject);
    add_once(of.teachers, row.member);
  }
  for (const auto& row : group::bulk::levels(task_.unit, task_.schools, task_.school_year))
    add_once(teaching[row.org << 32 | row.group].levels, row.level);
  std::unordered_map<std::int64_t, std::string> keys;
  if (task_.options.feed) {
    for (const auto& row : group::bulk::references(task_.unit, task_.schools, *task_.options.feed))
      keys.try_emplace(row.org << 32 | row.group, row.key);
  }
  struct Ordered {
    const ExportedGroup* of;
    const Teaching* teaching;
    group::bulk::Group row;
  };
  std::vector<Ordered> in_order;
  std::set<std::pair<std::string, std::string>> courses;  // school, subject
  for (auto& row : group::bulk::groups(task_.unit, task_.schools, task_.school_year)) {
    if (row.kind == group::Kind::manual || row.to <= task_.day() || row.to <= row.from) continue;
    const std::int64_t id = row.org << 32 | row.group;
    const Teaching& of = teaching[id];
    const auto key = keys.find(id);
    ExportedGroup made{key == keys.end() ? made_key('g', id) : key->second, *school(row.org), row.kind == group::Kind::division,
                       of.teachers.size() == 1};
    courses.emplace(made.school, of.subjects.size() == 1 ? of.subjects[0] : std::string());
    in_order.push_back({&(groups_[id] = std::move(made)), &of, std::move(row)});
  }
  CsvFile course_file = task_.files.create("courses.csv");
  course_file.row({"sourcedId", "status", "dateLastModified", "schoolYearSourcedId", "title", "courseCode", "grades",
                   "orgSourcedId", "subjects", "subjectCodes"});
  for (const auto& [school, subject] : courses) {
    const std::string_view title = subject.empty() ? no_subject : std::string_view(subject);
    course_file.row({course_key(school, subject), "", "", session_key(), title, subject, "", school, "", subject});
  }
  course_file.close();
  std::ranges::sort(in_order, {}, [](const Ordered& it) { return std::string_view(it.of->key); });
  CsvFile file = task_.files.create("classes.csv");
  file.row({"sourcedId", "status", "dateLastModified", "title", "grades", "courseSourcedId", "classCode", "classType", "location",
            "schoolSourcedId", "termSourcedIds", "subjects", "subjectCodes", "periods", "metadata.entLevels"});
  for (const Ordered& it : in_order) {
    const auto& subjects = it.teaching->subjects;
    const std::string course = course_key(it.of->school, subjects.size() == 1 ? subjects[0] : std::string());
    file.row({it.of->key, "", "", it.row.name, grades_of(it.teaching->levels), course, it.row.code,
              it.of->is_division ? "homeroom" : "scheduled", "", it.of->school, session_key(), "", base::joined(subjects, ","), "",
              base::joined(it.teaching->levels, ",")});
  }
  task_.report.groups = file.rows() - 1;
  file.close();
}

}  // namespace ent::interop::oneroster
