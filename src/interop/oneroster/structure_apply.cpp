// References between units, sessions, courses and classes, and what the store is told of them.
#include <algorithm>

#include "base/text.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/oneroster/structure.hpp"
#include "org/functions.hpp"
#include "org/rules.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::size_t most_units = 1000;

}  // namespace

/// Parents that are not there, and circles, each told once, at the first of those that make it. They are cut.
template <class Item>
void Structure::check_parents(const KeyIndex& keys, std::vector<Item>& items) {
  constexpr bool of_orgs = std::is_same_v<Item, Org>;
  const Data data = of_orgs ? Data::orgs : Data::academic_sessions;
  const std::size_t column = of_orgs ? std::size_t{orgs::parent} : std::size_t{sessions::parent};
  const auto parent_of = [&](const Item& item) { return item.parent.empty() ? KeyIndex::none : keys.find(item.parent); };
  for (std::uint32_t number = 0; number < items.size(); ++number) {
    Item& item = items[number];
    if (item.refused || item.parent.empty()) continue;
    if (parent_of(item) == KeyIndex::none) {
      refuse(item.place, data, column, "import.dangling_reference");
      item.parent.clear();
      continue;
    }
    std::size_t steps = 0;
    std::uint32_t above = parent_of(item);
    while (above != KeyIndex::none && above != number && steps++ <= items.size()) above = parent_of(items[above]);
    if (above != number) continue;
    refuse(item.place, data, column, "import.circular");
    item.parent.clear();
  }
}

const Structure::Org* Structure::org_of(std::string_view key) const {
  const std::uint32_t number = org_keys_.find(key);
  return number == KeyIndex::none ? nullptr : &orgs_[number];
}

/// The key itself, or that of the next above that the store holds; empty: none.
std::string_view Structure::held_above(std::string_view key) const {
  const Org* org = org_of(key);
  for (std::size_t steps = 0; org != nullptr && steps <= orgs_.size(); ++steps) {
    if (org->kind && !org->refused) return key;
    key = org->parent;
    org = org_of(key);
  }
  return {};
}

Structure::Unit Structure::unit(std::string_view key) const {
  const Org* org = org_of(key);
  if (org == nullptr) {
    // A delivery without units speaks of those of an earlier one.
    const std::int32_t known = orgs_.empty() ? directory_.unit(key) : -1;
    return {known < 0 ? Found::missing : Found::yes, known, org::Kind::establishment};
  }
  if (org->refused) return {Found::refused};
  const std::string_view held = held_above(key);
  if (held.empty()) return {Found::yes};
  const std::int32_t place = directory_.unit(held);
  return {place < 0 ? Found::refused : Found::yes, place, *org_of(held)->kind};
}

std::optional<Error> Structure::apply(bool courses_delivered) {
  check_parents(org_keys_, orgs_);
  check_parents(session_keys_, sessions_);
  leave_out_what_is_above();
  ENT_REFUSE(apply_units());
  for (const Course& course : courses_) {
    if (!course.refused && unit(course.org).found == Found::missing)
      refuse(course.place, Data::courses, courses::org, "import.dangling_reference");
  }
  classes_.resize(class_rows_.size());
  for (std::uint32_t number = 0; number < class_rows_.size(); ++number) {
    apply_class(class_rows_[number], class_keys_.key(number), classes_[number], courses_delivered);
    if (classes_[number].refused && !class_rows_[number].refused) ++task_.report.groups.refused;
  }
  class_rows_ = {};
  return std::nullopt;
}

/// Whoever loads one school has no say over what lies above it.
void Structure::leave_out_what_is_above() {
  const auto& root = task_.options.org_id;
  if (!root || org::kind_at(task_.unit, *root, task_.unit.today()) != org::Kind::establishment) return;
  for (Org& org : orgs_) {
    if (org.refused || !org.kind || *org.kind == org::Kind::establishment) continue;
    org.kind.reset();
    refuse(org.place, Data::orgs, orgs::type, "import.unit_outside");
    ++task_.report.units.refused;
  }
}

