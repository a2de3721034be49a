// The people of one profile in a unit.
#include "person/functions.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_with{
    "SELECT DISTINCT p.sort_key, p.person FROM affiliation t JOIN member m ON m.org = t.org AND m.member = t.member "
    "JOIN person p ON p.person = m.person "
    "WHERE t.org = $1 AND t.profile = $2 AND t.valid_from <= $3 AND t.valid_to > $3 ORDER BY p.sort_key, p.person"};

constexpr Sql select_guardians{
    "SELECT DISTINCT p.sort_key, p.person FROM affiliation t JOIN member m ON m.org = t.org AND m.member = t.member "
    "JOIN guardianship g ON g.pupil = m.person JOIN person p ON p.person = g.adult "
    "WHERE t.org = $1 AND t.profile = $2 AND t.valid_from <= $3 AND t.valid_to > $3 "
    "AND g.valid_from <= $3 AND g.valid_to > $3 ORDER BY p.sort_key, p.person"};

}  // namespace

std::vector<std::int64_t> people_of(unit::Unit& unit, OrgId org, Profile profile, Date at) {
  const bool guardians = profile == Profile::guardian;
  const auto asked = static_cast<std::int32_t>(guardians ? Profile::pupil : profile);
  const unit::Reading select = guardians ? unit::Reading(select_guardians) : unit::Reading(select_with);
  Rows rows = unit.query(select, org.value, asked, day(at));
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(1));
  return found;
}

}  // namespace ent::person
