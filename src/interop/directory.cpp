#include "interop/directory.hpp"

#include <algorithm>

#include "interop/hash.hpp"
#include "school_year/functions.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

constexpr std::string_view unit_not_found = "org.not_found";

std::int64_t hash_of(const UnitRecord& record) {
  Hash hash;
  hash.add(static_cast<std::int64_t>(record.kind));
  hash.add(record.code);
  hash.add(record.name);
  hash.add(static_cast<std::int64_t>(record.degree ? static_cast<std::int64_t>(*record.degree) : 0));
  hash.add(record.nature_code);
  hash.add(record.parent);
  return hash.value();
}

org::View view_of(const UnitRecord& record, std::int64_t org, Date from) {
  org::View view;
  view.id = {org};
  view.kind = record.kind;
  view.code = record.code;
  view.name = record.name;
  view.degree = record.degree;
  if (!record.nature_code.empty()) view.nature_code = record.nature_code;
  view.valid_from = from;
  return view;
}

std::string code_key(std::int64_t org, GroupKind kind, std::string_view code) {
  return std::to_string(org) + '/' + std::to_string(static_cast<int>(kind)) + '/' + std::string(code);
}

}  // namespace

std::optional<Error> Directory::check_right(std::int64_t org) {
  ENT_TRY(granted, task_.unit.may({.org = org}, unit_not_found));
  static_cast<void>(granted);
  return std::nullopt;
}

std::int32_t Directory::add_unit(Unit unit) {
  const auto place = static_cast<std::int32_t>(units_.size());
  unit_by_key_.emplace(unit.key, place);
  unit_by_org_.emplace(unit.org, place);
  units_.push_back(std::move(unit));
  return place;
}

std::optional<Error> Directory::load() {
  for (org::bulk::Reference& known : org::bulk::references(task_.unit, task_.feed.name)) {
    ENT_REFUSE(check_right(known.org));
    add_unit({std::move(known.key), known.org, known.said, known.marked_on});
  }
  load_groups(orgs());
  return std::nullopt;
}

std::int32_t Directory::unit(std::string_view key) const {
  const auto found = unit_by_key_.find(key);
  return found == unit_by_key_.end() ? -1 : found->second;
}

std::vector<std::int64_t> Directory::orgs() const {
  std::vector<std::int64_t> all;
  for (const Unit& unit : units_) all.push_back(unit.org);
  return all;
}

/// The changes of a chunk of units, before they are written.
struct Directory::UnitChanges {
  std::vector<org::View> fresh, ended, next, replaced;
  std::vector<org::View> were;  ///< In the place of which others are put.
  std::vector<org::bulk::Reference> references;
  std::vector<const UnitRecord*> changed;
  std::vector<std::int64_t> with_groups;
};

std::optional<Error> Directory::apply(std::span<const UnitRecord> records) {
  UnitChanges changes;
  std::vector<const UnitRecord*> unknown;
  for (const UnitRecord& record : records) {
    const std::int32_t known = unit(record.key);
    if (known < 0) {
      unknown.push_back(&record);
    } else {
      compare(record, known, changes);
    }
  }
  ENT_REFUSE(adopt(unknown, changes));
  ENT_REFUSE(make(unknown, changes));
  change_known(changes);
  org::bulk::insert(task_.unit, task_.granted, changes.fresh);
  org::bulk::end_states(task_.unit, task_.granted, changes.ended, task_.feed.date);
  org::bulk::insert(task_.unit, task_.granted, changes.next);
  org::bulk::replace(task_.unit, task_.granted, changes.replaced);
  org::bulk::refer(task_.unit, task_.granted, task_.feed.name, changes.references);
  keep(changes);
  load_groups(changes.with_groups);
  return std::nullopt;
}

void Directory::keep(const UnitChanges& changes) {
  Image& image = task_.keeper.image();
  for (const org::View& view : changes.fresh) image.new_units.push_back(view.id.value);
  for (const org::View& view : changes.ended) {
    image.units_before.push_back(view);
    image.units_after.push_back(view);
    image.units_after.back().valid_to = task_.feed.date;
  }
  image.units_before.insert(image.units_before.end(), changes.were.begin(), changes.were.end());
  for (const auto* states : {&changes.next, &changes.replaced})
    image.units_after.insert(image.units_after.end(), states->begin(), states->end());
  image.unit_keys_after.insert(image.unit_keys_after.end(), changes.references.begin(), changes.references.end());
  task_.keeper.flush();
}