std::optional<Error> Structure::apply_units() {
  std::vector<UnitRecord> records;
  for (std::uint32_t number = 0; number < orgs_.size(); ++number) {
    if (orgs_[number].kind && !orgs_[number].refused) records.push_back(record_of(number));
    if (records.size() < most_units && number + 1 < orgs_.size()) continue;
    ENT_REFUSE(directory_.apply(records));
    records.clear();
  }
  return std::nullopt;
}

UnitRecord Structure::record_of(std::uint32_t number) {
  const Org& org = orgs_[number];
  UnitRecord record;
  record.place = org.place;
  record.key = org_keys_.key(number);
  record.kind = *org.kind;
  record.name = org.name;
  record.parent = org.parent.empty() ? std::string_view{} : held_above(org.parent);
  if (record.kind == org::Kind::establishment) {
    record.code = uai_of(org.identifier);
    if (record.code.empty()) {
      warn(org.place, Data::orgs, orgs::identifier, "import.no_uai");
    } else if (!org::uai_key_fits(record.code)) {
      warn(org.place, Data::orgs, orgs::identifier, "import.uai_key");
    }
    record.degree = org.first_degree && !org.second_degree ? org::Degree::first : org::Degree::second;
  } else if (is_unit_code(org.identifier)) {
    record.code = org.identifier;
  }
  if (record.code.empty()) record.code = made_code(task_.feed.name, record.key);
  return record;
}

void Structure::apply_class(const ClassRow& row, std::string_view key, Class& out, bool courses_delivered) {
  out.refused = true;
  if (row.refused) return;
  const Unit school = unit(row.school);
  if (school.found == Found::refused) return;
  if (school.found == Found::missing) return refuse(row.place, Data::classes, classes::school, "import.dangling_reference");
  if (school.place < 0 || school.kind != org::Kind::establishment)
    return refuse(row.place, Data::classes, classes::school, "import.wrong_reference");
  read_subjects(row, out, courses_delivered);
  if (!read_terms(row, out)) return;
  const Org* org = org_of(row.school);
  out.of_first_degree = org != nullptr && org->first_degree && !org->second_degree;
  out.is_division = row.is_division;
  const GroupKind kind = row.is_division ? GroupKind::division : GroupKind::group;
  out.group = directory_.group(school.place, kind, code_of(row, key, school.place, kind));
  directory_.tell(out.group, {.name = row.title, .levels = row.levels, .divisions = {}, .key = std::string(key)});
  taken_groups_.insert(out.group);
  out.refused = false;
}

/// False: a class of another school year.
bool Structure::read_terms(const ClassRow& row, Class& out) {
  bool of_this_year = false, of_another = false;
  for (const std::string_view key : list_of(row.terms)) {
    const std::uint32_t number = session_keys_.find(key);
    if (number == KeyIndex::none) {
      if (!sessions_.empty()) refuse(row.place, Data::classes, classes::terms, "import.dangling_reference");
      continue;
    }
    const Session& session = sessions_[number];
    if (session.refused) continue;
    if (session.school_year != task_.feed.school_year) {
      of_another = true;
      continue;
    }
    of_this_year = true;
    out.from = std::min(out.from.value_or(session.start), session.start);
  }
  if (of_this_year || !of_another) return true;
  refuse(row.place, Data::classes, classes::terms, "import.other_school_year");
  return false;
}

/// Those of the class, else those of its course.
void Structure::read_subjects(const ClassRow& row, Class& out, bool courses_delivered) {
  out.subjects = row.subjects;
  const std::uint32_t number = course_keys_.find(row.course);
  if (number == KeyIndex::none) {
    if (courses_delivered) refuse(row.place, Data::classes, classes::course, "import.dangling_reference");
  } else if (out.subjects.empty()) {
    out.subjects = courses_[number].subjects;
  }
}

/// Its own code or title, where no other class of the delivery has it; else a code made of its key.
std::string Structure::code_of(const ClassRow& row, std::string_view key, std::int32_t unit, GroupKind kind) {
  const std::string& wanted = row.code.empty() ? row.title : row.code;
  const bool is_free = !taken_groups_.contains(directory_.known_group(unit, kind, wanted));
  if (is_free && base::count_characters(wanted) <= longest_code) return wanted;
  warn(row.place, Data::classes, classes::code, is_free ? "text.too_long" : "group.code_taken");
  return made_code(task_.feed.name, key);
}

}  // namespace ent::interop::oneroster
