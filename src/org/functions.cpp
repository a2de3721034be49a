#include "org/functions.hpp"

#include "base/error.hpp"
#include "org/rows.hpp"
#include "org/rules.hpp"
#include "unit/dates.hpp"

namespace ent::org {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_kind{"SELECT kind FROM org_unit WHERE org = $1 AND valid_from <= $2 AND valid_to > $2"};

constexpr Sql select_any{"SELECT 1 FROM org_unit LIMIT 1 -- scans: its first row"};

/// Up along a relation from each of some units, the nearest first.
constexpr Sql select_lines{
    "WITH RECURSIVE up (start, org, distance) AS ("
    "  SELECT u.org, u.org, 0 FROM EACH($1) v JOIN org_unit u ON u.org = v.value "
    "  WHERE u.valid_from <= $2 AND u.valid_to > $2 UNION "
    "  SELECT up.start, l.parent, up.distance + 1 FROM up JOIN org_link l ON l.child = up.org "
    "  WHERE l.relation = $3 AND l.valid_from <= $2 AND l.valid_to > $2"
    ") SELECT start, org FROM up GROUP BY start, org ORDER BY start, MIN(distance), org"};

/// Down along part_of (relation 1), and one step of run_by (2). The plus keeps the index of kinds away, which holds all schools.
constexpr Sql select_establishments{
    "WITH RECURSIVE down (org) AS ("
    "  SELECT CAST($1 AS BIGINT) UNION "
    "  SELECT l.child FROM down JOIN org_link l ON l.parent = down.org AND l.relation = 1 "
    "  WHERE l.valid_from <= $2 AND l.valid_to > $2"
    "), all_of (org) AS ("
    "  SELECT org FROM down UNION "
    "  SELECT l.child FROM org_link l WHERE l.parent = $1 AND l.relation = 2 AND l.valid_from <= $2 AND l.valid_to > $2"
    ") SELECT u.org FROM all_of JOIN org_unit u ON u.org = all_of.org "
    "WHERE +u.kind = $3 AND u.valid_from <= $2 AND u.valid_to > $2 ORDER BY u.org"};

static_assert(static_cast<int>(Relation::part_of) == 1 && static_cast<int>(Relation::run_by) == 2);

constexpr Sql select_codes_of_establishments{
    "SELECT u.org, u.code FROM EACH($1) v JOIN org_unit u ON u.org = v.value "
    "WHERE u.kind = $2 AND u.valid_from <= $3 AND u.valid_to > $3"};

constexpr Sql select_kinds{
    "SELECT u.org FROM EACH($1) v JOIN org_unit u ON u.kind = v.value WHERE u.valid_from <= $2 AND u.valid_to > $2 ORDER BY u.org"};

}  // namespace

std::optional<Kind> kind_at(unit::Unit& unit, OrgId id, Date at) {
  Rows rows = unit.query(select_kind, id.value, day(at));
  return rows.next() ? std::optional(static_cast<Kind>(rows.int32(0))) : std::nullopt;
}

std::optional<View> find_at(unit::Unit& unit, OrgId id, Date at) { return rows::find(unit, id, at); }

bool empty(unit::Unit& unit) { return !unit.query(select_any).next(); }

Result<View> add_alone(unit::WriteUnit& unit, const unit::Granted& granted, const Add& input) {
  ENT_REFUSE(well_formed(input));
  const Date from = input.valid_from.value_or(unit.today());
  if (rows::code_taken(unit, input.kind, input.code, from)) return base::fail(Errc::already_exists, "org.code_taken");
  const OrgId id{unit.take_numbers(granted, 0, "org")};
  View view{id, input.kind, input.code, input.name, input.degree, input.nature_code, from, std::nullopt, 1};
  rows::insert(unit, granted, view);
  unit.rights_changed(granted, 0);
  unit.publish(granted, "org.was_added", id.value, id.value);
  return view;
}

std::vector<std::int64_t> line_of(unit::Unit& unit, OrgId id, Date at) {
  auto lines = lines_of(unit, std::span(&id.value, 1), at);
  return lines.empty() ? std::vector<std::int64_t>{} : std::move(lines.begin()->second);
}

std::map<std::int64_t, std::vector<std::int64_t>> lines_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  Rows rows = unit.query(select_lines, orgs, day(at), static_cast<std::int32_t>(Relation::part_of));
  std::map<std::int64_t, std::vector<std::int64_t>> lines;
  while (rows.next()) lines[rows.integer(0)].push_back(rows.integer(1));
  return lines;
}

std::vector<std::string> codes_of_establishments(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  std::map<std::int64_t, std::string> codes;
  {
    Rows rows = unit.query(select_codes_of_establishments, orgs, static_cast<std::int32_t>(Kind::establishment), day(at));
    while (rows.next()) codes.emplace(rows.integer(0), rows.string(1));
  }
  std::vector<std::string> found;
  for (const std::int64_t org : orgs) {
    if (const auto code = codes.find(org); code != codes.end()) found.push_back(code->second);
  }
  return found;
}

std::vector<std::int64_t> establishments_of(unit::Unit& unit, OrgId id, Date at) {
  Rows rows = unit.query(select_establishments, id.value, day(at), static_cast<std::int32_t>(Kind::establishment));
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

std::vector<std::int64_t> all_of(unit::Unit& unit, std::span<const Kind> kinds, Date at) {
  std::vector<std::int64_t> numbers, found;
  for (const Kind kind : kinds) numbers.push_back(static_cast<std::int64_t>(kind));
  Rows rows = unit.query(select_kinds, numbers, day(at));
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::org