void Directory::compare(const UnitRecord& record, std::int32_t known, UnitChanges& changes) {
  Unit& unit = units_[static_cast<std::size_t>(known)];
  if (unit.seen) {
    ++task_.report.units.refused;
    return task_.notes.refuse(record.place, {}, "import.duplicate_id");
  }
  unit.seen = true;
  const std::int64_t said = hash_of(record);
  if (unit.said == said && !unit.marked_on) {
    ++task_.report.units.unchanged;
    return;
  }
  changes.references.push_back({unit.key, unit.org, said, std::nullopt});
  task_.keeper.image().unit_keys_before.push_back({unit.key, unit.org, unit.said, unit.marked_on});
  if (unit.said == said) {
    ++task_.report.units.changed;  // it is back
  } else {
    changes.changed.push_back(&record);
  }
  unit.said = said;
  unit.marked_on.reset();
}

/// Units that stand already, known by their codes: they keep their names, and the feed knows them from now on.
std::optional<Error> Directory::adopt(std::vector<const UnitRecord*>& unknown, UnitChanges& changes) {
  std::vector<const UnitRecord*> left;
  for (const org::Kind kind : {org::Kind::academy, org::Kind::department, org::Kind::region, org::Kind::municipality,
                               org::Kind::agglomeration, org::Kind::circonscription, org::Kind::establishment}) {
    std::vector<std::string> codes;
    for (const UnitRecord* record : unknown) {
      if (record->kind == kind) codes.push_back(record->code);
    }
    if (codes.empty()) continue;
    const auto standing = org::bulk::by_codes(task_.unit, kind, codes, task_.feed.date);
    for (const UnitRecord* record : unknown) {
      if (record->kind != kind) continue;
      const auto found = std::ranges::find(standing, record->code, &org::View::code);
      if (found == standing.end()) {
        left.push_back(record);
        continue;
      }
      if (unit(record->key) >= 0 || unit_by_org_.contains(found->id.value)) {
        ++task_.report.units.refused;
        task_.notes.refuse(record->place, {}, "import.duplicate_id");
        continue;
      }
      ENT_REFUSE(check_right(found->id.value));
      const std::int64_t said = hash_of(*record);
      add_unit({record->key, found->id.value, said, {}, true});
      changes.references.push_back({record->key, found->id.value, said, std::nullopt});
      changes.with_groups.push_back(found->id.value);
      ++task_.report.units.unchanged;
    }
  }
  unknown = std::move(left);
  return std::nullopt;
}

/// New units go under the unit of the import, so that one must be able to hold them.
std::optional<Error> Directory::make(std::span<const UnitRecord* const> records, UnitChanges& changes) {
  if (records.empty()) return std::nullopt;
  if (!may_make_units()) {
    for (const UnitRecord* record : records) {
      ++task_.report.units.refused;
      task_.notes.refuse(record->place, {}, "import.unit_outside");
    }
    return std::nullopt;
  }
  std::int64_t org = task_.unit.take_numbers(task_.granted, 0, "org", static_cast<std::int64_t>(records.size()));
  for (const UnitRecord* record : records) {
    const bool code_taken = std::ranges::find(changes.fresh, record->code, &org::View::code) != changes.fresh.end();
    if (unit(record->key) >= 0 || code_taken) {
      ++task_.report.units.refused;
      task_.notes.refuse(record->place, {}, "import.duplicate_id");
      continue;
    }
    const std::int64_t said = hash_of(*record);
    changes.fresh.push_back(view_of(*record, org, task_.feed.date));
    changes.references.push_back({record->key, org, said, std::nullopt});
    Unit made{record->key, org, said, {}, true};
    made.parent = record->parent;
    made.is_new = true;
    add_unit(std::move(made));
    ++task_.report.units.created;
    task_.touched.insert(org);
    ++org;
  }
  return std::nullopt;
}

bool Directory::may_make_units() {
  const std::int64_t root = task_.options.org_id.value_or(OrgId{}).value;
  if (root == 0) return true;
  const auto found = org::bulk::units(task_.unit, std::span(&root, 1));
  return !found.empty() && found.front().kind != org::Kind::establishment;
}

