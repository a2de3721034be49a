// People by name: of one profile in a unit, or those who are asked for.
#include <algorithm>
#include <unordered_set>

#include "person/functions.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_NAMED "p.person, p.family_name, p.given_name, p.birth_date, p.sort_key "

constexpr Sql select_with{
    "SELECT DISTINCT " ENT_NAMED "FROM affiliation t JOIN member m ON m.org = t.org AND m.member = t.member "
    "JOIN person p ON p.person = m.person "
    "WHERE t.org = $1 AND t.profile = $2 AND t.valid_from <= $3 AND t.valid_to > $3 ORDER BY p.sort_key, p.person"};

constexpr Sql select_guardians{
    "SELECT DISTINCT " ENT_NAMED "FROM affiliation t JOIN member m ON m.org = t.org AND m.member = t.member "
    "JOIN guardianship g ON g.pupil = m.person JOIN person p ON p.person = g.adult "
    "WHERE t.org = $1 AND t.profile = $2 AND t.valid_from <= $3 AND t.valid_to > $3 "
    "AND g.valid_from <= $3 AND g.valid_to > $3 ORDER BY p.sort_key, p.person"};

constexpr Sql select_known_as{
    "SELECT v.value, " ENT_NAMED "FROM EACH($1) v JOIN person asked ON asked.person = v.value "
    "JOIN person p ON p.person = COALESCE(asked.merged_into, asked.person) "
    "JOIN member m ON m.person = p.person AND m.org = $2 ORDER BY p.sort_key, p.person"};

constexpr Sql select_members_as{
    "SELECT " ENT_NAMED "FROM EACH($1) v JOIN member m ON m.org = v.value / 4294967296 AND m.member = v.value % 4294967296 "
    "JOIN person p ON p.person = m.person ORDER BY p.sort_key, p.person"};

Named named_at(const Rows& row, int column) {
  Named named{row.integer(column), row.string(column + 1), row.string(column + 2), {}};
  if (!row.is_null(column + 3)) named.birth_date = unit::date(row.integer(column + 3));
  return named;
}

}  // namespace

std::vector<Named> named_of(Rows rows) {
  std::vector<Named> found;
  while (rows.next()) found.push_back(named_at(rows, 0));
  return found;
}

std::vector<Named> people_of(unit::Unit& unit, OrgId org, Profile profile, Date at) {
  const bool guardians = profile == Profile::guardian;
  const auto asked = static_cast<std::int32_t>(guardians ? Profile::pupil : profile);
  const unit::Reading select = guardians ? unit::Reading(select_guardians) : unit::Reading(select_with);
  return named_of(unit.query(select, org.value, asked, day(at)));
}

std::optional<std::vector<Named>> all_known(unit::Unit& unit, OrgId org, std::span<const PersonId> people) {
  std::vector<std::int64_t> ids;
  for (const PersonId id : people) ids.push_back(id.value);
  std::unordered_set<std::int64_t> missing(ids.begin(), ids.end());
  std::vector<Named> found;
  Rows rows = unit.query(select_known_as, ids, org.value);
  while (rows.next()) {
    missing.erase(rows.integer(0));
    found.push_back(named_at(rows, 1));
  }
  found.erase(std::unique(found.begin(), found.end()), found.end());  // those of one person stand together
  return missing.empty() ? std::optional(std::move(found)) : std::nullopt;
}

std::vector<Named> named(unit::Unit& unit, std::span<const std::int64_t> members) {
  return named_of(unit.query(select_members_as, members));
}

}  // namespace ent::person
