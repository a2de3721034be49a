#include "gradebook/seats.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/each_once.hpp"
#include "ent/group.hpp"
#include "gradebook/seat_is_kept.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_KEPT_SEAT "org, grp, first_day, last_day, period, school_year, version, member, division, level, there"
#define ENT_LEVEL_OF(seat) \
  "COALESCE(NULLIF(" seat ".level, ''), (SELECT MIN(l.level) FROM group_level l WHERE l.org = " seat ".org AND l.grp = " seat ".grp), '')"
#define ENT_IS_DIVISION(seat) "EXISTS (SELECT 1 FROM school_group k WHERE k.org = " seat ".org AND k.grp = " seat ".grp AND k.kind = 1)"
// The states `s` of a period that stand for the groups `v`.
#define ENT_STANDING "s.org = $4 AND s.school_year = $5 AND s.period = $6 AND s.grp = v.value AND s.standing = 1 "

/// Who is there on the last day; pupils of a group of several classes with the first one of their divisions.
constexpr Sql insert_present{
    "INSERT INTO period_seat (" ENT_KEPT_SEAT ") SELECT s.org, s.grp, $1, $2, s.period, s.school_year, s.version, m.member, "
    "COALESCE(d.grp, 0), CASE WHEN d.grp IS NULL THEN '' ELSE " ENT_LEVEL_OF("d") " END, " ENT_SEAT_PRESENT " "
    "FROM EACH($3) v CROSS JOIN period_state s CROSS JOIN school_group g CROSS JOIN group_member m LEFT JOIN group_member d "
    "ON d.org = m.org AND d.member = m.member AND d.valid_from <= $2 AND d.valid_to > $2 AND " ENT_IS_DIVISION("d")
    " AND (g.kind <> 1 OR d.grp = g.grp) WHERE " ENT_STANDING "AND g.org = s.org AND g.grp = s.grp AND m.org = s.org "
    "AND m.grp = s.grp AND m.valid_from <= $2 AND m.valid_to > $2 ORDER BY d.grp "
    "ON CONFLICT (org, grp, first_day, period, version, member) DO NOTHING"};

/// Who was in a division of theirs for the last time before they left.
constexpr Sql insert_leavers{
    "INSERT INTO period_seat (" ENT_KEPT_SEAT ") SELECT s.org, s.grp, $1, $2, s.period, s.school_year, s.version, d.member, d.grp, "
    ENT_LEVEL_OF("d") ", " ENT_SEAT_LEFT " FROM EACH($3) v CROSS JOIN period_state s CROSS JOIN group_member d WHERE " ENT_STANDING
    "AND d.org = s.org AND d.grp = s.grp AND d.valid_from <= $2 AND d.valid_to > $1 AND d.valid_to <= $2 AND d.valid_to > d.valid_from "
    "AND " ENT_IS_DIVISION("d") " AND NOT EXISTS (SELECT 1 FROM group_member o WHERE o.org = d.org AND o.member = d.member "
    "AND o.valid_from <= $2 AND o.valid_to > d.valid_to AND o.valid_to > o.valid_from AND " ENT_IS_DIVISION("o") ") "
    "ON CONFLICT (org, grp, first_day, period, version, member) DO NOTHING"};
static_assert(static_cast<int>(group::Kind::division) == 1);

constexpr Sql select_kept_in{
    "SELECT i.grp, i.version, i.member FROM EACH($1) v CROSS JOIN period_state s CROSS JOIN period_seat i WHERE s.org = $2 "
    "AND s.school_year = $3 AND s.period = $4 AND s.grp = v.value AND i.org = s.org AND i.grp = s.grp AND i.first_day = $5 "
    "AND i.period = s.period AND " ENT_SEAT_IS_KEPT};

