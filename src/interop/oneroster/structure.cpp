// What the rows of units, sessions, courses and classes say.
#include "interop/oneroster/structure.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/values.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::size_t most_levels = 20;

std::vector<std::string> codes_of(std::string_view value) {
  std::vector<std::string> codes;
  for (const std::string_view part : list_of(value)) {
    std::string code = clean(part);
    if (base::count_characters(code) <= longest_code && std::ranges::find(codes, code) == codes.end())
      codes.push_back(std::move(code));
  }
  if (codes.size() > most_levels) codes.resize(most_levels);
  return codes;
}

}  // namespace

void Structure::refuse(const Place& place, Data data, std::size_t column, std::string_view reason) {
  task_.notes.refuse(place, table_of(data).columns[column].name, reason);
}

void Structure::warn(const Place& place, Data data, std::size_t column, std::string_view reason) {
  task_.notes.warn(place, table_of(data).columns[column].name, reason);
}

/// A new item under the row's key; nullptr where the row has none of its own.
template <class Item>
Item* Structure::add(KeyIndex& keys, std::vector<Item>& items, const Row& row, const Place& place, ImportCounts& counts) {
  ++task_.report.records;
  const bool twice = !row.key().empty() && !keys.insert(row.key()).is_new;
  if (twice) task_.notes.refuse(place, "sourcedId", "import.duplicate_id");
  if (twice || row.key().empty()) {
    ++counts.refused;
    return nullptr;
  }
  Item& item = items.emplace_back();
  item.place = place;
  item.refused = row.refused();
  if (!item.refused && is_deleted(row)) {
    task_.notes.refuse(place, "status", "import.deleted_in_full");
    item.refused = true;
  }
  if (item.refused) ++counts.refused;
  return &item;
}

void Structure::take_org(const Row& row, const Place& place) {
  Org* org = add(org_keys_, orgs_, row, place, task_.report.units);
  if (org == nullptr || org->refused) return;
  org->kind = kind_of(row.at(orgs::type), row.at(orgs::kind));
  if (!org->kind) warn(place, Data::orgs, orgs::type, "import.unit_not_held");
  org->name = clean(row.at(orgs::name));
  org->identifier = clean(row.at(orgs::identifier));
  org->parent = row.at(orgs::parent);
  if (base::count_characters(org->name) <= longest_org_name) return;
  refuse(place, Data::orgs, orgs::name, "text.too_long");
  ++task_.report.units.refused;
  org->refused = true;
}

void Structure::take_session(const Row& row, const Place& place) {
  ImportCounts uncounted;  // nothing is stored of them
  Session* session = add(session_keys_, sessions_, row, place, uncounted);
  if (session == nullptr || session->refused) return;
  session->is_school_year = row.at(sessions::type) == "schoolYear";
  session->start = *base::parse_date(row.at(sessions::start));
  session->end = *base::parse_date(row.at(sessions::end));
  session->school_year = task_.feed.years.ending_in(*civil_year_of_text(row.at(sessions::school_year)));
  session->parent = row.at(sessions::parent);
  if (session->end > session->start) return;
  refuse(place, Data::academic_sessions, sessions::end, "period.empty");
  session->refused = true;
}

void Structure::take_course(const Row& row, const Place& place) {
  ImportCounts uncounted;
  Course* course = add(course_keys_, courses_, row, place, uncounted);
  if (course == nullptr || course->refused) return;
  course->org = row.at(courses::org);
  course->subjects = codes_of(row.at(courses::subject_codes));
}

void Structure::take_class(const Row& row, const Place& place) {
  ClassRow* made = add(class_keys_, class_rows_, row, place, task_.report.groups);
  if (made == nullptr || made->refused) return;
  made->is_division = row.at(classes::type) == "homeroom";
  made->title = clean(row.at(classes::title));
  made->code = clean(row.at(classes::code));
  made->school = row.at(classes::school);
  made->course = row.at(classes::course);
  made->terms = row.at(classes::terms);
  made->subjects = codes_of(row.at(classes::subject_codes));
  made->levels = codes_of(row.at(row.at(classes::levels).empty() ? classes::grades : classes::levels));
  if (base::count_characters(made->title) > longest_org_name) {
    refuse(place, Data::classes, classes::title, "text.too_long");
    ++task_.report.groups.refused;
    made->refused = true;
  } else if (is_damaged(made->title)) {
    warn(place, Data::classes, classes::title, "import.damaged_text");
  }
  if (!made->refused) note_degrees(*made);
}

/// The format does not say of what degree a school is; the grades of its classes do.
void Structure::note_degrees(const ClassRow& row) {
  const std::uint32_t number = org_keys_.find(row.school);
  if (number == KeyIndex::none) return;
  for (const std::string& level : row.levels) {
    const auto degree = degree_of_grade(level);
    if (degree == org::Degree::first) orgs_[number].first_degree = true;
    if (degree == org::Degree::second) orgs_[number].second_degree = true;
  }
}

std::optional<std::int32_t> Structure::school_year(Date date) const {
  std::optional<std::int32_t> latest, standing;
  bool stands_as_year = false;
  for (const Session& session : sessions_) {
    if (session.refused) continue;
    latest = std::max(latest.value_or(session.school_year), session.school_year);
    if (date < session.start || date >= session.end) continue;
    if (!standing || (session.is_school_year && !stands_as_year)) standing = session.school_year;
    stands_as_year |= session.is_school_year;
  }
  return standing ? standing : latest;
}

}  // namespace ent::interop::oneroster
