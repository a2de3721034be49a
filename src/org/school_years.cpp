#include "org/school_years.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/error.hpp"
#include "org/functions.hpp"
#include "unit/dates.hpp"

namespace ent::org {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// Up along part_of, as line_of() goes, in one statement: of most schools nobody says anything.
constexpr Sql select_turn{
    "WITH RECURSIVE up (org, distance) AS ("
    "  SELECT CAST($1 AS BIGINT), 0 UNION "
    "  SELECT l.parent, up.distance + 1 FROM up JOIN org_link l ON l.child = up.org AND l.relation = 1 "
    "  WHERE l.valid_from <= $2 AND l.valid_to > $2"
    ") SELECT z.turn FROM up JOIN calendar_zone z ON z.org = up.org WHERE z.turn IS NOT NULL ORDER BY up.distance, up.org LIMIT 1"};
static_assert(static_cast<int>(Relation::part_of) == 1);

/// What the nearest says that says it, 0 where nobody does, of a unit and of all below it: on a day, and on the later ones on which a link begins or
/// ends by which they lie where they do.
constexpr Sql select_turns_from{
    "WITH RECURSIVE under (org) AS ("
    "  SELECT CAST($1 AS BIGINT) UNION "
    "  SELECT l.child FROM under JOIN org_link l ON l.parent = under.org AND l.relation = 1 WHERE l.valid_to > $2"
    "), around (org) AS ("
    "  SELECT org FROM under UNION "
    "  SELECT l.parent FROM around JOIN org_link l ON l.child = around.org AND l.relation = 1 WHERE l.valid_to > $2"
    "), days (day) AS ("
    "  SELECT CAST($2 AS BIGINT) UNION "
    "  SELECT l.valid_from FROM around JOIN org_link l ON l.child = around.org AND l.relation = 1 WHERE l.valid_from > $2 UNION "
    "  SELECT l.valid_to FROM around JOIN org_link l ON l.child = around.org AND l.relation = 1 "
    "  WHERE l.valid_to > $2 AND l.valid_to < $3"
    "), down (org, day) AS ("
    "  SELECT CAST($1 AS BIGINT), day FROM days UNION "
    "  SELECT l.child, down.day FROM down JOIN org_link l ON l.parent = down.org AND l.relation = 1 "
    "  WHERE l.valid_from <= down.day AND l.valid_to > down.day"
    "), up (start, day, org, distance) AS ("
    "  SELECT org, day, org, 0 FROM down UNION "
    "  SELECT up.start, up.day, l.parent, up.distance + 1 FROM up JOIN org_link l ON l.child = up.org AND l.relation = 1 "
    "  WHERE l.valid_from <= up.day AND l.valid_to > up.day"
    ") SELECT up.start, up.day, COALESCE(z.turn, 0) FROM up LEFT JOIN calendar_zone z ON z.org = up.org "
    "ORDER BY up.start, up.day, CASE WHEN z.turn IS NULL THEN 1 ELSE 0 END, up.distance, up.org"};

constexpr Sql select_turns{
    "SELECT z.org, z.turn FROM EACH($1) v JOIN calendar_zone z ON z.org = v.value WHERE z.turn IS NOT NULL"};

constexpr Sql select_any_of_a_year{
    "SELECT 1 FROM EACH($1) v WHERE EXISTS (SELECT 1 FROM school_group g WHERE g.org = v.value) "
    "OR EXISTS (SELECT 1 FROM slot s WHERE s.org = v.value) OR EXISTS (SELECT 1 FROM grading_period p WHERE p.org = v.value) "
    "OR EXISTS (SELECT 1 FROM alternance a WHERE a.org = v.value) LIMIT 1"};

std::chrono::month month(std::int32_t number) noexcept { return std::chrono::month{static_cast<unsigned>(number)}; }

Turns turns_of(unit::Unit& unit, const std::vector<std::int64_t>& orgs) {
  Rows rows = unit.query(select_turns, orgs);
  Turns found;
  while (rows.next()) found.emplace(rows.integer(0), month(rows.int32(1)));
  return found;
}

/// Whether years turn otherwise on some day.
bool turn_otherwise(const YearsByDay& before, const YearsByDay& after) {
  return std::ranges::any_of(after, [&](const auto& said) {
    const auto later = before.upper_bound(said.first);
    return later != before.begin() && std::prev(later)->second != said.second;
  });
}

}  // namespace

base::SchoolYears school_years_by(const Turns& turns, std::span<const std::int64_t> line) {
  for (const std::int64_t org : line) {
    if (const auto said = turns.find(org); said != turns.end()) return base::SchoolYears{said->second};
  }
  return {};
}

base::SchoolYears school_years_by(unit::Unit& unit, const std::vector<std::int64_t>& line) {
  return school_years_by(turns_of(unit, line), line);
}

base::SchoolYears school_years_of(unit::Unit& unit, OrgId id, Date at) {
  Rows rows = unit.query(select_turn, id.value, day(at));
  return rows.next() ? base::SchoolYears{month(rows.int32(0))} : base::SchoolYears{};
}

YearsOf school_years_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  auto lines = lines_of(unit, orgs, at);
  std::set<std::int64_t> units;
  for (const auto& [org, line] : lines) units.insert(line.begin(), line.end());
  const Turns turns = turns_of(unit, {units.begin(), units.end()});
  YearsOf found;
  for (const std::int64_t org : orgs) found.emplace(org, school_years_by(turns, lines[org]));
  return found;
}

YearsFrom school_years_below(unit::Unit& unit, OrgId id, Date from) {
  Rows rows = unit.query(select_turns_from, id.value, day(from), day(open_end));
  YearsFrom found;
  while (rows.next()) {
    const std::int32_t turn = rows.int32(2);  // the first of a unit and a day is the nearest
    found[rows.integer(0)].try_emplace(rows.integer(1), turn == 0 ? base::SchoolYears{} : base::SchoolYears{month(turn)});
  }
  return found;
}

Result<base::SchoolYears> common_school_years(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  std::optional<base::SchoolYears> common;
  for (const auto& [org, years] : school_years_of(unit, orgs, at)) {
    if (common.value_or(years) != years) return base::invalid("/org_id", "calendar.turns_differ");
    common = years;
  }
  return common.value_or(base::SchoolYears{});
}

std::optional<Error> keeps_years(unit::Unit& unit, OrgId id, const YearsFrom& before, Date from) {
  std::vector<std::int64_t> turned;
  for (const auto& [org, days] : school_years_below(unit, id, from)) {
    const auto known = before.find(org);
    if (known != before.end() && turn_otherwise(known->second, days)) turned.push_back(org);
  }
  if (turned.empty() || !unit.query(select_any_of_a_year, turned).next()) return std::nullopt;
  return base::fail(Errc::failed_precondition, "calendar.turn_in_use");
}

}  // namespace ent::org
