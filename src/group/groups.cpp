// The rows of `school_group`, `group_level` and `group_division`.
#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "group/rows.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_GROUP_COLUMNS \
  "g.org, g.grp, g.kind, g.school_year, g.code, g.name, g.valid_from, g.valid_to, g.revision, g.author, g.source "

constexpr Sql select_group{"SELECT " ENT_GROUP_COLUMNS "FROM school_group g WHERE g.org = $1 AND g.grp = $2"};

constexpr Sql select_existence{"SELECT 1 FROM school_group WHERE org = $1 AND grp = $2"};

constexpr Sql select_page{
    "SELECT " ENT_GROUP_COLUMNS "FROM school_group g WHERE g.org = $1 AND (g.folded_name, g.grp) > ($2, $3) "
    "AND (g.kind = $4 OR $4 = 0) AND (g.school_year = $5 OR ($5 = 0 AND g.valid_from <= $6 AND g.valid_to > $6)) "
    "AND (g.org IN (SELECT v.value FROM EACH($7) v) "
    "     OR (g.org * 4294967296 + g.grp) IN (SELECT v.value FROM EACH($8) v)) "
    "ORDER BY g.folded_name, g.grp LIMIT $9"};

constexpr Sql select_levels{
    "SELECT l.grp, l.level FROM EACH($1) v JOIN group_level l ON l.org = $2 AND l.grp = v.value ORDER BY l.grp, l.level"};

constexpr Sql select_divisions{
    "SELECT d.grp, d.division FROM EACH($1) v JOIN group_division d ON d.org = $2 AND d.grp = v.value "
    "ORDER BY d.grp, d.division"};

constexpr Sql select_code{
    "SELECT 1 FROM school_group WHERE org = $1 AND school_year = $2 AND kind = $3 AND code = $4 AND grp <> $5"};

constexpr Sql select_division_count{
    "SELECT COUNT(*) FROM EACH($1) v JOIN school_group g ON g.org = $2 AND g.grp = v.value WHERE g.kind = 1"};

constexpr Sql select_divisions_of_year{
    "SELECT COUNT(*) FROM EACH($1) v JOIN school_group g ON g.org = $2 AND g.grp = v.value WHERE g.kind = 1 "
    "AND g.school_year = $3"};

constexpr Sql insert_groups{
    "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, source, "
    "revision) VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5), ITEM_TEXT($6), ITEM_TEXT($7), ITEM($8), ITEM($9), "
    "ITEM($10), ITEM_TEXT($11), ITEM($12))"};

constexpr Sql insert_levels{
    "INSERT INTO group_level (org, grp, level) VALUES ($1, ITEM($2), ITEM_TEXT($3)) ON CONFLICT (org, grp, level) DO NOTHING"};

constexpr Sql insert_divisions{
    "INSERT INTO group_division (org, grp, division) VALUES ($1, ITEM($2), ITEM($3)) "
    "ON CONFLICT (org, grp, division) DO NOTHING"};

constexpr Sql delete_levels{"DELETE FROM group_level WHERE org = $1 AND grp = $2"};

constexpr Sql delete_divisions{"DELETE FROM group_division WHERE org = $1 AND grp = $2"};

constexpr Sql update_group{
    "UPDATE school_group SET name = $1, folded_name = $2, valid_to = $3, revision = $4 WHERE org = $5 AND grp = $6"};

Group group_of(const Rows& row) {
  const std::int64_t org = row.integer(0);
  return {{make_id<GroupId>(org, row.integer(1)), OrgId{org}, static_cast<Kind>(row.int32(2)), row.int32(3), row.string(4),
           row.string(5), {}, {}, unit::date(row.integer(6)), unit::end_date(row.integer(7)), row.integer(8)},
          row.integer(9),
          row.string(10)};
}

/// Levels and divisions of groups of one unit.
void complete(unit::Unit& unit, OrgId org, std::span<View> groups) {
  if (groups.empty()) return;
  std::vector<std::int64_t> numbers;
  std::unordered_map<std::int64_t, View*> by_number;
  for (View& group : groups) {
    numbers.push_back(group.id.number());
    by_number.emplace(group.id.number(), &group);
  }
  Rows levels = unit.query(select_levels, numbers, org.value);
  Rows divisions = unit.query(select_divisions, numbers, org.value);
  while (levels.next()) by_number.at(levels.integer(0))->levels.push_back(levels.string(1));
  while (divisions.next()) {
    by_number.at(divisions.integer(0))->division_ids.push_back(make_id<GroupId>(org.value, divisions.integer(1)));
  }
}

