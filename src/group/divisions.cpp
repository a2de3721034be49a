#include "group/divisions.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_SEAT                                                                                                     \
  "d.member, d.grp, COALESCE(NULLIF(d.level, ''), (SELECT MIN(l.level) FROM group_level l WHERE l.org = d.org AND l.grp = d.grp), '') "

/// In no order, and a seat may come twice: that of thousands is made here in less time.
constexpr Sql select_seats_on{
    "SELECT v.value, " ENT_SEAT "FROM EACH($1) v CROSS JOIN group_member s CROSS JOIN group_member d CROSS JOIN school_group g "
    "WHERE d.org = s.org AND d.member = s.member AND g.org = d.org AND g.grp = d.grp AND s.org = $2 AND s.grp = $3 "
    "AND s.valid_from <= v.value AND s.valid_to > v.value AND d.valid_from <= v.value AND d.valid_to > v.value AND g.kind = 1"};

constexpr Sql select_own_seats{
    "SELECT DISTINCT " ENT_SEAT "FROM group_member d CROSS JOIN school_group g WHERE g.org = d.org AND g.grp = d.grp "
    "AND d.org = $1 AND d.member = $2 AND d.valid_from <= $3 AND d.valid_to > $3 AND g.kind = 1 ORDER BY d.member, d.grp"};
static_assert(static_cast<int>(Kind::division) == 1);

constexpr Sql select_seats_of_members{
    "SELECT DISTINCT " ENT_SEAT "FROM EACH($1) v CROSS JOIN group_member d CROSS JOIN school_group g WHERE g.org = d.org AND g.grp = d.grp "
    "AND d.org = $2 AND d.member = v.value AND d.valid_from <= $3 AND d.valid_to > $3 AND g.kind = 1 ORDER BY d.member, d.grp"};

constexpr Sql select_own_spans{
    "SELECT DISTINCT " ENT_SEAT ", d.valid_to FROM group_member d CROSS JOIN school_group g WHERE g.org = d.org AND g.grp = d.grp "
    "AND d.org = $1 AND d.member = $2 AND d.valid_from <= $3 AND d.valid_to > $4 AND d.valid_to > d.valid_from AND g.kind = 1 "
    "ORDER BY d.member, d.grp"};

constexpr Sql select_seat_spans{
    "SELECT DISTINCT " ENT_SEAT ", d.valid_from, d.valid_to FROM group_member s CROSS JOIN group_member d CROSS JOIN school_group g "
    "WHERE d.org = s.org AND d.member = s.member AND g.org = d.org AND g.grp = d.grp AND s.org = $1 AND s.grp = $2 "
    "AND s.valid_from <= $3 AND s.valid_to > $4 AND d.valid_from <= $3 AND d.valid_to > $4 AND g.kind = 1 "
    "ORDER BY d.member, d.valid_from, d.grp"};

constexpr Sql select_placed{
    "SELECT g.grp, g.kind, g.school_year, g.code, g.name, COALESCE(l.level, '') FROM EACH($1) v "
    "JOIN school_group g ON g.org = $2 AND g.grp = v.value LEFT JOIN group_level l ON l.org = g.org AND l.grp = g.grp "
    "ORDER BY g.folded_name, g.grp, l.level"};

std::vector<Seat> all(Rows rows) {
  std::vector<Seat> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.string(2)});
  return found;
}

}  // namespace

std::vector<Seat> seats_of(unit::Unit& unit, GroupId group, Date on) {
  std::vector<Seat> found;
  for (SeatOn& one : seats_on(unit, group, std::span(&on, 1))) found.push_back(std::move(one.seat));
  return found;
}

std::vector<SeatOn> seats_on(unit::Unit& unit, GroupId group, std::span<const Date> days) {
  std::vector<std::int64_t> numbers;
  for (const Date one : days) numbers.push_back(day(one));
  Rows rows = unit.query(select_seats_on, numbers, group.establishment(), group.number());
  std::vector<SeatOn> found;
  while (rows.next()) found.push_back({unit::date(rows.integer(0)), {rows.integer(1), rows.integer(2), rows.string(3)}});
  base::keep_each_once(found);
  return found;
}

std::vector<Seat> seats_of(unit::Unit& unit, OrgId org, std::int64_t member, Date on) {
  return all(unit.query(select_own_seats, org.value, member, day(on)));
}

std::vector<Seat> seats_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date on) {
  return all(unit.query(select_seats_of_members, members, org.value, day(on)));
}

std::vector<Seat> last_seats_of(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last) {
  Rows rows = unit.query(select_own_spans, org.value, member, day(last), day(first));
  std::vector<Seat> found;
  std::int64_t latest = 0;
  while (rows.next()) {
    const std::int64_t end = std::min(rows.integer(3), day(last) + 1);
    if (end > latest) found.clear();
    latest = std::max(latest, end);
    if (end == latest) found.push_back({rows.integer(0), rows.integer(1), rows.string(2)});
  }
  return found;
}

std::vector<SeatSpan> seats_between(unit::Unit& unit, GroupId group, Date first, Date last) {
  Rows rows = unit.query(select_seat_spans, group.establishment(), group.number(), day(last), day(first));
  std::vector<SeatSpan> found;
  while (rows.next()) {
    found.push_back({{rows.integer(0), rows.integer(1), rows.string(2)}, unit::date(rows.integer(3)), unit::date(rows.integer(4))});
  }
  return found;
}

std::vector<Placed> placed(unit::Unit& unit, OrgId org, std::span<const GroupId> groups) {
  std::vector<std::int64_t> numbers;
  for (const GroupId group : groups) {
    if (group.establishment() == org.value) numbers.push_back(group.number());
  }
  std::vector<Placed> found;
  Rows rows = unit.query(select_placed, numbers, org.value);
  while (rows.next()) {
    const auto id = make_id<GroupId>(org.value, rows.integer(0));
    if (found.empty() || found.back().id != id) {
      found.push_back({id, static_cast<Kind>(rows.int32(1)), rows.int32(2), rows.string(3), rows.string(4), {}});
    }
    if (!rows.string(5).empty()) found.back().levels.push_back(rows.string(5));
  }
  return found;
}

}  // namespace ent::group
