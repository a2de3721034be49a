// The people of a unit: when they are there, in which groups, and whose guardians they are.
#include <algorithm>

#include "access/facts_sql.hpp"
#include "access/unit_facts.hpp"
#include "base/each_once.hpp"
#include "base/unit_key.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;
using List = std::span<const std::int64_t>;

// Joins are written CROSS JOIN where they must be made in this order: a school's affiliations are many, those of
// one member are few, and SQLite takes both for equal.

/// What a row of a presence tells, beside the numbers of profiles.
constexpr std::int32_t row_birth = 0, row_group = -1;

/// Rows of profile 2 (guardian) make no presence: guardians are where the children are.
constexpr Sql select_presence{
    "SELECT a.profile, a.valid_from, a.valid_to, m.member FROM member m CROSS JOIN affiliation a "
    "WHERE m.org = $1 AND m.person = $2 AND a.org = m.org AND a.member = m.member "
    "AND a.profile <> 2 AND a.valid_from <= $3 AND a.valid_to > $4 "
    "UNION ALL "
    "SELECT 2, a.valid_from, a.valid_to, 0 FROM guardianship g CROSS JOIN member m CROSS JOIN affiliation a "
    "WHERE g.adult = $2 AND g.valid_from <= $5 AND g.valid_to > $5 AND m.org = $1 AND m.person = g.pupil "
    "AND a.org = m.org AND a.member = m.member AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $4 "
    "UNION ALL "
    "SELECT -1, gm.grp, 0, gm.member FROM member m CROSS JOIN group_member gm "
    "WHERE m.org = $1 AND m.person = $2 AND gm.org = m.org AND gm.member = m.member "
    "AND gm.valid_from <= $5 AND gm.valid_to > $5 "
    "UNION ALL "
    "SELECT 0, p.birth_date, 0, 0 FROM person p WHERE p.person = $2 AND p.birth_date IS NOT NULL"};

/// The same of people of units.
constexpr Sql select_presences{
    "SELECT a.profile, a.valid_from, a.valid_to, m.member, k.value FROM EACH($1) k CROSS JOIN member m "
    "CROSS JOIN affiliation a "
    "WHERE m.org = (k.value / 4294967296) AND m.person = (k.value & 4294967295) AND a.org = m.org AND a.member = m.member "
    "AND a.profile <> 2 AND a.valid_from <= $2 AND a.valid_to > $3 "
    "UNION ALL "
    "SELECT 2, a.valid_from, a.valid_to, 0, k.value FROM EACH($1) k CROSS JOIN guardianship g CROSS JOIN member m "
    "CROSS JOIN affiliation a "
    "WHERE g.adult = (k.value & 4294967295) AND g.valid_from <= $4 AND g.valid_to > $4 AND m.org = (k.value / 4294967296) "
    "AND m.person = g.pupil AND a.org = m.org AND a.member = m.member AND a.profile = 1 AND a.valid_from <= $2 "
    "AND a.valid_to > $3 "
    "UNION ALL "
    "SELECT -1, gm.grp, 0, gm.member, k.value FROM EACH($1) k CROSS JOIN member m CROSS JOIN group_member gm "
    "WHERE m.org = (k.value / 4294967296) AND m.person = (k.value & 4294967295) AND gm.org = m.org "
    "AND gm.member = m.member AND gm.valid_from <= $4 AND gm.valid_to > $4 "
    "UNION ALL "
    "SELECT 0, p.birth_date, 0, 0, k.value FROM EACH($1) k CROSS JOIN person p "
    "WHERE p.person = (k.value & 4294967295) AND p.birth_date IS NOT NULL"};

/// Everybody of units, by their persons.
constexpr Sql select_everybody{
    "SELECT m.org * 4294967296 + m.person FROM EACH($1) u CROSS JOIN affiliation a CROSS JOIN member m "
    "WHERE a.org = u.value AND a.profile <> 2 AND a.valid_from <= $2 AND a.valid_to > $3 "
    "AND m.org = a.org AND m.member = a.member "
    "UNION "
    "SELECT m.org * 4294967296 + g.adult FROM EACH($1) u CROSS JOIN affiliation e CROSS JOIN member m "
    "CROSS JOIN guardianship g WHERE e.org = u.value AND e.profile = 1 AND e.valid_from <= $2 AND e.valid_to > $3 "
    "AND m.org = e.org AND m.member = e.member AND g.pupil = m.person AND g.valid_from <= $4 AND g.valid_to > $4"};

