#include "org/bulk.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::org::bulk {
namespace {

using unit::day;
using unit::numbers;
using unit::Rows;
using unit::Sql;
using unit::texts;

/// Lists hold no null.
constexpr std::int64_t none = -2'147'483'648;

constexpr Sql select_references{"SELECT key, org, said, marked_on FROM org_reference WHERE feed = $1 ORDER BY key"};

constexpr Sql put_references{
    "INSERT INTO org_reference (feed, key, org, said, marked_on) "
    "VALUES ($1, ITEM_TEXT($2), ITEM($3), ITEM($4), NULLIF(ITEM($5), -2147483648)) "
    "ON CONFLICT (feed, key) DO UPDATE SET org = excluded.org, said = excluded.said, marked_on = excluded.marked_on"};

#define ENT_BULK_UNIT \
  "u.org, u.kind, u.code, u.name, u.degree, u.nature_code, u.valid_from, u.valid_to, u.revision "

constexpr Sql select_units{
    "SELECT " ENT_BULK_UNIT "FROM EACH($1) v JOIN org_unit u ON u.org = v.value "
    "WHERE NOT EXISTS (SELECT 1 FROM org_unit l WHERE l.org = u.org AND l.valid_from > u.valid_from)"};

constexpr Sql select_by_codes{
    "SELECT " ENT_BULK_UNIT "FROM EACH_TEXT($1) v JOIN org_unit u ON u.kind = $2 AND u.code = v.value "
    "WHERE u.valid_to > $3 AND NOT EXISTS (SELECT 1 FROM org_unit l WHERE l.org = u.org AND l.valid_from > u.valid_from)"};

constexpr Sql select_parents{
    "SELECT l.child, l.parent FROM EACH($1) v JOIN org_link l ON l.child = v.value AND l.relation = 1 "
    "WHERE l.valid_from <= $2 AND l.valid_to > $2 ORDER BY l.child, l.parent"};

constexpr Sql insert_units{
    "INSERT INTO org_unit (org, valid_from, valid_to, kind, code, name, folded_name, degree, nature_code, revision) "
    "VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5), ITEM_TEXT($6), ITEM_TEXT($7), NULLIF(ITEM($8), 0), "
    "NULLIF(ITEM_TEXT($9), ''), ITEM($10))"};

constexpr Sql end_unit_states{"UPDATE org_unit SET valid_to = $1 WHERE org = ITEM($2) AND valid_from = ITEM($3)"};

constexpr Sql replace_states{
    "UPDATE org_unit SET name = ITEM_TEXT($1), folded_name = ITEM_TEXT($2), nature_code = NULLIF(ITEM_TEXT($3), ''), "
    "revision = ITEM($4) WHERE org = ITEM($5) AND valid_from = ITEM($6)"};

constexpr Sql select_all_states{"SELECT " ENT_BULK_UNIT "FROM EACH($1) v JOIN org_unit u ON u.org = v.value"};

constexpr Sql update_states{
    "UPDATE org_unit SET valid_to = ITEM($1), name = ITEM_TEXT($2), folded_name = ITEM_TEXT($3), "
    "nature_code = NULLIF(ITEM_TEXT($4), ''), revision = ITEM($5) WHERE org = ITEM($6) AND valid_from = ITEM($7)"};

constexpr Sql delete_unit_states{"DELETE FROM org_unit WHERE org = ITEM($1) AND valid_from = ITEM($2)"};

constexpr Sql select_unused{
    "SELECT v.value FROM EACH($1) v WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.org = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM school_group g WHERE g.org = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM access_override o WHERE o.org = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM org_link l WHERE l.parent = v.value)"};

constexpr Sql delete_links_of{"DELETE FROM org_link WHERE child = ITEM($1)"};
constexpr Sql delete_units{"DELETE FROM org_unit WHERE org = ITEM($1)"};
constexpr Sql delete_references_of{"DELETE FROM org_reference WHERE org = ITEM($1)"};
constexpr Sql delete_references{"DELETE FROM org_reference WHERE feed = $1 AND key = ITEM_TEXT($2)"};

constexpr Sql insert_links{
    "INSERT INTO org_link (child, parent, relation, valid_from, valid_to) VALUES (ITEM($1), ITEM($2), $3, $4, $5) "
    "ON CONFLICT (child, relation, parent, valid_from) DO NOTHING"};

std::vector<View> all_views(Rows rows) {
  std::vector<View> found;
  while (rows.next()) {
    View view;
    view.id = {rows.integer(0)};
    view.kind = static_cast<Kind>(rows.int32(1));
    view.code = rows.string(2);
    view.name = rows.string(3);
    if (!rows.is_null(4)) view.degree = static_cast<Degree>(rows.int32(4));
    view.nature_code = rows.optional_string(5);
    view.valid_from = unit::date(rows.integer(6));
    view.valid_to = unit::end_date(rows.integer(7));
    view.revision = rows.integer(8);
    found.push_back(std::move(view));
  }
  return found;
}

/// The columns of units.
struct Columns {
  explicit Columns(std::span<const View> units) {
    for (const View& unit : units) {
      orgs.push_back(unit.id.value);
      from.push_back(day(unit.valid_from));
      to.push_back(day(unit.valid_to.value_or(open_end)));
      kinds.push_back(static_cast<std::int64_t>(unit.kind));
      degrees.push_back(unit.degree ? static_cast<std::int64_t>(*unit.degree) : 0);
      folded.push_back(base::fold(unit.name));
      natures.push_back(unit.nature_code.value_or(""));
    }
  }
  std::vector<std::int64_t> orgs, from, to, kinds, degrees;
  std::vector<std::string> folded, natures;
};

}  // namespace

