// Of whom reports are made, and who signs them.
#include "person/card.hpp"
#include "report/rows.hpp"
#include "unit/dates.hpp"

namespace ent::report::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_pupils_on{
    "SELECT m.member, p.person, p.family_name, p.given_name, p.title, p.birth_date, "
    "COALESCE(NULLIF(g.level, ''), (SELECT MIN(l.level) FROM group_level l WHERE l.org = g.org AND l.grp = g.grp), '') "
    "FROM group_member g CROSS JOIN member m CROSS JOIN person p WHERE m.org = g.org AND m.member = g.member "
    "AND p.person = m.person AND g.org = $1 AND g.grp = $2 AND g.valid_from <= $3 AND g.valid_to > $3 "
    "ORDER BY m.sort_key, m.person, g.valid_from"};

constexpr Sql select_main_teachers_on{
    "SELECT DISTINCT m.sort_key, p.person, p.family_name, p.given_name, p.title FROM group_role r CROSS JOIN member m "
    "CROSS JOIN person p WHERE m.org = r.org AND m.member = r.member AND p.person = m.person AND r.org = $1 AND r.grp = $2 "
    "AND r.role = 1 AND r.valid_from <= $3 AND r.valid_to > $3 ORDER BY m.sort_key, p.person"};

constexpr Sql select_heads_on{
    "SELECT DISTINCT m.sort_key, p.person, p.family_name, p.given_name, p.title FROM affiliation a CROSS JOIN member m "
    "CROSS JOIN person p WHERE m.org = a.org AND m.member = a.member AND p.person = m.person AND a.org = $1 AND a.profile = 5 "
    "AND a.valid_from <= $2 AND a.valid_to > $2 ORDER BY m.sort_key, p.person"};

std::vector<person::Card> cards_in(Rows rows) {
  std::vector<person::Card> found;
  while (rows.next()) found.push_back(person::card_of(rows, 1));
  return found;
}

}  // namespace

std::vector<Pupil> pupils_on(unit::Unit& unit, GroupId division, Date at) {
  Rows rows = unit.query(select_pupils_on, division.establishment(), division.number(), day(at));
  std::vector<Pupil> found;
  while (rows.next()) {
    if (!found.empty() && found.back().member == rows.integer(0)) continue;
    const auto birth = rows.is_null(5) ? std::nullopt : std::optional(unit::date(rows.integer(5)));
    found.push_back({rows.integer(0), person::card_of(rows, 1), birth, rows.string(6)});
  }
  return found;
}

std::vector<person::Card> main_teachers_on(unit::Unit& unit, GroupId division, Date at) {
  return cards_in(unit.query(select_main_teachers_on, division.establishment(), division.number(), day(at)));
}

std::vector<person::Card> heads_on(unit::Unit& unit, OrgId org, Date at) {
  return cards_in(unit.query(select_heads_on, org.value, day(at)));
}

}  // namespace ent::report::rows