/// Pupils present and their groups (null: none), in the order of pupils.
constexpr Sql select_wards{
    "SELECT m.member, gm.grp, k.value FROM EACH($1) k CROSS JOIN guardianship g CROSS JOIN member m "
    "CROSS JOIN affiliation a LEFT JOIN group_member gm ON gm.org = m.org AND gm.member = m.member "
    "AND gm.valid_from <= $2 AND gm.valid_to > $2 "
    "WHERE g.adult = (k.value & 4294967295) AND g.kind <> 4 AND g.valid_from <= $2 AND g.valid_to > $2 "
    "AND m.org = (k.value / 4294967296) AND m.person = g.pupil AND a.org = m.org AND a.member = m.member "
    "AND a.profile = 1 AND a.valid_from <= $2 AND a.valid_to > $2 ORDER BY k.value, m.member"};

void add_presence(Presence& presence, const Rows& row, std::int64_t today) {
  const std::int32_t what = row.int32(0);
  if (what == row_birth) {
    presence.birth_date = Date{std::chrono::days{row.integer(1)}};
    return;
  }
  if (row.integer(3) != 0) presence.enrolment.member = row.integer(3);
  if (what == row_group) {
    presence.enrolment.groups.push_back(row.integer(1));
    return;
  }
  presence.registered |= 1 << what;
  if (row.integer(1) <= today && today < row.integer(2)) presence.present |= 1 << what;
}

}  // namespace

UnitFacts::Meetings UnitFacts::with_expected(std::int64_t person) {
  Meetings meetings{{this, person}};
  for (const std::int64_t one : expected_) meetings.emplace_back(this, one);
  return meetings;
}

const Presence& UnitFacts::presence(store::Connection& connection, std::int64_t person) {
  const auto found = presence_.find(person);
  if (found != presence_.end()) return found->second;
  if (!expected_.empty()) {
    meet(connection, with_expected(person));
    return presence_.find(person)->second;
  }
  Presence presence;
  const std::int64_t today = day_number(at_);
  Rows rows = connection.query(select_presence, std::initializer_list<Arg>{org_, person, today + register_days_before,
                                                                           today - register_days_after, today});
  while (rows.next()) add_presence(presence, rows, today);
  return presence_.emplace(person, std::move(presence)).first->second;
}

void UnitFacts::meet(store::Connection& connection, const Meetings& meetings) {
  std::vector<std::int64_t> keys;
  for (const auto& [unit, person] : meetings) {
    if (!unit->presence_.contains(person)) keys.push_back(base::in_unit(unit->org_, person));
  }
  if (keys.empty()) return;
  base::keep_each_once(keys);
  const std::int64_t today = day_number(meetings.front().first->at_);
  std::unordered_map<std::int64_t, Presence> found;
  Rows rows = connection.query(select_presences,
                               std::initializer_list<Arg>{List(keys), today + register_days_before,
                                                          today - register_days_after, today});
  while (rows.next()) add_presence(found[rows.integer(4)], rows, today);
  for (const auto& [unit, person] : meetings) unit->presence_.emplace(person, found[base::in_unit(unit->org_, person)]);
}

void UnitFacts::meet_wards(store::Connection& connection, const Meetings& meetings) {
  std::vector<std::int64_t> keys;
  for (const auto& [unit, person] : meetings) {
    if (!unit->wards_.contains(person)) keys.push_back(base::in_unit(unit->org_, person));
  }
  if (keys.empty()) return;
  base::keep_each_once(keys);
  std::unordered_map<std::int64_t, std::vector<Enrolment>> found;
  Rows rows = connection.query(select_wards, std::initializer_list<Arg>{List(keys), day_number(meetings.front().first->at_)});
  while (rows.next()) {
    std::vector<Enrolment>& wards = found[rows.integer(2)];
    if (wards.empty() || wards.back().member != rows.integer(0)) wards.push_back({rows.integer(0)});
    if (!rows.is_null(1)) wards.back().groups.push_back(rows.integer(1));
  }
  for (const auto& [unit, person] : meetings) unit->wards_.emplace(person, found[base::in_unit(unit->org_, person)]);
}

const std::vector<Enrolment>& UnitFacts::wards(store::Connection& connection, std::int64_t person) {
  if (!wards_.contains(person)) meet_wards(connection, with_expected(person));
  return wards_.find(person)->second;
}

UnitFacts::Meetings UnitFacts::meet_everybody(store::Connection& connection, std::span<UnitFacts* const> units) {
  Meetings meetings;
  if (units.empty()) return meetings;
  std::unordered_map<std::int64_t, UnitFacts*> by_org;
  std::vector<std::int64_t> orgs;
  for (UnitFacts* unit : units) {
    by_org.emplace(unit->org_, unit);
    orgs.push_back(unit->org_);
  }
  const std::int64_t today = day_number(units.front()->at_);
  Rows rows = connection.query(select_everybody,
                               std::initializer_list<Arg>{List(orgs), today + register_days_before,
                                                          today - register_days_after, today});
  while (rows.next()) meetings.emplace_back(by_org.at(base::unit_of(rows.integer(0))), base::number_of(rows.integer(0)));
  meet(connection, meetings);
  return meetings;
}

}  // namespace ent::access