std::vector<Reference> references(unit::Unit& unit, const std::string& feed) {
  Rows rows = unit.query(select_references, feed);
  std::vector<Reference> found;
  while (rows.next()) found.push_back({rows.string(0), rows.integer(1), rows.integer(2), rows.optional_integer(3)});
  return found;
}

void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references) {
  if (references.empty()) return;
  std::vector<std::int64_t> marks;
  for (const Reference& reference : references) marks.push_back(reference.marked_on.value_or(none));
  unit.exec_each(granted, put_references, feed, texts(references, &Reference::key), numbers(references, &Reference::org),
                 numbers(references, &Reference::said), marks);
}

std::vector<View> units(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  return all_views(unit.query(select_units, orgs));
}

std::vector<View> by_codes(unit::Unit& unit, Kind kind, std::span<const std::string> codes, Date at) {
  return all_views(unit.query(select_by_codes, codes, static_cast<std::int32_t>(kind), day(at)));
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units) {
  if (units.empty()) return;
  const Columns columns(units);
  unit.exec_each(granted, insert_units, columns.orgs, columns.from, columns.to, columns.kinds, texts(units, &View::code),
                 texts(units, &View::name), columns.folded, columns.degrees, columns.natures,
                 numbers(units, &View::revision));
}

void end_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> standing, Date end) {
  if (standing.empty()) return;
  const Columns columns(standing);
  unit.exec_each(granted, end_unit_states, day(end), columns.orgs, columns.from);
}

void replace(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units) {
  if (units.empty()) return;
  const Columns columns(units);
  unit.exec_each(granted, replace_states, texts(units, &View::name), columns.folded, columns.natures,
                 numbers(units, &View::revision), columns.orgs, columns.from);
}

std::vector<Placement> parents(unit::Unit& unit, std::span<const std::int64_t> orgs, Date day) {
  Rows rows = unit.query(select_parents, orgs, unit::day(day));
  std::vector<Placement> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1)});
  return found;
}

std::vector<View> all_states(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  if (orgs.empty()) return {};
  return all_views(unit.query(select_all_states, orgs));
}

void put_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units) {
  if (units.empty()) return;
  const Columns columns(units);
  unit.exec_each(granted, update_states, columns.to, texts(units, &View::name), columns.folded, columns.natures,
                 numbers(units, &View::revision), columns.orgs, columns.from);
}

void delete_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units) {
  if (units.empty()) return;
  const Columns columns(units);
  unit.exec_each(granted, delete_unit_states, columns.orgs, columns.from);
}

/// Round by round: a unit above others goes when they have gone.
std::vector<std::int64_t> remove_unused(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> orgs) {
  std::vector<std::int64_t> left(orgs.begin(), orgs.end()), removed;
  while (!left.empty()) {
    std::vector<std::int64_t> unused;
    {
      Rows rows = unit.query(select_unused, left);
      while (rows.next()) unused.push_back(rows.integer(0));
    }
    if (unused.empty()) break;
    for (const Sql* sql : {&delete_links_of, &delete_references_of, &delete_units}) unit.exec_each(granted, *sql, unused);
    std::erase_if(left, [&](std::int64_t org) { return std::ranges::find(unused, org) != unused.end(); });
    removed.insert(removed.end(), unused.begin(), unused.end());
  }
  return removed;
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::span<const std::string> keys) {
  if (!keys.empty()) unit.exec_each(granted, delete_references, feed, keys);
}

void place(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Placement> placements, Date from) {
  if (placements.empty()) return;
  unit.exec_each(granted, insert_links, numbers(placements, &Placement::child), numbers(placements, &Placement::parent),
                 static_cast<std::int32_t>(Relation::part_of), day(from), day(open_end));
}

}  // namespace ent::org::bulk