/// What the feed says anew of units that it knew: a state from today on.
void Directory::change_known(UnitChanges& changes) {
  if (changes.changed.empty()) return;
  std::vector<std::int64_t> ids;
  for (const UnitRecord* record : changes.changed) ids.push_back(org_of(unit(record->key)));
  const auto standing = org::bulk::units(task_.unit, ids);
  for (const UnitRecord* record : changes.changed) {
    const auto view = std::ranges::find(standing, OrgId{org_of(unit(record->key))}, &org::View::id);
    if (view->code != record->code) task_.notes.warn(record->place, {}, "import.code_changed");
    org::View next = *view;
    next.name = record->name;
    if (!record->nature_code.empty()) next.nature_code = record->nature_code;
    if (next.name == view->name && next.nature_code == view->nature_code) {
      ++task_.report.units.unchanged;
      continue;
    }
    ++task_.report.units.changed;
    next.revision += 1;
    if (view->valid_from >= task_.feed.date) {
      changes.were.push_back(*view);
      changes.replaced.push_back(std::move(next));
    } else {
      next.valid_from = task_.feed.date;
      changes.ended.push_back(*view);
      changes.next.push_back(std::move(next));
    }
  }
}

void Directory::load_groups(std::span<const std::int64_t> orgs) {
  if (orgs.empty()) return;
  ends_.merge(school_year::ends_of_groups(task_.unit, orgs, task_.feed.school_year));
  for (group::bulk::Group& row : group::bulk::groups(task_.unit, orgs, task_.feed.school_year)) {
    const auto place = static_cast<std::int32_t>(groups_.size());
    group_by_code_.emplace(code_key(row.org, static_cast<GroupKind>(row.kind), row.code), place);
    group_by_number_.emplace(row.org << 32 | row.group, place);
    orgs_with_groups_.insert(row.org);
    groups_.push_back({std::move(row)});
  }
  for (group::bulk::Trait& trait : group::bulk::levels(task_.unit, orgs, task_.feed.school_year))
    group_of(trait.org, trait.group).levels.push_back(std::move(trait.level));
  for (const group::bulk::Trait& trait : group::bulk::divisions(task_.unit, orgs, task_.feed.school_year))
    group_of(trait.org, trait.group).divisions.push_back(trait.division);
  for (const group::bulk::Reference& known : group::bulk::references(task_.unit, orgs, task_.feed.name)) {
    const auto found = group_by_number_.find(known.org << 32 | known.group);
    if (found != group_by_number_.end()) groups_[static_cast<std::size_t>(found->second)].key = known.key;
  }
}

Directory::Group& Directory::group_of(std::int64_t org, std::int64_t number) {
  return groups_[static_cast<std::size_t>(group_by_number_.at(org << 32 | number))];
}

std::int32_t Directory::group(std::int32_t unit, GroupKind kind, std::string_view code) {
  const std::int64_t org = org_of(unit);
  const auto next = static_cast<std::int32_t>(groups_.size());
  const auto [place, is_new] = group_by_code_.try_emplace(code_key(org, kind, code), next);
  if (is_new) {
    Group made;
    made.row = {org, 0, static_cast<group::Kind>(kind), task_.feed.school_year, std::string(code), std::string(code)};
    made.row.from = orgs_with_groups_.contains(org) ? task_.today() : first_group_day();
    made.row.to = last_group_end(org);
    made.row.from = std::min(made.row.from, made.row.to);
    made.row.source = task_.feed.name;
    made.is_new = true;
    groups_.push_back(std::move(made));
  }
  Group& group = groups_[static_cast<std::size_t>(place->second)];
  if (!group.seen) touched_.push_back(place->second);
  group.seen = true;
  return place->second;
}

std::int32_t Directory::known_group(std::int32_t unit, GroupKind kind, std::string_view code) const {
  const auto found = group_by_code_.find(code_key(org_of(unit), kind, code));
  return found == group_by_code_.end() ? -1 : found->second;
}

/// The first groups of a school year are those of the whole year.
std::int64_t Directory::first_group_day() const {
  return std::min(unit::day(task_.feed.years.first_day(task_.feed.school_year)), task_.today());
}

/// What a later year has ended stays so.
std::int64_t Directory::last_group_end(std::int64_t org) const {
  const auto found = ends_.find(org);
  return found == ends_.end() ? unit::day(open_end) : found->second;
}

void Directory::tell(std::int32_t group, GroupDetail detail) {
  groups_[static_cast<std::size_t>(group)].detail = std::move(detail);
  touched_.push_back(group);
}

}  // namespace ent::interop
