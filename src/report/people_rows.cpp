// Of whom reports are made, and who signs them.
#include "person/card.hpp"
#include "report/rows.hpp"
#include "unit/dates.hpp"

namespace ent::report::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_pupils_in{
    "SELECT m.member, p.person, p.family_name, p.given_name, p.title, p.birth_date, "
    "COALESCE(NULLIF(g.level, ''), (SELECT MIN(l.level) FROM group_level l WHERE l.org = g.org AND l.grp = g.grp), ''), g.grp "
    "FROM EACH($1) v CROSS JOIN group_member g CROSS JOIN member m CROSS JOIN person p WHERE m.org = g.org AND m.member = g.member "
    "AND p.person = m.person AND g.org = $2 AND g.grp = v.value AND g.valid_from <= $3 AND g.valid_to > $3 "
    "ORDER BY m.sort_key, m.person, g.grp, g.valid_from"};

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

std::vector<PupilIn> pupils_in(unit::Unit& unit, std::span<const GroupId> divisions, Date at) {
  std::vector<PupilIn> found;
  if (divisions.empty()) return found;
  const std::int64_t org = divisions.front().establishment();
  std::vector<std::int64_t> numbers;
  for (const GroupId division : divisions) numbers.push_back(division.number());
  Rows rows = unit.query(select_pupils_in, numbers, org, day(at));
  while (rows.next()) {
    const auto division = make_id<GroupId>(org, rows.integer(7));
    if (!found.empty() && found.back().pupil.member == rows.integer(0) && found.back().division == division) continue;
    const auto birth = rows.is_null(5) ? std::nullopt : std::optional(unit::date(rows.integer(5)));
    found.push_back({division, {rows.integer(0), person::card_of(rows, 1), birth, rows.string(6)}});
  }
  return found;
}

std::vector<Pupil> pupils_on(unit::Unit& unit, GroupId division, Date at) {
  std::vector<Pupil> found;
  for (PupilIn& one : pupils_in(unit, std::span(&division, 1), at)) found.push_back(std::move(one.pupil));
  return found;
}

std::vector<person::Card> main_teachers_on(unit::Unit& unit, GroupId division, Date at) {
  return cards_in(unit.query(select_main_teachers_on, division.establishment(), division.number(), day(at)));
}

std::vector<person::Card> heads_on(unit::Unit& unit, OrgId org, Date at) {
  return cards_in(unit.query(select_heads_on, org.value, day(at)));
}

}  // namespace ent::report::rows
