#include "guardian/children.hpp"

#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::guardian {
namespace {

constexpr unit::Sql select_children{
    "SELECT DISTINCT p.person, p.family_name, p.given_name, p.title, m.org, m.member, p.sort_key FROM guardianship g "
    "CROSS JOIN member m CROSS JOIN affiliation a CROSS JOIN person p "
    "WHERE g.adult = $1 AND g.valid_from <= $2 AND g.valid_to > $2 AND m.person = g.pupil AND a.org = m.org "
    "AND a.member = m.member AND a.profile = 1 AND a.valid_from <= $2 AND a.valid_to > $2 AND p.person = g.pupil "
    "ORDER BY p.sort_key, p.person, m.org"};
static_assert(static_cast<int>(Profile::pupil) == 1);

}  // namespace

std::vector<person::MemberCard> children_of(unit::Unit& unit, PersonId adult, Date at) {
  std::vector<person::MemberCard> found;
  unit::Rows rows = unit.query(select_children, adult.value, unit::day(at));
  while (rows.next()) found.push_back({rows.integer(4), rows.integer(5), person::card_of(rows, 0)});
  return found;
}

}  // namespace ent::guardian