/// Who is in a division on the last day of what is kept of it, and has no seat there.
constexpr Sql select_newcomers{
    "SELECT DISTINCT s.version, d.member, t.person, " ENT_LEVEL_OF("d") " FROM period_state s CROSS JOIN period_formula f "
    "CROSS JOIN group_member d CROSS JOIN member t WHERE s.org = $1 AND s.school_year = $2 AND s.period = $3 AND s.grp = $4 AND s.standing = 1 "
    "AND f.org = s.org AND f.grp = s.grp AND f.first_day = $5 AND f.period = s.period AND f.version = s.version AND d.org = s.org "
    "AND d.grp = s.grp AND d.valid_from <= f.last_day AND d.valid_to > f.last_day AND t.org = d.org AND t.member = d.member "
    "AND NOT EXISTS (SELECT 1 FROM period_seat i WHERE i.org = s.org AND i.grp = s.grp AND i.first_day = $5 AND i.period = s.period "
    "AND i.version = s.version AND i.member = d.member)"};

constexpr Sql insert_newcomers{
    "INSERT INTO period_seat (" ENT_KEPT_SEAT ", since) VALUES ($1, $2, $3, $4, $5, $6, ITEM($7), ITEM($8), $2, ITEM_TEXT($9), "
    ENT_SEAT_LATER ", $10)"};

constexpr Sql select_place{
    "SELECT i.division, i.level, i.there FROM period_seat i CROSS JOIN period_state s CROSS JOIN period_formula f WHERE i.org = $1 "
    "AND i.member = $2 AND i.first_day = $3 AND i.last_day = $4 AND i.grp = i.division AND " ENT_SEAT_IS_KEPT " AND " ENT_FORMULA_OF_SEAT
    " ORDER BY " ENT_HOLDING_FIRST " LIMIT 1"};

constexpr Sql select_published{
    "SELECT i.member, i.division, i.level, i.period, i.first_day, i.last_day FROM EACH($1) v CROSS JOIN period_seat i CROSS JOIN period_state s "
    "WHERE i.org = $2 AND i.member = v.value AND i.first_day <= $3 AND i.last_day >= $4 AND i.grp = i.division AND " ENT_SEAT_IS_KEPT
    " ORDER BY i.member, i.division, i.period"};

/// Of a group, then of members in their own divisions, which hold; of several the one that holds comes last.
constexpr Sql select_seats{
    "SELECT i.grp, i.first_day, i.last_day, i.member, i.division, i.level, i.there FROM ("
    "SELECT " ENT_KEPT_SEAT ", since FROM period_seat g WHERE g.org = $1 AND g.grp = $2 AND g.first_day >= $3 AND g.first_day <= $4 UNION "
    "SELECT " ENT_KEPT_SEAT ", since FROM EACH($5) v CROSS JOIN period_seat o WHERE o.org = $1 AND o.member = v.value AND o.first_day >= $3 "
    "AND o.first_day <= $4 AND o.grp = o.division) i CROSS JOIN period_state s CROSS JOIN period_formula f WHERE " ENT_SEAT_IS_KEPT
    " AND " ENT_FORMULA_OF_SEAT " ORDER BY CASE WHEN i.grp = i.division THEN 1 ELSE 0 END, " ENT_HOLDING_LAST};

struct KeptSeat {
  std::int64_t group = 0;
  Span days{};
  std::int64_t member = 0;
  Place place{};
  There there = There::left;
};

std::vector<KeptSeat> kept_seats(unit::Unit& unit, GroupId group, std::span<const std::int64_t> members, const Span& first_days) {
  Rows rows = unit.query(select_seats, group.establishment(), group.number(), unit::day(first_days.first_day),
                         unit::day(first_days.last_day), members);
  std::vector<KeptSeat> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), {unit::date(rows.integer(1)), unit::date(rows.integer(2))}, rows.integer(3),
                     {rows.integer(4), rows.string(5)}, static_cast<There>(rows.integer(6))});
  }
  return found;
}