/// The lists of groups, one row for each entry.
struct Lists {
  std::vector<std::int64_t> level_groups, division_groups, divisions;
  std::vector<std::string> levels;

  void add(const View& group) {
    for (const std::string& level : group.levels) {
      level_groups.push_back(group.id.number());
      levels.push_back(level);
    }
    for (const GroupId division : group.division_ids) {
      division_groups.push_back(group.id.number());
      divisions.push_back(division.number());
    }
  }

  void write(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org) const {
    if (!levels.empty()) unit.exec_each(granted, insert_levels, org.value, level_groups, levels);
    if (!divisions.empty()) unit.exec_each(granted, insert_divisions, org.value, division_groups, divisions);
  }
};

}  // namespace

std::optional<Group> find(unit::Unit& unit, GroupId id) {
  const std::int64_t org = id.establishment();
  const std::vector<std::int64_t> number{id.number()};
  Rows rows = unit.query(select_group, org, id.number());  // all asked, then read
  Rows levels = unit.query(select_levels, number, org);
  Rows divisions = unit.query(select_divisions, number, org);
  if (!rows.next()) return std::nullopt;
  Group found = group_of(rows);
  while (levels.next()) found.view.levels.push_back(levels.string(1));
  while (divisions.next()) found.view.division_ids.push_back(make_id<GroupId>(org, divisions.integer(1)));
  return found;
}

bool are_divisions(unit::Unit& unit, OrgId org, std::int32_t school_year, std::span<const GroupId> groups) {
  if (groups.empty()) return true;
  std::vector<std::int64_t> numbers;
  for (const GroupId group : groups) numbers.push_back(group.establishment() == org.value ? group.number() : 0);
  Rows rows = unit.query(select_divisions_of_year, numbers, org.value, school_year);
  return rows.next() && static_cast<std::size_t>(rows.integer(0)) == groups.size();
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Group> groups) {
  if (groups.empty()) return;
  std::vector<std::int64_t> numbers, kinds, years, authors, from, to, revisions;
  std::vector<std::string> codes, names, folded, sources;
  Lists lists;
  for (const Group& group : groups) {
    const View& view = group.view;
    numbers.push_back(view.id.number());
    kinds.push_back(static_cast<std::int64_t>(view.kind));
    years.push_back(view.school_year);
    codes.push_back(view.code);
    names.push_back(view.name);
    folded.push_back(base::fold(view.name));
    authors.push_back(group.author);
    from.push_back(day(view.valid_from));
    to.push_back(day(view.valid_to.value_or(open_end)));
    sources.push_back(group.source);
    revisions.push_back(view.revision);
    lists.add(view);
  }
  unit.exec_each(granted, insert_groups, org.value, numbers, kinds, years, codes, names, folded, authors, from, to, sources,
                 revisions);
  lists.write(unit, granted, org);
}

namespace rows {

bool exists(unit::Unit& unit, GroupId id) { return unit.query(select_existence, id.establishment(), id.number()).next(); }

bool code_taken(unit::Unit& unit, const View& group) {
  return unit
      .query(select_code, group.org_id.value, group.school_year, static_cast<std::int32_t>(group.kind), group.code,
             group.id.number())
      .next();
}

std::size_t count_divisions(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups) {
  Rows rows = unit.query(select_division_count, groups, org.value);
  return rows.next() ? static_cast<std::size_t>(rows.integer(0)) : 0;
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, const View& before, const View& after) {
  const std::int64_t org = after.org_id.value, number = after.id.number();
  unit.exec(granted, update_group, after.name, base::fold(after.name), day(after.valid_to.value_or(open_end)),
            after.revision, org, number);
  if (after.levels == before.levels && after.division_ids == before.division_ids) return;
  unit.exec(granted, delete_levels, org, number);
  unit.exec(granted, delete_divisions, org, number);
  Lists lists;
  lists.add(after);
  lists.write(unit, granted, after.org_id);
}

std::vector<View> list(unit::Unit& unit, const access::VisibleGroups& visible, const List& input, const base::Place& start) {
  std::vector<View> page;
  {
    Rows rows = unit.query(select_page, input.org_id.value, start.text, start.number,
                           input.kind ? static_cast<std::int32_t>(*input.kind) : 0, input.school_year.value_or(0),
                           day(unit.at()), visible.orgs, visible.groups, input.limit + 1);
    while (rows.next()) page.push_back(group_of(rows).view);
  }
  complete(unit, input.org_id, page);
  return page;
}

}  // namespace rows
}  // namespace ent::group