/// Those who were in the group are of it, and no others. What is kept of a pupil's own division says where they were.
Term term_as_kept(const Term& term, std::int64_t group, std::span<const KeptSeat> seats) {
  std::map<std::int64_t, Classmate> pupils;
  for (const Classmate& pupil : term.pupils) pupils.emplace(pupil.member, pupil);
  std::set<std::int64_t> present;
  bool published = false;
  for (const KeptSeat& seat : seats) {
    if (seat.days.first_day != term.first_day || seat.days.last_day != term.last_day) continue;
    published |= seat.group == group;
    const bool of_group = seat.group == group && seat.there == There::present;
    if (of_group) present.insert(seat.member);
    const auto pupil = of_group ? pupils.try_emplace(seat.member, Classmate{.member = seat.member, .asked = false}).first : pupils.find(seat.member);
    if (pupil == pupils.end() || seat.place.division == 0) continue;
    pupil->second.division = seat.place.division;
    pupil->second.level = seat.place.level;
  }
  Term kept{.first_day = term.first_day, .last_day = term.last_day, .coefficient = term.coefficient};
  for (auto& [member, pupil] : pupils) {
    if (published) pupil.of_class = present.contains(member);
    kept.pupils.push_back(std::move(pupil));
  }
  return kept;
}

}  // namespace

void keep_seats(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const std::int64_t> groups) {
  for (const Sql* sql : {&insert_present, &insert_leavers}) {
    unit.exec(granted, *sql, unit::day(period.first_day), unit::day(period.last_day), groups, period.org_id.value,
              period.school_year, period.id.number());
  }
}

std::optional<Place> kept_place(unit::Unit& unit, OrgId org, std::int64_t member, const Span& days) {
  Rows rows = unit.query(select_place, org.value, member, unit::day(days.first_day), unit::day(days.last_day));
  if (!rows.next()) return std::nullopt;
  return Place{rows.integer(0), rows.string(1), member, static_cast<There>(rows.integer(2)) != There::left};
}

std::vector<PublishedSeat> published_seats(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& days) {
  Rows rows = unit.query(select_published, members, org.value, unit::day(days.last_day), unit::day(days.first_day));
  std::vector<PublishedSeat> found;
  while (rows.next()) {
    found.push_back({{rows.integer(0), rows.integer(1), rows.string(2)}, make_id<PeriodId>(org.value, rows.integer(3)),
                     {unit::date(rows.integer(4)), unit::date(rows.integer(5))}});
  }
  return found;
}

KeptSeats kept_in(unit::Unit& unit, const period::View& period, std::span<const std::int64_t> groups) {
  Rows rows = unit.query(select_kept_in, groups, period.org_id.value, period.school_year, period.id.number(), unit::day(period.first_day));
  KeptSeats seats;
  while (rows.next()) {
    seats.groups.push_back(rows.integer(0));
    seats.versions.push_back(rows.integer(1));
    seats.members.push_back(rows.integer(2));
  }
  return seats;
}

KeptSeats keep_newcomers(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
                         std::span<const PersonId> people) {
  KeptSeats seats;
  std::vector<std::string> levels;
  Rows rows = unit.query(select_newcomers, period.org_id.value, period.school_year, period.id.number(), division.number(),
                         unit::day(period.first_day));
  while (rows.next()) {
    if (!people.empty() && std::ranges::find(people, PersonId{rows.integer(2)}) == people.end()) continue;
    seats.groups.push_back(division.number());
    seats.versions.push_back(rows.integer(0));
    seats.members.push_back(rows.integer(1));
    levels.push_back(rows.string(3));
  }
  if (seats.members.empty()) return seats;
  unit.exec_each(granted, insert_newcomers, period.org_id.value, division.number(), unit::day(period.first_day), unit::day(period.last_day),
                 period.id.number(), period.school_year, seats.versions, seats.members, levels,
                  unit::micros(unit.now()));
  return seats;
}

std::vector<std::int64_t> members_of(std::span<const Term> terms) {
  std::vector<std::int64_t> members;
  for (const Term& term : terms) {
    for (const Classmate& pupil : term.pupils) members.push_back(pupil.member);
  }
  base::keep_each_once(members);
  return members;
}

std::vector<Term> as_kept(unit::Unit& unit, GroupId group, std::span<const Term> terms) {
  const auto seats = kept_seats(unit, group, members_of(terms), {terms.front().first_day, terms.back().first_day});
  std::vector<Term> kept;
  for (const Term& term : terms) kept.push_back(term_as_kept(term, group.number(), seats));
  return kept;
}

}  // namespace ent::gradebook
